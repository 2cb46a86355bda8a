import { join } from 'node:path'
import { type Day, day, sayDay, yearOf } from '../kit/day.ts'
import { latestPeriod } from '../kit/period.ts'
import { openSession } from '../measures/measures.ts'
import { rebuiltVersion } from '../model/rebuilt.ts'
import { readSettings } from '../model/settings.ts'
import { type Alternative, compareYears, type YearCompared } from '../report/compare-view.ts'
import { dayOf, type Globals, today } from './answers.ts'
import type { Command } from './command.ts'
import { allMeasures, type OpenHome, openHome } from './home.ts'
import { groupsFile, versionFolder } from './home-folders.ts'
import { measureAsked } from './measure-reference.ts'
import { queried } from './people.ts'
import { authorityOf } from './series.ts'

type Options = { readonly at?: string; readonly authority?: string; readonly years: string }

/** A year in words, a line each: now, as submitted, as published, and what moves it. */
export const sayYear = ({
  periodEnd,
  now,
  submitted,
  published,
  steps,
  remainder,
}: YearCompared): readonly string[] => [
  `\n${sayDay(periodEnd)}`,
  `  now           ${now.text}${now.denominator === null ? '' : ` (${now.numerator} of ${now.denominator})`}`,
  `  as submitted  ${submitted ? `${submitted.text} (data version ${submitted.version})` : 'no version is marked as submitted for this year: `hearth versions submit N --on DAY` marks one'}`,
  `  as published  ${published ? `${published.text} (published ${published.releaseText})` : 'nothing published has been loaded for this council and year'}`,
  ...steps.map(
    ({ what, text, children }) =>
      `    ${text.padStart(8)}  ${what}${children ? ` (${children} ${children === 1 ? 'child' : 'children'})` : ''}`,
  ),
  ...(remainder
    ? [`    ${remainder.text.padStart(8)}  not explained${remainder.withinRounding ? ': no more than rounding' : ''}`]
    : []),
]

/** `hearth measure compare`: a measure at each 31 March as it is now, as submitted and as published, and what explains the difference. */
export const compareCommand: Command = program =>
  program
    .command('compare <measure>')
    .description('now, as submitted and as published at each 31 March, and what explains the difference')
    .option('--at <day>', 'what had been published by this day; absent: today')
    .option('--years <n>', 'how many years back', '5')
    .option('--authority <code>', 'a code; absent: our own')
    .addHelpText('after', '\nExample:\n  hearth measure compare STB-02 --years 3')
    .action(async (name: string, options: Options, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const open = await openHome(home)
      const opened: { close: () => void | Promise<void> }[] = [open]
      try {
        const measure = queried(measureAsked(home, open.session, name))
        const authority = authorityOf(open.session, options.authority, open.council.code) ?? open.council.code
        const at = options.at === undefined ? (new Date().toISOString().slice(0, 10) as Day) : dayOf('at', options.at)
        const last = yearOf(latestPeriod('year', at).end)
        const years = Array.from({ length: Number(options.years) || 5 }, (_, i) => day(`${last - i}-03-31`)).reverse()
        const found = await compareYears(
          open.session,
          measure,
          authority,
          at,
          years,
          await submittedFor(home, open, opened),
          await switched(home, open, measure.id, opened),
        )
        process.stdout.write(
          json
            ? `${JSON.stringify({ measure: measure.id, catalogue: measure.catalogue, authority, national: measure.national ?? null, years: found })}\n`
            : `${measure.title}\n${measure.national ? `Published: ${measure.national}\n` : ''}${found.flatMap(sayYear).join('\n')}\n`,
        )
      } finally {
        for (const one of opened.reverse()) await one.close()
      }
    })

/** The version marked as submitted for the year that ends on a 31 March: the first marked in the year after. */
async function submittedFor(home: string, { records }: OpenHome, opened: { close: () => void | Promise<void> }[]) {
  const marked = (await records.dataVersions.list()).filter(({ submittedOn }) => submittedOn !== null)
  const open = new Map<number, OpenHome>()
  return async (end: Day) => {
    const version = marked
      .filter(({ submittedOn }) => submittedOn !== null && submittedOn > end && yearOf(submittedOn) === yearOf(end))
      .sort((a, b) => b.number - a.number)[0]
    if (!version) return null
    const found = open.get(version.number) ?? (await openHome(home, version.number))
    if (!open.has(version.number)) opened.push(found)
    open.set(version.number, found)
    return { session: found.session, version: version.number }
  }
}

/** The current version with each switch of the definitions turned the other way. */
async function switched(
  home: string,
  { version }: OpenHome,
  id: string,
  opened: { close: () => void }[],
): Promise<readonly Alternative[]> {
  const settings = readSettings(groupsFile(home))
  const { same_carer_moves_continue: continues } = settings.switches
  const engine = await rebuiltVersion(versionFolder(home, version.number), {
    ...settings,
    switches: { ...settings.switches, same_carer_moves_continue: !continues },
  })
  const session = await openSession(engine, allMeasures(home), {
    provenFile: join(home, `proven-${version.number}.txt`),
    today,
  })
  opened.push({ close: () => engine.close() })
  return [
    {
      what: continues
        ? 'Were a move with the same carer a new placement'
        : 'Were a move with the same carer no new placement',
      session,
      measure: queried(measureAsked(home, session, id)),
    },
  ]
}
