import { expect, test } from 'vitest'
import { monthOf, quantileOfSorted, rangeOf } from './ranges.ts'

test('of 0 to 100 in any order 5 in 10 lie from 25 to 75, 8 in 10 from 10 to 90, 95 in 100 from 2.5 to 97.5', () => {
  const values = Array.from({ length: 101 }, (_, i) => (i * 37) % 101)
  expect(rangeOf(values)).toEqual({ median: 50, mean: 50, p50: [25, 75], p80: [10, 90], p95: [2.5, 97.5] })
})

test('a quantile between two values lies on the straight line between them', () => {
  expect(quantileOfSorted([10, 20, 40], 0.6)).toBeCloseTo(24, 12)
  expect(quantileOfSorted([], 0.5)).toBeNaN()
})

test('a month is that month of every run', () => {
  expect([...monthOf(Float64Array.from([1, 2, 3, 4, 5, 6]), { runs: 2, months: 3 }, 1)]).toEqual([2, 5])
})
