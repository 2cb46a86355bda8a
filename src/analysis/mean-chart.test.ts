import { describe, expect, it } from 'vitest'
import { months } from './council.fixture.ts'
import { meanChart, skewness } from './mean-chart.ts'
import { xmrChart } from './xmr.ts'

const series = (means: readonly (number | null)[]) =>
  months(means.length).map((at, i) => {
    const mean = means[i] ?? null
    return mean === null ? { at, mean, n: 0 as const } : { at, mean, n: 6 }
  })
const even = Array.from({ length: 24 }, (_, i) => [10, 12, 9, 11, 13, 8][i % 6] ?? 10)
const lopsided = Array.from({ length: 24 }, (_, i) => [100, 130, 90, 110, 420, 120][i % 6] ?? 100)

describe('meanChart', () => {
  it('is the XmR chart where the values are even', () => {
    const plain = xmrChart(months(24).map((at, i) => ({ at, value: even[i] ?? null })))
    expect(meanChart(series(even)).points).toEqual(plain.points)
  })
  it('works on logarithms where a few long durations pull the mean up', () => {
    const chart = meanChart(series(lopsided))
    expect(chart.notes.join(' ')).toContain('logarithms')
    const middle = Math.exp(lopsided.reduce((sum, v) => sum + Math.log(v), 0) / 24)
    expect(chart.segments[0]?.centre).toBeCloseTo(middle, 9)
    const { low, high } = chart.points[0]?.limits ?? { low: 0, high: 0 }
    expect(low * high).toBeCloseTo(middle ** 2, 4)
    expect(low).toBeGreaterThan(0)
  })
  it('stays with plain limits where a value is 0 or less', () => {
    expect(meanChart(series([...lopsided, 0])).notes.join(' ')).not.toContain('logarithms')
  })
  it('has none in scope for a month without cases, awaiting data where it is due', () => {
    expect(meanChart(series([...even, null])).latest).toEqual({ state: 'none in scope' })
    const due = [...series(even), { at: months(25)[24] ?? months(1)[0], mean: null, n: null }]
    expect(
      meanChart(due.filter((p): p is typeof p & { at: NonNullable<typeof p.at> } => p.at !== undefined)).latest,
    ).toEqual({
      state: 'awaiting data',
    })
  })
  it('takes nothing, one, and values all alike', () => {
    expect(meanChart([]).latest).toEqual({ state: 'not enough data' })
    expect(meanChart(series([4])).latest).toEqual({ state: 'not enough data' })
    expect(meanChart(series(Array<number>(24).fill(7))).latest).toEqual({ state: 'no variation' })
  })
})

describe('skewness', () => {
  // g1 of 1, 2, 9 by hand: m2 = 38/3, m3 = 70 → 70 / (38/3)^1.5.
  it('is the third moment over the second to one and a half', () =>
    expect(skewness([1, 2, 9])).toBeCloseTo(30 / (38 / 3) ** 1.5, 9))
  it('is 0 for even values and for values all alike', () => {
    expect(skewness([1, 2, 3])).toBeCloseTo(0, 12)
    expect(skewness([4, 4])).toBe(0)
  })
})
