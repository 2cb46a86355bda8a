import type { QueriedMeasure } from '../definitions/measure.ts'
import { UserError } from '../kit/error.ts'
import { latestPeriod, type Period, type Window } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import { isQueried, type MeasureDefinition, type Person, people, type Which } from '../measures/measures.ts'
import { codeLabel } from '../report/labels.ts'
import { sayPeriod } from '../report/say.ts'
import { dayOf, type Globals, windowOf } from './answers.ts'
import type { Command } from './command.ts'
import { openHome } from './home.ts'
import { measureAsked } from './measure-reference.ts'
import { plainTable } from './plain-table.ts'
import { authorityOf } from './series.ts'

type Options = {
  readonly at: string
  readonly counted?: boolean
  readonly notCounted?: boolean
  readonly unknown?: boolean
  readonly window?: string
  readonly authority?: string
}

/** A measure's period at a day: the latest of its headline window, or of the one asked for, that has closed by then. */
export function periodAt(measure: MeasureDefinition, at: Period['end'], asked?: Window): Period {
  const window = asked ?? measure.windows[0] ?? 'month'
  if (window === 'between')
    throw new UserError('HEARTH-1006', 'The window `between` needs two days.', 'Name another window.')
  return latestPeriod(window, at)
}

/** A measure with a query of its own. Throws HEARTH-1007 naming the measures it is made from. */
export function queried(measure: MeasureDefinition): QueriedMeasure {
  if (isQueried(measure)) return measure
  const named = measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [measure.of]
  throw new UserError(
    'HEARTH-1007',
    `${measure.id} is made from other measures; it has no children of its own.`,
    `Ask for ${named.join(' or ')}.`,
  )
}

/** A number as text shows it: to the measure's own places, one where it names none. */
export const rounded = (measure: MeasureDefinition, n: number): number => Number(n.toFixed(measure.places ?? 1))

const sideOf = ({ counted }: Person): Exclude<Which, 'all'> =>
  counted === null ? 'unknown' : counted ? 'counted' : 'not counted'
const sideOrder = ['counted', 'not counted', 'unknown'] as const
const sideWords = { counted: 'counted', 'not counted': 'not counted', unknown: 'not known' } as const

/** `73 in the group: 22 counted, 50 not counted, 1 not known`; who is on no side of a figure is not spoken of. */
export function sayGroup(everyone: readonly Person[]): string {
  const on = (side: Exclude<Which, 'all'>): number => everyone.filter(person => sideOf(person) === side).length
  const parts = sideOrder.filter(side => side === 'counted' || on(side) > 0)
  return `${sayNumber(everyone.length)} in the group: ${parts.map(side => `${sayNumber(on(side))} ${sideWords[side]}`).join(', ')}`
}

type Cell = string | number | null
/** The columns of the list, in words. An amount is shown of those it counts for; a day no return holds is one that care began before. */
const columnsOf = (measure: MeasureDefinition): readonly (readonly [string, (person: Person) => Cell])[] => [
  ['authority', ({ authority }) => authority],
  ['child', ({ local_id, subject }) => local_id ?? subject],
  ['counted', person => sideWords[sideOf(person)]],
  [
    measure.unit ?? 'amount',
    ({ counted, amount }) => (counted !== true || amount === null ? null : rounded(measure, amount)),
  ],
  ['age', ({ age }) => age],
  ['legal status', ({ legal_status_group: group }) => (group === null ? null : codeLabel('legal_status', group))],
  ['placement', ({ placement_group: group }) => (group === null ? null : codeLabel('placement_group', group))],
  ['placed', person => startOf(person, person.placement_start)],
  ['in care since', person => startOf(person, person.care_start)],
  ['row', ({ file, line }) => (file === null ? null : `${file}:${line}`)],
]
const startOf = ({ care_start, care_start_known }: Person, start: Person['care_start']): string | null =>
  start !== null && start === care_start && care_start_known === false ? `before ${start}` : start

/** The list as text: those counted first. A column that says nothing of anybody is left out. */
function listOf(measure: MeasureDefinition, found: readonly Person[]): string {
  const ordered = sideOrder.flatMap(side => found.filter(person => sideOf(person) === side))
  const columns = columnsOf(measure).filter(([, cell]) => ordered.some(person => cell(person) !== null))
  return plainTable([columns.map(([name]) => name), ...ordered.map(person => columns.map(([, cell]) => cell(person)))])
}

/** `hearth people`: the children behind a figure. */
export const peopleCommand: Command = program =>
  program
    .command('people <measure>')
    .description('the children behind a figure')
    .requiredOption('--at <day>', 'the day; a window that closes later is not used')
    .option('--counted', 'only those counted')
    .option('--not-counted', 'only those in the group and not counted')
    .option('--unknown', 'only those of whom it is not known')
    .option('--window <window>', "the window; absent: the measure's own")
    .option('--authority <code>', 'a code, or all; absent: our own')
    .addHelpText('after', '\nExample:\n  hearth people PLC-01 --at 2026-10-31 --counted')
    .action(async (name: string, options: Options, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const at = dayOf('at', options.at)
      const sides: readonly Which[] = [
        ...(options.counted ? (['counted'] as const) : []),
        ...(options.notCounted ? (['not counted'] as const) : []),
        ...(options.unknown ? (['unknown'] as const) : []),
      ]
      if (sides.length > 1)
        throw new UserError(
          'HEARTH-1003',
          'Ask for one of --counted, --not-counted and --unknown.',
          'With none of them everyone in the group is listed.',
        )
      const open = await openHome(home)
      try {
        const measure = queried(measureAsked(home, open.session, name))
        const period = periodAt(measure, at, options.window === undefined ? undefined : windowOf(options.window))
        const authority = authorityOf(open.session, options.authority, open.council.code)
        const everyone = await people(open.session, measure, period, 'all', authority)
        const found = everyone.filter(person => sides.length === 0 || sideOf(person) === sides[0])
        if (json) {
          const listed = found.map(({ legal_status_group: _, care_start_known: __, ...person }) => person)
          process.stdout.write(
            `${JSON.stringify({ measure: measure.id, catalogue: measure.catalogue, window: period.window, period_end: period.end, people: listed })}\n`,
          )
          return
        }
        process.stderr.write(
          `${measure.title}, ${sayPeriod(period.window, period.end, measure.at)}\n${sayGroup(everyone)}\n\n`,
        )
        process.stdout.write(listOf(measure, found))
      } finally {
        await open.close()
      }
    })
