import { describe, expect, it } from 'vitest'
import { assuranceOf } from './assurance.ts'
import type { ControlChart } from './control-chart.ts'
import { months } from './council.fixture.ts'
import { xmrChart } from './xmr.ts'

const chart = (values: readonly (number | null)[]) =>
  xmrChart(months(values.length).map((at, i) => ({ at, value: values[i] ?? null })))
const quiet = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => [10, 12, 9, 11, 13, 8][i % 6] ?? 10)
const said = (c: ControlChart, kind: 'at least' | 'at most', target: number) =>
  assuranceOf(c, { kind, target })?.assurance

describe('assuranceOf', () => {
  const steady = chart(quiet(24))
  const { low = 0, high = 0 } = steady.points[0]?.limits ?? {}
  it('reads the target against the limits, on a limit as hit and miss', () => {
    expect(said(steady, 'at least', low - 0.1)).toBe('will reliably meet')
    expect(said(steady, 'at least', low)).toBe('will hit and miss by chance')
    expect(said(steady, 'at least', 10)).toBe('will hit and miss by chance')
    expect(said(steady, 'at least', high)).toBe('will hit and miss by chance')
    expect(said(steady, 'at least', high + 0.1)).toBe('will not meet without change')
    expect(said(steady, 'at most', high + 0.1)).toBe('will reliably meet')
    expect(said(steady, 'at most', low - 0.1)).toBe('will not meet without change')
    expect(said(steady, 'at most', high)).toBe('will hit and miss by chance')
  })
  it('reads a band: within it, across it, outside it', () => {
    const band = (from: number, to: number) => assuranceOf(steady, { kind: 'between', low: from, high: to })?.assurance
    expect(band(low - 1, high + 1)).toBe('will reliably meet')
    expect(band(low, high + 1)).toBe('will hit and miss by chance')
    expect(band(9, 12)).toBe('will hit and miss by chance')
    expect(band(high + 1, high + 5)).toBe('will not meet without change')
    expect(band(low - 5, low - 1)).toBe('will not meet without change')
  })
  it('is too early below 20 points, gaps not counted', () => {
    expect(said(chart(quiet(19)), 'at least', 0)).toBe('too early to say')
    expect(said(chart([...quiet(10), null, ...quiet(9)]), 'at least', 0)).toBe('too early to say')
    expect(said(chart(quiet(20)), 'at least', low - 5)).toBe('will reliably meet')
    expect(said(chart(quiet(5)), 'at least', 0)).toBe('too early to say')
  })
  it('is too early after a recent special cause, and not after an old one', () => {
    expect(said(chart([...quiet(23), 40]), 'at most', 100)).toBe('too early to say')
    expect(said(chart([...quiet(23), 40, ...quiet(6)]), 'at most', 100)).toBe('too early to say')
    expect(said(chart([...quiet(23), 40, ...quiet(7)]), 'at most', 100)).toBe('will reliably meet')
  })
  it('judges a constant by its value, and says there is not enough variation', () => {
    const five = chart(Array<number>(24).fill(5))
    expect(assuranceOf(five, { kind: 'at least', target: 6 })).toEqual({
      assurance: 'not enough variation to judge',
      met: false,
    })
    expect(assuranceOf(five, { kind: 'at least', target: 5 })?.met).toBe(true)
    expect(assuranceOf(five, { kind: 'at most', target: 5 })?.met).toBe(true)
    expect(assuranceOf(five, { kind: 'at most', target: 4 })?.met).toBe(false)
    expect(assuranceOf(five, { kind: 'between', low: 5, high: 6 })?.met).toBe(true)
    expect(assuranceOf(five, { kind: 'between', low: 5.5, high: 6 })?.met).toBe(false)
  })
  it('has nothing to say of nothing, or where limits were refused', () => {
    expect(assuranceOf(chart([]), { kind: 'at least', target: 1 })?.assurance).toBe('too early to say')
    const step = chart([...Array<number>(12).fill(5), ...Array<number>(12).fill(6)])
    expect(assuranceOf(step, { kind: 'at least', target: 1 })).toBeNull()
    expect(assuranceOf(chart([...Array<number>(23).fill(5), 6]), { kind: 'at least', target: 1 })).toBeNull()
  })
})
