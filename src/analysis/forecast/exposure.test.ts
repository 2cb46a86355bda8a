import { expect, test } from 'vitest'
import { historyOf } from './care-history.fixture.ts'
import type { CareHistory } from './care-history.ts'
import { ageBands, hazards, partsOfCell, timeBands } from './cells.ts'
import { exposureOf } from './exposure.ts'

const tableOf = (history: CareHistory) => exposureOf(history, history.from, history.until + 1)
/** Days lived by one part of the cell, of children in a group. */
const daysBy = (history: CareHistory, part: 'age' | 'time', group: number): readonly number[] => {
  const out = new Array<number>(part === 'age' ? ageBands : timeBands).fill(0)
  for (const [cell, days] of tableOf(history).days.entries()) {
    const parts = partsOfCell(cell, history.groups.length)
    if (parts.group === group) out[parts[part]] = (out[parts[part]] ?? 0) + days
  }
  return out
}

test('time in care goes on where a placement ends: who moves is not new to care', () => {
  const moved = historyOf([
    {
      start: '2024-01-01',
      stays: [
        ['2024-01-01', 0],
        ['2025-06-01', 1],
      ],
    },
  ])
  // 31 March 2026 is two years and a quarter on: in the second group from 17 months on.
  expect(daysBy(moved, 'time', 1)).toEqual([0, 0, 0, 0, 0, 730 - 517, 821 - 730, 0])
})

test('the bands of time in care begin after a week, a month, a quarter, half a year, one, two and four years', () => {
  const long = historyOf([{ start: '2021-01-01' }], { from: '2021-01-01' })
  expect(daysBy(long, 'time', 0)).toEqual([7, 23, 61, 91, 183, 365, 731, 1916 - 1461])
})

test('the bands of age begin at one, five, ten, thirteen and sixteen', () => {
  const grown = historyOf([{ start: '2006-06-01', eighteenth: '2024-06-01' }], { from: '2006-06-01' })
  expect(daysBy(grown, 'age', 0).map(days => Math.round(days / 365.25))).toEqual([1, 4, 5, 3, 3, 2])
})

test('nobody lives a day in care after the 18th birthday, whatever the return says', () => {
  const grown = historyOf([{ start: '2024-01-01', end: '2025-12-31', eighteenth: '2024-03-01' }])
  expect(tableOf(grown).days.reduce((a, b) => a + b, 0)).toBe(60)
})

test('an end whose reason no return tells is an exit of its own kind, for none is lost', () => {
  const told = historyOf([{ start: '2024-01-01', end: '2025-06-15' }])
  const { exits } = tableOf({ ...told, care: { ...told.care, exit: Uint8Array.from([255]) } })
  expect([...exits].flatMap((n, at) => (n > 0 ? [hazards[at % hazards.length]] : []))).toEqual(['other'])
})
