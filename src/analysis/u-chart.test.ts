import { describe, expect, it } from 'vitest'
import { months } from './council.fixture.ts'
import { cChart, uChart } from './u-chart.ts'

const counts = (values: readonly (number | null)[]) =>
  months(values.length).map((at, i) => ({ at, value: values[i] ?? null }))
/** A mean of 2: 1, 2, 3 in turn. */
const twos = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => 1 + (i % 3))

describe('cChart', () => {
  it('has exact tails for few: at 2 a month 7 is inside and 8 outside, and none is never low', () => {
    // Poisson(2): P(X ≥ 7) = 0.0045, P(X ≥ 8) = 0.0011, P(X ≥ 6) = 0.0166; P(0) = 0.135.
    const chart = cChart(counts(twos(24)))
    expect(chart.points[0]?.limits).toMatchObject({ centre: 2, low: 0, high: 7, nearHigh: 5 })
    expect(cChart(counts([...twos(24), 7]), [], { fixAfter: 24 }).latest).toEqual({ state: 'no special cause' })
    expect(cChart(counts([...twos(24), 8]), [], { fixAfter: 24 }).latest).toMatchObject({
      signal: { rule: 'outside the limits', way: 'high' },
    })
  })
  it('has three sigma from 5 a month on', () => {
    const chart = cChart(counts(Array.from({ length: 24 }, (_, i) => 15 + (i % 3))))
    expect(chart.points[0]?.limits?.high).toBeCloseTo(16 + 3 * 4, 9)
    expect(chart.points[0]?.limits?.low).toBeCloseTo(16 - 3 * 4, 9)
  })
  it('sees no variation in none at all, and refuses a baseline of none', () => {
    expect(cChart(counts(Array<number>(24).fill(0))).latest).toEqual({ state: 'no variation' })
    expect(cChart(counts([...Array<number>(20).fill(0), 1]), [], { fixAfter: 12 }).latest.state).toBe('refused')
  })
  it('takes nothing, one, a gap and a large count', () => {
    expect(cChart([]).latest).toEqual({ state: 'not enough data' })
    expect(cChart(counts([4])).latest).toEqual({ state: 'not enough data' })
    expect(cChart(counts([...twos(23), null])).latest).toEqual({ state: 'awaiting data' })
    expect(cChart(counts(Array.from({ length: 24 }, (_, i) => 90_000 + (i % 2) * 200))).latest).toEqual({
      state: 'no special cause',
    })
  })
})

describe('uChart', () => {
  const rates = (n: number, e: number) =>
    months(n).map((at, i) => ({ at, x: 15 + (i % 3), exposure: e * (1 + (i % 2)) }))
  it('sets wider limits for less exposure, in the unit it is given in', () => {
    const chart = uChart(rates(24, 400), [], { per: 100 })
    const u = (24 * 16) / (24 * 600)
    expect(chart.points[0]?.value).toBeCloseTo((15 * 100) / 400, 12)
    expect(chart.segments[0]?.centre).toBeCloseTo(u * 100, 9)
    const width = (i: number): number => (chart.points[i]?.limits?.high ?? 0) - u * 100
    expect(width(0)).toBeCloseTo(width(1) * Math.sqrt(2), 9)
  })
  it('has no value without exposure', () => {
    const chart = uChart([...rates(23, 400), { at: months(24)[23] ?? months(1)[0], x: 0, exposure: 0 }].filter(isPoint))
    expect(chart.latest).toEqual({ state: 'none in scope' })
  })
  it('widens limits by Laney where siblings come together', () => {
    const swings = months(24).map((at, i) => ({ at, x: i % 2 ? 60 : 20, exposure: 1 }))
    const chart = uChart(swings)
    expect(chart.points[0]?.limits?.high).toBeCloseTo(40 + 3 * Math.sqrt(40) * (40 / Math.sqrt(40) / 1.128), 6)
    expect(chart.points.every(p => p.signal === null)).toBe(true)
  })
  it('measures that spread from the centre, in each month’s own standard errors', () => {
    const swings = months(24).map((at, i) => (i % 2 ? { at, x: 300, exposure: 4 } : { at, x: 20, exposure: 1 }))
    const u = (12 * 320) / (12 * 5)
    const z = (x: number, e: number): number => (x / e - u) / Math.sqrt(u / e)
    const spread = (z(300, 4) - z(20, 1)) / 1.128
    expect(uChart(swings).points[0]?.limits?.high).toBeCloseTo(u + 3 * Math.sqrt(u) * spread, 6)
  })
})

type Given = Parameters<typeof uChart>[0][number]
const isPoint = (point: { at: unknown; x: number; exposure: number }): point is Given & typeof point =>
  point.at !== undefined
