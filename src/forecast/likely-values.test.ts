import { expect, test } from 'vitest'
import type { BlendAt } from '../analysis/forecast/blend.ts'
import { exits, streams } from '../analysis/forecast/care-history.ts'
import type { Futures } from '../analysis/forecast/futures.ts'
import { naiveSd } from '../analysis/forecast/naive.ts'
import { day, toNumber } from '../kit/day.ts'
import type { DrawnSeries } from './drawn-series.ts'
import { likelyValues } from './likely-values.ts'
import { naivePoints, pointsOf } from './points.ts'
import { yearOfMoney } from './year-of-money.ts'

/** Ten futures of four months: in run r there are 200 + r children in every month, who cost £1,000 a month and £100 more in each run. */
const [runs, months] = [10, 4]
const run = (i: number) => Math.floor(i / months)
const ends = ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'].map(day)
const futures: Futures = {
  runs,
  months,
  groups: ['ifa'],
  ends: Int32Array.from(ends, toNumber),
  inCare: Int32Array.from({ length: runs * months }, (_, i) => 200 + run(i)),
  starts: Int32Array.from({ length: runs * months * streams.length }, () => 3),
  leavers: new Int32Array(runs * months * exits.length * streams.length),
  careDays: new Float64Array(runs * months),
  cost: Float64Array.from({ length: runs * months }, (_, i) => 1000 + 100 * run(i)),
}
const past = [100, 110, 104, 112, 108].map((value, i) => ({ periodEnd: day(`2026-0${i + 5}-28`), value }))
const series = (name: DrawnSeries['name']): DrawnSeries => ({
  name,
  group: null,
  exit: null,
  unit: 'children',
  past,
  series: { of: name } as DrawnSeries['series'],
  stand: null,
})
const blend = (horizon: number, weight: number): BlendAt => ({ horizon, spread: 1, weight, leads: 'model' })
const mean = (values: ArrayLike<number> | undefined): number =>
  Array.from(values ?? []).reduce((a, b) => a + b, 0) / (values?.length ?? 0)
const spread = (values: ArrayLike<number> | undefined): number =>
  Math.sqrt(mean(Array.from(values ?? [], value => (value - mean(values)) ** 2)))

test('each month is blended by the record of its own horizon: no change at first, the model where that has done better', () => {
  const likely = likelyValues(series('in care'), futures, months, [blend(1, 0), blend(4, 1)])
  expect(mean(likely?.[0])).toBeCloseTo(108, 6)
  expect(mean(likely?.[3])).toBeCloseTo(204.5, 0)
})

test('no change is as wide as changes over so many months have been', () => {
  const likely = likelyValues(series('in care'), futures, months, [blend(1, 0)])
  const sd = (ahead: number): number =>
    naiveSd(
      past.map(({ value }) => value),
      ahead,
    )
  expect(spread(likely?.[0])).toBeCloseTo(sd(1), 0)
  expect(spread(likely?.[3])).toBeCloseTo(sd(4), 0)
  expect(sd(4)).toBeGreaterThan(1.5 * sd(1))
})

test('what has no record is the futures as they are', () => {
  expect([...(likelyValues(series('starts'), futures, months, null)?.[0] ?? [])]).toEqual(new Array(runs).fill(6))
})

test('beside each month stands no change so many months ahead; without a model it is all there is', () => {
  const told = pointsOf(series('in care'), likelyValues(series('in care'), futures, months, null), ends)
  const alone = naivePoints(series('in care'), ends)
  const width = (point: { readonly p80: readonly [number, number] } | null | undefined): number =>
    (point?.p80[1] ?? 0) - (point?.p80[0] ?? 0)
  expect(told.map(({ periodEnd }) => periodEnd)).toEqual(ends)
  expect(told[3]?.median).toBe(204.5)
  expect(width(told[3]?.naive)).toBeGreaterThan(1.5 * width(told[0]?.naive))
  expect(alone.map(({ naive }) => naive?.p80)).toEqual(told.map(({ naive }) => naive?.p80))
  expect(alone.map(width)).toEqual(told.map(({ naive }) => width(naive)))
})

test('a year of money is what was spent and the rest of it in each future, against the budget of that year', () => {
  const line = { line: 'placements', kind: 'subtotal', asAt: day('2026-04-01'), actual: null }
  const year = yearOfMoney(futures, 3, 2027, 50_000, [
    { ...line, yearEnding: 2026, budget: 1, projected: 1 },
    { ...line, yearEnding: 2027, budget: 54_800, projected: 60_000 },
  ])
  // Three months at £1,000 to £1,900: 53,000 to 55,700; those over 54,800 are the last three.
  expect(year).toMatchObject({ yearEnding: 2027, soFar: 50_000, budget: 54_800, projected: 60_000 })
  expect([year?.range.mean, year?.chanceOverBudget]).toEqual([54_350, 0.3])
  expect(yearOfMoney({ ...futures, cost: null }, 3, 2027, 0, [])).toBeNull()
})
