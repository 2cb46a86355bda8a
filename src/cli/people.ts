import type { QueriedMeasure } from '../definitions/measure.ts'
import { UserError } from '../kit/error.ts'
import { latestPeriod, type Period, type Window } from '../kit/period.ts'
import { isQueried, type MeasureDefinition, people, type Which } from '../measures/measures.ts'
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
        const found = await people(open.session, measure, period, sides[0] ?? 'all', authority)
        if (json) {
          process.stdout.write(
            `${JSON.stringify({ measure: measure.id, catalogue: measure.catalogue, window: period.window, period_end: period.end, people: found })}\n`,
          )
          return
        }
        const rows = found.map(person => [
          person.authority,
          person.local_id ?? person.subject,
          person.counted === null ? 'not known' : person.counted ? 'counted' : 'not counted',
          person.amount === null ? null : rounded(measure, person.amount),
          person.age,
          person.legal_status,
          person.placement_type,
          person.placement_start,
          person.care_start,
          person.file === null ? null : `${person.file}:${person.line}`,
        ])
        process.stdout.write(
          plainTable([
            [
              'authority',
              'child',
              'counted',
              'amount',
              'age',
              'legal status',
              'placement',
              'placed',
              'in care since',
              'row',
            ],
            ...rows,
          ]),
        )
        process.stderr.write(
          `${found.length} ${measure.title.toLowerCase()}: ${sides[0] ?? 'everyone in the group'}, ${period.window} to ${period.end}\n`,
        )
      } finally {
        await open.close()
      }
    })
