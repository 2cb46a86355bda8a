import type { Rate, Share } from './difference.ts'
import { normalBelow, tBelow } from './distribution.ts'

/** A slope on the scale of log odds (proportions) or logs (rates) for each period, and the test of no change. */
export type WeightedTrend = {
  readonly slope: number
  readonly error: number
  /** Spread beyond what the numbers explain, 1 or more: the error has been widened by its root. */
  readonly spread: number
  readonly p: number
}

/** One observation to fit: what was seen, how many could be, and what a mean implies for it. */
type Row = { readonly x: number; readonly size: number; readonly time: number }
type Family = { readonly mean: (eta: number) => number; readonly variance: (mean: number) => number }

const logistic: Family = { mean: eta => 1 / (1 + Math.exp(-eta)), variance: m => m * (1 - m) }
const poisson: Family = { mean: Math.exp, variance: m => m }

/**
 * Logistic slope of proportions over periods 0, 1, 2 …, each weighted by its n (n of 0 is left out). Null where nothing
 * can be fitted: fewer than three periods, or all none, or all counted. Not for shares of a stock.
 * Sources: McCullagh and Nelder 1989, sections 4.4 and 4.5.2 (spread by Pearson's χ², then Student's t); statistics.md 5.3.
 */
export function logisticTrend(shares: readonly Share[]): WeightedTrend | null {
  const rows = shares.map(({ x, n }, time) => ({ x, size: n, time })).filter(row => row.size > 0)
  if (rows.every(row => row.x === row.size)) return null
  return fitted(rows, logistic)
}

/** Log-linear slope of rates over periods 0, 1, 2 …, each weighted by its exposure. Null as `logisticTrend`. */
export function logLinearTrend(rates: readonly Rate[]): WeightedTrend | null {
  return fitted(
    rates.map(({ x, exposure }, time) => ({ x, size: exposure, time })).filter(row => row.size > 0),
    poisson,
  )
}

/** Iteratively reweighted least squares for an intercept and a slope. */
function fitted(rows: readonly Row[], family: Family): WeightedTrend | null {
  const total = rows.reduce((sum, row) => sum + row.x, 0)
  if (rows.length < 3 || total === 0) return null
  const share = total / rows.reduce((sum, row) => sum + row.size, 0)
  const middle = rows.reduce((sum, row) => sum + row.time, 0) / rows.length
  let [level, slope] = [family === logistic ? Math.log(share / (1 - share)) : Math.log(share), 0]
  for (let round = 0; round < 50; round++) {
    let [s0, s1, s2, g0, g1] = [0, 0, 0, 0, 0]
    for (const { x, size, time } of rows) {
      const t = time - middle
      const mean = family.mean(level + slope * t)
      const weight = size * family.variance(mean)
      s0 += weight
      s1 += weight * t
      s2 += weight * t * t
      g0 += x - size * mean
      g1 += (x - size * mean) * t
    }
    const determinant = s0 * s2 - s1 * s1
    if (!(determinant > 1e-12 * s0 * s2)) return null
    const [up, along] = [(s2 * g0 - s1 * g1) / determinant, (s0 * g1 - s1 * g0) / determinant]
    level += up
    slope += along
    if (Math.abs(up) + Math.abs(along) < 1e-12 * (1 + Math.abs(level))) {
      return judged(rows, family, { level, slope, middle, error: Math.sqrt(s0 / determinant) })
    }
  }
  return null
}

function judged(
  rows: readonly Row[],
  family: Family,
  found: { level: number; slope: number; middle: number; error: number },
): WeightedTrend {
  const df = rows.length - 2
  const chi = rows.reduce((sum, { x, size, time }) => {
    const mean = family.mean(found.level + found.slope * (time - found.middle))
    return sum + (x - size * mean) ** 2 / (size * family.variance(mean))
  }, 0)
  const spread = Math.max(1, chi / df)
  const error = found.error * Math.sqrt(spread)
  const tail = -Math.abs(found.slope) / error
  return { slope: found.slope, error, spread, p: 2 * (spread > 1 ? tBelow(tail, df) : normalBelow(tail)) }
}
