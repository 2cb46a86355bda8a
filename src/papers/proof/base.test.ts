import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  [
    '412 children were in care at the end of the month. Unaccompanied children number 37, which is 12% of the total.',
    'question share of a count: 12% → 9%',
  ],
  [
    '67 children went missing on 284 occasions. Eleven accounted for 152 of the episodes, which is less than half of the total.',
    'question share of a count: half → 54%',
  ],
  [
    'With 410 children in care and a population of 56,000, the rate is 83.2 per 10,000.',
    'wrong share of a count: 83.2 per 10,000 → 73.2 per 10,000',
  ],
  [
    'There were 87 missing episodes by 32 children. In the previous quarter there had been 79 episodes by 35 children. This is an increase of 8 episodes and a reduction of 5 children.',
    'wrong size of a change: 5 → a fall of 3',
  ],
])('figures whose other half stands some sentences before: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  '412 children were in care at the end of the month. Unaccompanied children number 37, which is 9% of the total.',
  '67 children went missing on 284 occasions. Eleven accounted for 152 of the episodes, which is more than half of the total.',
  'With 410 children in care and a population of 56,000, the rate is 73.2 per 10,000.',
  'There were 87 missing episodes by 32 children. In the previous quarter there had been 79 episodes by 35 children. This is an increase of 8 episodes and a reduction of 3 children.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
