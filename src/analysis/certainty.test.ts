import { describe, expect, it } from 'vitest'
import {
  certaintyOf,
  meanPosterior,
  PLAIN_FROM,
  proportionPosterior,
  proportionWithin,
  ratePosterior,
  withinBands,
} from './certainty.ts'
import { spreadOf } from './interval.ts'

describe('proportionWithin', () => {
  it('adds up to one over the whole range', () => expect(proportionWithin(16, 20, 0, 1)).toBe(1))
  it('splits a true coin at a half evenly', () => expect(proportionWithin(10, 20, 0, 0.5)).toBeCloseTo(0.5, 10))
})

describe('withinBands', () => {
  const everything = [[-Infinity, Infinity]] as const
  it('is one over everything for a share, a rate and a mean', () => {
    expect(withinBands(proportionPosterior(0, 5), everything)).toBe(1)
    expect(withinBands(ratePosterior(0, 5), everything)).toBe(1)
    expect(withinBands(meanPosterior(spreadOf([1, 2])) ?? (() => 0), everything)).toBe(1)
  })
  // SciPy: gamma.cdf(10, 12.5) for 12 events in 100 against 1,000 per 10,000.
  it('judges a rate by gamma(x + ½), in its own per', () =>
    expect(withinBands(ratePosterior(12, 100, 10_000), [[-Infinity, 1000]])).toBeCloseTo(0.25317469, 7))
  it('is per one where nothing else is said', () =>
    expect(ratePosterior(12, 100)(0.1)).toBeCloseTo(ratePosterior(12, 100, 10_000)(1000), 12))
  // SciPy: t.cdf((4 − 3.1)√5 / sd, 4)
  it('judges a mean by Student’s t', () =>
    expect(withinBands(meanPosterior(spreadOf([1, 2, 3, 4, 5.5])) ?? (() => 0), [[-Infinity, 4]])).toBeCloseTo(
      0.84331675,
      7,
    ))
  it('adds bands that lie apart', () =>
    expect(
      withinBands(proportionPosterior(8, 20), [
        [0, 0.3],
        [0.5, 1],
      ]),
    ).toBeCloseTo(1 - proportionWithin(8, 20, 0.3, 0.5), 12))
  it('has nothing to say of one value, or of values all alike', () => {
    expect(meanPosterior(spreadOf([5]))).toBeNull()
    expect(meanPosterior(spreadOf([5, 5, 5]))).toBeNull()
  })
})

describe('certaintyOf', () => {
  it('is plain from 80% on', () =>
    expect(certaintyOf('green', { green: PLAIN_FROM, amber: 0.15, red: 0.05 })).toEqual({
      state: 'plain',
      chance: 0.8,
    }))
  it('says the likeliest other status below that', () =>
    expect(certaintyOf('amber', { green: 0.3, amber: 0.6, red: 0.1 })).toEqual({
      state: 'could be',
      chance: 0.6,
      other: 'green',
      otherChance: 0.3,
    }))
})
