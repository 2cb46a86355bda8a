import type { Command as Program } from 'commander'
import { forecastSpan } from '../forecast/forecast.ts'
import {
  type LinesStudy,
  type OwnStudy,
  ownStudy,
  type StudyRow,
  studyLines,
  studyWorld,
  worlds,
} from '../forecast/study.ts'
import { sayCount, sayNumber } from '../kit/text.ts'
import { type Globals, today } from './answers.ts'
import { numberOf } from './forecast-number.ts'
import { versionsKnown } from './forecast-versions.ts'
import { openHome } from './home.ts'
import { keepParts } from './kept-parts.ts'
import { plainTable } from './plain-table.ts'

type Options = { readonly councils: string; readonly runs: string; readonly seed: string; readonly own?: boolean }
type Share = { readonly value: number; readonly low: number; readonly high: number }

const percent = (share: number): string => `${sayNumber(share * 100)}%`
const sayShare = ({ value, low, high }: Share): string => `${percent(value)} (${percent(low)} to ${percent(high)})`

/** The table of the study, a line a world and method. */
function sayWorlds(rows: readonly StudyRow[], councils: number): string {
  const head = [
    'world',
    'method',
    '80% range held',
    '95% range held',
    'width of 80%',
    'error',
    'CRPS',
    'CRPS less no change',
    '± 2 s.e.',
  ]
  const lines = rows.map(row => [
    row.world,
    row.method === 'naive' ? 'no change' : row.method === 'issued' ? 'as printed' : row.method,
    sayShare(row.coverage80),
    sayShare(row.coverage95),
    sayNumber(row.width80, 1),
    sayNumber(row.mae, 2),
    sayNumber(row.crps, 2),
    sayNumber(row.difference, 2),
    row.standardError === null ? 'not known' : sayNumber(2 * row.standardError, 2),
  ])
  return `Synthetic councils whose truth is known: ${sayCount(councils, 'council')} a world, 84 months, forecast 12 months ahead.\n${plainTable([head, ...lines])}`
}

/** How far out the lines end that go on as the last months did. */
function sayLines(rows: readonly LinesStudy[]): string {
  const head = [
    'world',
    'no change',
    ...(rows[0]?.lines ?? []).map(({ span }) => `last ${sayCount(span, 'month')}`),
    'came between them',
  ]
  const lines = rows.map(({ world, noChange, lines: own, between }) => [
    world,
    sayNumber(noChange, 1),
    ...own.map(({ mae }) => sayNumber(mae, 1)),
    sayShare(between),
  ])
  return `\nIf the change of the last months went on: the error 12 months ahead, in children, on the same councils.\n${plainTable([head, ...lines])}`
}

function sayOwn({ tested, parts: { skills } }: OwnStudy, council: string): string {
  const rows = tested.total.flatMap(line => [
    [
      sayCount(line.horizon, 'month'),
      line.origins,
      'as printed',
      sayNumber(line.mae, 1),
      sayNumber(line.crps, 1),
      sayShare(line.coverage80),
    ],
    [
      sayCount(line.horizon, 'month'),
      line.origins,
      'the model alone',
      sayNumber(line.model.mae, 1),
      sayNumber(line.model.crps, 1),
      sayShare(line.model.coverage80),
    ],
    [
      sayCount(line.horizon, 'month'),
      line.origins,
      'no change',
      sayNumber(line.naiveMae, 1),
      sayNumber(line.naiveCrps, 1),
      '',
    ],
    ...(line.stockAndFlow
      ? [
          [
            sayCount(line.horizon, 'month'),
            line.origins,
            'stock and flow',
            sayNumber(line.stockAndFlow.mae, 1),
            sayNumber(line.stockAndFlow.crps, 1),
            sayShare(line.stockAndFlow.coverage80),
          ],
        ]
      : []),
  ])
  const took = tested.took
    ? `An origin took ${sayNumber(tested.took.model)} ms (fit and futures), and ${sayNumber(tested.took.stockAndFlow)} ms by the stock and flow method.\n`
    : ''
  const worth = skills.map(({ part, horizon, with: on, without, skill }) => [
    part,
    sayCount(horizon, 'month'),
    sayNumber(on, 2),
    sayNumber(without, 2),
    percent(skill),
  ])
  return [
    `${council}: ${tested.note}\n`,
    rows.length === 0 ? '' : plainTable([['ahead', 'origins', 'method', 'error', 'CRPS', '80% range held'], ...rows]),
    took,
    worth.length === 0
      ? ''
      : `\nWhat each part of the method is worth here: CRPS with it and without; above 0% it helps.\n${plainTable([['part', 'ahead', 'with', 'without', 'gain'], ...worth])}`,
  ].join('')
}

/** `hearth forecast study`: how well the method does where the truth is known, and on the council's own past. */
export function studyForecasts(program: Program): void {
  program
    .command('study')
    .description('how well the method does: on synthetic councils whose truth is known, and on our own past')
    .option('--councils <number>', 'synthetic councils a world; 0: our own past only', '150')
    .option('--runs <number>', 'futures of each', '300')
    .option('--seed <number>', 'the first council’s seed', '5001')
    .option('--no-own', 'synthetic councils only: nothing of the home is opened')
    .addHelpText('after', '\nExample:\n  hearth forecast study --councils 150')
    .action(async (given: Options, command: Program) => {
      const { home, json } = command.optsWithGlobals<Globals>()
      // `forecast` has a --runs and a --seed too, and takes what is given wherever it stands.
      const taken = (name: 'runs' | 'seed'): string =>
        command.parent?.getOptionValueSource(name) === 'cli' ? String(command.parent.getOptionValue(name)) : given[name]
      const options = { ...given, runs: taken('runs'), seed: taken('seed') }
      const councils = numberOf('councils', options.councils, 0, 10_000)
      const [runs, seed] = [numberOf('runs', options.runs, 50, 20_000), numberOf('seed', options.seed, 0, 2 ** 31 - 1)]
      const rows = worlds.flatMap(world =>
        councils === 0
          ? []
          : studyWorld(world, { councils, runs, firstSeed: seed }, done => {
              if (process.stderr.isTTY) process.stderr.write(`\r${world.name}: ${done} of ${councils}\u001b[K`)
            }),
      )
      const lines = councils === 0 ? [] : worlds.map(world => studyLines(world, { councils, firstSeed: seed }))
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
      const own = options.own === false ? null : await studyOwn(home, runs, seed)
      process.stdout.write(
        json
          ? `${JSON.stringify({ worlds: rows, lines, own: own?.study ?? null })}\n`
          : [
              rows.length === 0 ? '' : sayWorlds(rows, councils) + sayLines(lines),
              own ? `\n${sayOwn(own.study, own.council)}` : '',
            ].join(''),
      )
    })
}

async function studyOwn(
  home: string,
  runs: number,
  seed: number,
): Promise<{ readonly study: OwnStudy; readonly council: string }> {
  const open = await openHome(home)
  const known = await versionsKnown(home, open.records, open.version.number)
  try {
    const { engine } = open.session
    const span = await forecastSpan(engine, open.council.code, undefined)
    const authority = open.council.code
    const asked = { authority, ...span, runs, seed, earlier: known.versions, today: today() }
    const study = await ownStudy(engine, asked)
    // Every forecast says what the parts were worth when they were last tested.
    keepParts(home, authority, study.parts)
    return { study, council: open.council.name }
  } finally {
    known.close()
    await open.close()
  }
}
