import { describe, expect, it } from 'vitest'
import { proportionWithin } from './certainty.ts'
import { betaBelow, wilson } from './interval.ts'

describe('wilson', () => {
  // Worked by hand from the formula; agrees with R's PHEindicatormethods::phe_proportion(65, 100).
  it('gives 55.3% to 73.6% for 65 of 100', () => {
    const [low, high] = wilson(65, 100)
    expect(low).toBeCloseTo(0.5525, 4)
    expect(high).toBeCloseTo(0.7364, 4)
  })
  it('starts at exactly 0 for none of 10, and is not empty', () => {
    const [low, high] = wilson(0, 10)
    expect(low).toBe(0)
    expect(high).toBeCloseTo(0.2775, 4)
  })
})

describe('betaBelow', () => {
  it('is the uniform distribution for beta(1, 1)', () => expect(betaBelow(0.3, 1, 1)).toBeCloseTo(0.3, 12))
  it('is a half at the middle of a symmetric beta', () => expect(betaBelow(0.5, 7.5, 7.5)).toBeCloseTo(0.5, 12))
  it('follows x^a for beta(a, 1)', () => expect(betaBelow(0.8, 3, 1)).toBeCloseTo(0.512, 12))
  it('mirrors: I_x(a, b) = 1 − I_(1−x)(b, a)', () =>
    expect(betaBelow(0.2, 3, 40)).toBeCloseTo(1 - betaBelow(0.8, 40, 3), 12))
})

describe('proportionWithin', () => {
  it('adds up to one over the whole range', () => expect(proportionWithin(16, 20, 0, 1)).toBe(1))
  it('splits a true coin at a half evenly', () => expect(proportionWithin(10, 20, 0, 0.5)).toBeCloseTo(0.5, 10))
})
