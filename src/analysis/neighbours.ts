import { differenceOf } from './difference.ts'
import { type Interval, meanInterval, medianOf, rateInterval, type Spread, wilson, zOf } from './interval.ts'
import { wayFrom } from './paired-change.ts'
import { quantileOf } from './quantile.ts'

/** A figure of one authority and, where the numbers behind it are known, its interval at any confidence. */
export type Estimate = { readonly value: number; readonly intervalAt: ((confidence: number) => Interval) | null }

/** A published figure whose numbers are not. It can be placed, but its place has no range. */
export const bareEstimate = (value: number): Estimate => ({ value, intervalAt: null })

/** `x` of `n` (above 0), as a fraction. */
export const proportionEstimate = (x: number, n: number): Estimate => ({
  value: x / n,
  intervalAt: confidence => wilson(x, n, zOf(confidence)),
})

/** `x` events in `exposure` (above 0), per `per`. */
export const rateEstimate = (x: number, exposure: number, per = 1): Estimate => ({
  value: (x * per) / exposure,
  intervalAt: confidence => rateInterval(x, exposure, per, confidence),
})

/** A mean; bare where fewer than two cases are known. */
export function meanEstimate(spread: Spread): Estimate | null {
  if (spread.mean === null) return null
  const mean = spread.mean
  return { value: mean, intervalAt: spread.sd === null ? null : c => meanInterval(spread, c) ?? [mean, mean] }
}

export type Distribution = {
  /** Neighbours with a figure; our own is not among them. */
  readonly n: number
  readonly mean: number
  readonly median: number
  readonly lowerQuartile: number
  readonly upperQuartile: number
  readonly low: number
  readonly high: number
  /** How many of them lie below our own figure, and above it. */
  readonly below: number
  readonly above: number
}

/** The neighbours' figures as a distribution, with our own placed in it; null where none has a figure. In their unit. */
export function distributionOf(own: number, neighbours: readonly number[]): Distribution | null {
  const median = medianOf(neighbours)
  if (median === null) return null
  const n = neighbours.length
  return {
    n,
    mean: neighbours.reduce((sum, v) => sum + v, 0) / n,
    median,
    lowerQuartile: quantileOf(neighbours, 0.25) ?? median,
    upperQuartile: quantileOf(neighbours, 0.75) ?? median,
    low: Math.min(...neighbours),
    high: Math.max(...neighbours),
    below: neighbours.filter(v => v < own).length,
    above: neighbours.filter(v => v > own).length,
  }
}

/** A quarter of the authorities: 1 holds the lowest figures, 4 the highest. */
export type Quarter = 1 | 2 | 3 | 4

/** The quarter a value falls in among all the figures (our own among them); on a quartile is the lower quarter. */
export function quarterOf(value: number, all: readonly number[]): Quarter | null {
  const [first, second, third] = [0.25, 0.5, 0.75].map(p => quantileOf(all, p))
  if (first == null || second == null || third == null) return null
  if (value <= first) return 1
  return value <= second ? 2 : value <= third ? 3 : 4
}

/** Our quarter, and those that our own 95% interval reaches; `range` is null where our own numbers are not known. */
export function quarterBand(
  own: Estimate,
  others: readonly Estimate[],
): { readonly quarter: Quarter; readonly range: readonly [Quarter, Quarter] | null } | null {
  const all = [own, ...others].map(estimate => estimate.value)
  const quarter = quarterOf(own.value, all)
  if (quarter === null || others.length === 0) return null
  const interval = own.intervalAt?.(0.95)
  const [low, high] = interval ? interval.map(end => quarterOf(end, all)) : [null, null]
  return { quarter, range: low == null || high == null ? null : [low, high] }
}

/** "5th of 11, between 3rd and 8th": 1 is the best where `good` is said, otherwise the highest. */
export type Rank = {
  readonly rank: number
  readonly of: number
  /** Others with exactly our figure. */
  readonly tied: number
  /** Best and worst rank that the numbers allow, or null where ours or any other's are not known. */
  readonly range: readonly [best: number, worst: number] | null
}

/**
 * Our rank among all authorities and how sure it is: another is surely ahead (behind) only where the interval of our
 * difference from it, at a confidence that allows for comparing with all of them (Bonferroni), does not hold 0. The
 * range then holds our true rank with at least `confidence`. No simulation, so the same numbers always say the same.
 * Sources: Mohamad, Goeman and van Zwet 2022 (Biometrics 78:1499, ranks from pairwise differences), Holm 2013; the
 * difference by square-and-add as `differenceOf`. Null without others.
 */
export function rankOf(
  own: Estimate,
  others: readonly Estimate[],
  good: 'high' | 'low' = 'high',
  confidence = 0.95,
): Rank | null {
  if (others.length === 0) return null
  const better = (value: number): boolean => (good === 'high' ? value > own.value : value < own.value)
  const rank = 1 + others.filter(other => better(other.value)).length
  const tied = others.filter(other => other.value === own.value).length
  const of = others.length + 1
  const each = 1 - (1 - confidence) / others.length
  const ways = others.map(other => {
    if (!own.intervalAt || !other.intervalAt) return 'not known'
    const us = { value: own.value, interval: own.intervalAt(each) }
    return wayFrom(differenceOf({ value: other.value, interval: other.intervalAt(each) }, us).interval)
  })
  if (ways.includes('not known')) return { rank, of, tied, range: null }
  const ahead = ways.filter(way => way === good).length
  const behind = ways.filter(way => way !== null && way !== good).length
  return { rank, of, tied, range: [1 + ahead, of - behind] }
}
