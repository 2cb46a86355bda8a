import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { tierOf } from './control-chart.ts'
import { months } from './council.fixture.ts'
import type { Rebase } from './rebase.ts'
import { xmrChart, xmrLimits } from './xmr.ts'

const series = (values: readonly (number | null)[]) =>
  months(values.length).map((at, i) => ({ at, value: values[i] ?? null }))
const rebaseAt = (index: number): Rebase => ({
  at: months(index + 1)[index] ?? day('2020-01-31'),
  reason: 'A new team',
  author: 'Head of performance',
  decided: day('2030-01-01'),
})
/** 20 and more quiet points: 10 and 12 in turn with a little between. */
const quiet = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => [10, 12, 9, 11, 13, 8][i % 6] ?? 10)

describe('xmrLimits', () => {
  // NIST/SEMATECH e-Handbook 6.3.2.2: centre 50.81, average moving range 1.8778, limits 45.82 and 55.80 (by 3/1.128).
  it('are those of the NIST example', () => {
    const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
    const found = xmrLimits(flow)
    if (found.state !== 'limits') throw new Error(found.state)
    expect(found.averageMovingRange).toBeCloseTo(1.8778, 3)
    expect(found.limits.centre).toBeCloseTo(50.81, 2)
    expect(found.limits.high).toBeCloseTo(55.8041, 2)
    expect(found.limits.low).toBeCloseTo(45.8159, 2)
    expect(found.limits.high).toBeCloseTo(50.81 + 2.66 * 1.87778, 4)
    expect(found.limits.nearLow).toBeCloseTo(50.81 - (2 * 2.66 * 1.87778) / 3, 3)
  })
  it('leave out, once, moving ranges of 3.267 times their average and more', () => {
    // Ranges 1 × 10, then 20 and 20: average 3.33; 20 > 10.9 goes, 1 stays.
    const values = [0, 1, 0, 1, 0, 1, 20 + 1, 1, 0, 1, 0, 1, 0]
    const screened = xmrLimits(values)
    const whole = xmrLimits(values, false)
    if (screened.state !== 'limits' || whole.state !== 'limits') throw new Error('no limits')
    expect(screened.averageMovingRange).toBeCloseTo(1, 12)
    expect(whole.averageMovingRange).toBeCloseTo(50 / 12, 12)
    expect(screened.limits.centre).toBe(whole.limits.centre)
  })
  it('take no moving range across a gap', () => {
    const found = xmrLimits([1, 2, null, 102, 103])
    expect(found).toMatchObject({ state: 'limits', averageMovingRange: 1 })
  })
  it('refuse nothing, a single value, and values that never follow each other', () => {
    expect(xmrLimits([])).toMatchObject({ state: 'refused' })
    expect(xmrLimits([null, null])).toMatchObject({ state: 'refused' })
    expect(xmrLimits([1, null, 2, null, 3])).toMatchObject({ state: 'refused' })
  })
  it('see no variation in a constant, fractions included', () => {
    expect(xmrLimits([5])).toMatchObject({ state: 'no variation' })
    expect(xmrLimits([0.3, 0.1 + 0.2, 0.3])).toMatchObject({ state: 'no variation' })
  })
  it('refuse values that hardly change about 0', () =>
    expect(xmrLimits([0, 0, 0, 0, 0, 0, 0, 0, 1, -1, 0, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({ state: 'refused' }))
  it('refuse a step or a single event in a constant: every point would be outside', () => {
    expect(xmrLimits([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0])).toMatchObject({ state: 'refused' })
    expect(xmrLimits([5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6])).toMatchObject({ state: 'refused' })
  })
})

describe('xmrChart', () => {
  it('is a line below 8 points, a median to 11, trial limits to 19, and whole from 20', () => {
    expect([0, 7, 8, 11, 12, 19, 20].map(tierOf)).toEqual([
      'line only',
      'line only',
      'run chart',
      'run chart',
      'trial limits',
      'trial limits',
      'full',
    ])
    expect(xmrChart(series(quiet(7))).latest).toEqual({ state: 'not enough data' })
    const short = xmrChart(series(quiet(10)))
    expect(short.segments[0]).toMatchObject({ state: 'median', tier: 'run chart', centre: 10.5 })
    expect(short.points.every(p => p.limits === null)).toBe(true)
    expect(short.notes[0]).toContain('6 points each above')
    const rising = xmrChart(series([3, 9, 1, 2, 4, 5, 7, 8]))
    expect(rising.latest).toEqual({ state: 'special cause', signal: { rule: 'trend', way: 'high' } })
    expect(xmrChart(series(quiet(12))).segments[0]).toMatchObject({ state: 'limits', tier: 'trial limits' })
    expect(xmrChart(series(quiet(24)))).toMatchObject({
      latest: { state: 'no special cause' },
      segments: [{ tier: 'full' }],
    })
  })
  it('has nothing to say of nothing', () =>
    expect(xmrChart([])).toMatchObject({ points: [], latest: { state: 'not enough data' } }))
  it('flags a point far outside, as the latest and as an earlier one', () => {
    const chart = xmrChart(series([...quiet(23), 40]))
    expect(chart.latest).toEqual({ state: 'special cause', signal: { rule: 'outside the limits', way: 'high' } })
    const later = xmrChart(series([...quiet(23), 40, 11]))
    expect(later.latest).toEqual({ state: 'no special cause' })
    expect(later.points[23]?.signal?.rule).toBe('outside the limits')
  })
  it('is awaiting data when the latest is missing, and carries no signal forward', () =>
    expect(xmrChart(series([...quiet(23), 40, null])).latest).toEqual({ state: 'awaiting data' }))
  it('leaves a gap in the middle as a gap, and goes on', () => {
    const chart = xmrChart(series([...quiet(12), null, ...quiet(12)]))
    expect(chart.points[12]).toMatchObject({ value: null, absence: 'awaiting data', signal: null })
    expect(chart.latest).toEqual({ state: 'no special cause' })
  })
  it('sees no variation in a constant and draws no limits', () => {
    const chart = xmrChart(series(Array<number>(24).fill(5)))
    expect(chart.latest).toEqual({ state: 'no variation' })
    expect(chart.points.every(p => p.limits === null && p.signal === null)).toBe(true)
  })
  it('refuses limits with the reason where values hardly ever change', () => {
    const chart = xmrChart(series([...Array<number>(23).fill(5), 6]))
    expect(chart.latest.state).toBe('refused')
    expect(chart.segments[0]?.why).toContain('hardly ever change')
  })
  it('falls back to the median where limits are refused and enough points lie off it', () => {
    const step = xmrChart(series([...Array<number>(12).fill(5), ...Array<number>(12).fill(6)]))
    expect(step.segments[0]).toMatchObject({ state: 'median', centre: 5.5 })
    expect(step.segments[0]?.why).toContain('hardly ever change')
    expect(step.latest).toEqual({ state: 'special cause', signal: { rule: 'shift', way: 'high' } })
  })
  it('starts anew at a rebase: own limits, no run across it', () => {
    const chart = xmrChart(series([...quiet(18), ...quiet(18).map(v => v + 30)]), [rebaseAt(18)])
    expect(chart.points.every(p => p.signal === null)).toBe(true)
    expect(chart.segments.map(s => [s.from, s.to])).toEqual([
      [0, 18],
      [18, 36],
    ])
    expect(chart.segments[1]?.rebase?.reason).toBe('A new team')
    expect(chart.points[20]?.limits?.centre).toBeCloseTo(40.5, 6)
    // Six above in each stretch make no seven together.
    const split = xmrChart(series([...quiet(14), 12, 11, 12, 11, 12, 11, ...quiet(14)]), [rebaseAt(17)])
    expect(split.points.some(p => p.signal?.rule === 'shift')).toBe(false)
  })
  it('says too little of a stretch that has just been rebased', () =>
    expect(xmrChart(series([...quiet(20), ...quiet(5)]), [rebaseAt(20)]).latest).toEqual({ state: 'not enough data' }))
  it('will not take a rebase that was not checked', () =>
    expect(() => xmrChart(series(quiet(20)), [{ ...rebaseAt(3), at: day('2021-06-15') }])).toThrow('check rebases'))
  it('holds limits from the first 12 points when asked, and not fewer', () => {
    const values = [...quiet(12), ...quiet(12).map(v => v + 5)]
    const fixed = xmrChart(series(values), [], { fixAfter: 12 })
    expect(fixed.points[0]?.limits?.centre).toBeCloseTo(10.5, 9)
    expect(fixed.latest.state).toBe('special cause')
    expect(() => xmrChart(series(values), [], { fixAfter: 11 })).toThrow('12 points')
  })
  it('draws limits inside what the value can be, and judges by the raw ones', () => {
    const chart = xmrChart(series(quiet(24)), [], { range: { low: 9, high: 12 } })
    expect(chart.points[0]?.drawn).toEqual({ low: 9, high: 12 })
    expect(chart.points[0]?.limits?.low).toBeLessThan(9)
    expect(chart.notes.join(' ')).toContain('drawn inside')
    expect(chart.points.every(p => p.signal === null)).toBe(true)
  })
  it('prints the length of a run in its footnote', () =>
    expect(xmrChart(series(quiet(20)), [], { runLength: 8 }).notes[0]).toContain('8 points or more on one side'))
  it('keeps its signals when the unit changes', () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { nil: null, freq: 10 }), { minLength: 12, maxLength: 40 }),
        fc.constantFrom(0.01, 7, 1000),
        (values, unit) => {
          const plain = xmrChart(series(values)).points.map(p => p.signal)
          const scaled = xmrChart(series(values.map(v => (v === null ? null : v * unit)))).points.map(p => p.signal)
          expect(scaled).toEqual(plain)
        },
      ),
    ))
})
