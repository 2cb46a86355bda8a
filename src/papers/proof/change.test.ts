import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('a change by the wrong size', () => {
  expect(shortly('The number fell from 80 to 60, a reduction of 33%.')).toEqual(['wrong size of a change: 33% → 25%'])
  expect(shortly('The number rose by 12, from 60 to 80.')).toEqual(['wrong size of a change: 12 → 20'])
  expect(shortly('There were 30 this year, compared with 24 last year (an increase of 40%).')).toEqual([
    'wrong size of a change: 40% → 25%',
  ])
  expect(shortly('The number dropped from 80 in May to 60 in June (33%).')).toEqual([
    'wrong size of a change: 33% → 25%',
  ])
})

test('a change the wrong way', () => {
  expect(shortly('Caseloads fell from 16.2 to 17.1.')).toEqual(['wrong direction of a change: fell → up'])
  expect(shortly('Vacancies stood at 27, down from 23.')).toEqual(['wrong direction of a change: down → up'])
  expect(shortly('We have 31 places, four fewer than the 27 of last year.')).toEqual([
    'wrong direction of a change: fewer → up',
  ])
})

test('per cent for percentage points', () => {
  expect(shortly('Absence fell by 3.2% from 24.3% to 21.1%.')).toEqual([
    'wrong percent or percentage points: 3.2% → 3.2 percentage points',
  ])
  expect(shortly('Take-up increased by 5% to 65%.')).toEqual(['question percent or percentage points: 5% → null'])
})

test('a sentence that says "this" speaks of the one before', () => {
  expect(
    shortly('In May there were 80 children at home. This has reduced to 60 in June. This is a 33% reduction.'),
  ).toEqual(['wrong size of a change: 33% → 25%'])
  expect(shortly('In May there were 60 children at home. This has reduced to 80 in June.')).toEqual([
    'wrong direction of a change: reduced → up',
  ])
})

test('a size that only rounding could explain, and is given more finely than that, is asked about', () => {
  expect(shortly('The budget rose 9.8% from £33.5m to £36.7m.')).toEqual(['question size of a change: 9.8% → 9.6%'])
  expect(shortly('The budget rose 10% from £33.5m to £36.7m.')).toEqual([])
})

test.each([
  'The number fell from 80 to 60, a reduction of 25%.',
  '12 children were placed with 5 carers, up from 9 a year ago.',
  'Sessions rose from 3 to 5 and 40 families took them up, against a target of 50%.',
  'The gap has narrowed from 11.2 to 8.9 percentage points, a reduction of 2.3 points.',
  'Take-up fell by 4 percentage points, from 74% to 71%.',
  'Absence fell by 3.2 percentage points from 24.3% to 21.1%.',
  'Absence fell by 13% from 24.3% to 21.1%.',
  'Children aged from 5 to 9 rose to 31.',
  'Ages range from 9 to 3, and numbers have fallen.',
  'There were 30, compared with 24 for our neighbours, and both have fallen.',
  '77% of homes were good, this was a 2.9% decrease on last year. The target is 95%.',
  'More than 20 children moved up from 12 schools.',
  'Residential placements rose by 15% from 41 to 47. The total rose by four, or 1.4%.',
  'There were 14 restraints in the quarter, six fewer than before, and ten of them were of one child.',
  'Health checks on time rose from 64% to 79%. That is still three points below the 82% of March 2019.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
