import { type Range, rangeOf } from '../analysis/forecast/ranges.ts'
import type { Day } from '../kit/day.ts'
import type { DrawnSeries } from './drawn-series.ts'
import { naiveOf } from './likely-values.ts'
import type { ForecastPoint } from './result.ts'

const besides = ({ median, p50, p80, p95 }: Range): ForecastPoint['naive'] => ({ median, p50, p80, p95 })

/** The months of a series: the range of its likely values, with no change beside it. */
export function pointsOf(
  drawn: DrawnSeries,
  likely: readonly Float64Array[] | null,
  ends: readonly Day[],
): readonly ForecastPoint[] {
  return ends.flatMap((periodEnd, month) => {
    const values = likely?.[month]
    if (!values) return []
    const naive = naiveOf(drawn, month + 1)
    return { ...rangeOf(values), periodEnd, naive: naive && besides(rangeOf(naive)) }
  })
}

/** The months of a series where there is no model: no change is all there is. */
export function naivePoints(
  drawn: Pick<DrawnSeries, 'name' | 'past' | 'stand'>,
  ends: readonly Day[],
): readonly ForecastPoint[] {
  return ends.flatMap((periodEnd, month) => {
    const naive = naiveOf(drawn, month + 1)
    if (!naive) return []
    const range = rangeOf(naive)
    return { ...range, periodEnd, naive: besides(range) }
  })
}
