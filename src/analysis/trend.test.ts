import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { mannKendall, theilSen, trendRefusal, trendWay } from './trend.ts'
import { logisticTrend, logLinearTrend } from './weighted-trend.ts'

describe('mannKendall', () => {
  // SciPy: kendalltau(range(n), values, method='exact'). Kendall's own table has 0.015 one-sided for S = 15, n = 7.
  it('is exact for few values without ties', () => {
    const found = mannKendall([3.1, 2.9, 3.5, 3.8, 3.7, 4.4, 4.1])
    expect(found).toMatchObject({ s: 15 })
    expect(found?.p).toBeCloseTo(0.0301587, 7)
    expect(mannKendall([10, 15, 14, 20])?.p).toBeCloseTo(1 / 3, 12)
    expect(mannKendall([1, 2, 3, 4, 5])?.p).toBeCloseTo(2 / 120, 12)
  })
  it('takes ties out of the variance, by the normal with a correction for continuity', () => {
    const found = mannKendall([1, 2, 2, 3, 3, 3, 4, 5, 4, 6, 6, 7])
    expect(found).toMatchObject({ s: 58, variance: 206 })
    expect(found?.p).toBeCloseTo(7.145803798508782e-5, 10)
  })
  it('has none for fewer than three, and sees nothing in values all alike', () => {
    expect(mannKendall([])).toBeNull()
    expect(mannKendall([1, 2])).toBeNull()
    expect(mannKendall([4, 4, 4, 4, 4])).toEqual({ s: 0, variance: 0, p: 1 })
    expect(mannKendall([1, 1, 2, 1, 1])).toMatchObject({ s: 0, p: 1 })
  })
  it('says the same of a rise and of its mirror', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 24 }), values => {
        const [up, down] = [mannKendall(values), mannKendall(values.map(v => -v))]
        expect(up?.p).toBeCloseTo(down?.p ?? -1, 12)
        expect(up?.s).toBe(-(down?.s ?? 0) + 0)
        expect(up?.p).toBeLessThanOrEqual(1)
        expect(up?.p).toBeGreaterThan(0)
      }),
    ))
})

describe('theilSen', () => {
  // SciPy: theilslopes. Its interval rounds the rank to the nearest pair; ours goes outward.
  it('is the median of the slopes of all pairs', () => {
    expect(theilSen([3.1, 2.9, 3.5, 3.8, 3.7, 4.4, 4.1])?.slope).toBeCloseTo(0.2333333, 7)
    expect(theilSen([1, 2, 2, 3, 3, 3, 4, 5, 4, 6, 6, 7])?.slope).toBeCloseTo(0.5, 12)
    expect(theilSen([0, 10, 20], [0, 2, 4])?.slope).toBe(5)
  })
  it('has an interval that holds SciPy’s', () => {
    const [low, high] = theilSen([3.1, 2.9, 3.5, 3.8, 3.7, 4.4, 4.1])?.interval ?? [9, -9]
    expect(low).toBeLessThanOrEqual(0.1)
    expect(low).toBeGreaterThan(-0.2)
    expect(high).toBeGreaterThanOrEqual(0.375)
    expect(high).toBeLessThan(0.7)
  })
  it('is not moved by one wild value', () => expect(theilSen([1, 2, 3, 4, 500, 6, 7, 8, 9])?.slope).toBe(1))
  it('has none for fewer than two times, and no interval where pairs are too few', () => {
    expect(theilSen([])).toBeNull()
    expect(theilSen([3])).toBeNull()
    expect(theilSen([3, 4], [1, 1])).toBeNull()
    expect(theilSen([3, 4])).toEqual({ slope: 1, interval: null })
    expect(theilSen([4, 4, 4, 4])).toEqual({ slope: 0, interval: null })
  })
})

describe('logisticTrend and logLinearTrend', () => {
  const shares = [12, 15, 13, 18, 22, 21, 25, 24].map((x, i) => ({ x, n: [40, 41, 39, 42, 45, 40, 44, 41][i] ?? 40 }))
  // Maximum likelihood in SciPy (optimize.minimize), errors from the information at its maximum.
  it('fits log odds by n', () => {
    const found = logisticTrend(shares)
    expect(found?.slope).toBeCloseTo(0.17946081, 6)
    expect(found?.error).toBeCloseTo(0.0502472, 6)
    expect(found?.spread).toBe(1)
    expect(found?.p).toBeCloseTo(0.00035486, 7)
  })
  it('widens the error where periods vary more than their numbers explain', () => {
    const found = logLinearTrend([5, 30, 8, 40, 12, 45, 60, 20].map(x => ({ x, exposure: 1000 })))
    expect(found?.slope).toBeCloseTo(0.149845, 5)
    expect(found?.spread).toBeCloseTo(12.27667, 4)
    expect(found?.error).toBeCloseTo(0.106851, 5)
    expect(found?.p).toBeCloseTo(0.210366, 5)
  })
  it('leaves out periods of nobody, and can’t fit none, all, or fewer than three', () => {
    expect(logisticTrend([...shares, { x: 0, n: 0 }])?.slope).toBeCloseTo(logisticTrend(shares)?.slope ?? 0, 9)
    expect(logisticTrend([])).toBeNull()
    expect(logisticTrend(shares.slice(0, 2))).toBeNull()
    expect(logisticTrend(Array(6).fill({ x: 0, n: 9 }))).toBeNull()
    expect(logisticTrend(Array(6).fill({ x: 9, n: 9 }))).toBeNull()
    expect(logLinearTrend(Array(6).fill({ x: 0, exposure: 9 }))).toBeNull()
  })
  it('fits three periods', () => expect(logisticTrend(shares.slice(0, 3))?.slope).toBeGreaterThan(0))
  it('sees no slope in a constant, and finds a clear one in large numbers', () => {
    expect(logisticTrend(Array(6).fill({ x: 3, n: 9 }))?.p).toBeCloseTo(1, 6)
    expect(logisticTrend([1, 2, 3, 4, 5].map(i => ({ x: 100_000 + i * 5000, n: 1_000_000 })))?.p).toBeLessThan(1e-6)
  })
  it('gives up where all then none leave the odds without bound', () =>
    expect(logisticTrend([0, 0, 0, 9, 9, 9].map(x => ({ x, n: 9 })))).toBeNull())
})

describe('trendRefusal', () => {
  const year = (y: number, value: number | null = 1) => ({ from: day(`${y}-04-01`), to: day(`${y + 1}-03-31`), value })
  const five = [2019, 2020, 2021, 2022, 2023].map(y => year(y))
  it('takes five periods that follow each other', () => expect(trendRefusal(five)).toBeNull())
  it('refuses fewer, and none', () => {
    expect(trendRefusal(five.slice(1))).toBe('fewer than five periods')
    expect(trendRefusal([])).toBe('fewer than five periods')
  })
  it('refuses periods that share a day: rolling figures', () => {
    const rolling = five.map((p, i) => (i === 2 ? { ...p, from: day('2021-03-31') } : p))
    expect(trendRefusal(rolling)).toBe('periods overlap')
  })
  it('refuses a gap, and a break of definition between the first and the last', () => {
    expect(trendRefusal(five.with(2, year(2021, null)))).toBe('a period is missing')
    expect(trendRefusal(five, [day('2021-04-01')])).toBe('a break in the series')
    expect(trendRefusal(five, [day('2019-04-01'), day('2024-04-01')])).toBeNull()
  })
})

describe('trendWay', () => {
  it('is said below 0.05 only', () => {
    expect([trendWay(1, 0.049), trendWay(-1, 0.049), trendWay(1, 0.05), trendWay(0, 0.01)]).toEqual([
      'high',
      'low',
      null,
      null,
    ])
  })
})
