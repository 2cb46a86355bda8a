import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  ["This year's 46 is a decrease on the 41 last year.", 'wrong direction of a change: decrease → up'],
  ['There were 88 missing episodes in May and 91 in June, a decrease.', 'wrong direction of a change: decrease → up'],
  ['The average weekly fee rose to £958 from £912, an increase of 8%.', 'wrong size of a change: 8% → 5%'],
  [
    'NEET fell two percentage points to 29%, from 33%.',
    'wrong size of a change: two percentage points → 4 percentage points',
  ],
  ['After 36 in Q1 the number dropped to 39 in Q2.', 'wrong direction of a change: dropped → up'],
  [
    'Demand increased: 88 referrals this quarter against 94 last quarter.',
    'wrong direction of a change: increased → down',
  ],
  [
    'Completion was 86% in the autumn term and 97% in the spring, a rise of 11%.',
    'wrong percent or percentage points: 11% → 11 percentage points',
  ],
  ['There were 30 in 2022 and 52 in 2024, so numbers have doubled.', 'wrong size of a change: doubled → null'],
  [
    'The average fell from 34 weeks to 31 weeks, a reduction of four weeks.',
    'question size of a change: four weeks → 3 weeks',
  ],
  ['Agency fostering has fallen from £3.1m to £2.8m, a drop of 12%.', 'question size of a change: 12% → 10%'],
])('two figures in any order, where the sentence tells which is the earlier: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  "This year's 46 is an increase on the 41 last year.",
  'There were 88 in May and 91 in June, a small increase.',
  'The average weekly fee rose to £958 from £912, an increase of 5%.',
  'Although referrals fell in the summer, there were 46 in March compared with 41 a year before.',
  'An increase on 94% on internal placements and 38% on external ones.',
  'Numbers rose this year: 38, against a target of 42.',
  'The average fell from 34 weeks to 31 weeks, a reduction of three weeks.',
  'Agency fostering fell from £3.1m to £2.8m, a drop of 10%.',
  'There were 30 in 2022 and 58 in 2024, so numbers have almost doubled.',
  "Twenty-one of the 67 children were placed away, five fewer than last year's 26.",
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
