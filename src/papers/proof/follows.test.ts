import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  [
    '204 places are offered, of which 171 are filled. Occupancy is therefore 86.2%.',
    'question share of a count: 86.2% → 83.8%',
  ],
  [
    '148 children came into care and 96 had an assessment inside 20 working days, which is 54.9% of them.',
    'question share of a count: 54.9% → 64.9%',
  ],
  [
    'The budget is £21.84m and spend is forecast at £24.36m, a variance of £2.52m. The variance is equal to 10.3% of the budget.',
    'question share of a count: 10.3% → 11.5%',
  ],
])('a percentage said to follow from what stands before it: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  '204 places are offered, of which 171 are filled. Occupancy is therefore 83.8%.',
  '148 children came into care and 96 had an assessment inside 20 working days, which is 64.9% of them.',
  'The budget is £21.84m and spend is forecast at £24.36m, a variance of £2.52m. The variance is equal to 11.5% of the budget.',
  'There were 84 episodes in May and 91 in June. This represents a rate of 12% of all children.',
  '64 children had a plan and 12 were waiting, which was 16% fewer than last year.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
