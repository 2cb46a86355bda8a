import type { Rate, Share } from './difference.ts'
import { normalQuantile, whereReached } from './distribution.ts'
import { countInterval, type Interval } from './interval.ts'
import { type Overdispersion, overdispersionOf } from './overdispersion.ts'

/** Limits at one size: inner 0.025 each side, outer 0.001 each side. */
export type FunnelLimits = { readonly inner: Interval; readonly outer: Interval }

export type Standing = 'low (0.001)' | 'low (0.025)' | 'as expected' | 'high (0.025)' | 'high (0.001)'

export type Funnel = {
  /** The line in the middle: what was given, or all the authorities taken together. */
  readonly target: number
  readonly spread: Overdispersion
  /** Limits for an authority of this size (denominator or exposure), to draw the curves by. */
  readonly limitsAt: (size: number) => FunnelLimits
  /** Of each authority, in the order given; null where its size is 0. */
  readonly standings: readonly (Standing | null)[]
}

const INNER = 0.025
const OUTER = 0.001

/** Where a value lies among limits; on a limit is as expected. */
export function standingOf(value: number, { inner, outer }: FunnelLimits): Standing {
  if (value < outer[0]) return 'low (0.001)'
  if (value > outer[1]) return 'high (0.001)'
  if (value < inner[0]) return 'low (0.025)'
  return value > inner[1] ? 'high (0.025)' : 'as expected'
}

const both = (limits: (tail: number) => Interval): FunnelLimits => ({ inner: limits(INNER), outer: limits(OUTER) })

/** Limits on a scale where the spread is even, brought back: the ends are held to the scale, or the curve would fold over. */
const additive =
  (centre: number, sd: number, most: number, back: (v: number) => number) =>
  (tail: number): Interval => {
    const reach = normalQuantile(1 - tail) * sd
    return [back(Math.max(0, centre - reach)), back(Math.min(most, centre + reach))]
  }

/**
 * A funnel of proportions, as fractions; null where nobody was counted. Without overdispersion, limits are the exact
 * inversion of Wilson's interval, p ± z √(p(1 − p)/n) (this is what `sigma_adjustment` of PHEindicatormethods comes to);
 * with it, additive random effects on the arcsine scale. Sources: Spiegelhalter 2005; statistics.md 1.5.
 */
export function proportionFunnel(units: readonly Share[], given: number | null = null): Funnel | null {
  const n = units.reduce((sum, unit) => sum + unit.n, 0)
  if (n === 0) return null
  const target = given ?? units.reduce((sum, unit) => sum + unit.x, 0) / n
  const angle = (p: number): number => Math.asin(Math.sqrt(p))
  const error = (size: number): number => 1 / (2 * Math.sqrt(size))
  const spread = overdispersionOf(
    units.filter(u => u.n > 0).map(u => ({ gap: angle(u.x / u.n) - angle(target), error: error(u.n) })),
  )
  const limitsAt = (size: number): FunnelLimits => {
    if (spread.tau2 > 0) {
      const sd = Math.sqrt(error(size) ** 2 + spread.tau2)
      return both(additive(angle(target), sd, Math.PI / 2, v => Math.sin(v) ** 2))
    }
    return both(tail => {
      const reach = normalQuantile(1 - tail) * Math.sqrt((target * (1 - target)) / size)
      return [Math.max(0, target - reach), Math.min(1, target + reach)]
    })
  }
  return {
    target,
    spread,
    limitsAt,
    standings: units.map(u => (u.n === 0 ? null : standingOf(u.x / u.n, limitsAt(u.n)))),
  }
}

/**
 * A funnel of rates, per `per` of exposure; null where there is no exposure. Without overdispersion, a rate is on a limit
 * where its own interval (exact below 10 events, Byar's from 10 on) just reaches the target; with it, additive random
 * effects on the square-root scale. `given` is per `per`. Sources: Spiegelhalter 2005; PHEindicatormethods; statistics.md 1.5.
 */
export function rateFunnel(units: readonly Rate[], per = 1, given: number | null = null): Funnel | null {
  const exposure = units.reduce((sum, unit) => sum + unit.exposure, 0)
  if (exposure === 0) return null
  const target = given === null ? units.reduce((sum, unit) => sum + unit.x, 0) / exposure : given / per
  const error = (size: number): number => 1 / (2 * Math.sqrt(size))
  const spread = overdispersionOf(
    units
      .filter(u => u.exposure > 0)
      .map(u => ({ gap: Math.sqrt(u.x / u.exposure) - Math.sqrt(target), error: error(u.exposure) })),
  )
  const limitsAt = (size: number): FunnelLimits => {
    if (spread.tau2 > 0) {
      const sd = Math.sqrt(error(size) ** 2 + spread.tau2)
      return both(additive(Math.sqrt(target), sd, Infinity, v => v * v * per))
    }
    return both(tail => {
      const [low, high] = countLimits(target * size, 1 - 2 * tail)
      return [(low * per) / size, (high * per) / size]
    })
  }
  const standings = units.map(u =>
    u.exposure === 0 ? null : standingOf((u.x * per) / u.exposure, limitsAt(u.exposure)),
  )
  return { target: target * per, spread, limitsAt, standings }
}

/** The counts whose own intervals just reach `expected` events from either side; 0 where none lies so low. */
function countLimits(expected: number, confidence: number): Interval {
  const top = expected + 20 + 20 * Math.sqrt(expected)
  const high = whereReached(x => countInterval(x, confidence)[0], expected, 0, top)
  const lowest = countInterval(0, confidence)[1]
  return [lowest >= expected ? 0 : whereReached(x => countInterval(x, confidence)[1], expected, 0, top), high]
}
