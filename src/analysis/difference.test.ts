import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanDifference, proportionDifference, rateDifference } from './difference.ts'
import { spreadOf } from './interval.ts'

describe('proportionDifference', () => {
  // Newcombe 1998 (Stat Med 17:873), table II, method 10: (a) 56/70 − 48/80, (b) 9/10 − 3/10.
  it("has Newcombe's published intervals", () => {
    const a = proportionDifference({ x: 56, n: 70 }, { x: 48, n: 80 })
    expect(a.difference).toBeCloseTo(0.2, 12)
    expect(a.interval[0]).toBeCloseTo(0.0524, 4)
    expect(a.interval[1]).toBeCloseTo(0.3339, 4)
    const b = proportionDifference({ x: 9, n: 10 }, { x: 3, n: 10 })
    expect(b.interval[0]).toBeCloseTo(0.1705, 4)
    expect(b.interval[1]).toBeCloseTo(0.809, 4)
  })
  it('does not collapse for none against none: −16.1 to 27.8 points', () => {
    const { interval } = proportionDifference({ x: 0, n: 10 }, { x: 0, n: 20 })
    expect(interval[0]).toBeCloseTo(-0.1611, 4)
    expect(interval[1]).toBeCloseTo(0.2775, 4)
  })
  it('turns round when the years do, and stays within −1 and 1', () => {
    const share = fc
      .integer({ min: 1, max: 200 })
      .chain(n => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [one, other] = [proportionDifference(a, b).interval, proportionDifference(b, a).interval]
        expect(one[0]).toBeCloseTo(-other[1], 12)
        expect(one[0]).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(one[1]).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})

describe('rateDifference', () => {
  // By the formula on exact limits, in Python: 4 (1.0899, 10.2416) against 9 (4.1154, 17.0848).
  it('squares and adds the limits of each rate', () => {
    const { difference, interval } = rateDifference({ x: 4, exposure: 1000 }, { x: 9, exposure: 1000 }, 1000)
    expect(difference).toBe(-5)
    expect(interval[0]).toBeCloseTo(-13.5926, 4)
    expect(interval[1]).toBeCloseTo(2.9257, 4)
  })
  it('is not empty for none against none', () => {
    const { interval } = rateDifference({ x: 0, exposure: 10 }, { x: 0, exposure: 10 })
    expect(interval[0]).toBeLessThan(0)
    expect(interval[1]).toBeGreaterThan(0)
  })
})

describe('meanDifference', () => {
  // SciPy: stats.ttest_ind(..., equal_var=False).confidence_interval()
  it('has the interval of Welch: −6.81 to 0.008', () => {
    const found = meanDifference(spreadOf([1, 2, 3, 4, 5.5]), spreadOf([2, 4, 6, 8, 9, 10]))
    expect(found?.interval[0]).toBeCloseTo(-6.808337, 5)
    expect(found?.interval[1]).toBeCloseTo(0.008337, 5)
  })
  it('needs two values on each side', () => {
    expect(meanDifference(spreadOf([1]), spreadOf([1, 2]))).toBeNull()
    expect(meanDifference(spreadOf([1, 2]), spreadOf([]))).toBeNull()
  })
  it('leaves no doubt between values all alike', () =>
    expect(meanDifference(spreadOf([3, 3]), spreadOf([1, 1, 1]))).toEqual({ difference: 2, interval: [2, 2] }))
})
