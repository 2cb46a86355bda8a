import { makeForecast } from '../forecast/forecast.ts'
import { scenarioSaid } from '../forecast/what-if-file.ts'
import { keeping } from '../kit/kept.ts'
import type { OfficeForecast } from '../report/office-forecast.ts'
import { askedOf } from './forecast-asked.ts'
import { outturnOf, recordOfIssued } from './forecast-issued.ts'
import { versionsKnown } from './forecast-versions.ts'
import { readParts } from './kept-parts.ts'
import { keptTests } from './kept-test.ts'
import type { OpenHome } from './open-home.ts'

/** As many futures, and the same chance, as the command has: a page and a terminal give one answer. */
const RUNS = 2000
const SEED = 1
/** Answers kept: what a board looks at, and some what-ifs. */
const KEPT = 12

/** The forecasts of a desk: each worked out once. They are looked at and not issued, so none is kept to be scored. */
export function deskForecast(home: string, open: OpenHome): OfficeForecast {
  const kept = keeping<Awaited<ReturnType<OfficeForecast>>>(KEPT)
  return asked => kept(JSON.stringify(asked), () => make(home, open, asked))
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
        parts: readParts(home, code),
      }),
    )
    return { forecast, record: await recordOfIssued(open.records, code, outturnOf(forecast)) }
  } finally {
    earlier.close()
  }
}
