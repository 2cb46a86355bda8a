/** The forecast anyone can make: no change, with the range that past changes give. Nothing is worth showing that cannot beat it. */
import { normalQuantile } from '../distribution.ts'
import type { CareHistory } from './care-history.ts'
import { monthlyOf } from './monthly.ts'
import { type Range, rangeOf } from './ranges.ts'

/** Months of the past that speak for the future. */
const WINDOW = 60
/** How many equally likely values stand for a spread. */
const POINTS = 200
/** As many equally likely values of a standard normal curve, sorted. */
export const standardNormal = Float64Array.from({ length: POINTS }, (_, i) => normalQuantile((i + 0.5) / POINTS))

/** What the monthly changes are worth beside changes over h months, in independent ones of these. */
const MONTHLY_WORTH = 4

/** Mean square of the changes over `lag` months. */
function meanSquare(totals: readonly number[], lag: number): number {
  let squares = 0
  for (let i = lag; i < totals.length; i++) squares += ((totals[i] ?? 0) - (totals[i - lag] ?? 0)) ** 2
  return squares / (totals.length - lag)
}

/** Months of changes from which on they speak alone: a forecast with a model has at least so many. */
const KNOWN = 24
/** What stands beside fewer: the variance of a month's change, as a share of the children. */
const USUAL = 0.05

/** Variance of the change over h months, of the changes that there were; NaN of none. */
function seen(recent: readonly number[], h: number): number {
  const monthly = h * meanSquare(recent, 1)
  const apart = Math.max(0, (recent.length - h) / h)
  if (apart === 0) return monthly
  return (apart * meanSquare(recent, h) + MONTHLY_WORTH * monthly) / (apart + MONTHLY_WORTH)
}

/**
 * Standard deviation of the change over h months of a stock, from its past month ends (oldest first): of the changes over h months
 * there were, beside that of monthly changes times the root of h, which counts the more the fewer times h the history is. Under 24
 * changes count by their number, and a twentieth of the stock a month, as variance, for the months that are missing. It is never less
 * than one change of one in one month more than were seen.
 */
export function naiveSd(totals: readonly number[], h: number): number {
  const recent = totals.slice(-WINDOW - 1)
  const changes = Math.max(0, recent.length - 1)
  const usual = h * USUAL * Math.max(recent.at(-1) ?? 0, 1)
  const known = Math.min(1, changes / KNOWN)
  const variance = known * (changes > 0 ? seen(recent, h) : 0) + (1 - known) * usual
  return Math.sqrt(Math.max(variance, h / (changes + 1)))
}

/** Equally likely values of a stock h months ahead, sorted; never below 0. */
export function naiveStock(totals: readonly number[], h: number): Float64Array {
  const last = totals.at(-1) ?? 0
  const sd = naiveSd(totals, h)
  return standardNormal.map(z => Math.max(0, last + sd * z))
}

/**
 * Equally likely values of a month's flow, sorted: the mean of the last 12 months, spread as the last 24 were, never less than chance, nor
 * than one in one month more than were seen. Null of no month.
 */
export function naiveFlow(flows: readonly number[]): Float64Array | null {
  if (flows.length === 0) return null
  const year = flows.slice(-12)
  const mean = year.reduce((a, b) => a + b, 0) / year.length
  const recent = flows.slice(-24)
  const around = recent.reduce((a, b) => a + b, 0) / recent.length
  const variance =
    recent.length > 1 ? recent.reduce((sum, v) => sum + (v - around) ** 2, 0) / (recent.length - 1) : mean
  // The mean of a year is not certain either.
  const sd = Math.sqrt(Math.max(variance, mean, 1 / (recent.length + 1)) * (1 + 1 / year.length))
  return standardNormal.map(z => Math.max(0, mean + sd * z))
}

export type Naive = {
  readonly total: readonly Range[]
  /** By group, then by month. */
  readonly groups: readonly (readonly Range[])[]
  /** Empty where no whole month is known. */
  readonly starts: readonly Range[]
  readonly ends: readonly Range[]
  /** Months of history the ranges stand on: few give a rough range. */
  readonly months: number
}

/** No change, for everyone, each placement group, starts and ends, by month ahead. Works on any history, an empty one included. */
export function naive(history: CareHistory, months: number): Naive {
  const past = monthlyOf(history)
  const ahead = Array.from({ length: months }, (_, i) => i + 1)
  const stock = (totals: readonly number[]): readonly Range[] => ahead.map(h => rangeOf(naiveStock(totals, h)))
  const flow = (parts: readonly (readonly number[])[]): readonly Range[] => {
    const flows = past.ends.slice(1).map((_, i) => parts.reduce((sum, part) => sum + (part[i + 1] ?? 0), 0))
    const values = naiveFlow(flows)
    return values ? ahead.map(() => rangeOf(values)) : []
  }
  return {
    total: stock(past.total),
    groups: past.byGroup.map(stock),
    starts: flow(past.starts),
    ends: flow(past.leavers),
    months: past.ends.length - 1,
  }
}
