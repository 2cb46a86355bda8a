/** How the recent past differs from the average of the window: level, spread from month to month, drift from year to year. */
import type { Level } from './fitted.ts'

/** Months after which a month counts half. */
const HALF_LIFE = 12
/** A year's drift that is supposed where the history says little, as a standard deviation of the logarithm. */
const USUAL_DRIFT = 0.1
/** What that supposition is worth, in yearly changes seen. */
const DRIFT_WORTH = 4
/** Monthly variance over mean that is supposed, and its worth in months. */
const USUAL_DISPERSION = 1.15
const DISPERSION_WORTH = 18

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** The weight of each month, oldest first; all alike where nothing is weighted. They add up to 1. */
export function weightsOf(months: number, weighted: boolean): readonly number[] {
  const raw = Array.from({ length: months }, (_, i) => (weighted ? 0.5 ** ((months - 1 - i) / HALF_LIFE) : 1))
  const all = sum(raw)
  return raw.map(w => w / all)
}

/**
 * How far a walk of 1 a year has gone from its weighted average by now: variance. The level is an average of the past, and the
 * forecast begins today.
 */
export function walkedSince(weights: readonly number[]): number {
  let tail = 0
  let squares = 0
  for (const w of weights) {
    // A step in this month is missed by all that came before it.
    squares += tail * tail
    tail += w
  }
  return squares / 12
}

/**
 * Monthly variance over mean of counts with these expectations, from changes between neighbouring months, so that a slow drift does
 * not pass for spread; shrunk to what is usual, and never under 1.
 */
export function dispersionOf(observed: readonly number[], expected: readonly number[]): number {
  let squares = 0
  let n = 0
  for (let i = 1; i < observed.length; i++) {
    const [e, before] = [expected[i] ?? 0, expected[i - 1] ?? 0]
    if (e + before <= 0) continue
    squares += ((observed[i] ?? 0) - e - (observed[i - 1] ?? 0) + before) ** 2 / (e + before)
    n++
  }
  return Math.min(6, Math.max(1, (squares + USUAL_DISPERSION * DISPERSION_WORTH) / (n + DISPERSION_WORTH)))
}

/**
 * Standard deviation of a year's drift: from the changes of the yearly logarithm of observed over expected, counted back from now,
 * less what chance alone makes of them; two thirds of a walk's variance shows between yearly averages. Shrunk to 10% a year.
 */
export function driftOf(observed: readonly number[], expected: readonly number[], dispersion: number): number {
  const years: { readonly log: number; readonly variance: number }[] = []
  for (let end = observed.length; end >= 12; end -= 12) {
    const [o, e] = [sum(observed.slice(end - 12, end)), sum(expected.slice(end - 12, end))]
    if (o < 5 || e <= 0) break
    years.push({ log: Math.log(o / e), variance: dispersion / o })
  }
  let squares = 0
  for (let i = 1; i < years.length; i++) {
    const [now, before] = [years[i - 1], years[i]]
    if (now && before) squares += 1.5 * ((now.log - before.log) ** 2 - now.variance - before.variance)
  }
  const n = Math.max(0, years.length - 1)
  return Math.sqrt(Math.max(0.02 ** 2, (Math.max(0, squares) + DRIFT_WORTH * USUAL_DRIFT ** 2) / (n + DRIFT_WORTH)))
}

/** The level of the recent past, its sampling error and what the drift may have added since. One event says "as expected". */
export function levelOf(
  observed: readonly number[],
  expected: readonly number[],
  { weighted, dispersion, drift }: { readonly weighted: boolean; readonly dispersion: number; readonly drift: number },
): Level {
  const weights = weightsOf(observed.length, weighted)
  const share = sum(weights.map((w, i) => w * (expected[i] ?? 0)))
  const seen = sum(weights.map((w, i) => w * (observed[i] ?? 0)))
  const one = Math.max(...weights, 0)
  const squares = sum(weights.map((w, i) => w * w * (expected[i] ?? 0)))
  const sampling = share > 0 ? (dispersion * squares) / (share + one) ** 2 : 0
  return {
    log: share > 0 ? Math.log((seen + one) / (share + one)) : 0,
    sd: Math.sqrt(Math.min(1, sampling + drift ** 2 * walkedSince(weights))),
  }
}
