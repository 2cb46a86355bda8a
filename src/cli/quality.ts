import { cureOf, type Fault, sayFault, sayMore, sayRowPlace } from '../report/quality-view.ts'
import { dayOf, type Globals } from './answers.ts'
import type { Command } from './command.ts'
import { openHomeDesk } from './home.ts'

type Options = { readonly at?: string; readonly scorecard?: string; readonly rows?: boolean }

const FIGURES_SHOWN = 4

const sayLines = (fault: Fault, i: number, rows: boolean): readonly string[] => [
  `${String(i + 1).padStart(3)}  ${sayFault(fault)}`,
  ...fault.touches
    .slice(0, FIGURES_SHOWN)
    .map(({ number, title, says }) => `       ${number ? `${number} ` : ''}${title}: ${says}`),
  ...(fault.touches.length > FIGURES_SHOWN ? [`       and ${fault.touches.length - FIGURES_SHOWN} more figures`] : []),
  ...[cureOf(fault)].flatMap(cure => (cure ? [`       ${cure}`] : [])),
  ...(rows
    ? [
        ...fault.rows.map(row => `${row.child ?? '(no child)'}${row.file ? `  ${sayRowPlace(row)}` : ''}`),
        sayMore(fault),
      ]
    : []
  ).flatMap(line => (line ? [`         ${line}`] : [])),
]

/** `hearth quality`: faults of the data, those that could move the scorecard furthest first. */
export const qualityCommand: Command = program =>
  program
    .command('quality')
    .description('faults of the data ranked by how far they could move the scorecard')
    .option('--at <day>', 'the day; absent: the last month end that the data reach')
    .option('--scorecard <name>', 'which scorecard; absent: corporate-parenting')
    .option('--rows', 'also the rows of each fault, up to 20')
    .addHelpText('after', '\nExample:\n  hearth quality --rows')
    .action(async ({ at, scorecard, rows }: Options, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const desk = await openHomeDesk(home)
      try {
        const { atText, faults } = await desk.quality({
          audience: 'analyst',
          ...(at === undefined ? {} : { at: dayOf('at', at) }),
          ...(scorecard === undefined ? {} : { scorecard }),
        })
        if (json) {
          process.stdout.write(`${JSON.stringify({ faults })}\n`)
          return
        }
        process.stdout.write(
          faults.length === 0
            ? `Nothing in the data of ${atText} is not known or could not be used.\n`
            : `Faults behind the scorecard of ${atText}, those that could move it furthest first\n\n${faults.flatMap((fault, i) => sayLines(fault, i, rows === true)).join('\n')}\n`,
        )
      } finally {
        desk.close()
      }
    })
