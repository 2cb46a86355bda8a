import { expect, test } from 'vitest'
import { blended, blendFor, blendOf, distanceOf, noRecord, type Scored } from './blend.ts'

const model = Float64Array.from({ length: 101 }, (_, i) => 50 + i)
const naive = Float64Array.from({ length: 200 }, (_, i) => 100 + (i + 0.5) / 200)
const scored = (distance: number, modelCrps: number, naiveCrps: number): Scored => ({
  model,
  modelCrps,
  naiveCrps,
  distance,
})
const times = (n: number, one: Scored): Scored[] => Array.from({ length: n }, () => one)

test('the distance of an outturn is in half widths of the 80% range on its side', () => {
  expect(distanceOf(model, 140)).toBeCloseTo(1, 12)
  expect(distanceOf(model, 80)).toBeCloseTo(0.5, 12)
  // Half a child is the least half width: a forecast that is sure of one number is not infinitely wrong by one.
  expect(distanceOf(Float64Array.from([100, 100, 100]), 101)).toBe(2)
})

test('without a record the spread stays, and no change counts double and leads', () => {
  expect(blendOf([], 12, 0)).toEqual(noRecord(12))
  expect(noRecord(12)).toEqual({ horizon: 12, spread: 1, weight: 1 / 3, leads: 'naive' })
})

test('outturns twice as far out as the range asks widen it, the more the longer the record', () => {
  const short = blendOf(times(3, scored(2, 5, 5)), 12, 3)
  const long = blendOf(times(60, scored(2, 5, 5)), 12, 60)
  expect(short.spread).toBeCloseTo(2 ** (3 / 9), 9)
  expect(long.spread).toBeCloseTo(2 ** (60 / 66), 9)
})

test('outturns nearer than the range asks narrow it', () => {
  expect(blendOf(times(12, scored(0.6, 5, 5)), 12, 12).spread).toBeLessThan(0.8)
})

test('the better record has the greater share, and leads', () => {
  const better = blendOf(times(8, scored(1, 4, 8)), 12, 8)
  expect(better.leads).toBe('model')
  expect(better.weight).toBeCloseTo(1 / (1 + 2 * Math.exp((-4 * Math.log(2) * 8) / 12)), 9)
  const worse = blendOf(times(8, scored(1, 8, 4)), 12, 8)
  expect(worse.leads).toBe('naive')
  expect(worse.weight).toBeCloseTo(1 / (1 + 2 * Math.exp((4 * Math.log(2) * 8) / 12)), 9)
})

test('a weight of 1 is the model stretched about its median, a weight of 0 is no change', () => {
  const wide = blended(model, naive, { horizon: 1, spread: 2, weight: 1, leads: 'model' })
  expect(wide[0]).toBeLessThan(5)
  expect((wide[99] ?? 0) + (wide[100] ?? 0)).toBeCloseTo(200, 6)
  expect([...blended(model, naive, { horizon: 1, spread: 1, weight: 0, leads: 'naive' })]).toEqual([...naive])
})

test('no count is stretched below none', () => {
  const wide = blended(model, naive, { horizon: 1, spread: 2.5, weight: 1, leads: 'model' })
  expect(Math.min(...wide)).toBe(0)
})

test('a horizon without a record of its own takes the nearest', () => {
  const blends = [noRecord(1), noRecord(3), noRecord(12)]
  expect(blendFor(blends, 5).horizon).toBe(3)
  expect(blendFor(blends, 30).horizon).toBe(12)
  expect(blendFor([], 4)).toEqual(noRecord(4))
})

test('the spread is what lets 8 in 10 of the ranges hold, and never more than two and a half times', () => {
  // Eight outturns on the edge and two twice as far: the 80% quantile lies a fifth of the way from one to the other.
  const record = [...times(8, scored(1, 5, 5)), ...times(2, scored(2, 5, 5))]
  expect(blendOf(record, 12, 10).spread).toBeCloseTo(1.2 ** (10 / 16), 9)
  expect(blendOf(times(60, scored(50, 5, 5)), 12, 60).spread).toBeCloseTo(2.5 ** (60 / 66), 9)
  expect(blendOf(times(60, scored(0, 5, 5)), 12, 60).spread).toBeCloseTo(0.4 ** (60 / 66), 9)
})
