/** Normal, gamma, beta, t, binomial and Poisson probabilities and quantiles: what the intervals and limits stand on. */

/**
 * Lanczos's approximation of ln Γ(x), x above 0 (g = 7, n = 9; relative error below 1e-13).
 * Source: Lanczos 1964, with Godfrey's coefficients.
 */
export function logGamma(x: number): number {
  const c = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  const y = x - 1
  const t = y + 7.5
  const sum = c.reduce((total, term, i) => (i === 0 ? term : total + term / (y + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum)
}

const TINY = 1e-300
const STEPS = 20_000
const nudge = (v: number): number => (Math.abs(v) < TINY ? TINY : v)

/** Lentz's continued fraction for the incomplete beta function (DLMF 8.17.22). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nudge(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m <= STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nudge(1 + even * d)
    c = nudge(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nudge(1 + odd * d)
    c = nudge(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return h
}

/** The regularised incomplete beta function I_x(a, b): the probability that a beta(a, b) variable is at most x. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** Lower and upper incomplete gamma, P(a, x) and Q(a, x), each accurate in its own tail (DLMF 8.11.4 and 8.9.2). */
function gammaTails(x: number, a: number): readonly [below: number, above: number] {
  if (x <= 0) return [0, 1]
  if (x === Infinity) return [1, 0]
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let k = 1; k <= STEPS && term > sum * 1e-17; k++) {
      term *= x / (a + k)
      sum += term
    }
    return [front * sum, 1 - front * sum]
  }
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let k = 1; k <= STEPS; k++) {
    const step = -k * (k - a)
    b += 2
    d = 1 / nudge(step * d + b)
    c = nudge(b + step / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return [1 - front * h, front * h]
}

/** The probability that a gamma variable with this shape (scale 1) is at most x. */
export const gammaBelow = (x: number, shape: number): number => gammaTails(x, shape)[0]

/** The probability that a standard normal variable is at most z. */
export function normalBelow(z: number): number {
  const [below, above] = gammaTails((z * z) / 2, 0.5)
  return z < 0 ? above / 2 : (1 + below) / 2
}

/** The probability that Student's t with `df` degrees of freedom is at most t. */
export function tBelow(t: number, df: number): number {
  const tail = betaBelow(df / (df + t * t), df / 2, 0.5) / 2
  return t < 0 ? tail : 1 - tail
}

/** P(X ≤ k) for a binomial of n trials with chance p. */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0
  return k >= n ? 1 : 1 - betaBelow(p, Math.floor(k) + 1, n - Math.floor(k))
}

/** P(X ≥ k) for the same binomial, accurate when it is small. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1
  return k > n ? 0 : betaBelow(p, Math.ceil(k), n - Math.ceil(k) + 1)
}

/** P(X ≤ k) for a Poisson variable of this mean. */
export const poissonAtMost = (k: number, mean: number): number => (k < 0 ? 0 : gammaTails(mean, Math.floor(k) + 1)[1])

/** P(X ≥ k) for the same Poisson variable, accurate when it is small. */
export const poissonAtLeast = (k: number, mean: number): number => (k <= 0 ? 1 : gammaTails(mean, Math.ceil(k))[0])

/** Where a rising function reaches p, by halving [low, high] until the ends meet in floating point. */
export function whereReached(below: (x: number) => number, p: number, low: number, high: number): number {
  let [from, to] = [low, high]
  for (let i = 0; i < 200; i++) {
    const middle = (from + to) / 2
    if (middle === from || middle === to) break
    if (below(middle) < p) from = middle
    else to = middle
    if (to - from <= 1e-15 * Math.abs(to)) break
  }
  return (from + to) / 2
}

/** z such that a standard normal variable is at most z with probability p (0 < p < 1). */
export const normalQuantile = (p: number): number =>
  p > 0.5 ? -normalQuantile(1 - p) : p === 0.5 ? 0 : whereReached(normalBelow, p, -40, 0)

/** The p quantile of a gamma variable with this shape (scale 1). */
export function gammaQuantile(p: number, shape: number): number {
  let high = shape + 10
  while (gammaBelow(high, shape) < p) high *= 2
  return whereReached(x => gammaBelow(x, shape), p, 0, high)
}

/** The p quantile of chi-square with `df` degrees of freedom. */
export const chiSquareQuantile = (p: number, df: number): number => 2 * gammaQuantile(p, df / 2)

/** The p quantile of beta(a, b). */
export const betaQuantile = (p: number, a: number, b: number): number => whereReached(x => betaBelow(x, a, b), p, 0, 1)

/** The p quantile of Student's t. */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0
  if (p > 0.5) return -tQuantile(1 - p, df)
  let low = -10
  while (tBelow(low, df) > p) low *= 4
  return whereReached(t => tBelow(t, df), p, low, 0)
}
