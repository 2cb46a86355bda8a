/** How the recent past differs from the average of the window: level, spread from month to month, drift from year to year. */
import type { Level } from './fitted.ts'

/** Months after which a month counts half. */
const HALF_LIFE = 12
/** A year's drift that is supposed where the history says little, as a standard deviation of the logarithm. */
const USUAL_DRIFT = 0.1
/** Monthly variance over mean that is supposed, and its worth in months. */
const USUAL_DISPERSION = 1.15
const DISPERSION_WORTH = 18

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** The weight of each month's newcomers to be drawn again, oldest first; all alike where nothing is weighted. They add up to 1. */
export function weightsOf(months: number, weighted: boolean): readonly number[] {
  const raw = Array.from({ length: months }, (_, i) => (weighted ? 0.5 ** ((months - 1 - i) / HALF_LIFE) : 1))
  const all = sum(raw)
  return raw.map(w => w / all)
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

/** A year's drifts that are thought possible, and how likely before anything is seen: about 10% a year. */
const drifts = [0.02, 0.05, 0.1, 0.16, 0.25] as const
const likely = [0.15, 0.25, 0.3, 0.2, 0.1] as const

/** Level and drift together, as the months tell them. */
export type LevelAndDrift = Level & {
  /** Standard deviation of a year's drift, as a logarithm. */
  readonly drift: number
}

/**
 * Where a level that wanders by so much a year stands now, from counts with these expectations: an extended Kalman filter of the
 * logarithm, which weights the past exponentially, the nearer the more it wanders; and how well the counts fit that.
 */
function followed(observed: readonly number[], expected: readonly number[], dispersion: number, drift: number) {
  let level = Math.log((observed.reduce((a, b) => a + b, 0) + 0.5) / (expected.reduce((a, b) => a + b, 0) + 0.5))
  let variance = 1
  let fits = 0
  for (const [i, e] of expected.entries()) {
    variance += drift ** 2 / 12
    if (e <= 0) continue
    const mean = e * Math.exp(level)
    const spread = mean * mean * variance + dispersion * mean
    const off = (observed[i] ?? 0) - mean
    fits -= (Math.log(spread) + (off * off) / spread) / 2
    level += (variance * mean * off) / spread
    variance *= (dispersion * mean) / spread
  }
  return { level, variance, fits }
}

/**
 * The level of the recent past and how it drifts (West and Harrison 1997). Each drift thought possible is followed through the months
 * and weighed by how well it fits them, so a steady council is averaged over years and a changing one over months; a half-life of about
 * twelve months where ten events a month drift by 7% a year.
 */
export function levelAndDrift(
  observed: readonly number[],
  expected: readonly number[],
  dispersion: number,
): LevelAndDrift {
  if (sum(expected) <= 0) return { log: 0, sd: 0, drift: USUAL_DRIFT }
  const each = drifts.map(drift => followed(observed, expected, dispersion, drift))
  const best = Math.max(...each.map(({ fits }) => fits))
  const raw = each.map(({ fits }, i) => (likely[i] ?? 0) * Math.exp(fits - best))
  const weights = raw.map(w => w / sum(raw))
  const log = sum(each.map(({ level }, i) => (weights[i] ?? 0) * level))
  const variance = sum(each.map(({ level, variance: own }, i) => (weights[i] ?? 0) * (own + (level - log) ** 2)))
  return {
    log,
    sd: Math.sqrt(Math.min(1, variance)),
    drift: Math.sqrt(sum(drifts.map((drift, i) => (weights[i] ?? 0) * drift ** 2))),
  }
}

/** The level without weighting: all months alike, and certain but for chance. */
export function plainLevel(observed: readonly number[], expected: readonly number[], dispersion: number): Level {
  const [seen, thought] = [sum(observed), sum(expected)]
  return {
    log: thought > 0 ? Math.log((seen + 1) / (thought + 1)) : 0,
    sd: thought > 0 ? Math.sqrt(dispersion / (thought + 1)) : 0,
  }
}
