import { type MeasureDefinition, readMeasure } from '../definitions/measure.ts'
import { sayDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { sayCount } from '../kit/text.ts'
import { openSession } from '../measures/measures.ts'
import { readSettings } from '../model/settings.ts'
import { openVersion } from '../model/version.ts'
import { type Awaiting, type EditionContent, freeze, openContent } from '../report/edition-content.ts'
import { diffEdition, type EditionDiff, type Side } from '../report/edition-diff.ts'
import { editionNumbered, makeEdition, openSealed, standing, takeStep, type Who } from '../review/edition.ts'
import { allStanding } from '../review/word.ts'
import { dayOf, type Globals, today } from './answers.ts'
import type { Command } from './command.ts'
import { sayEditionDiff } from './edition-diff-said.ts'
import { figureOf, sayFigure } from './edition-figure.ts'
import { allTemplates, papersAt } from './frozen-papers.ts'
import { allMeasures, openHome, openHomeDesk } from './home.ts'
import { groupsFile, versionFolder } from './home-folders.ts'
import { progressLine } from './progress.ts'
import { withRecords } from './with-records.ts'

const instant = (text: string): string => text.slice(0, 16).replace('T', ' ')

/** A number that names an edition. Throws HEARTH-1001. */
export function editionOf(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new UserError('HEARTH-1001', `"${text}" is no edition.`, 'Give its number; `hearth edition list` has them.')
}

type MakeOptions = {
  readonly at?: string
  readonly scorecard?: string
  readonly name?: string
  readonly replaces?: string
  readonly papers?: readonly string[] | false
} & Who

async function make(
  home: string,
  options: MakeOptions,
): Promise<{ readonly number: number; readonly content: EditionContent }> {
  const desk = await openHomeDesk(home, { told: true })
  try {
    const asked = {
      ...(options.at === undefined ? {} : { at: dayOf('at', options.at) }),
      ...(options.scorecard === undefined ? {} : { scorecard: options.scorecard }),
    }
    return await withRecords(home, async records => {
      const content = await freeze(
        desk,
        asked,
        allMeasures(home),
        await records.targets.all(),
        await allStanding(records.words),
        at => papersAt(desk, home, at, options.papers === false ? [] : (options.papers ?? allTemplates(home))),
      )
      const number = await makeEdition(
        records.editions,
        {
          name: options.name ?? `Position at ${sayDay(content.at)}`,
          at: content.at,
          scorecard: options.scorecard ?? 'corporate-parenting',
          dataVersion: Number(content.dataVersion),
          replaces: options.replaces === undefined ? null : editionOf(options.replaces),
          content: JSON.stringify(content),
        },
        options,
      )
      return { number, content }
    })
  } finally {
    desk.close()
  }
}

/** A data version under the definitions that an edition froze. */
async function frozenSide(
  home: string,
  number: number,
  content: EditionContent,
): Promise<Side & { readonly close: () => void }> {
  const measures: ReadonlyMap<string, MeasureDefinition> = new Map(
    content.definitions.map(({ file, text }) => {
      const measure = readMeasure(file, text)
      return [measure.id, measure] as const
    }),
  )
  const engine = await openVersion(versionFolder(home, number), readSettings(groupsFile(home)))
  return { session: await openSession(engine, measures, { today }), measures, close: () => engine.close() }
}

/** Holds an edition against a later one, or against what is known and defined now. */
async function diff(home: string, first: number, second: number | null): Promise<EditionDiff> {
  const [one, other] = await withRecords(home, async records => [
    await openSealed(records.editions, first),
    second === null ? null : await openSealed(records.editions, second),
  ])
  const content = openContent(one)
  const older = await frozenSide(home, one.dataVersion, content)
  const progress = progressLine('Figures')
  try {
    if (other !== null) {
      const newer = await frozenSide(home, other.dataVersion, openContent(other))
      try {
        return await diffEdition(content, older, newer, progress.step)
      } finally {
        newer.close()
      }
    }
    const now = await openHome(home)
    try {
      return await diffEdition(content, older, { session: now.session, measures: now.session.measures }, progress.step)
    } finally {
      await now.close()
    }
  } finally {
    progress.end()
    older.close()
  }
}

type StepOptions = Who & { readonly note?: string }

/** Takes a step, if what the edition froze allows it. */
async function step(
  command: { readonly optsWithGlobals: () => unknown },
  text: string,
  to: 'approved' | 'published',
  who: Who,
  note: string,
  check: (content: EditionContent) => void = () => {},
): Promise<void> {
  const { home, json } = command.optsWithGlobals() as Globals
  const number = editionOf(text)
  await withRecords(home, async ({ editions }) => {
    check(openContent(await openSealed(editions, number)))
    await takeStep(editions, number, to, who, note === '' ? null : note)
  })
  process.stdout.write(json ? `${JSON.stringify({ edition: number, status: to })}\n` : `Edition ${number} is ${to}.\n`)
}

/** Throws HEARTH-1705 while a board would read of a figure that worries us and not what will be done about it, or miss words. */
function mayBeApproved(number: number, { unanswered, heldBack }: Awaiting): void {
  if (unanswered.length + heldBack.length === 0) return
  throw new UserError(
    'HEARTH-1705',
    `Edition ${number} cannot be approved yet.\n${sayAwaiting({ unanswered, heldBack }).join('\n')}`,
    'Write what will be done in actions.csv and mend the words, `hearth words import` them, and make the edition again with --replaces. Or approve it with --as-it-stands and the reason.',
  )
}

const sayAwaiting = ({ unanswered, heldBack }: Awaiting): readonly string[] => [
  ...unanswered.map(
    ({ title, because, missing }) => `  ${title} (${because.join(' and ')}): ${missing.join(', ')} missing`,
  ),
  ...heldBack.map(({ about, why }) => `  Words about ${about} are held back: ${why}`),
]

function sayMade(number: number, { at, dataVersion, papers, awaiting }: EditionContent): string {
  const names = [...new Set(papers.map(({ template }) => template))]
  const waits = sayAwaiting(awaiting)
  return [
    `Edition ${number}: position at ${sayDay(at)}, data version ${dataVersion}${names.length ? `, with ${sayCount(names.length, 'paper')}: ${names.join(', ')}` : ''}. It is a draft until it is approved.`,
    ...(waits.length ? ['Before it can be approved:', ...waits] : []),
    '',
  ].join('\n')
}

/** `hearth edition`: scorecards frozen, approved and published, and what has moved since. */
export const editionCommand: Command = program => {
  const edition = program
    .command('edition')
    .description('scorecards frozen with all that they stand on: made, approved, published, compared')
    .addHelpText(
      'after',
      '\nExample:\n  hearth edition make --at 2026-10-31 --by "A. Lister" --role "Performance analyst"\n  hearth edition approve 3 --by "R. Marsh" --role "Director of children’s services"\n  hearth edition diff 3',
    )
  edition
    .command('make')
    .description('freeze the scorecard of a day, for every audience, and the papers made of it')
    .option('--at <day>', 'the day; absent: the last month end that the data reach')
    .option('--scorecard <name>', 'which scorecard; absent: corporate-parenting')
    .option('--name <words>', 'what people call it: November board')
    .option('--replaces <number>', 'the edition that it stands in the place of')
    .option('--papers <names...>', 'which papers it freezes; absent: every template, for the board and the public')
    .option('--no-papers', 'freeze the scorecard alone')
    .requiredOption('--by <name>', 'who makes it')
    .requiredOption('--role <words>', 'as what')
    .action(async (options: MakeOptions, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const { number, content } = await make(home, options)
      process.stdout.write(
        json
          ? `${JSON.stringify({ edition: number, at: content.at, dataVersion: content.dataVersion, papers: content.papers.map(({ template, audience }) => ({ template, audience })), awaiting: content.awaiting })}\n`
          : sayMade(number, content),
      )
    })
  edition
    .command('approve')
    .argument('<number>', 'the edition')
    .description('approve a draft: it can still be replaced before it is published')
    .requiredOption('--by <name>', 'who does it')
    .requiredOption('--role <words>', 'as what')
    .option('--note <words>', 'what is to be remembered with it')
    .option('--as-it-stands <why>', 'approve although something is unanswered or held back, and say why')
    .action(async (text: string, options: StepOptions & { readonly asItStands?: string }, command) => {
      const { note, asItStands } = options
      const why = asItStands === undefined ? [] : [`Approved as it stands: ${asItStands}`]
      await step(
        command,
        text,
        'approved',
        options,
        [...why, ...(note === undefined ? [] : [note])].join('. '),
        content => {
          if (asItStands === undefined) mayBeApproved(editionOf(text), content.awaiting)
        },
      )
    })
  edition
    .command('publish')
    .argument('<number>', 'the edition')
    .description('publish what is approved: it never changes again')
    .requiredOption('--by <name>', 'who does it')
    .requiredOption('--role <words>', 'as what')
    .option('--note <words>', 'what is to be remembered with it')
    .action((text: string, options: StepOptions, command) =>
      step(command, text, 'published', options, options.note ?? ''),
    )
  edition
    .command('list')
    .description('every edition, newest first, with who did what to it and when')
    .action(async (_, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const all = await withRecords(home, ({ editions }) => editions.list())
      if (json) process.stdout.write(`${JSON.stringify({ editions: all })}\n`)
      else if (all.length === 0) process.stdout.write('No edition yet. `hearth edition make` makes the first.\n')
      for (const one of json ? [] : all) {
        process.stdout.write(
          `${String(one.number).padStart(4)}  ${one.name}: ${standing(one) === 'made' ? 'draft' : standing(one)}, at ${one.at}, data version ${one.dataVersion}${one.replaces === null ? '' : `, in place of edition ${one.replaces}`}\n`,
        )
        for (const { step, by, role, at, note } of one.steps)
          process.stdout.write(`        ${step} ${instant(at)} by ${by}, ${role}${note === null ? '' : `: ${note}`}\n`)
      }
    })
  edition
    .command('figure')
    .argument('<number>', 'the edition')
    .argument('<code>', 'the code that is printed beside a figure, such as K2KV5')
    .description('what a printed code leads to: the figure, what it is made from, its definition and version')
    .action(async (text: string, code: string, _, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const found = await figureOf(home, editionOf(text), code)
      process.stdout.write(json ? `${JSON.stringify(found)}\n` : sayFigure(found))
    })
  edition
    .command('diff')
    .argument('<number>', 'the edition')
    .argument('[later]', 'a later edition; absent: what is known and defined now')
    .description('what its figures come to now, and what moved each')
    .option('--children', 'also the children behind each cause: for those who may see them')
    .action(async (text: string, later: string | undefined, options: { readonly children?: boolean }, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const number = editionOf(text)
      const other = later === undefined ? null : editionOf(later)
      await withRecords(home, ({ editions }) => editionNumbered(editions, number))
      const found = await diff(home, number, other)
      const children = options.children === true
      process.stdout.write(
        json
          ? `${JSON.stringify(children ? found : withoutChildren(found))}\n`
          : sayEditionDiff(found, { number, other, children, width: process.stdout.columns ?? 100 }),
      )
    })
}

const withoutChildren = (found: EditionDiff): unknown => ({
  ...found,
  moved: found.moved.map(figure => ({ ...figure, causes: figure.causes.map(({ children: _, ...cause }) => cause) })),
})
