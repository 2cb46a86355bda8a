import { expect, test } from 'vitest'
import { dispersionOf, levelAndDrift, plainLevel, weightsOf } from './level.ts'

const months = (n: number, value: (i: number) => number): number[] => Array.from({ length: n }, (_, i) => value(i))
const twenty = months(60, () => 20)

test('a month a year ago counts half', () => {
  const weights = weightsOf(13, true)
  expect((weights[0] ?? 0) / (weights[12] ?? 1)).toBeCloseTo(0.5, 12)
  expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
  expect(weightsOf(4, false)).toEqual([0.25, 0.25, 0.25, 0.25])
})

test('the level follows the recent past: after a year of half as many it is near half, where all months alike say nine tenths', () => {
  const observed = months(60, i => (i < 48 ? 20 : 10))
  const level = Math.exp(levelAndDrift(observed, twenty, 1).log)
  expect(level).toBeGreaterThan(0.48)
  expect(level).toBeLessThan(0.65)
  expect(Math.exp(plainLevel(observed, twenty, 1).log)).toBeCloseTo(0.9, 2)
})

test('a level is as certain as the events behind it, and less certain where they scatter more than chance', () => {
  const sd = (n: number, dispersion: number): number =>
    levelAndDrift(
      months(60, () => n),
      months(60, () => n),
      dispersion,
    ).sd
  expect(sd(5, 1)).toBeGreaterThan(1.4 * sd(40, 1))
  expect(sd(20, 3)).toBeGreaterThan(1.2 * sd(20, 1))
  expect(plainLevel(twenty, twenty, 1).sd).toBeCloseTo(Math.sqrt(1 / 1201), 12)
})

test('drift is about 10% a year where nothing is known, more where the rate wanders, less where it stands', () => {
  expect(levelAndDrift([0, 0, 0], [0, 0, 0], 1)).toEqual({ log: 0, sd: 0, drift: 0.1 })
  const unknown = levelAndDrift([5], [5], 1).drift
  expect(unknown).toBeCloseTo(0.123, 2)
  expect(
    levelAndDrift(
      months(60, i => (Math.floor(i / 12) % 2 ? 28 : 20)),
      twenty,
      1,
    ).drift,
  ).toBeGreaterThan(0.16)
  expect(levelAndDrift(twenty, twenty, 1).drift).toBeLessThan(0.075)
})

test('even counts have no spread above chance, uneven ones have, and a slow drift is none', () => {
  const even = months(60, i => (i % 2 ? 24 : 16))
  const uneven = months(60, i => (i % 2 ? 40 : 0))
  const drifting = months(60, i => i)
  expect(dispersionOf(even, twenty)).toBeCloseTo((59 * 1.6 + 1.15 * 18) / 77, 9)
  expect(dispersionOf(uneven, twenty)).toBe(6)
  expect(dispersionOf(drifting, twenty)).toBe(1)
})

test('one odd month moves the level the less, the more months scatter by chance', () => {
  const odd = months(60, i => (i === 59 ? 60 : 20))
  const [sure, scattered] = [levelAndDrift(odd, twenty, 1).log, levelAndDrift(odd, twenty, 6).log]
  expect(scattered).toBeGreaterThan(0)
  expect(scattered).toBeLessThan(0.6 * sure)
})

test('a level from one month of five events is known to two fifths of itself', () => {
  // Nothing known before has a standard deviation of 1; five events say it to 1 / √(5 + 1).
  expect(levelAndDrift([5], [5], 1).sd).toBeCloseTo(Math.sqrt(1 / 6), 2)
})

test('where a steady and a wandering council would stand apart, the level is less certain than either says', () => {
  const step = months(60, i => (i < 56 ? 20 : 32))
  const { sd } = levelAndDrift(step, twenty, 1)
  // Each drift by itself is followed to within 8% on average; they say levels further apart than that.
  expect(sd).toBeGreaterThan(0.095)
  expect(sd).toBeLessThan(0.12)
})
