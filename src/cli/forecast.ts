import { MOST_MONTHS, makeForecast } from '../forecast/forecast.ts'
import { outturnsOf } from '../forecast/record.ts'
import { readWhatIfs, scenarioSaid } from '../forecast/what-if-file.ts'
import { UserError } from '../kit/error.ts'
import { forecastView } from '../report/forecast-page.ts'
import { dayOf, type Globals, wordOf } from './answers.ts'
import type { Command } from './command.ts'
import { askedOf } from './forecast-asked.ts'
import { issueFrom, recordOfIssued } from './forecast-issued.ts'
import { forecastCsv, forecastJson } from './forecast-json.ts'
import { listForecasts, scoreForecasts } from './forecast-list.ts'
import { numberOf } from './forecast-number.ts'
import { sayForecast } from './forecast-said.ts'
import { studyForecasts } from './forecast-study.ts'
import { versionsKnown } from './forecast-versions.ts'
import { openHome } from './home.ts'
import { readParts } from './kept-parts.ts'
import { keptTests } from './kept-test.ts'
import { authorityOf } from './series.ts'

type Options = {
  readonly at?: string
  readonly horizon: string
  readonly whatIf?: string
  readonly say: readonly string[]
  readonly format: string
  readonly runs: string
  readonly seed: string
  readonly feeInflation: string
  readonly authority?: string
}

const many = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

/** A forecast is of one council. Throws HEARTH-1001. */
function oneAuthority(code: string | undefined): string {
  if (code !== undefined) return code
  throw new UserError(
    'HEARTH-1001',
    'A forecast is of one authority, not of all.',
    'Give one code with --authority, or leave it out for our own.',
  )
}

/** `hearth forecast`: children in care, starts, ends and cost to come, with ranges; what-ifs; and the record of forecasts made before. */
export const forecastCommand: Command = program => {
  const command = program
    .command('forecast')
    .description('children in care, placements and cost to come, with ranges; what-ifs; the record of forecasts')
    .option('--at <day>', 'the day to start from; absent: the last month end that the data reach')
    .option('--horizon <months>', 'how many months ahead, up to 36', '24')
    .option('--what-if <file>', 'a file of what-ifs (docs/guides/forecasts.md)')
    .option('--say <sentence>', 'a what-if in a sentence; may be given again', many, [])
    .option('--format <format>', 'text, json or csv', 'text')
    .option('--runs <number>', 'how many futures', '2000')
    .option('--seed <number>', 'where chance begins: the same seed gives the same forecast', '1')
    .option('--fee-inflation <percent>', 'what prices grow by in a year, a stated assumption', '0')
    .option('--authority <code>', 'a code; absent: our own')
    .addHelpText(
      'after',
      '\nExample:\n  hearth forecast --horizon 24 --say "from April 2027, 20% fewer teenagers enter"',
    )
    .action(async (options: Options, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const format = json ? 'json' : wordOf('format', options.format, ['text', 'json', 'csv'])
      const asked = {
        ...(options.at === undefined ? {} : { at: dayOf('at', options.at) }),
        horizon: numberOf('horizon', options.horizon, 1, MOST_MONTHS),
        runs: numberOf('runs', options.runs, 100, 20_000),
        seed: numberOf('seed', options.seed, 0, 2 ** 31 - 1),
        inflation: numberOf('fee-inflation', options.feeInflation, -50, 100, false) / 100,
        scenarios: [
          ...(options.whatIf === undefined ? [] : readWhatIfs(options.whatIf)),
          ...options.say.map(scenarioSaid),
        ],
      }
      const open = await openHome(home)
      const earlier = await versionsKnown(home, open.records, open.version.number)
      try {
        const authority = oneAuthority(authorityOf(open.session, options.authority, open.council.code))
        const forecast = await makeForecast(
          open.session.engine,
          await askedOf(home, open, authority, {
            ...asked,
            earlier: earlier.versions,
            kept: keptTests(home, authority),
            parts: readParts(home, authority),
          }),
        )
        const { issued, notKept } = await issueFrom(open, forecast)
        const record = await recordOfIssued(open.records, authority, outturnsOf(forecast.series))
        const dataVersion = open.version.number
        process.stdout.write(
          format === 'json'
            ? `${JSON.stringify({ ...forecastJson(forecast, { dataVersion, issued, notKept }), record })}\n`
            : format === 'csv'
              ? forecastCsv(forecast)
              : `${sayForecast(forecastView(forecast, { code: authority, name: authority === open.council.code ? open.council.name : authority }, 'analyst', record))}${notKept ?? `Kept as forecast ${issued}: \`hearth forecast score\` holds it against what comes.`}\n`,
        )
      } finally {
        earlier.close()
        await open.close()
      }
    })
  studyForecasts(command)
  listForecasts(command)
  scoreForecasts(command)
}
