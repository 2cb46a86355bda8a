import { expect, test } from 'vitest'
import { dayNumber, historyOf } from './care-history.fixture.ts'
import { knownBy } from './known-by.ts'
import { monthEndsBetween, monthsFrom } from './month-ends.ts'
import { monthlyOf } from './monthly.ts'
import { presentOf } from './present.ts'
import { trendLines } from './trend-lines.ts'

const days = (texts: readonly string[]): number[] => texts.map(dayNumber)

test('a month end stays a month end, forward and back', () => {
  expect(monthsFrom(dayNumber('2026-01-31'), 3)).toEqual(days(['2026-02-28', '2026-03-31', '2026-04-30']))
  expect(monthEndsBetween(dayNumber('2026-01-01'), dayNumber('2026-02-28'))).toEqual(
    days(['2025-12-31', '2026-01-31', '2026-02-28']),
  )
})

test('a first month that is not whole is left out', () => {
  expect(monthEndsBetween(dayNumber('2026-01-02'), dayNumber('2026-02-28'))).toEqual(days(['2026-01-31', '2026-02-28']))
})

const small = historyOf(
  [
    { start: '2025-11-10', end: '2026-01-31', exit: 'home' },
    {
      start: '2026-01-31',
      stays: [
        ['2026-01-31', 0],
        ['2026-02-10', 1],
      ],
    },
    { start: '2026-02-01', end: '2026-02-28', exit: 'adoption', stream: 'unaccompanied' },
    { start: '2024-05-05', end: '2025-12-31', exit: 'eighteen' },
  ],
  { from: '2026-01-01', until: '2026-02-28' },
)

test('who ends on a day is not in care on it, who starts on it is', () => {
  const { total, byGroup } = monthlyOf(small)
  expect(total).toEqual([1, 1, 1])
  expect(byGroup.slice(0, 2)).toEqual([
    [1, 1, 0],
    [0, 0, 1],
  ])
})

test('starts and ends are counted in their month, by stream and exit, and make the change of the total', () => {
  const { starts, leavers, total } = monthlyOf(small)
  expect(starts).toEqual([
    [0, 1, 0],
    [0, 0, 1],
  ])
  expect(leavers.map(row => row.join(' ')).filter(row => row !== '0 0 0')).toEqual(['0 1 0', '0 0 1'])
  const all = (rows: readonly (readonly number[])[], i: number): number =>
    rows.reduce((sum, row) => sum + (row[i] ?? 0), 0)
  for (const i of [1, 2]) expect((total[i] ?? 0) - (total[i - 1] ?? 0)).toBe(all(starts, i) - all(leavers, i))
})

test('on an earlier day a later start is not there and a later end is open', () => {
  const known = knownBy(small, dayNumber('2026-01-31'))
  expect(known.care.start).toHaveLength(3)
  expect([...known.care.exit]).toEqual([4, 0, 255])
  expect(known.stay.start).toHaveLength(3)
  expect(presentOf(known).group).toEqual(Uint8Array.from([0]))
  expect(known.until).toBe(dayNumber('2026-01-31'))
  // The third child left on the last day itself.
  expect(presentOf(small).group).toEqual(Uint8Array.from([1]))
})

test('an end on the day itself is known', () => {
  expect([...knownBy(small, dayNumber('2026-01-30')).care.exit]).toEqual([4, 255])
})

test('a trend line is the last value and the mean change of the last k months, as often as months ahead', () => {
  const totals = Array.from({ length: 13 }, (_, i) => 100 + i * i)
  const lines = trendLines(totals, 2)
  expect(lines.map(({ span }) => span)).toEqual([3, 6, 12])
  // 244 now, 181 three months ago: 21 a month.
  expect(lines[0]?.values).toEqual([265, 286])
  expect(lines[2]?.values).toEqual([256, 268])
  expect(trendLines([], 3)).toEqual([])
})
