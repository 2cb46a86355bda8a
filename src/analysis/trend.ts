import type { Day } from '../kit/day.ts'
import { normalBelow } from './distribution.ts'
import { type Interval, medianOf, zOf } from './interval.ts'
import { sideOf, type Way } from './run-rules.ts'

export type MannKendall = {
  /** Rises less falls over all pairs, and its variance with ties taken out. */
  readonly s: number
  readonly variance: number
  /** Two-sided; exact for up to 10 values without ties, otherwise normal with a continuity correction. */
  readonly p: number
}

/**
 * The Mann–Kendall test for a rise or fall over independent values in order. Null for fewer than 3.
 * Sources: Mann 1945; Kendall 1975, for ties and the exact distribution (by counting inversions); Gilbert 1987, section 16.4.
 */
export function mannKendall(values: readonly number[]): MannKendall | null {
  const n = values.length
  if (n < 3) return null
  let s = 0
  values.forEach((value, i) => {
    for (const earlier of values.slice(0, i)) s += sideOf(value, earlier)
  })
  const ties = [...tally(values).values()].filter(count => count > 1)
  const of = (k: number): number => k * (k - 1) * (2 * k + 5)
  const variance = (of(n) - ties.reduce((sum, t) => sum + of(t), 0)) / 18
  if (variance === 0) return { s, variance, p: 1 }
  if (n <= 10 && ties.length === 0) return { s, variance, p: exactKendall(n, s) }
  const z = (Math.abs(s) - 1) / Math.sqrt(variance)
  return { s, variance, p: s === 0 ? 1 : 2 * normalBelow(-z) }
}

function tally(values: readonly number[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1)
  return found
}

/** P(|S| ≥ |s|) over all orders of n different values, from the number of orders with each number of inversions. */
function exactKendall(n: number, s: number): number {
  let orders = [1]
  for (let k = 2; k <= n; k++) {
    const next = new Array<number>(orders.length + k - 1).fill(0)
    orders.forEach((count, i) => {
      for (let j = 0; j < k; j++) next[i + j] = (next[i + j] ?? 0) + count
    })
    orders = next
  }
  const pairs = (n * (n - 1)) / 2
  const all = orders.reduce((sum, count) => sum + count, 0)
  return orders.reduce((sum, count, i) => sum + (Math.abs(pairs - 2 * i) >= Math.abs(s) ? count : 0), 0) / all
}

/**
 * The Theil–Sen slope of values at times, in their unit for each unit of time, with its interval; null for fewer than two
 * different times. The interval is null where there are too few pairs. Sources: Sen 1968; Gilbert 1987, section 16.5.
 */
export function theilSen(
  values: readonly number[],
  times: readonly number[] = values.map((_, i) => i),
  confidence = 0.95,
): { readonly slope: number; readonly interval: Interval | null } | null {
  const slopes: number[] = []
  values.forEach((value, i) => {
    for (let j = 0; j < i; j++) {
      const run = (times[i] ?? 0) - (times[j] ?? 0)
      if (run !== 0) slopes.push((value - (values[j] ?? 0)) / run)
    }
  })
  const slope = medianOf(slopes)
  if (slope === null) return null
  slopes.sort((a, b) => a - b)
  const reach = zOf(confidence) * Math.sqrt(mannKendall(values)?.variance ?? 0)
  const below = Math.floor((slopes.length - reach) / 2)
  const [low, high] = [slopes[below - 1], slopes[slopes.length - below]]
  return { slope, interval: reach === 0 || low === undefined || high === undefined ? null : [low, high] }
}

/** A figure of one period, both days in it. */
export type TrendPeriod = { readonly from: Day; readonly to: Day; readonly value: number | null }

export type Refusal = 'fewer than five periods' | 'periods overlap' | 'a period is missing' | 'a break in the series'

/**
 * Why no trend may be tested, or null where it may: fewer than five, overlapping periods (rolling figures), a gap, or a
 * break of definition after the first. Source: Fingertips trend markers, statistics.md 1.5.
 */
export function trendRefusal(periods: readonly TrendPeriod[], breaks: readonly Day[] = []): Refusal | null {
  const [first] = periods
  if (periods.length < 5 || !first) return 'fewer than five periods'
  if (periods.some((period, i) => i > 0 && period.from <= (periods[i - 1]?.to ?? ''))) return 'periods overlap'
  if (periods.some(period => period.value === null)) return 'a period is missing'
  return breaks.some(on => on > first.from && on <= (periods.at(-1)?.to ?? '')) ? 'a break in the series' : null
}

/** Below this a trend is said. Fingertips uses 99.8%; a board's 12 months could never reach that, so 95% and never alone. */
export const TREND_P = 0.05

/** A rise or fall that a p below 0.05 bears out, or null. */
export const trendWay = (estimate: number, p: number): Way | null =>
  p >= TREND_P || estimate === 0 ? null : estimate > 0 ? 'high' : 'low'
