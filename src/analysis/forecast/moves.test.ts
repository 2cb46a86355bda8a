import { expect, test } from 'vitest'
import { historyOf, type Told } from './care-history.fixture.ts'
import { destinationOf, destinationsOf } from './moves.ts'

/** So many ten-year-olds who move from one group to another in 2025. */
const moved = (n: number, from: number, to: number): readonly Told[] =>
  Array.from({ length: n }, () => ({
    start: '2024-01-01',
    eighteenth: '2032-06-01',
    stays: [
      ['2024-01-01', from],
      ['2025-06-01', to],
    ] as const,
  }))
const [YOUNG, ELEVEN] = [2, 3]

test('children of another age go where those of all ages went from that group, not where most moves go', () => {
  // Twenty from the first group to the third, sixty from the second to the first.
  const history = historyOf([...moved(20, 0, 2), ...moved(60, 1, 0)])
  const weights = destinationsOf(history, history.from, history.until + 1)
  const from = (age: number, group: number): readonly number[] =>
    [0, 1, 2].map(to => weights[destinationOf(age, group, to, 3)] ?? Number.NaN)
  // Eleven-year-olds have moved on their own account: what was seen and eight of the prior.
  const [, , seen = 0] = from(ELEVEN, 0)
  expect(seen).toBeCloseTo(20 + 8, 9)
  // The prior of the second: its own sixty moves and eight as all moves but its own go, three to one.
  expect(from(ELEVEN, 1)).toEqual([expect.closeTo(60 + 8 * (66 / 68), 9), 0, expect.closeTo(8 * (2 / 68), 9)])
  // Of the younger none has: the prior alone, all to the third group from the first and to the first from the second.
  expect(from(YOUNG, 0)).toEqual([0, 0, 8])
  expect(from(YOUNG, 1)[0]).toBeGreaterThan(7)
})

test('a group that nobody has left goes where all moves go', () => {
  const history = historyOf([...moved(30, 0, 1), ...moved(10, 1, 0)])
  const weights = destinationsOf(history, history.from, history.until + 1)
  const shares = [0, 1, 2].map(to => (weights[destinationOf(YOUNG, 2, to, 3)] ?? 0) / 8)
  expect(shares).toEqual([expect.closeTo(1 / 4, 9), expect.closeTo(3 / 4, 9), 0])
})
