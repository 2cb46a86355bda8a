import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  betaBelow,
  betaQuantile,
  binomialAtLeast,
  binomialAtMost,
  chiSquareQuantile,
  gammaBelow,
  gammaQuantile,
  logGamma,
  normalBelow,
  normalQuantile,
  poissonAtLeast,
  poissonAtMost,
  tBelow,
  tQuantile,
} from './distribution.ts'

// Table values: NIST/SEMATECH e-Handbook 1.3.6.7; more digits from SciPy 1.17.
describe('the distributions', () => {
  it('have the ln Γ of the tables', () => {
    expect(logGamma(0.5)).toBeCloseTo(0.5723649429247, 12)
    expect(logGamma(10)).toBeCloseTo(12.80182748008147, 11)
    expect(logGamma(1e6) / 12815504.569147902).toBeCloseTo(1, 13)
  })
  it('have the normal table, far tails included', () => {
    expect(normalBelow(1.96)).toBeCloseTo(0.9750021, 7)
    expect(normalBelow(0)).toBe(0.5)
    expect(normalBelow(-3) / 0.0013498980316301).toBeCloseTo(1, 10)
    expect(normalBelow(-6) / 9.865876450376946e-10).toBeCloseTo(1, 10)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12)
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167813, 11)
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(1e-9)).toBeCloseTo(-5.99780702, 7)
  })
  it('have the chi-square table', () => {
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841, 3)
    expect(chiSquareQuantile(0.025, 10)).toBeCloseTo(3.247, 3)
    expect(chiSquareQuantile(0.975, 22)).toBeCloseTo(36.781, 3)
    expect(chiSquareQuantile(0.95, 100)).toBeCloseTo(124.342, 3)
  })
  it('have the t table', () => {
    expect(tQuantile(0.975, 1)).toBeCloseTo(12.706, 3)
    expect(tQuantile(0.975, 10)).toBeCloseTo(2.228, 3)
    expect(tQuantile(0.975, 30)).toBeCloseTo(2.042, 3)
    expect(tQuantile(0.001, 5)).toBeCloseTo(-5.8934, 4)
    expect(tQuantile(0.5, 3)).toBe(0)
    expect(tBelow(0, 4)).toBe(0.5)
    expect(tBelow(-2.228138852, 10)).toBeCloseTo(0.025, 9)
  })
  it('have the gamma and beta of SciPy, large shapes included', () => {
    expect(gammaBelow(3, 2.5)).toBeCloseTo(0.69378108, 8)
    expect(gammaBelow(0.1, 0.5)).toBeCloseTo(0.34527915, 8)
    expect(gammaBelow(120, 100)).toBeCloseTo(0.97213626, 8)
    expect(betaQuantile(0.025, 8, 13)).toBeCloseTo(0.19119006, 8)
    expect(betaBelow(0.5, 1e5, 1e5 + 300)).toBeCloseTo(0.7486728868521804, 7)
    expect(betaBelow(0.18, 90_000, 410_000)).toBeCloseTo(0.5003132858269557, 7)
  })
  it('have the binomial and Poisson tails', () => {
    expect(binomialAtMost(3, 10, 0.3)).toBeCloseTo(0.6496107184, 10)
    expect(binomialAtLeast(18, 20, 0.5)).toBeCloseTo(0.00020122528076171875, 12)
    expect(binomialAtMost(0, 10, 0.1)).toBeCloseTo(0.3486784401, 10)
    expect(poissonAtMost(2, 4.5)).toBeCloseTo(0.17357807091, 10)
    expect(poissonAtLeast(15, 5)).toBeCloseTo(0.00022625367617675, 12)
  })
  it('start at one or more: P(X ≥ 1) is all but none', () => {
    expect(binomialAtLeast(1, 10, 0.1)).toBeCloseTo(1 - 0.9 ** 10, 12)
    expect(poissonAtLeast(1, 2)).toBeCloseTo(1 - Math.exp(-2), 12)
  })
  it('are certain at the ends', () => {
    expect([binomialAtMost(-1, 5, 0.4), binomialAtMost(5, 5, 0.4), binomialAtLeast(0, 5, 0.4)]).toEqual([0, 1, 1])
    expect(binomialAtLeast(6, 5, 0.4)).toBe(0)
    expect([poissonAtMost(-1, 2), poissonAtLeast(0, 2), gammaBelow(0, 2), gammaBelow(Infinity, 2)]).toEqual([
      0, 1, 0, 1,
    ])
    expect([betaBelow(-0.1, 2, 3), betaBelow(1.1, 2, 3)]).toEqual([0, 1])
  })
})

describe('betaBelow', () => {
  it('is the uniform distribution for beta(1, 1)', () => expect(betaBelow(0.3, 1, 1)).toBeCloseTo(0.3, 12))
  it('is a half at the middle of a symmetric beta', () => expect(betaBelow(0.5, 7.5, 7.5)).toBeCloseTo(0.5, 12))
  it('follows x^a for beta(a, 1)', () => expect(betaBelow(0.8, 3, 1)).toBeCloseTo(0.512, 12))
  it('mirrors: I_x(a, b) = 1 − I_(1−x)(b, a)', () =>
    expect(betaBelow(0.2, 3, 40)).toBeCloseTo(1 - betaBelow(0.8, 40, 3), 12))
})

describe('a quantile', () => {
  const p = fc.double({ min: 0.001, max: 0.999, noNaN: true })
  it('is where its distribution reaches the probability', () =>
    fc.assert(
      fc.property(p, fc.double({ min: 0.5, max: 200, noNaN: true }), (chance, shape) => {
        expect(gammaBelow(gammaQuantile(chance, shape), shape)).toBeCloseTo(chance, 9)
        expect(betaBelow(betaQuantile(chance, shape, 3), shape, 3)).toBeCloseTo(chance, 9)
        expect(tBelow(tQuantile(chance, shape), shape)).toBeCloseTo(chance, 9)
        expect(normalBelow(normalQuantile(chance))).toBeCloseTo(chance, 12)
      }),
      { numRuns: 50 },
    ))
  it('agrees with counting: binomial and Poisson tails add to one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), p, (n, k, chance) => {
        expect(binomialAtMost(k - 1, n, chance) + binomialAtLeast(k, n, chance)).toBeCloseTo(1, 10)
        expect(poissonAtMost(k - 1, n * chance) + poissonAtLeast(k, n * chance)).toBeCloseTo(1, 10)
      }),
    ))
})
