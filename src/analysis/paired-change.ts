import { type Difference, differenceOf, type Share } from './difference.ts'
import { tQuantile } from './distribution.ts'
import { exactCount, type Interval, spreadOf, wilson, zOf } from './interval.ts'

/**
 * How much wider than one by one: children come in families, and brothers and sisters often share an answer, so they tell
 * less than as many strangers would. Kish's design effect, 1 + (Σm²/Σm − 1) × `alike`, from the number of children of
 * each family in the figures; `alike` is how far brothers and sisters share the answer, 0 to 1 (1 for coming and going).
 * Source: Kish 1965, section 5.4. 1 where there are no families.
 */
export function familySpread(sizes: readonly number[], alike: number): number {
  const children = sizes.reduce((sum, m) => sum + m, 0)
  return children === 0 ? 1 : 1 + (sizes.reduce((sum, m) => sum + m * m, 0) / children - 1) * alike
}

/** Where families are not known: half of children with a brother or sister in care too, mostly one, and mostly alike. */
export const USUAL_SPREAD = 1.5

/** The same difference with an interval wider by the root of a design effect. */
function widened({ difference, interval: [low, high] }: Difference, spread: number): Difference {
  const by = Math.sqrt(Math.max(1, spread))
  return { difference, interval: [difference - (difference - low) * by, difference + (high - difference) * by] }
}

/**
 * A share of the children in care on two days, a year apart. Children in care on both are counted twice, so each way their
 * answer went is told apart; `entered` were in care only on the later day, `left` only on the earlier.
 */
export type ShareOfStock = {
  readonly both: {
    readonly stillCounted: number
    readonly gained: number
    readonly lost: number
    readonly stillNot: number
  }
  readonly entered: Share
  readonly left: Share
}

/**
 * Change in a share of a stock, later less earlier, as fractions; null where either day had no children.
 * `spread` as `familySpread`. Square-and-add on Wilson's limits with the correlation of the two shares,
 *   ρ = (ad − bc) / n₁₂ ÷ √(n₁ p₁q₁ n₂ p₂q₂),
 * a and d the children in both who kept their answer, b and c those who changed it, ad − bc less n₁₂/2 for continuity but
 * not below 0. With no child in both it is Newcombe's method for different people, with all in both his method for pairs
 * (the McNemar case). Sources: Newcombe 1998, Stat Med 17:873 and 17:2635 (method 10 of each); the covariance of partly
 * overlapping samples, Derrick et al. 2015 (J Appl Quant Methods 10(3):1).
 */
export function shareChange(stock: ShareOfStock, confidence = 0.95, spread = USUAL_SPREAD): Difference | null {
  const { stillCounted: a, gained: b, lost: c, stillNot: d } = stock.both
  const overlap = a + b + c + d
  const then: Share = { x: a + c + stock.left.x, n: overlap + stock.left.n }
  const now: Share = { x: a + b + stock.entered.x, n: overlap + stock.entered.n }
  if (then.n === 0 || now.n === 0) return null
  const z = zOf(confidence)
  const figure = ({ x, n }: Share) => ({ value: x / n, interval: wilson(x, n, z) })
  const variance = ({ x, n }: Share): number => (x * (n - x)) / n
  const cross = a * d - b * c
  const kept = cross > 0 ? Math.max(0, cross - overlap / 2) : cross
  const scale = overlap * Math.sqrt(variance(then) * variance(now))
  const correlation = scale === 0 ? 0 : Math.max(-1, Math.min(1, kept / scale))
  const { difference, interval } = widened(differenceOf(figure(now), figure(then), correlation), spread)
  return { difference, interval: [Math.max(-1, interval[0]), Math.min(1, interval[1])] }
}

/**
 * Change in a number of children in care between two days, in children, from those in it only on the later day and those
 * only on the earlier; children in both add nothing, to the change or to its chance. Square-and-add on exact Poisson limits.
 * `spread` as `familySpread`, brothers and sisters coming and going together.
 * Sources: McNemar 1947 for what counts; Zou and Donner 2008 for the interval.
 */
export function stockChange(entered: number, left: number, confidence = 0.95, spread = USUAL_SPREAD): Difference {
  const change = differenceOf(
    { value: entered, interval: exactCount(entered, confidence) },
    { value: left, interval: exactCount(left, confidence) },
  )
  return widened(change, spread)
}

/** An amount of the children in care on two days: pairs for those in both, later first. */
export type AmountOfStock = {
  readonly both: readonly (readonly [now: number, then: number])[]
  readonly entered: readonly number[]
  readonly left: readonly number[]
}

/**
 * Change in a mean of a stock, later less earlier, in its unit; null where either day has fewer than two children.
 *   variance = s₁²/n₁ + s₂²/n₂ − 2 n₁₂ cov / (n₁ n₂), by Student's t with degrees of freedom between the paired and
 *   Welch's: (n₁₂ − 1) + ((γ − n₁₂ + 1) / (n_a + n_b + 2 n₁₂)) (n_a + n_b), n_a and n_b those on one day only, γ Welch's.
 * Source: Derrick, Toher and White 2017 (Quant Methods Psychol 13:120, t-test for partly overlapping samples); the
 * covariance is that of the pairs themselves.
 */
export function meanChange(stock: AmountOfStock, confidence = 0.95, spread = USUAL_SPREAD): Difference | null {
  const nowOf = spreadOf([...stock.both.map(([now]) => now), ...stock.entered])
  const thenOf = spreadOf([...stock.both.map(([, then]) => then), ...stock.left])
  if (nowOf.mean === null || nowOf.sd === null || thenOf.mean === null || thenOf.sd === null) return null
  const overlap = stock.both.length
  const [v1, v2] = [nowOf.sd ** 2 / nowOf.n, thenOf.sd ** 2 / thenOf.n]
  const shared = (2 * overlap * covarianceOf(stock.both)) / (nowOf.n * thenOf.n)
  const difference = nowOf.mean - thenOf.mean
  const variance = Math.max(0, v1 + v2 - shared)
  if (variance <= 1e-12 * (v1 + v2)) return { difference, interval: [difference, difference] }
  const welch = (v1 + v2) ** 2 / (v1 ** 2 / (nowOf.n - 1) + v2 ** 2 / (thenOf.n - 1))
  const alone = stock.entered.length + stock.left.length
  const paired = overlap - 1
  const df = overlap === 0 ? welch : paired + ((welch - paired) / (alone + 2 * overlap)) * alone
  const reach = tQuantile((1 + confidence) / 2, Math.max(1, df)) * Math.sqrt(variance)
  return widened({ difference, interval: [difference - reach, difference + reach] }, spread)
}

function covarianceOf(pairs: readonly (readonly [number, number])[]): number {
  if (pairs.length < 2) return 0
  const [a, b] = [spreadOf(pairs.map(([now]) => now)), spreadOf(pairs.map(([, then]) => then))]
  return pairs.reduce((sum, [x, y]) => sum + (x - (a.mean ?? 0)) * (y - (b.mean ?? 0)), 0) / (pairs.length - 1)
}

/** Whether an interval of a difference lies all above or all below 0. */
export const wayFrom = ([low, high]: Interval): 'high' | 'low' | null => (low > 0 ? 'high' : high < 0 ? 'low' : null)
