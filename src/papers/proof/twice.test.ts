import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('the number in care given twice for one month is asked about', () => {
  expect(
    shortly(
      'We have 683 children in our care (as at October 2024).\n\nAt the end of October 2024 there were 689 children in care.',
    ),
  ).toEqual(['question two values for one thing: 689 → 683'])
  expect(
    shortly(
      'We have 683 children in our care (as at October 2024).\n\nAt the end of November 2024 there were 689 children in care.',
    ),
  ).toEqual([])
})

test('a table of the same month is another place', () => {
  const text =
    'As at October 2024 we had 683 children in care.\n\nScorecard, October 2024\n\n| Measure | Latest | Prior |\n| Number of children in care | 689 | 683 |'
  // Told at the sentence: that is where a reader looks first.
  expect(shortly(text)).toEqual(['question two values for one thing: 683 → 689'])
})

test('others and targets are not us', () => {
  expect(
    shortly(
      'In October 2024 90% of care leavers were in suitable accommodation. In October 2024 the England average in suitable accommodation was 88%.',
    ),
  ).toEqual([])
})
