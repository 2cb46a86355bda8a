import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('a rate per 10,000 with a percent sign, in a sentence and in a table', () => {
  expect(shortly('The rate per 10,000 is 105.9% against 92% for our neighbours.')).toEqual([
    'wrong rate printed as a percentage: 105.9% → 105.9 per 10,000',
    'wrong rate printed as a percentage: 92% → 92 per 10,000',
  ])
  expect(shortly('| Measure | May | June |\n| Rate per 10,000 | 88.1% | 89.4 |')).toEqual([
    'wrong rate printed as a percentage: 88.1% → 88.1',
  ])
})

test.each([
  'The rate per 10,000 is 105.9, up 3% on last year.',
  'The rate is 88 per 10,000, and 12% of children live far away.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
