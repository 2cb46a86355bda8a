import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('what a sum is for each', () => {
  expect(shortly('It cost £1.2 million, that is £24,700 for each of the 103 young people.')).toEqual([
    'wrong share of a count: £24,700 → £11,700',
  ])
  expect(shortly('It cost £1.2 million, that is £11,700 for each of the 103 young people.')).toEqual([])
})

test('what share one sum is of another', () => {
  expect(shortly('This is 11.9% of the budget of £31.4m, being £2.8m.')).toEqual([
    'wrong share of a count: 11.9% → 8.9%',
  ])
  expect(shortly('This is 8.9% of the budget of £31.4m, being £2.8m.')).toEqual([])
})
