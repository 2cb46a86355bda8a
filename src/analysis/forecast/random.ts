/**
 * Random numbers by counter: a number is a function of whom it is for (run, child, month, purpose), not of what was drawn before it.
 * So a what-if draws the same numbers for all it does not touch, and the answer does not depend on how many threads worked.
 * Two rounds of the 32-bit finaliser of MurmurHash3 (Appleby 2011) over two key words; moments and independence are tested.
 */

const GOLDEN = 0x9e3779b9

/** One round: every bit of the input moves every bit of the outcome. */
export function mix(x: number): number {
  let h = x | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** A key made of a key and one more part. */
export const keyOf = (key: number, part: number): number => mix(mix(key ^ Math.imul(part + 1, GOLDEN)) + part)

/** A number in (0, 1), both ends excluded, from two key words and a counter. */
export const uniform = (a: number, b: number, counter: number): number =>
  ((mix(mix(a + Math.imul(counter, GOLDEN)) ^ b) >>> 0) + 0.5) / 4294967296

/** A stream of draws of one purpose; the same keys, the same draws. */
export type Draws = {
  readonly next: () => number
  readonly normal: () => number
  readonly gamma: (shape: number) => number
}

/** Draws under two key words. A gamma draw has scale 1: Marsaglia and Tsang 2000. Normal: Box and Muller 1958. */
export function drawsOf(a: number, b: number): Draws {
  let counter = 0
  const next = (): number => uniform(a, b, counter++)
  const normal = (): number => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())
  const gamma = (shape: number): number => {
    if (shape <= 0) return 0
    if (shape < 1) return gamma(shape + 1) * next() ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && Math.log(next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
    }
  }
  return { next, normal, gamma }
}

/** From this shape on Wilson and Hilferty's cube is right to a part in a thousand of the spread. */
const ROUND = 6

/**
 * One gamma draw (scale 1) of its own under two key words and a counter, quickly: from a single normal draw where the shape allows
 * (Wilson and Hilferty 1931), else as `drawsOf`.
 */
export function gammaAt(a: number, b: number, counter: number, shape: number): number {
  if (shape < ROUND) return shape <= 0 ? 0 : drawsOf(keyOf(a, counter), b).gamma(shape)
  const z =
    Math.sqrt(-2 * Math.log(uniform(a, b, 2 * counter))) * Math.cos(2 * Math.PI * uniform(a, b, 2 * counter + 1))
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))
  return root > 0 ? shape * root * root * root : 0
}

/** Above this mean a Poisson count is taken from the normal curve: exp(−mean) would be too small a number to start from. */
const LARGE = 500

/**
 * The Poisson count that a uniform number stands for: it never falls when the mean rises, so a what-if that lowers entries takes
 * some away and adds none. `z` is the normal number used for large means, of the same draw.
 */
export function poissonOf(mean: number, u: number, z: () => number): number {
  if (mean <= 0) return 0
  if (mean > LARGE) return Math.max(0, Math.round(mean + Math.sqrt(mean) * z()))
  let p = Math.exp(-mean)
  let below = p
  let count = 0
  while (u > below && count < 4 * LARGE) {
    count++
    p *= mean / count
    below += p
  }
  return count
}
