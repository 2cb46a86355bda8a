import { expect, test } from 'vitest'
import { historyOf } from './care-history.fixture.ts'
import { naive, naiveFlow, naiveSd, naiveStock } from './naive.ts'

test('no change: the last value, spread by past changes over as long, beside monthly ones times the root of the months', () => {
  const totals = [100, 102, 101, 103]
  // Changes 2, −1, 2: mean square 3. Over two months 1 and 1: mean square 1, of one independent change (4 − 2) / 2.
  expect(naiveSd(totals, 1)).toBeCloseTo(Math.sqrt(3), 12)
  expect(naiveSd(totals, 2)).toBeCloseTo(Math.sqrt((1 * 1 + 4 * 6) / 5), 12)
  // As long as the history is: monthly changes alone.
  expect(naiveSd(totals, 4)).toBeCloseTo(2 * Math.sqrt(3), 12)
  const values = naiveStock(totals, 4)
  expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(103, 9)
  expect(values[179]).toBeCloseTo(103 + 1.27 * 2 * Math.sqrt(3), 0)
})

test('nobody is never fewer than none', () => {
  expect(naiveStock([0, 3, 0, 3, 1], 12)[0]).toBe(0)
  expect(naiveFlow([0, 0, 3, 0])[0]).toBe(0)
})

test('a flow is the mean of a year and no surer than chance', () => {
  const values = naiveFlow(new Array<number>(24).fill(9))
  expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(9, 1)
  expect((values[168] ?? 0) - 9).toBeCloseTo(3 * Math.sqrt(13 / 12), 1)
})

test('a council without children, and one with a single child, have a naive forecast of none and of one', () => {
  const none = naive(historyOf([]), 3)
  expect(none.total.map(({ median }) => median)).toEqual([0, 0, 0])
  expect(none.starts[0]?.p95).toEqual([0, 0])
  const one = naive(historyOf([{ start: '2020-01-01' }]), 2)
  expect(one.total[1]?.median).toBe(1)
  expect(one.groups.map(([month]) => month?.median)).toEqual([1, 0, 0])
})

test('a history of days has a simple range too', () => {
  const short = naive(historyOf([{ start: '2026-03-10' }, { start: '2026-03-12' }], { from: '2026-03-05' }), 1)
  expect(short.months).toBe(0)
  expect(short.total[0]?.p80[1]).toBeGreaterThan(2)
})

test('a flow is as the last twelve months were, not the year before; a stock moves as in the last five years', () => {
  const doubled = naiveFlow(Array.from({ length: 24 }, (_, i) => (i < 12 ? 4 : 8)))
  expect(doubled.reduce((a, b) => a + b, 0) / doubled.length).toBeCloseTo(8, 1)
  const jumpBack = (months: number): readonly number[] =>
    Array.from({ length: 100 }, (_, i) => (i < 100 - months ? 0 : 50))
  expect(naiveSd(jumpBack(70), 1)).toBe(0)
  expect(naiveSd(jumpBack(50), 1)).toBeCloseTo(Math.sqrt(2500 / 60), 9)
})
