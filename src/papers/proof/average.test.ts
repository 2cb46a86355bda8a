import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  ['96 moves among 40 children is an average of 2.6 each.', 'wrong share of a count: 2.6 → 2.4'],
  ['18 social workers hold 288 cases, an average of 18 each.', 'wrong share of a count: 18 → 16.0'],
  ['The 44 households offer 70 places, an average of 1.9 places per household.', 'wrong share of a count: 1.9 → 1.6'],
  ['63 children went missing 291 times. That is an average of 5.6 each.', 'wrong share of a count: 5.6 → 4.6'],
  ['The cost per child is £52,000 (£2.6m for 40 children).', 'wrong share of a count: £52,000 → £65,000'],
])('so many among so many: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  '96 moves among 40 children is an average of 2.4 each.',
  '18 social workers hold 288 cases, an average of 16 each.',
  '63 children went missing 291 times. That is an average of 4.6 each.',
  '63 children went missing 291 times, the 12 most often missing 140 of them, an average of 11.7 each.',
  'Caseloads average 16 each, against 18 in the year before and a limit of 20.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
