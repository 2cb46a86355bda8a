import type { Limits } from './control-chart.ts'
import type { Placed } from './run-rules.ts'

/** The chance beyond three sigma, and beyond two, on each side of a normal distribution. */
const BEYOND_3 = 0.00135
const BEYOND_2 = 0.02275

/** A distribution of whole counts: P(X ≤ k), P(X ≥ k), its mean, and the most it can be. */
export type Counts = {
  readonly mean: number
  readonly most: number
  readonly atMost: (k: number) => number
  readonly atLeast: (k: number) => number
}

/** The lowest whole number from `from` to `to` for which a test that turns true once is true; `to` if none is. */
function firstWhole(from: number, to: number, test: (k: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The outermost counts that an unchanged process reaches with at least this chance on each side. */
function reach(counts: Counts, tail: number): readonly [low: number, high: number] {
  const low = firstWhole(0, Math.floor(counts.mean), k => counts.atMost(k) >= tail)
  const high = firstWhole(Math.floor(counts.mean) + 1, counts.most + 1, k => counts.atLeast(k) < tail) - 1
  return [low, high]
}

/**
 * Exact tail limits in counts: beyond one lies at most 0.00135 of an unchanged process (near limits: 0.02275), as three
 * and two sigma would of a normal one. A count on a limit is inside. Statistics.md 1.4.
 */
export function exactLimits(counts: Counts): Limits {
  const [low, high] = reach(counts, BEYOND_3)
  const [nearLow, nearHigh] = reach(counts, BEYOND_2)
  return { centre: counts.mean, low, high, nearLow, nearHigh }
}

/** Two- and three-sigma limits about a centre. */
export const sigmaLimits = (centre: number, sigma: number): Limits => ({
  centre,
  low: centre - 3 * sigma,
  high: centre + 3 * sigma,
  nearLow: centre - 2 * sigma,
  nearHigh: centre + 2 * sigma,
})

/** The wider of two sets of limits about one centre. */
export const widest = (a: Limits, b: Limits): Limits => ({
  centre: a.centre,
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
  nearLow: Math.min(a.nearLow, b.nearLow),
  nearHigh: Math.max(a.nearHigh, b.nearHigh),
})

/** Limits in another unit. */
export const scaled = (limits: Limits, by: number): Limits => ({
  centre: limits.centre * by,
  low: limits.low * by,
  high: limits.high * by,
  nearLow: limits.nearLow * by,
  nearHigh: limits.nearHigh * by,
})

/** How likely a count of an unchanged process is to lie above, and below, its mean. */
export function chanceOfSides(counts: Counts): Placed['chance'] {
  const { mean } = counts
  const on = Math.abs(mean - Math.round(mean)) < 1e-9
  const [below, above] = on ? [Math.round(mean) - 1, Math.round(mean) + 1] : [Math.floor(mean), Math.ceil(mean)]
  return { above: counts.atLeast(above), below: counts.atMost(below) }
}

/** Above this, points spread more than their counts explain, and Laney's correction applies (statistics.md 1.4). */
const SPREAD = 1.2

/**
 * Laney's sigma_z from standardised values in order: their average moving range over 1.128. A gap (null) takes both
 * ranges beside it away. 1 where it is at most 1.2 or can't be worked out, so that limits are never drawn tighter than
 * the counts explain. Source: Laney 2002 (Quality Engineering 14:531).
 */
export function laneySpread(z: readonly (number | null)[]): number {
  const ranges = z.flatMap((value, i) => {
    const before = z[i - 1] ?? null
    return value === null || before === null ? [] : [Math.abs(value - before)]
  })
  if (ranges.length === 0) return 1
  const spread = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / 1.128
  return spread > SPREAD ? spread : 1
}
