import { expect, test } from 'vitest'
import { historyOf, type Told } from '../analysis/forecast/care-history.fixture.ts'
import { monthlyOf } from '../analysis/forecast/monthly.ts'
import { drawnSeries, groupSets } from './drawn-series.ts'

const groups = ['in_house_foster', 'ifa', 'external_residential']
const told: readonly Told[] = [
  { start: '2025-12-10', end: '2026-02-10', exit: 'guardianship' },
  { start: '2025-12-10', end: '2026-03-10', exit: 'adoption', stream: 'unaccompanied' },
  { start: '2026-01-10', stays: [['2026-01-10', 1]] },
  { start: '2026-01-10', stays: [['2026-01-10', 2]] },
]
const drawn = drawnSeries(
  { groups, cost: null },
  monthlyOf(historyOf(told, { from: '2026-01-01', until: '2026-03-31', groups })),
)
const past = (name: string, group: string | null = null, exit: string | null = null) =>
  drawn
    .find(one => one.name === name && one.group === group && one.exit === exit)
    ?.past.map(({ periodEnd, value }) => [periodEnd, value])
const months = (...values: readonly number[]) =>
  values.map((value, i) => [['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31'][4 - values.length + i], value])

test('the past of children in care is each month end, of a wider group the sum of its groups', () => {
  expect(past('in care')).toEqual(months(2, 4, 3, 2))
  expect(past('in care', 'foster')).toEqual(months(2, 3, 2, 1))
  expect(past('in care', 'external_residential')).toEqual(months(0, 1, 1, 1))
})

test('the past of starts and ends begins with the first whole month; each way of leaving has its own, of both streams', () => {
  expect(past('starts')).toEqual(months(2, 0, 0))
  expect(past('ends')).toEqual(months(0, 1, 1))
  expect(past('ends', null, 'guardianship')).toEqual(months(0, 1, 0))
  expect(past('ends', null, 'adoption')).toEqual(months(0, 0, 1))
  expect(past('ends', null, 'home')).toEqual(months(0, 0, 0))
})

test('a wider group is told where it is more than one group and no other says the same', () => {
  expect(groupSets(groups)).toEqual([
    ['in_house_foster', [0]],
    ['ifa', [1]],
    ['external_residential', [2]],
    ['foster', [0, 1]],
  ])
})

test('there is no series of cost without prices', () => {
  expect(drawn.some(({ name }) => name === 'cost')).toBe(false)
})
