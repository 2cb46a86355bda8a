import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proportionDifference } from './difference.ts'
import {
  type AmountOfStock,
  familySpread,
  meanChange,
  type ShareOfStock,
  shareChange,
  stockChange,
  wayFrom,
} from './paired-change.ts'

const stock = (both: [number, number, number, number], entered = [0, 0], left = [0, 0]): ShareOfStock => ({
  both: { stillCounted: both[0], gained: both[1], lost: both[2], stillNot: both[3] },
  entered: { x: entered[0] ?? 0, n: entered[1] ?? 0 },
  left: { x: left[0] ?? 0, n: left[1] ?? 0 },
})

describe('shareChange', () => {
  // The paired table of Agresti (approval, 794, 150, 86, 570) and two of Newcombe's kind, by his formula in Python.
  it('is Newcombe’s method for pairs where every child is in both', () => {
    const found = shareChange(stock([794, 86, 150, 570]), 0.95, 1)
    expect(found?.difference).toBeCloseTo(-0.04, 12)
    expect(found?.interval[0]).toBeCloseTo(-0.0587039, 6)
    expect(found?.interval[1]).toBeCloseTo(-0.0212304, 6)
    const opposed = shareChange(stock([36, 12, 2, 0]), 0.95, 1)
    expect(opposed?.interval[0]).toBeCloseTo(0.0569296, 6)
    expect(opposed?.interval[1]).toBeCloseTo(0.3404276, 6)
  })
  it('is Newcombe’s method for different people where no child is in both', () => {
    const found = shareChange(stock([0, 0, 0, 0], [56, 70], [48, 80]), 0.95, 1)
    expect(found).toEqual(proportionDifference({ x: 56, n: 70 }, { x: 48, n: 80 }))
  })
  // The data of Derrick et al. 2015, by the formula in Python: their z test has p = 0.053, and 0 is just inside.
  it('lies between for partly the same children', () => {
    const found = shareChange(stock([8, 3, 1, 3], [6, 6], [5, 9]), 0.95, 1)
    expect(found?.difference).toBeCloseTo(0.2261905, 6)
    expect(found?.interval[0]).toBeCloseTo(-0.0157976, 6)
    expect(found?.interval[1]).toBeCloseTo(0.4305928, 6)
  })
  it('is much surer than for strangers where nearly all children kept their answer', () => {
    const paired = shareChange(stock([100, 2, 12, 400], [5, 20], [5, 20]), 0.95, 1)
    const strangers = proportionDifference({ x: 107, n: 534 }, { x: 117, n: 534 })
    expect(paired?.interval[1]).toBeLessThan(0)
    expect(strangers.interval[1]).toBeGreaterThan(0)
  })
  it('is wider for brothers and sisters, by the root of the spread, and by default', () => {
    const plain = shareChange(stock([40, 10, 12, 90], [10, 30], [9, 28]), 0.95, 1)
    const wide = shareChange(stock([40, 10, 12, 90], [10, 30], [9, 28]), 0.95, 4)
    const width = (found: typeof plain): number => (found ? found.interval[1] - found.interval[0] : 0)
    expect(width(wide)).toBeCloseTo(2 * width(plain), 9)
    expect(width(shareChange(stock([40, 10, 12, 90], [10, 30], [9, 28])))).toBeCloseTo(Math.sqrt(1.5) * width(plain), 9)
  })
  it('has none where either day had no children, and takes none and all counted', () => {
    expect(shareChange(stock([0, 0, 0, 0], [3, 5]))).toBeNull()
    expect(shareChange(stock([0, 0, 0, 0], [0, 0], [3, 5]))).toBeNull()
    const none = shareChange(stock([0, 0, 0, 20]))
    expect(none?.difference).toBe(0)
    expect(none?.interval[0]).toBeLessThan(0)
    expect(shareChange(stock([20, 0, 0, 0]))?.interval[1]).toBeGreaterThan(0)
  })
  const n = fc.integer({ min: 0, max: 60 })
  it('turns round with the years, holds the change, and stays within −1 and 1', () =>
    fc.assert(
      fc.property(n, n, n, n, n, n, n, n, (a, b, c, d, ex, eo, lx, lo) => {
        const found = shareChange(stock([a, b, c, d], [ex, ex + eo], [lx, lx + lo]))
        const back = shareChange(stock([a, c, b, d], [lx, lx + lo], [ex, ex + eo]))
        if (!found || !back) return
        expect(found.interval[0]).toBeCloseTo(-back.interval[1], 9)
        expect(found.interval[0]).toBeLessThanOrEqual(found.difference + 1e-9)
        expect(found.interval[1]).toBeGreaterThanOrEqual(found.difference - 1e-9)
        expect(Math.max(-found.interval[0], found.interval[1])).toBeLessThanOrEqual(1)
      }),
    ))
})

describe('stockChange', () => {
  // Garwood's limits of 4 and 9, squared and added (Python): −13.59 to 2.93.
  it('counts those who came less those who went', () => {
    const { difference, interval } = stockChange(4, 9, 0.95, 1)
    expect(difference).toBe(-5)
    expect(interval[0]).toBeCloseTo(-13.592609, 5)
    expect(interval[1]).toBeCloseTo(2.925718, 5)
  })
  it('is not sure that nothing changed where nobody came or went', () => {
    const { difference, interval } = stockChange(0, 0)
    expect(difference).toBe(0)
    expect(interval[0]).toBeLessThan(-3)
  })
  it('is wider by the root of the spread, and never narrower', () => {
    const width = (spread: number): number =>
      stockChange(30, 20, 0.95, spread).interval[1] - stockChange(30, 20, 0.95, spread).interval[0]
    expect(width(4)).toBeCloseTo(2 * width(1), 9)
    expect(width(0.5)).toBe(width(1))
  })
})

describe('meanChange', () => {
  // Data of Derrick, Toher and White 2017; by the formula with the pairs' own covariance in Python: p = 0.025 (theirs 0.026).
  const derrick: AmountOfStock = {
    both: [
      [14, 15],
      [15, 10],
      [18, 15],
      [20, 17],
      [11, 13],
      [19, 19],
      [14, 12],
      [15, 13],
    ],
    entered: [20, 21, 16, 18, 14, 12, 14, 17],
    left: [10, 16, 18, 16, 15, 14, 13, 10],
  }
  it('has the interval of the t-test for partly overlapping samples', () => {
    const found = meanChange(derrick, 0.95, 1)
    expect(found?.difference).toBeCloseTo(2, 12)
    expect(found?.interval[0]).toBeCloseTo(0.284363, 5)
    expect(found?.interval[1]).toBeCloseTo(3.715637, 5)
  })
  it('has no doubt where the same children all moved alike: a year in care is a year', () => {
    const both = [400, 90, 1200, 35].map(days => [days + 365, days] as const)
    expect(meanChange({ both, entered: [], left: [] })).toEqual({ difference: 365, interval: [365, 365] })
  })
  it('is Welch’s where no child is in both', () => {
    const found = meanChange({ both: [], entered: [1, 2, 3, 4, 5.5], left: [2, 4, 6, 8, 9, 10] }, 0.95, 1)
    expect(found?.interval[0]).toBeCloseTo(-6.808337, 5)
    expect(found?.interval[1]).toBeCloseTo(0.008337, 5)
  })
  it('needs two children on each day', () => {
    expect(meanChange({ both: [], entered: [], left: [] })).toBeNull()
    expect(meanChange({ both: [[1, 2]], entered: [], left: [3] })).toBeNull()
    expect(meanChange({ both: [[1, 2]], entered: [4], left: [3] })).not.toBeNull()
  })
})

describe('familySpread', () => {
  it('is 1 for no children and for children alone', () => {
    expect(familySpread([], 1)).toBe(1)
    expect(familySpread([1, 1, 1], 1)).toBe(1)
  })
  // Sizes 1, 2, 3: Σm² = 14, Σm = 6.
  it('is Σm²/Σm where brothers and sisters are alike, half of that beyond 1 where half alike', () => {
    expect(familySpread([1, 2, 3], 1)).toBeCloseTo(14 / 6, 12)
    expect(familySpread([1, 2, 3], 0.5)).toBeCloseTo(1 + (14 / 6 - 1) / 2, 12)
  })
})

describe('wayFrom', () => {
  it('needs the whole interval on one side of 0, which itself is neither', () =>
    expect([wayFrom([0.1, 1]), wayFrom([-1, -0.1]), wayFrom([0, 1]), wayFrom([-1, 0]), wayFrom([-1, 1])]).toEqual([
      'high',
      'low',
      null,
      null,
      null,
    ]))
})
