import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  ['The number of days lost to suspension doubled from 31 to 44.', 'wrong size of a change: doubled → null'],
  ['Placement moves have halved from 60 to 41.', 'wrong size of a change: halved → null'],
  ['Referrals more than doubled, from 20 to 36.', 'wrong size of a change: doubled → null'],
  ['Waiting times almost trebled from 5 weeks to 9 weeks.', 'wrong size of a change: trebled → null'],
])('a multiple that the figures after it are not: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  'The number of days lost doubled from 31 to 60.',
  'Moves have nearly halved, from 60 to 34.',
  'Referrals more than doubled from 20 to 47.',
  'The service doubled its visits; attendance went from 31 to 44.',
  'It doubled in a year.',
])('what people call so: %s', text => {
  expect(shortly(text)).toEqual([])
})
