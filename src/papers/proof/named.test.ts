import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

const table =
  '| Indicator | Latest | Target |\n| CP3 Children visited when they should be | 94.3% | at least 95% |\n| CP4 Plans agreed in time | 165 (86.4%) | at least 90% |\n\n'

test('a measure named as its own table has it must have a figure that stands there', () => {
  expect(shortly(`${table}No clear change: “children visited when they should be” (96.3%).`)).toEqual([
    'question two values for one thing: 96.3% → 94.3%',
  ])
  expect(shortly(`${table}Plans agreed in time: 86.4% (165 of 191); the target is at least 80%`)).toEqual([
    'question two values for one thing: 80% → 90%',
  ])
  expect(shortly(`${table}No clear change: “children visited when they should be” (94.3%).`)).toEqual([])
  expect(shortly(`${table}No clear change: “children visited by night” (96.3%).`)).toEqual([])
})

test('how many more would reach the target follows from the counts', () => {
  const plans = '165 of 191 children have a plan (86.4%). '
  expect(shortly(`${plans}The target is at least 95%; 14 more children would bring it there.`)).toEqual([
    'wrong size of a change: 14 → 17',
  ])
  expect(shortly(`${plans}The target is at least 95%; 17 more children would bring it there.`)).toEqual([])
  expect(
    shortly('There were 212 children in care. The target is at most 192; 30 fewer children would bring it there.'),
  ).toEqual(['wrong size of a change: 30 → 20'])
})
