/** Ranges of a series, month by month: never added up from the ranges of its parts. */
import type { Futures } from './futures.ts'
import { type SeriesOf, seriesOf } from './series.ts'

/** One month of a series: in the unit of the series. */
export type Range = {
  readonly median: number
  readonly mean: number
  readonly p50: readonly [low: number, high: number]
  readonly p80: readonly [low: number, high: number]
  readonly p95: readonly [low: number, high: number]
}

/** The p quantile of sorted values, straight lines between them (R's type 7). NaN of none. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p
  const low = sorted[Math.floor(at)] ?? Number.NaN
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at))
}

/** The range of values in any order, each as likely. */
export function rangeOf(values: ArrayLike<number>): Range {
  const sorted = Float64Array.from(values).sort()
  const q = (p: number): number => quantileOfSorted(sorted, p)
  return {
    median: q(0.5),
    mean: sorted.reduce((sum, v) => sum + v, 0) / sorted.length,
    p50: [q(0.25), q(0.75)],
    p80: [q(0.1), q(0.9)],
    p95: [q(0.025), q(0.975)],
  }
}

/** The values of one month (from 0) in every run. */
export function monthOf(values: Float64Array, futures: Pick<Futures, 'runs' | 'months'>, month: number): Float64Array {
  const out = new Float64Array(futures.runs)
  for (let run = 0; run < futures.runs; run++) out[run] = values[run * futures.months + month] ?? 0
  return out
}

/** The ranges of a series by month ahead; null for cost without prices. */
export function rangesOf(futures: Futures, series: SeriesOf): readonly Range[] | null {
  const values = seriesOf(futures, series)
  return values && Array.from({ length: futures.months }, (_, month) => rangeOf(monthOf(values, futures, month)))
}
