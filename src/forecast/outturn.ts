import { monthlyOf } from '../analysis/forecast/monthly.ts'
import type { Engine } from '../engine/engine.ts'
import { drawnSeries } from './drawn-series.ts'
import { careHistory } from './exposure.ts'
import { forecastSpan } from './forecast.ts'
import { type Outturns, outturnsOf } from './record.ts'

/** What came at each month end that is known, without a gap before the last: what issued forecasts are held against. */
export async function pastOf(engine: Engine, authority: string): Promise<Outturns> {
  const span = await forecastSpan(engine, authority, undefined)
  const { history } = await careHistory(engine, { authority, ...span })
  return outturnsOf(drawnSeries({ groups: history.groups, cost: null }, monthlyOf(history)))
}
