import { makeForecast } from '../forecast/forecast.ts'
import { partsTold } from '../forecast/parts.ts'
import { outturnsOf } from '../forecast/record.ts'
import { scenarioSaid } from '../forecast/what-if-file.ts'
import { keeping } from '../kit/kept.ts'
import type { OfficeForecast } from '../report/office-forecast.ts'
import { askedOf } from './forecast-asked.ts'
import { issueFrom, recordOfIssued } from './forecast-issued.ts'
import { versionsKnown } from './forecast-versions.ts'
import { readParts } from './kept-parts.ts'
import { keptTests } from './kept-test.ts'
import type { OpenHome } from './open-home.ts'

/** As many futures, and the same chance, as the command has: a page and a terminal give one answer. */
const RUNS = 2000
const SEED = 1
/** Answers kept: what a board looks at, and some what-ifs. */
const KEPT = 12

/**
 * The forecasts of a desk: each worked out once. Those that are only looked at are not kept to be scored; `told`, where they go into a
 * paper or an edition, they are, as the command's are: a board is told nothing that is not held against what comes.
 */
export function deskForecast(home: string, open: OpenHome, told: boolean): OfficeForecast {
  const kept = keeping<Awaited<ReturnType<OfficeForecast>>>(KEPT)
  return async asked => {
    const { forecast, record } = await kept(JSON.stringify(asked), async () => {
      const found = await make(home, open, asked)
      if (told) await issueFrom(open, found.forecast)
      return found
    })
    // The parts may have been tested since: what is told of them is what is kept now.
    return { record, forecast: { ...forecast, parts: partsTold(readParts(home, forecast.authority), forecast) } }
  }
}

async function make(
  home: string,
  open: OpenHome,
  { at, horizon, whatIfs }: Parameters<OfficeForecast>[0],
): ReturnType<OfficeForecast> {
  const { code } = open.council
  const earlier = await versionsKnown(home, open.records, open.version.number)
  try {
    const forecast = await makeForecast(
      open.session.engine,
      await askedOf(home, open, code, {
        ...(at === undefined ? {} : { at }),
        horizon,
        runs: RUNS,
        seed: SEED,
        inflation: 0,
        scenarios: whatIfs.map(scenarioSaid),
        earlier: earlier.versions,
        kept: keptTests(home, code),
      }),
    )
    return { forecast, record: await recordOfIssued(open.records, code, outturnsOf(forecast.series)) }
  } finally {
    earlier.close()
  }
}
