import { expect, test } from 'vitest'
import { historyOf } from './care-history.fixture.ts'
import { naive, naiveFlow, naiveSd, naiveStock } from './naive.ts'

/** Two years of changes, over and over the same. */
const long = (step: readonly number[]): readonly number[] =>
  Array.from({ length: 25 }, (_, i) => step.reduce((sum, by, at) => sum + by * Math.ceil((i - at) / step.length), 100))

test('no change: the last value, spread by past changes over as long, beside monthly ones times the root of the months', () => {
  // Changes 2 and −1 in turn: mean square 2.5. Over twelve months always 6, of 13 / 12 independent changes.
  const totals = long([2, -1])
  expect(naiveSd(totals, 1)).toBeCloseTo(Math.sqrt(2.5), 12)
  expect(naiveSd(totals, 12)).toBeCloseTo(Math.sqrt(((13 / 12) * 36 + 4 * 12 * 2.5) / (13 / 12 + 4)), 12)
  // As long as the history is: monthly changes alone.
  expect(naiveSd(totals, 25)).toBeCloseTo(5 * Math.sqrt(2.5), 12)
  const values = naiveStock(totals, 25)
  expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(112, 9)
  expect(values[179]).toBeCloseTo(112 + 1.27 * 5 * Math.sqrt(2.5), 0)
})

test('under two years of changes count by their number, beside a twentieth of the children a month', () => {
  // Three changes of mean square 3, an eighth of two years.
  expect(naiveSd([100, 102, 101, 103], 1)).toBeCloseTo(Math.sqrt((3 * 3 + 21 * 0.05 * 103) / 24), 12)
  expect(naiveSd([100], 4)).toBeCloseTo(Math.sqrt(4 * 5), 12)
  const [low, high] = [naiveStock([40, 40, 40], 24)[5], naiveStock([40, 40, 40], 24)[194]]
  expect([low, high].map(n => Math.round(n ?? 0))).toEqual([27, 53])
  // From two years on the past alone speaks: what a forecast with a model is set against is not touched.
  expect(naiveSd(long([2, -2]), 1)).toBe(2)
})

test('what has not changed in all the months seen may still change once in one more', () => {
  const same = new Array<number>(61).fill(7)
  expect(naiveSd(same, 1)).toBeCloseTo(Math.sqrt(1 / 61), 12)
  expect(naiveSd(same, 12)).toBeCloseTo(Math.sqrt(12 / 61), 12)
  expect(naiveSd(same, 60)).toBeCloseTo(Math.sqrt(60 / 61), 12)
})

test('nobody is never fewer than none', () => {
  expect(naiveStock([0, 3, 0, 3, 1], 12)[0]).toBe(0)
  expect(naiveFlow([0, 0, 3, 0])?.[0]).toBe(0)
})

test('a flow of no month is not told, and none in some months may still be one in one more', () => {
  expect(naiveFlow([])).toBeNull()
  const none = naiveFlow([0, 0, 0]) ?? []
  expect(none[195]).toBeCloseTo(Math.sqrt((1 / 4) * (4 / 3)) * 2, 1)
})

test('a flow is the mean of a year and no surer than chance', () => {
  const values = naiveFlow(new Array<number>(24).fill(9)) ?? new Float64Array()
  expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(9, 1)
  expect((values[168] ?? 0) - 9).toBeCloseTo(3 * Math.sqrt(13 / 12), 1)
})

test('a council without children, and one with a single child, have a naive forecast of none and of one', () => {
  const none = naive(historyOf([]), 3)
  expect(none.total.map(({ median }) => Math.round(median))).toEqual([0, 0, 0])
  expect(none.starts[0]?.p95.map(Math.round)).toEqual([0, 0])
  const one = naive(historyOf([{ start: '2020-01-01' }]), 2)
  expect(one.total[1]?.median).toBe(1)
  expect(one.groups.map(([month]) => Math.round(month?.median ?? 9))).toEqual([1, 0, 0])
})

test('a history of days has a simple range too', () => {
  const short = naive(historyOf([{ start: '2026-03-10' }, { start: '2026-03-12' }], { from: '2026-03-05' }), 1)
  expect([short.months, short.starts]).toEqual([0, []])
  expect(short.total[0]?.p80[1]).toBeGreaterThan(2)
})

test('a flow is as the last twelve months were, not the year before; a stock moves as in the last five years', () => {
  const doubled = naiveFlow(Array.from({ length: 24 }, (_, i) => (i < 12 ? 4 : 8))) ?? new Float64Array()
  expect(doubled.reduce((a, b) => a + b, 0) / doubled.length).toBeCloseTo(8, 1)
  const jumpBack = (months: number): readonly number[] =>
    Array.from({ length: 100 }, (_, i) => (i < 100 - months ? 0 : 50))
  expect(naiveSd(jumpBack(70), 1)).toBeCloseTo(Math.sqrt(1 / 61), 9)
  expect(naiveSd(jumpBack(50), 1)).toBeCloseTo(Math.sqrt(2500 / 60), 9)
})
