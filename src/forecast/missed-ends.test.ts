import { expect, test } from 'vitest'
import { historyOf, type Told } from '../analysis/forecast/care-history.fixture.ts'
import { fromNumber } from '../kit/day.ts'
import { missedEnds } from './missed-ends.ts'

/** As many children as said who have come before 2024 and stay, and one who leaves each month from a month of 2025 on. */
const history = (stay: number, leaves: number) => {
  const told: Told[] = [
    ...Array.from({ length: stay }, (): Told => ({ start: '2023-06-01' })),
    ...Array.from(
      { length: 13 - leaves },
      (_, i): Told => ({
        start: '2023-06-01',
        end: `2025-${String(leaves + i).padStart(2, '0')}-15`,
        exit: 'home',
      }),
    ),
  ]
  return historyOf(told, { from: '2024-01-01', until: '2025-12-31' })
}

test('a year and a half without an end, where one a month would be usual, is one in which ends are not known', () => {
  const found = missedEnds(history(40, 7))
  expect(found && fromNumber(found.from)).toBe('2025-07-01')
  expect(found?.months).toBe(18)
  // 6 ends of 46, 45 … 41 children at the month ends before, and 18 times 46 children without.
  expect(found?.usual).toBeCloseTo((6 / (46 + 45 + 44 + 43 + 42 + 41)) * 18 * 46, 9)
})

test('half a year without an end may be chance, and nobody who ever left tells nothing', () => {
  expect(missedEnds(history(40, 1))?.months).toBe(12)
  expect(missedEnds(historyOf([{ start: '2023-06-01' }], { from: '2024-01-01', until: '2025-12-31' }))).toBeNull()
  const soon = Array.from(
    { length: 23 },
    (_, i): Told => ({
      start: '2023-06-01',
      end: i < 6 ? `2024-0${i + 4}-15` : '2025-10-15',
      exit: 'home',
    }),
  )
  expect(missedEnds(historyOf(soon, { from: '2024-01-01', until: '2025-12-31' }))).toBeNull()
})
