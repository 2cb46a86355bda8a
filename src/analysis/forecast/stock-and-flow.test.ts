import { expect, test } from 'vitest'
import { dayNumber, historyOf } from './care-history.fixture.ts'
import { stockAndFlow } from './stock-and-flow.ts'

/** Ten ten-year-olds who stay, and one who left in the window: 365 days of the last 12 months. */
const history = historyOf(
  [
    ...Array.from({ length: 10 }, () => ({ start: '2020-01-01', eighteenth: '2032-01-01' })),
    { start: '2020-01-01', end: '2025-09-30', eighteenth: '2032-01-01' },
  ],
  { groups: ['fostering', 'residential'] },
)

test('the stock shrinks each day by the share that left a day in the window', () => {
  const { total, byGroup, sd } = stockAndFlow(history, [dayNumber('2026-04-01'), dayNumber('2026-04-02')], 12)
  const rate = 1 / (10 * 365 + 182)
  expect(total[0]).toBeCloseTo(10 * (1 - rate), 9)
  expect(total[1]).toBeCloseTo(10 * (1 - rate) ** 2, 5)
  expect(byGroup[0]?.[1]).toBe(0)
  expect(sd[0]).toBeCloseTo(Math.sqrt(10 * rate * (1 - rate)), 9)
})

test('newcomers come every day as they came in the window, and moves go where they went', () => {
  const moving = historyOf(
    [
      {
        start: '2020-01-01',
        eighteenth: '2036-01-01',
        stays: [
          ['2020-01-01', 0],
          ['2026-03-01', 1],
        ],
      },
      { start: '2025-10-01', eighteenth: '2036-01-01' },
    ],
    { groups: ['fostering', 'residential'] },
  )
  const { total, byGroup } = stockAndFlow(moving, [dayNumber('2026-04-01')], 12)
  expect(total[0]).toBeCloseTo(2 + 1 / 365, 9)
  expect(byGroup[0]?.[1]).toBeCloseTo(1 + 1 / (334 + 182), 5)
})

test('a council without children has none', () => {
  expect(stockAndFlow(historyOf([]), [dayNumber('2026-04-30')]).total).toEqual([0])
})

test('children grow into the next band of age a day in so many, and leave as often as those there do', () => {
  // Ten eight-year-olds of whom none left, and one of twelve who lived 100 days in the window and left.
  const growing = historyOf(
    [
      ...Array.from({ length: 10 }, () => ({ start: '2023-05-01', eighteenth: '2036-01-01' })),
      { start: '2025-04-01', end: '2025-07-10', eighteenth: '2031-01-01' },
    ],
    { groups: ['fostering'] },
  )
  const { total } = stockAndFlow(growing, [dayNumber('2026-04-30')], 12)
  let [younger, older] = [10, 0]
  for (let day = 0; day < 30; day++) {
    const grown = younger / (5 * 365.25)
    older = older * (1 - 1 / 100 - 1 / (6 * 365.25)) + grown + 1 / 365
    younger -= grown
  }
  // Those who grow out of the second band are in care still: a two-thousandth a day of hardly anyone.
  expect(total[0]).toBeGreaterThan(younger + older - 0.001)
  expect(total[0]).toBeLessThan(younger + older + 0.005)
})

test('each who comes adds to the variance of the band', () => {
  const came = historyOf([{ start: '2025-10-01', eighteenth: '2036-01-01' }])
  expect(stockAndFlow(came, [dayNumber('2026-04-10')], 12).sd[0]).toBeCloseTo(Math.sqrt(10 / 365), 9)
})
