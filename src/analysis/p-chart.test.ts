import { describe, expect, it } from 'vitest'
import { months } from './council.fixture.ts'
import { pChart } from './p-chart.ts'

const series = (points: readonly (readonly [number, number] | null)[]) =>
  months(points.length).map((at, i) => {
    const point = points[i]
    return point ? { at, x: point[0], n: point[1] } : { at, x: null, n: null }
  })
/** 90% of 10, moving no more from month to month than chance would. */
const small = (n: number): readonly (readonly [number, number])[] =>
  Array.from({ length: n }, (_, i) => [[9, 9, 10, 9, 9, 8][i % 6] ?? 9, 10])

describe('pChart', () => {
  it('has exact tails where few are expected: of 10 at 90%, 5 is inside and 4 outside', () => {
    const chart = pChart(series(small(24)))
    // Binomial(10, 0.9): P(X ≤ 4) = 0.000147, P(X ≤ 5) = 0.00163; near: P(X ≤ 6) = 0.0128, P(X ≤ 7) = 0.070.
    expect(chart.points[0]?.limits).toMatchObject({ centre: 0.9, low: 0.5, high: 1, nearHigh: 1 })
    expect(chart.points[0]?.limits?.nearLow).toBeCloseTo(0.7, 12)
    expect(chart.notes.join(' ')).toContain('exact (binomial')
    expect(chart.latest).toEqual({ state: 'no special cause' })
    const inside = pChart(series([...small(24), [5, 10]]), [], { fixAfter: 24 })
    expect(inside.latest).toEqual({ state: 'no special cause' })
    const outside = pChart(series([...small(24), [4, 10]]), [], { fixAfter: 24 })
    expect(outside.latest).toMatchObject({ signal: { rule: 'outside the limits', way: 'low' } })
  })
  it('has three sigma where 5 in and 5 out are expected everywhere, wider for fewer', () => {
    const chart = pChart(
      series(Array.from({ length: 24 }, (_, i) => (i % 2 ? ([53, 100] as const) : ([100, 200] as const)))),
    )
    const p = 153 / 300
    expect(chart.points[0]?.limits?.high).toBeCloseTo(p + 3 * Math.sqrt((p * (1 - p)) / 200), 9)
    expect(chart.points[0]?.limits?.nearLow).toBeCloseTo(p - 2 * Math.sqrt((p * (1 - p)) / 200), 9)
    expect(chart.points[1]?.limits?.high).toBeGreaterThan(chart.points[0]?.limits?.high ?? 1)
  })
  // Laney 2002's point, by hand: z alternates ±4, moving range 8, 8/1.128 = 7.09.
  it('widens limits by Laney where points vary more than their numbers explain', () => {
    const swings = Array.from({ length: 24 }, (_, i) => (i % 2 ? [600, 1000] : [400, 1000]) as [number, number])
    const chart = pChart(series(swings))
    const sigma = Math.sqrt(0.25 / 1000)
    const spread = 0.2 / sigma / 1.128
    expect(chart.points[0]?.limits?.high).toBeCloseTo(0.5 + 3 * sigma * spread, 9)
    expect(chart.points.every(p => p.signal === null)).toBe(true)
    expect(chart.notes.join(' ')).toContain('Laney')
  })
  it('never draws limits tighter than the numbers explain', () => {
    const steady = Array.from({ length: 24 }, (_, i) => (i % 2 ? [51, 100] : [50, 100]) as [number, number])
    const chart = pChart(series(steady))
    expect(chart.points[0]?.limits?.high).toBeCloseTo(0.505 + 3 * Math.sqrt((0.505 * 0.495) / 100), 9)
  })
  it('has no value in a month with nothing due, and no run across it', () => {
    const chart = pChart(series([...small(12), [0, 0], ...small(11), [0, 0]]))
    expect(chart.points[12]).toMatchObject({ value: null, absence: 'none in scope', limits: null })
    expect(chart.latest).toEqual({ state: 'none in scope' })
    expect(pChart(series([...small(20), null])).latest).toEqual({ state: 'awaiting data' })
  })
  it('leaves the centre alone for a month that is due', () => {
    const whole = pChart(series(small(24)))
    expect(pChart(series([...small(24), null])).segments[0]?.centre).toBe(whole.segments[0]?.centre)
  })
  it('sees no variation where all were counted every month, or none', () => {
    expect(pChart(series(Array(24).fill([7, 7]))).latest).toEqual({ state: 'no variation' })
    expect(pChart(series(Array(24).fill([0, 7]))).latest).toEqual({ state: 'no variation' })
  })
  it('refuses limits from a baseline of all when a later month is not', () =>
    expect(pChart(series([...Array(20).fill([7, 7]), [6, 7]]), [], { fixAfter: 12 }).latest.state).toBe('refused'))
  it('takes nothing, one, and large numbers', () => {
    expect(pChart([]).latest).toEqual({ state: 'not enough data' })
    expect(pChart(series([[3, 4]])).latest).toEqual({ state: 'not enough data' })
    const large = pChart(
      series(Array.from({ length: 24 }, (_, i) => [500_000 + (i % 3) * 300, 1_000_000] as [number, number])),
    )
    expect(large.latest).toEqual({ state: 'no special cause' })
  })
  it('does not take seven months of all for a shift when all is likely: 98% of 7 to 10', () => {
    const points = Array.from({ length: 24 }, (_, i) => [i === 5 || i === 11 ? 8 : 9, 9] as [number, number])
    expect(pChart(series(points)).points.some(p => p.signal !== null)).toBe(false)
  })
})
