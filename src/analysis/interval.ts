/** z for a two-sided 95% interval. */
const Z95 = 1.959963984540054

/**
 * Wilson's 95% interval of a proportion, as fractions. `x` of `n`, n above 0.
 * Source: Wilson 1927; the form of PHEindicatormethods (statistics.md 1.5).
 */
export function wilson(x: number, n: number, z = Z95): readonly [low: number, high: number] {
  const middle = 2 * x + z * z
  const reach = z * Math.sqrt(z * z + 4 * x * (1 - x / n))
  const scale = 2 * (n + z * z)
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)]
}

/** Lanczos's approximation of ln Γ(x), x above 0 (g = 7, n = 9; error below 1e-13). */
function logGamma(x: number): number {
  const c = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  const y = x - 1
  const t = y + 7.5
  const sum = c.reduce((total, term, i) => (i === 0 ? term : total + term / (y + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Lentz's continued fraction for the incomplete beta function. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  let c = 1
  let d = 1 / Math.max(Math.abs(1 - ((a + b) * x) / (a + 1)), tiny)
  let h = d
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nudge(1 + even * d, tiny)
    c = nudge(1 + even / c, tiny)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nudge(1 + odd * d, tiny)
    c = nudge(1 + odd / c, tiny)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-12) break
  }
  return h
}
const nudge = (v: number, tiny: number): number => (Math.abs(v) < tiny ? tiny : v)

/** The regularised incomplete beta function I_x(a, b): the probability that a beta(a, b) variable is at most x. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/**
 * The probability that the true proportion behind `x` of `n` lies from `low` to `high` (fractions), with Jeffreys' prior
 * beta(½, ½): how sure a red, amber or green is (statistics.md 5.2).
 */
export const proportionWithin = (x: number, n: number, low: number, high: number): number =>
  betaBelow(high, x + 0.5, n - x + 0.5) - betaBelow(low, x + 0.5, n - x + 0.5)
