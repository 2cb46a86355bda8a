import { describe, expect, it } from 'vitest'
import { didYouMean, nearest, roundHalfUp, sayNumber } from './text.ts'

describe('nearest', () => {
  it('finds the word that was meant', () => expect(nearest('populaton', ['population', 'counted'])).toBe('population'))
  it('finds nothing where nothing is near', () => expect(nearest('xyz', ['population'])).toBeNull())
  it('asks', () => expect(didYouMean('Titel', ['title'])).toBe(' Did you mean "title"?'))
})

describe('roundHalfUp', () => {
  it('rounds a half away from zero, not to even', () =>
    expect([0.5, 1.5, 2.5, -2.5].map(n => roundHalfUp(n))).toEqual([1, 2, 3, -3]))
  it('is not fooled by how a decimal is stored: 1.005 is 1.01', () => expect(roundHalfUp(1.005, 2)).toBe(1.01))
})

describe('sayNumber', () => {
  it('has thousands commas and a true minus sign', () => {
    expect(sayNumber(12345.678, 1)).toBe('12,345.7')
    expect(sayNumber(-0.84, 1)).toBe('−0.8')
  })
  it('has no minus on a zero', () => expect(sayNumber(-0.04, 1)).toBe('0.0'))
})
