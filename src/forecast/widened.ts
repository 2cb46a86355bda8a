import { fitHistory } from '../analysis/forecast/fit.ts'
import { monthlyOf } from '../analysis/forecast/monthly.ts'
import type { Asked } from '../analysis/forecast/plan.ts'
import { presentOf } from '../analysis/forecast/present.ts'
import { simulate } from '../analysis/forecast/simulate.ts'
import type { Engine } from '../engine/engine.ts'
import type { Day } from '../kit/day.ts'
import { drawnSeries } from './drawn-series.ts'
import { careHistory } from './exposure.ts'
import { priceBook } from './prices.ts'
import type { RunOn } from './what-if-runs.ts'

export type WidenedFrom = {
  readonly authority: string
  readonly from: Day
  readonly until: Day
  /** The placements of the history. */
  readonly groups: readonly string[]
  readonly inflation: number
  readonly asked: Asked
}

/**
 * A history fitted again with placements beside in which nobody has lived, and its futures without a what-if. How long children stay
 * there, and where they go, is what holds for all. Where a new placement has no price nothing is said of cost: its days would be free.
 */
export async function widenedBy(
  engine: Engine,
  { authority, from, until, groups, inflation, asked: { prices: _, ...asked } }: WidenedFrom,
  added: readonly string[],
): Promise<RunOn | null> {
  const all = [...groups, ...added]
  const { history, weekly } = await careHistory(engine, { authority, from, until, groups: all })
  const fitted = fitHistory(history)
  if (fitted.kind === 'not fitted') return null
  const book = await priceBook(engine, { authority, until, groups: all, inflation })
  const priced = book.kind === 'priced' && !added.some(group => book.unpriced.includes(group))
  const present = presentOf(history, weekly)
  const wider = { ...asked, ...(priced ? { prices: book.prices } : {}) }
  const base = await simulate(fitted, present, wider)
  return { fitted, present, asked: wider, base, drawn: drawnSeries(base, monthlyOf(history)) }
}
