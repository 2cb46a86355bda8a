import { betaQuantile, binomialAtMost, chiSquareQuantile, normalQuantile, tQuantile } from './distribution.ts'

export { betaBelow } from './distribution.ts'

/** Both ends of a range, in the unit of the figure. */
export type Interval = readonly [low: number, high: number]

/** z for a two-sided 95% interval. */
export const Z95 = 1.959963984540054

/** z for a two-sided interval of this confidence (0.95 gives 1.96). */
export const zOf = (confidence: number): number => (confidence === 0.95 ? Z95 : normalQuantile((1 + confidence) / 2))

/**
 * Wilson's interval of a proportion, as fractions; 95% unless another z. `x` of `n`, n above 0.
 * Source: Wilson 1927; the form of PHEindicatormethods (statistics.md 1.5).
 */
export function wilson(x: number, n: number, z = Z95): Interval {
  const middle = 2 * x + z * z
  const reach = z * Math.sqrt(z * z + 4 * x * (1 - x / n))
  const scale = 2 * (n + z * z)
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)]
}

/** The exact binomial interval of a proportion, as fractions. `x` of `n`, n above 0. Source: Clopper and Pearson 1934. */
export function exactProportion(x: number, n: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2
  return [x === 0 ? 0 : betaQuantile(tail, x, n - x + 1), x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x)]
}

/** The exact interval of a Poisson count, in events; the lower end of 0 is 0. Source: Garwood 1936. */
export function exactCount(x: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2
  return [x === 0 ? 0 : chiSquareQuantile(tail, 2 * x) / 2, chiSquareQuantile(1 - tail, 2 * x + 2) / 2]
}

/**
 * Byar's interval of a Poisson count, in events. The raw lower end is not a number at 0 and negative for a few events at
 * high confidence: it is 0 there. Source: Breslow and Day 1987, as in PHEindicatormethods.
 */
export function byars(x: number, confidence = 0.95): Interval {
  const z = zOf(confidence)
  const low = x <= 0 ? 0 : x * Math.max(0, 1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3
  const y = x + 1
  return [low, y * (1 - 1 / (9 * y) + z / (3 * Math.sqrt(y))) ** 3]
}

/** A count's interval as PHE gives it: exact below 10 events, Byar's from 10 on (statistics.md 1.5). In events. */
export const countInterval = (x: number, confidence = 0.95): Interval =>
  x < 10 ? exactCount(x, confidence) : byars(x, confidence)

/** The interval of `x` events in `exposure` (above 0), per `per` of exposure (10,000 children, say). */
export function rateInterval(x: number, exposure: number, per = 1, confidence = 0.95): Interval {
  const [low, high] = countInterval(x, confidence)
  return [(low * per) / exposure, (high * per) / exposure]
}

/** How many, their mean and standard deviation (n − 1); `sd` is null for one value, all null for none. */
export type Spread = { readonly n: number; readonly mean: number | null; readonly sd: number | null }

/** Mean and standard deviation in two passes, so that large values close together keep their digits. */
export function spreadOf(values: readonly number[]): Spread {
  const n = values.length
  if (n === 0) return { n, mean: null, sd: null }
  const mean = values.reduce((sum, v) => sum + v, 0) / n
  if (n === 1) return { n, mean, sd: null }
  return { n, mean, sd: Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1)) }
}

/** Student's interval of a mean, in its unit; null for fewer than two values. Source: Student 1908. */
export function meanInterval({ n, mean, sd }: Spread, confidence = 0.95): Interval | null {
  if (mean === null || sd === null) return null
  const reach = (tQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n)
  return [mean - reach, mean + reach]
}

/** The median of values in any order, or null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/**
 * The exact interval of a median: the pair of values, as many in from either end, that holds it with at least this
 * confidence whatever the distribution. Null where too few values could (fewer than 6 at 95%).
 * Source: Conover 1999, section 3.2 (inverted sign test).
 */
export function medianInterval(values: readonly number[], confidence = 0.95): Interval | null {
  const sorted = [...values].sort((a, b) => a - b)
  const n = sorted.length
  let rank = 0
  while (rank < n / 2 && binomialAtMost(rank, n, 0.5) <= (1 - confidence) / 2 + 1e-12) rank++
  const low = sorted[rank - 1]
  const high = sorted[n - rank]
  return low === undefined || high === undefined ? null : [low, high]
}
