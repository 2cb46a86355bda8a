/** How good a forecast was, once the outturn is known. Values are equally likely futures, sorted. */
import { type Interval, wilson } from '../interval.ts'
import { quantileOfSorted } from './ranges.ts'

/**
 * The continuous ranked probability score in the unit of the figure, lower is better: an error that counts the spread too. The fair
 * form for samples, so that few runs are no advantage. Source: Ferro 2014; Gneiting and Raftery 2007.
 */
export function crps(sorted: ArrayLike<number>, actual: number): number {
  const n = sorted.length
  let away = 0
  let apart = 0
  for (let i = 0; i < n; i++) {
    const value = sorted[i] ?? 0
    away += Math.abs(value - actual)
    apart += value * (2 * i - n + 1)
  }
  return away / n - (n > 1 ? apart / (n * (n - 1)) : 0)
}

/** The score of one quantile: p times what the outturn was above it, 1 − p times what it was below. Source: Koenker and Bassett 1978. */
export const pinball = (quantile: number, actual: number, p: number): number =>
  actual >= quantile ? p * (actual - quantile) : (1 - p) * (quantile - actual)

/** The quantiles that a back-test scores by pinball. */
export const scoredQuantiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const

/** Mean pinball score over the scored quantiles. */
export const meanPinball = (sorted: ArrayLike<number>, actual: number): number =>
  scoredQuantiles.reduce((sum, p) => sum + pinball(quantileOfSorted(sorted, p), actual, p), 0) / scoredQuantiles.length

/** Width of a range and what it was missed by: lower is better. `level` is 0.8 for an 80% range. Source: Gneiting and Raftery 2007. */
export function intervalScore([low, high]: Interval, actual: number, level: number): number {
  const missed = Math.max(0, low - actual) + Math.max(0, actual - high)
  return high - low + (2 / (1 - level)) * missed
}

/** Where the outturn lay in the forecast: the share of futures below it, ties half. Evenly spread over 0 to 1 when all is well. */
export function pit(sorted: ArrayLike<number>, actual: number): number {
  let below = 0
  for (let i = 0; i < sorted.length; i++) below += (sorted[i] ?? 0) < actual ? 1 : sorted[i] === actual ? 0.5 : 0
  return below / sorted.length
}

/** The central range of so much: 0.8 gives the 10th to the 90th percentile. */
export const centralRange = (sorted: ArrayLike<number>, level: number): Interval => [
  quantileOfSorted(sorted, (1 - level) / 2),
  quantileOfSorted(sorted, (1 + level) / 2),
]

export const holds = ([low, high]: Interval, actual: number): boolean => low <= actual && actual <= high

/** How often ranges held, with its own interval. */
export type Coverage = {
  readonly held: number
  readonly of: number
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Coverage with Wilson's interval. Forecasts h months ahead made every month share their fate: the sample is worth `of` / h, so the
 * interval is that of so few (statistics.md 3.4). `effective` is that number, at least 1.
 */
export function coverageOf(held: number, of: number, effective = of): Coverage {
  if (of === 0) return { held, of, value: Number.NaN, low: 0, high: 1 }
  const n = Math.min(of, Math.max(1, effective))
  const [low, high] = wilson((held / of) * n, n)
  return { held, of, value: held / of, low, high }
}

/** Mean absolute change over `lag` months: what errors are scaled by; null where there is none. Source: Hyndman and Koehler 2006. */
export function scaleOf(totals: readonly number[], lag: number): number | null {
  let sum = 0
  for (let i = lag; i < totals.length; i++) sum += Math.abs((totals[i] ?? 0) - (totals[i - lag] ?? 0))
  return sum > 0 ? sum / (totals.length - lag) : null
}
