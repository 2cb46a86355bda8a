import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  [
    'The average caseload was 71, which is within the 50 to 70 recommended in the handbook.',
    'wrong comparison: within → above',
  ],
  ['The average caseload of 62 is above the recommended range of 50 to 70.', 'wrong comparison: above → within'],
  ['The majority of respondents (44 of 97) were satisfied.', 'wrong share of a count: majority → a minority'],
  ['Only a minority, 61 of 110, replied.', 'wrong share of a count: minority → a majority'],
])('ranges and halves: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  'The average caseload was 68, which is within the 50 to 70 recommended in the handbook.',
  'The average caseload of 72 is not within the recommended range of 50 to 70.',
  'The majority of respondents (54 of 97) were satisfied.',
  '31 children moved within 12 to 18 months of coming in.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
