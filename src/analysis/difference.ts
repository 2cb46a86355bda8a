import { tQuantile } from './distribution.ts'
import { countInterval, type Interval, type Spread, wilson, zOf } from './interval.ts'

/** A difference, later less earlier, with its interval, in the unit of the figures. */
export type Difference = { readonly difference: number; readonly interval: Interval }

/** A figure with its own interval. */
export type Figure = { readonly value: number; readonly interval: Interval }

/**
 * The interval of a difference from the interval of each figure, by square-and-add, with their correlation.
 * Sources: Newcombe 1998 (Stat Med 17:873, method 10; 17:2635 for pairs, whose form with a correlation this is);
 * Zou and Donner 2008 for any two figures (MOVER).
 */
export function differenceOf(now: Figure, then: Figure, correlation = 0): Difference {
  const arm = (a: number, b: number): number => Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b))
  const difference = now.value - then.value
  const [nowLow, nowHigh] = now.interval
  const [thenLow, thenHigh] = then.interval
  return {
    difference,
    interval: [
      difference - arm(now.value - nowLow, thenHigh - then.value),
      difference + arm(nowHigh - now.value, then.value - thenLow),
    ],
  }
}

/** `x` of `n`, n above 0. */
export type Share = { readonly x: number; readonly n: number }

/** Difference of two proportions of different people, as fractions. Source: Newcombe 1998, method 10. */
export function proportionDifference(now: Share, then: Share, confidence = 0.95): Difference {
  const z = zOf(confidence)
  const figure = ({ x, n }: Share): Figure => ({ value: x / n, interval: wilson(x, n, z) })
  return differenceOf(figure(now), figure(then))
}

/** `x` events in `exposure` (above 0). */
export type Rate = { readonly x: number; readonly exposure: number }

/** Difference of two rates, per `per` of exposure, by square-and-add on exact and Byar's limits (Zou and Donner 2008). */
export function rateDifference(now: Rate, then: Rate, per = 1, confidence = 0.95): Difference {
  const figure = ({ x, exposure }: Rate): Figure => {
    const [low, high] = countInterval(x, confidence)
    return { value: (x * per) / exposure, interval: [(low * per) / exposure, (high * per) / exposure] }
  }
  return differenceOf(figure(now), figure(then))
}

/** Difference of two means of different people; null where either has fewer than two. Source: Welch 1947. */
export function meanDifference(now: Spread, then: Spread, confidence = 0.95): Difference | null {
  if (now.mean === null || now.sd === null || then.mean === null || then.sd === null) return null
  const [a, b] = [now.sd ** 2 / now.n, then.sd ** 2 / then.n]
  const difference = now.mean - then.mean
  if (a + b === 0) return { difference, interval: [difference, difference] }
  const df = (a + b) ** 2 / (a ** 2 / (now.n - 1) + b ** 2 / (then.n - 1))
  const reach = tQuantile((1 + confidence) / 2, df) * Math.sqrt(a + b)
  return { difference, interval: [difference - reach, difference + reach] }
}
