import { expect, test } from 'vitest'
import { cellOf, cellsOf } from './cells.ts'
import { shapeOf } from './shape.ts'

const GROUPS = 2
/** Days and events told by cell of the general stream, in one band of time in care. */
function tableOf(told: readonly (readonly [age: number, group: number, days: number, events: number])[]) {
  const [events, days] = [new Float64Array(cellsOf(GROUPS)), new Float64Array(cellsOf(GROUPS))]
  for (const [age, group, lived, seen] of told) {
    const cell = cellOf(0, age, 5, group, GROUPS)
    days[cell] = lived
    events[cell] = seen
  }
  const shape = shapeOf(events, days, GROUPS)
  /** What the cell is drawn towards: the rate of the eight events of the prior. */
  const prior = (age: number, group: number): number => {
    const cell = cellOf(0, age, 5, group, GROUPS)
    return 8 / ((shape.days[cell] ?? 0) - (days[cell] ?? 0))
  }
  return { shape, prior }
}

test('a cell is its own events and days beside eight events of what the effects make of it', () => {
  const { shape, prior } = tableOf([
    [1, 0, 100_000, 100],
    [4, 0, 100_000, 300],
  ])
  const cell = cellOf(0, 4, 5, 0, GROUPS)
  expect(shape.events[cell]).toBe(308)
  expect(prior(4, 0) / prior(1, 0)).toBeGreaterThan(2.5)
  expect(prior(4, 0) / prior(1, 0)).toBeLessThan(3)
})

test('a cell that nobody has lived in has the effects of its age and of its group, together', () => {
  const { prior } = tableOf([
    [1, 0, 1_000_000, 1000],
    [4, 0, 1_000_000, 4000],
    [1, 1, 1_000_000, 3000],
  ])
  expect(prior(4, 1) / prior(1, 0)).toBeGreaterThan(10)
  expect(prior(4, 1) / prior(1, 0)).toBeLessThan(13)
})

test('effects are told apart where the older live mostly in one group', () => {
  // Truth: the second age leaves three times as often, the second group twice as often; few are in the other pairs.
  const { prior } = tableOf([
    [1, 0, 4_000_000, 4000],
    [4, 0, 1_000_000, 3000],
    [1, 1, 1_000_000, 2000],
    [4, 1, 4_000_000, 24_000],
  ])
  expect(prior(4, 0) / prior(1, 0)).toBeGreaterThan(2.85)
  expect(prior(4, 0) / prior(1, 0)).toBeLessThan(3.15)
  expect(prior(1, 1) / prior(1, 0)).toBeGreaterThan(1.9)
  expect(prior(1, 1) / prior(1, 0)).toBeLessThan(2.1)
})

test('a hazard that nobody met is none', () => {
  const { shape } = tableOf([[1, 0, 100_000, 0]])
  expect(shape.events.every(n => n === 0)).toBe(true)
})
