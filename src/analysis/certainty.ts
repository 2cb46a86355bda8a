import { betaBelow, gammaBelow, tBelow } from './distribution.ts'
import type { Spread } from './interval.ts'

/** The probability that the true figure is at most a value, given what was counted. */
export type Posterior = (value: number) => number

/** The true share behind `x` of `n`, Jeffreys' prior beta(½, ½) (statistics.md 5.2). Values are fractions. */
export const proportionPosterior =
  (x: number, n: number): Posterior =>
  value =>
    betaBelow(value, x + 0.5, n - x + 0.5)

/**
 * The true rate behind `x` events in `exposure` (above 0), Jeffreys' prior gamma(½, 0) (statistics.md 5.2).
 * Values are per `per` of exposure.
 */
export const ratePosterior =
  (x: number, exposure: number, per = 1): Posterior =>
  value =>
    gammaBelow((value * exposure) / per, x + 0.5)

/**
 * The true mean behind these values, Jeffreys' prior: Student's t (Gelman et al. 2013, section 3.2). Null for fewer than two.
 * Values that are all equal leave no doubt that can be measured: null as well.
 */
export function meanPosterior({ n, mean, sd }: Spread): Posterior | null {
  if (mean === null || sd === null || sd === 0) return null
  return value =>
    Math.abs(value) === Infinity ? (value > 0 ? 1 : 0) : tBelow(((value - mean) * Math.sqrt(n)) / sd, n - 1)
}

/** The probability, 0 to 1, that the true figure lies in any of these bands ([low, high], infinite ends allowed). */
export const withinBands = (posterior: Posterior, bands: readonly (readonly [number, number])[]): number =>
  bands.reduce((sum, [low, high]) => sum + Math.max(0, posterior(high) - posterior(low)), 0)

/** The probability that the true proportion behind `x` of `n` lies from `low` to `high` (fractions). */
export const proportionWithin = (x: number, n: number, low: number, high: number): number =>
  withinBands(proportionPosterior(x, n), [[low, high]])

/** Below this a status is said with what else it could be: "Amber, could be green" (statistics.md 5.2). */
export const PLAIN_FROM = 0.8

/** How sure a status is from the probability of each: plain, or with the likeliest other one that it could be. */
export type Certainty<S extends string> =
  | { readonly state: 'plain'; readonly chance: number }
  | { readonly state: 'could be'; readonly chance: number; readonly other: S; readonly otherChance: number }

/** `shown` is the status of the value itself; `chances` has the probability of every status. Statistics.md 5.2. */
export function certaintyOf<S extends string>(shown: NoInfer<S>, chances: Readonly<Record<S, number>>): Certainty<S> {
  const chance = chances[shown]
  const others = (Object.entries(chances) as [S, number][]).filter(([status]) => status !== shown)
  const [first] = others.sort((a, b) => b[1] - a[1])
  if (chance >= PLAIN_FROM || first === undefined) return { state: 'plain', chance }
  return { state: 'could be', chance, other: first[0], otherChance: first[1] }
}
