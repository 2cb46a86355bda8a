import { type BlendAt, blendedRange, blendFor } from '../analysis/forecast/blend.ts'
import type { Futures } from '../analysis/forecast/futures.ts'
import { naiveFlow, naiveStock } from '../analysis/forecast/naive.ts'
import { monthOf, rangeOf } from '../analysis/forecast/ranges.ts'
import { seriesOf } from '../analysis/forecast/series.ts'
import type { Day } from '../kit/day.ts'
import type { DrawnSeries } from './drawn-series.ts'
import type { ForecastPoint } from './result.ts'

/** Equally likely values of no change, so many months ahead; null where the series has no past to go by. */
function naiveOf({ name, past }: Pick<DrawnSeries, 'name' | 'past'>, ahead: number): Float64Array | null {
  const values = past.map(({ value }) => value)
  if (name === 'in care') return naiveStock(values, ahead)
  return name === 'starts' || name === 'ends' ? naiveFlow(values) : null
}

/**
 * The months of a series: the range of its futures, with no change beside it. Where a back-test has a record of the series, the range
 * is as wide as that asks for, and averaged with no change.
 */
export function pointsOf(
  drawn: DrawnSeries,
  futures: Futures,
  ends: readonly Day[],
  blends: readonly BlendAt[] | null,
): readonly ForecastPoint[] {
  const values = seriesOf(futures, drawn.series)
  if (!values) return []
  return ends.map((periodEnd, month) => {
    const naive = naiveOf(drawn, month + 1)
    const future = monthOf(values, futures, month)
    const { median, p80, p95 } = rangeOf(naive ?? [])
    return {
      ...(naive && blends ? blendedRange(future, naive, blendFor(blends, month + 1)) : rangeOf(future)),
      periodEnd,
      naive: naive && { median, p80, p95 },
    }
  })
}

/** The months of a series where there is no model: no change is all there is. */
export function naivePoints(drawn: Pick<DrawnSeries, 'name' | 'past'>, ends: readonly Day[]): readonly ForecastPoint[] {
  return ends.flatMap((periodEnd, month) => {
    const naive = naiveOf(drawn, month + 1)
    if (!naive) return []
    const range = rangeOf(naive)
    return { ...range, periodEnd, naive: { median: range.median, p80: range.p80, p95: range.p95 } }
  })
}
