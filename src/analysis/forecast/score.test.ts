import { expect, test } from 'vitest'
import { centralRange, coverageOf, crps, holds, intervalScore, meanPinball, pinball, pit, scaleOf } from './score.ts'

test('the fair CRPS of 1, 2, 4 for an outturn of 3 is 4/3 less half the mean distance of two futures', () => {
  // |1−3| + |2−3| + |4−3| = 4, over 3. Pairs: 1, 3 and 2 apart, mean 2; half of it 1.
  expect(crps([1, 2, 4], 3)).toBeCloseTo(4 / 3 - 1, 12)
})

test('the CRPS of one future is its error', () => {
  expect(crps([10], 7)).toBe(3)
})

test('the CRPS grows with the distance, unit by unit once the outturn is outside', () => {
  expect(crps([6, 7, 8], 12)).toBeCloseTo(crps([9, 10, 11], 12) + 3, 12)
})

test('the pinball score charges p for a miss above and 1 − p for a miss below', () => {
  expect(pinball(10, 14, 0.9)).toBeCloseTo(3.6, 12)
  expect(pinball(10, 6, 0.9)).toBeCloseTo(0.4, 12)
  // Every scored quantile of a single value is that value: 4 × the mean of 5, 10, 25, 50, 75, 90 and 95%, which is a half.
  expect(meanPinball([10], 14)).toBeCloseTo(2, 12)
})

test('the interval score is the width, and ten times the miss of an 80% range', () => {
  expect(intervalScore([10, 20], 15, 0.8)).toBe(10)
  expect(intervalScore([10, 20], 23, 0.8)).toBeCloseTo(40, 9)
  expect(intervalScore([10, 20], 8, 0.8)).toBeCloseTo(30, 9)
})

test('the place of an outturn counts ties half', () => {
  expect(pit([1, 2, 2, 5], 2)).toBe(0.5)
  expect(pit([1, 2, 3, 4], 9)).toBe(1)
})

test('the central 80% of 0 to 10 is 1 to 9, ends included', () => {
  const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const [low, high] = centralRange(values, 0.8)
  expect(low).toBeCloseTo(1, 9)
  expect(high).toBeCloseTo(9, 9)
  expect(holds([1, 9], 9)).toBe(true)
  expect(holds([1, 9], 9.5)).toBe(false)
})

test('11 of 14 held has Wilson’s interval, 52% to 92%', () => {
  const { value, low, high } = coverageOf(11, 14)
  expect([value, low, high].map(v => Math.round(v * 100))).toEqual([79, 52, 92])
})

test('forecasts that overlap count as so many as do not: 24 of 12 months are worth two', () => {
  const many = coverageOf(19, 24)
  const few = coverageOf(19, 24, 2)
  expect(few.value).toBe(many.value)
  expect(few.low).toBeLessThan(many.low - 0.2)
})

test('the scale is the mean change over so many months', () => {
  expect(scaleOf([10, 13, 12, 16], 1)).toBeCloseTo(8 / 3, 12)
  expect(scaleOf([10, 13, 12, 16], 3)).toBe(6)
  expect(scaleOf([10, 10, 10], 1)).toBeNull()
})
