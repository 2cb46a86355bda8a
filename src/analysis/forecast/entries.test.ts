import { expect, test } from 'vitest'
import { historyOf, type Told } from './care-history.fixture.ts'
import type { CareHistory } from './care-history.ts'
import { entriesOf } from './entries.ts'
import { monthEndsBetween } from './month-ends.ts'

const all = { weighted: true, siblings: true, drift: true, draws: true }
const entered = (history: CareHistory, how: Partial<typeof all> = {}) => {
  const found = entriesOf(history, monthEndsBetween(history.from, history.until), { ...all, ...how })
  const [general, unaccompanied] = found.entries
  if (!general || !unaccompanied) throw new Error('no streams')
  return { ...found, general, unaccompanied }
}
/** So many who start on the first of each of the 36 months. */
const monthly = (count: (month: number) => number): readonly Told[] =>
  Array.from({ length: 36 }, (_, month) => {
    const start = `${2023 + Math.floor((month + 3) / 12)}-${String(((month + 3) % 12) + 1).padStart(2, '0')}-01`
    return Array.from({ length: count(month) }, () => ({ start }))
  }).flat()

test('who starts on the 18th birthday is no entry', () => {
  const { starts, entryGroups } = entered(
    historyOf([{ start: '2025-01-10' }, { start: '2025-01-10', eighteenth: '2025-01-10' }]),
  )
  expect([starts, entryGroups]).toEqual([1, 1])
})

test('a newcomer is like one who came: the age at the start and the first placement, not where he went', () => {
  const { general } = entered(
    historyOf([
      {
        start: '2025-01-10',
        eighteenth: '2033-01-10',
        stays: [
          ['2025-01-10', 1],
          ['2025-03-01', 2],
        ],
      },
    ]),
  )
  expect(general.donors).toEqual([{ ages: [6575 - 2922], groups: [1] }])
})

test('who came a year ago is drawn half as often as who came in the last month', () => {
  const { general } = entered(historyOf([{ start: '2025-03-10' }, { start: '2026-03-10' }]))
  expect(general.donorsBelow).toEqual([expect.closeTo(1 / 3, 9), 1])
  const plain = entered(historyOf([{ start: '2025-03-10' }, { start: '2026-03-10' }]), { weighted: false })
  expect(plain.general.donorsBelow).toEqual([expect.closeTo(1 / 2, 9), 1])
})

test('entries are as uneven as the months were, their level as uncertain as so few can tell', () => {
  const even = entered(historyOf(monthly(() => 6))).general
  const uneven = entered(historyOf(monthly(month => (month % 2 ? 12 : 0)))).general
  expect(even.dispersion).toBe(1)
  expect(uneven.dispersion).toBeGreaterThan(4)
  expect(uneven.sd).toBeGreaterThan(1.3 * even.sd)
  // 216 in three years, the last year counting most: known to about a tenth.
  expect(even.sd).toBeGreaterThan(0.06)
  expect(even.sd).toBeLessThan(0.2)
  expect(even.perMonth).toBeCloseTo(6, 0)
})

test('the rate of entries follows the last year: as few as lately, not as many as once', () => {
  const falling = historyOf(monthly(month => (month < 24 ? 12 : 4)))
  expect(entered(falling).general.perMonth).toBeLessThan(5.5)
  expect(entered(falling, { weighted: false }).general.perMonth).toBeCloseTo(28 / 3, 0)
})

test('unaccompanied children are a stream of their own, with their own number and their own newcomers', () => {
  const { general, unaccompanied } = entered(
    historyOf([
      ...monthly(() => 4),
      { start: '2026-01-10', stream: 'unaccompanied', eighteenth: '2027-01-10' },
      { start: '2026-02-10', stream: 'unaccompanied', eighteenth: '2027-02-10' },
    ]),
  )
  expect(unaccompanied.donors.map(({ ages }) => ages.length)).toEqual([1, 1])
  expect(general.donors).toHaveLength(144)
  expect(unaccompanied.perMonth).toBeLessThan(0.5)
})
