import { expect, test } from 'vitest'
import { blended, blendOf, noRecord } from './blend.ts'
import { type Made, recordOf } from './record.ts'
import { coverageOf, crps, meanPinball } from './score.ts'

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

test('scores are those of the forecast: error scaled by a month’s and by a year’s change, both coverages, width, quantiles', () => {
  // Up by 3 a month: 36 in a year. 117 lies outside the model's 80% range, 84 to 116, and inside its 95% range.
  const totals = Array.from({ length: 25 }, (_, i) => 100 + 3 * i)
  const all = Array.from({ length: 6 }, (_, i) => ({ ...forecast(10 + i, 117), plain: { mean: 110, sd: 10 } }))
  const { model, naive, stockAndFlow, pit, effective } = recordOf(all, 3, 1, totals)
  expect([model.mae, model.mase1, model.mase12]).toEqual([17, 17 / 3, 17 / 36])
  expect(naive.mae).toBe(27)
  expect([model.coverage80.value, model.coverage95.value]).toEqual([0, 1])
  expect(model.interval80).toBeCloseTo(32 + 10 * 1, 9)
  expect(model.pinball).toBeCloseTo(meanPinball(values(100, 1), 117), 12)
  expect(model.crps).toBeCloseTo(crps(values(100, 1), 117), 12)
  expect(stockAndFlow?.mae).toBeCloseTo(7, 9)
  expect(stockAndFlow?.interval80).toBeCloseTo(2 * 1.2816 * 10, 0)
  // The outturn is above almost all that was issued.
  expect(pit.slice(0, 8).every(share => share === 0)).toBe(true)
  expect(effective).toBe(2)
  expect(model.coverage95).toEqual(coverageOf(6, 6, 2))
})

test('forecasts made every other month overlap half as much', () => {
  const all = Array.from({ length: 6 }, (_, i) => forecast(10 + 2 * i, 100))
  expect([recordOf(all, 3, 2, []).effective, recordOf(all, 1, 2, []).effective]).toEqual([4, 6])
})
