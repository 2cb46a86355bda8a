import { type Day, monthEnd } from '../kit/day.ts'
import { monthsBefore } from '../kit/period.ts'
import { diffDefinitions, mustKnowCare, type Session } from '../measures/measures.ts'
import { dayOf, type Globals, windowOf } from './answers.ts'
import type { Command } from './command.ts'
import { openHome } from './home.ts'
import { measureOrFile } from './measure-session.ts'
import { periodAt, queried } from './people.ts'
import { plainTable } from './plain-table.ts'
import { authorityOf } from './series.ts'
import { figureOf } from './why.ts'

/** The last month end of which it is known who is in care. Throws HEARTH-1409. */
function lastDay(session: Session): Day {
  const { last } = mustKnowCare(session.holdings)
  return monthEnd(last) === last ? last : monthEnd(monthsBefore(last, 1))
}

type Options = { readonly at?: string; readonly window?: string; readonly authority?: string }

/** `hearth measure diff`: the children who move in and out where one text of a measure replaces another. */
export const diffCommand: Command = program =>
  program
    .command('diff <before> <after>')
    .description('the children who move in and out between two texts of a measure; ids or files')
    .option('--at <day>', 'the day; absent: the last month end held')
    .option('--window <window>', "the window; absent: the measure's own")
    .option('--authority <code>', 'a code, or all; absent: our own')
    .addHelpText(
      'after',
      '\nExample:\n  hearth measure diff placed-over-20-miles new/placed-over-20-miles.sql --at 2026-10-31',
    )
    .action(async (first: string, second: string, options: Options, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const open = await openHome(home)
      try {
        const { session } = open
        const before = queried(measureOrFile(home, session, first))
        const after = queried(measureOrFile(home, session, second))
        const at = options.at === undefined ? lastDay(session) : dayOf('at', options.at)
        const period = periodAt(before, at, options.window === undefined ? undefined : windowOf(options.window))
        const authority = authorityOf(session, options.authority, open.council.code)
        const why = await diffDefinitions(session, before, after, period, authority)
        const [was, is] = [figureOf(before, why.before), figureOf(after, why.after)]
        if (json) {
          const moves = why.moves.map(({ cause, members, ...tally }) => ({
            cause,
            ...figureOf(after, tally),
            children: members,
          }))
          process.stdout.write(
            `${JSON.stringify({ before: { measure: before.id, file: before.file, ...was }, after: { measure: after.id, file: after.file, ...is }, window: period.window, period_end: period.end, moves })}\n`,
          )
          return
        }
        process.stdout.write(
          plainTable([
            ['', 'numerator', 'denominator', 'not known', 'children'],
            ['before', was.numerator, was.denominator, was.unknown, ''],
            ...why.moves.map(move => {
              const figure = figureOf(after, move)
              return [
                move.cause,
                figure.numerator,
                figure.denominator,
                figure.unknown,
                move.members.map(one => one.local_id ?? one.subject).join(' '),
              ]
            }),
            ['after', is.numerator, is.denominator, is.unknown, ''],
          ]),
        )
        if (why.moves.length === 0) process.stdout.write('No child moves.\n')
      } finally {
        await open.close()
      }
    })
