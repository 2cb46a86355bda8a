import { createHash } from 'node:crypto'
import { forecastSpan } from '../forecast/forecast.ts'
import { type KeptForecast, keptOf, type Outturns, recordOf } from '../forecast/record.ts'
import type { Forecast, RecordLine } from '../forecast/result.ts'
import { type Day, sayDay } from '../kit/day.ts'
import type { IssuedForecast, Records } from '../records/records.ts'
import type { OpenHome } from './open-home.ts'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an issued forecast holds. A content that was changed after it was sealed is not read. */
export function keptIn({ content, seal }: IssuedForecast): KeptForecast | null {
  return sha(content) === seal ? (JSON.parse(content) as KeptForecast) : null
}

/** Why a forecast is not one to be held to; null where it is: it starts from `last`, the last month end that the data reach. */
export function whyNotKept({ standing, at }: Pick<Forecast, 'standing' | 'at'>, last: Day | null): string | null {
  if (standing.kind === 'nothing') return 'Not kept: there is nothing in it to hold against what comes.'
  if (at === last) return null
  return `Not kept: it starts from ${sayDay(at)}.${last === null ? '' : ` One that starts from ${sayDay(last)}, the last month end that the data reach, is kept and held against what comes.`}`
}

/** Keeps a forecast as issued; gives its number. The same one made again, of the same history and options, is the same one. */
function issue(records: Records, forecast: Forecast, dataVersion: number): Promise<number> {
  const kept = keptOf(forecast)
  const { authority, at, horizon, seed, runs, method, history, inflation } = kept
  const content = JSON.stringify(kept)
  return records.forecasts.issue({
    mark: sha(JSON.stringify([authority, at, horizon, seed, runs, method, history, inflation])),
    at,
    dataVersion,
    method,
    content,
    seal: sha(content),
  })
}

/** A forecast that was kept has a number; one that was not, why not. */
export type Issued =
  | { readonly issued: number; readonly notKept: null }
  | { readonly issued: null; readonly notKept: string }

/** Keeps a forecast of an open home as issued, if it is one to be held to. */
export async function issueFrom({ records, session, version }: OpenHome, forecast: Forecast): Promise<Issued> {
  const last = await forecastSpan(session.engine, forecast.authority, undefined).then(
    ({ until }) => until,
    () => null,
  )
  const notKept = whyNotKept(forecast, last)
  if (notKept !== null) return { issued: null, notKept }
  return { issued: await issue(records, forecast, version.number), notKept }
}

/** The record of what was issued of an authority, held against what is known now. */
export async function recordOfIssued(
  records: Records,
  authority: string,
  outturns: Outturns,
): Promise<readonly RecordLine[]> {
  const issued = (await records.forecasts.all()).flatMap(one => keptIn(one) ?? [])
  return recordOf(
    issued.filter(kept => kept.authority === authority),
    outturns,
  )
}
