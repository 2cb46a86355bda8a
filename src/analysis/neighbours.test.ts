import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadOf } from './interval.ts'
import {
  bareEstimate,
  distributionOf,
  meanEstimate,
  proportionEstimate,
  quarterBand,
  quarterOf,
  rankOf,
  rateEstimate,
} from './neighbours.ts'
import { quantileOf } from './quantile.ts'

const ten = [61, 65, 70, 71, 74, 78, 80, 85, 88, 95]

describe('distributionOf', () => {
  it('places our figure among the neighbours', () =>
    expect(distributionOf(71, ten)).toEqual({
      n: 10,
      mean: 76.7,
      median: 76,
      lowerQuartile: 70.25,
      upperQuartile: 83.75,
      low: 61,
      high: 95,
      below: 3,
      above: 6,
    }))
  it('takes one neighbour, ties, and none', () => {
    expect(distributionOf(5, [5])).toMatchObject({ n: 1, median: 5, lowerQuartile: 5, below: 0, above: 0 })
    expect(distributionOf(5, [])).toBeNull()
  })
})

describe('quantileOf', () => {
  // R: quantile(c(1, 2, 4, 8), c(.25, .5, .75)) gives 1.75, 3, 5 (type 7).
  it('is R’s type 7', () => expect([0.25, 0.5, 0.75].map(p => quantileOf([8, 1, 4, 2], p))).toEqual([1.75, 3, 5]))
  it('takes the ends, one value and none', () => {
    expect([quantileOf([3, 1, 2], 0), quantileOf([3, 1, 2], 1), quantileOf([7], 0.3), quantileOf([], 0.5)]).toEqual([
      1,
      3,
      7,
      null,
    ])
  })
})

describe('quarters', () => {
  it('split the figures in four, a figure on a quartile in the lower', () => {
    expect([1, 2, 3, 4, 5].map(v => quarterOf(v, [1, 2, 3, 4, 5]))).toEqual([1, 1, 2, 3, 4])
    expect(quarterOf(3, [])).toBeNull()
  })
  it('reach as far as our own interval does', () => {
    const others = ten.map(v => bareEstimate(v / 100))
    expect(quarterBand(proportionEstimate(72, 100), others)).toEqual({ quarter: 2, range: [1, 3] })
    expect(quarterBand(proportionEstimate(7200, 10_000), others)).toEqual({ quarter: 2, range: [2, 2] })
    expect(quarterBand(bareEstimate(0.72), others)).toEqual({ quarter: 2, range: null })
    expect(quarterBand(bareEstimate(0.72), [])).toBeNull()
  })
})

describe('rankOf', () => {
  const others = ten.map(v => proportionEstimate(v * 2, 200))
  it('gives our rank from the best, and the ranks it could be', () => {
    const rank = rankOf(proportionEstimate(146, 200), others)
    expect(rank).toMatchObject({ rank: 7, of: 11, tied: 0 })
    // At 99.5% each, 85% is 2.98 standard errors from 73% of 200 and surely ahead; 80% (1.7) and 61% (2.6) are not sure.
    expect(rank?.range).toEqual([4, 11])
  })
  it('turns round where low is good', () => {
    const rank = rankOf(proportionEstimate(146, 200), others, 'low')
    expect(rank).toMatchObject({ rank: 5, of: 11, range: [1, 8] })
  })
  it('is certain for large numbers far apart', () => {
    const large = ten.map(v => rateEstimate(v * 1000, 100_000, 100))
    expect(rankOf(rateEstimate(83_000, 100_000, 100), large)).toMatchObject({ rank: 4, range: [4, 4] })
  })
  it('counts ties apart, and leaves a tie open in the range', () => {
    const rank = rankOf(proportionEstimate(5, 10), [proportionEstimate(5, 10), proportionEstimate(50, 100)])
    expect(rank).toEqual({ rank: 1, of: 3, tied: 2, range: [1, 3] })
  })
  it('has no range where our numbers or a neighbour’s are not known, and no rank without neighbours', () => {
    expect(rankOf(bareEstimate(0.7), others)?.range).toBeNull()
    expect(rankOf(proportionEstimate(7, 10), [...others, bareEstimate(0.5)])).toMatchObject({ of: 12, range: null })
    expect(rankOf(bareEstimate(1), [])).toBeNull()
  })
  it('always holds the rank in its range', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 30 }),
        (xs, x) => {
          const rank = rankOf(
            proportionEstimate(x, 30),
            xs.map(other => proportionEstimate(other, 30)),
          )
          expect(rank?.range?.[0]).toBeLessThanOrEqual(rank?.rank ?? 0)
          expect(rank?.range?.[1]).toBeGreaterThanOrEqual(rank?.rank ?? 99)
        },
      ),
    ))
  it('asks for more before calling another ahead when there are more to compare with', () => {
    const one = rankOf(proportionEstimate(50, 100), [proportionEstimate(65, 100)])
    const many = rankOf(proportionEstimate(50, 100), Array(10).fill(proportionEstimate(65, 100)))
    expect(one?.range?.[0]).toBe(2)
    expect(many?.range?.[0]).toBe(1)
  })
})

describe('meanEstimate', () => {
  it('is bare for one case, and none for no case', () => {
    expect(meanEstimate(spreadOf([4]))).toEqual({ value: 4, intervalAt: null })
    expect(meanEstimate(spreadOf([]))).toBeNull()
  })
  it('has Student’s interval for more', () => {
    const found = meanEstimate(spreadOf([1, 2, 3, 4, 5.5]))?.intervalAt?.(0.95)
    expect(found?.[0]).toBeCloseTo(0.93153, 5)
  })
})
