import { expect, test } from 'vitest'
import { blended, blendOf, noRecord } from './blend.ts'
import { type Made, recordOf } from './record.ts'
import { crps } from './score.ts'

const values = (centre: number, step: number): Float64Array =>
  Float64Array.from({ length: 41 }, (_, i) => centre + step * (i - 20))
const forecast = (made: number, actual: number): Made => ({
  made,
  due: made + 3,
  actual,
  model: values(100, 1),
  naive: values(90, 2),
  plain: null,
})

test('a forecast is blended only by those whose outturn was known when it was made', () => {
  const all = [forecast(10, 130), forecast(12, 130), forecast(13, 130)]
  const { issued } = recordOf(all, 3, 1, [100, 101, 99])
  const known = blendOf(
    [
      {
        model: values(100, 1),
        modelCrps: crps(values(100, 1), 130),
        naiveCrps: crps(values(90, 2), 130),
        distance: 30 / 16,
      },
    ],
    3,
    1 / 3,
  )
  const before = crps(blended(values(100, 1), values(90, 2), noRecord(3)), 130)
  const after = crps(blended(values(100, 1), values(90, 2), known), 130)
  expect(after).not.toBeCloseTo(before, 3)
  expect(issued.crps).toBeCloseTo((before + before + after) / 3, 9)
})

test('the spread or the pool can be left out', () => {
  const all = [forecast(10, 130), forecast(20, 130)]
  const crpsOf = (how: Parameters<typeof recordOf>[4]): number => recordOf(all, 3, 1, [], how).issued.crps
  expect(crpsOf({ spread: false })).not.toBe(crpsOf({}))
  expect(crpsOf({ spread: false, pool: false })).toBeCloseTo(
    crps(blended(values(100, 1), values(90, 2), { ...noRecord(3), weight: 1 }), 130),
    9,
  )
})
