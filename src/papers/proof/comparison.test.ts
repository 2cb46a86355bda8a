import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  ['Stability was 66.4%, above the target of 70%.', 'wrong comparison: above → below'],
  ['Dental checks, at 74%, are better than the London average of 79%.', 'wrong comparison: better than → below'],
  ['At 137 days the match is within the threshold of 121 days.', 'wrong comparison: within → above'],
  [
    'We look after 58 children per 10,000, compared with 66 in the region and 70 in England.\nWe are above both the regional and the national rate.',
    'wrong comparison: above → below',
  ],
  ['The SDQ score improved from 14.1 to 14.6, where a lower score is better.', 'wrong comparison: improved → worsened'],
  ['Starts were higher than ends: 38 against 49.', 'wrong comparison: higher than → below'],
])('%s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test('whether less is good follows from what it is about', () => {
  expect(shortly('Persistent absence, at 24%, is better than the national average of 22%.')).toEqual([
    'wrong comparison: better than → above',
  ])
  expect(shortly('Persistent absence, at 20%, is better than the national average of 22%.')).toEqual([])
})

test.each([
  'Stability was 71.4%, above the target of 70%.',
  'Stability was not above the target of 70% at 66%.',
  'It is better than last year.',
  'The target of 70% is above the average of 66%.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})

test('of two measures in one sentence each is judged by its own', () => {
  expect(
    shortly(
      'At 9%, short-term stability is a point better than England (10%) and at 71% long-term stability is the same.',
    ),
  ).toEqual([])
})
