import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('shares of one thing that pass 100', () => {
  expect(shortly('The mix is fostering 48%, residential 14%, kinship 31% and other 11%.')).toEqual([
    'wrong percentages that should total 100: 48% + 14% + 31% + 11% → 100%',
  ])
})

test('two shares of which one is the rest of the other', () => {
  expect(shortly('54% are boys and 44% are girls.')).toEqual([
    'wrong percentages that should total 100: 54% + 44% → 46%',
  ])
  expect(shortly('34% had help before. That means 65% had no help.')).toEqual([
    'question percentages that should total 100: 34% + 65% → 66%',
  ])
  expect(shortly('34% had help before. That means 66% had no help.')).toEqual([])
})

test.each([
  'The mix is fostering 33%, residential 33% and other 33%.',
  'The mix is fostering 12.5%, residential 31.3%, kinship 31.3% and other 25.0%.',
  '89% have a plan, 65% of plans are good and 70% attend a good school.',
  'It was 95% in May, 96% in June and 94% in July.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
