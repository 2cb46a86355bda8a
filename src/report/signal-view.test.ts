import { describe, expect, it } from 'vitest'
import { uChart } from '../analysis/u-chart.ts'
import { xmrChart } from '../analysis/xmr.ts'
import { addMonths, type Day, day, monthEnd } from '../kit/day.ts'
import type { DraftRow } from './draft-row.ts'
import { draft, figure } from './row.fixture.ts'
import type { SignalChart } from './signal-chart.ts'
import type { SignalFound } from './signal-found.ts'
import { signalCharts } from './signal-view.ts'

const month = (i: number): Day => monthEnd(addMonths(day('2025-01-01'), i))
const range = { low: 0, high: Number.POSITIVE_INFINITY }
const found = (charts: readonly SignalChart[]): SignalFound => ({
  direction: { direction: 'no clear change', from: 'latest point' },
  because: '',
  look: null,
  assurance: null,
  charts,
  lastYear: null,
})
const figuresOf = (counts: readonly number[]) => counts.map((n, i) => figure(n, null, { periodEnd: month(i) }))
/** A chart of counts a month, limits from month to month. */
const counted = (counts: readonly number[], more: Partial<SignalChart> = {}): SignalChart => ({
  of: 'figures',
  window: 'month',
  figures: figuresOf(counts),
  chart: xmrChart(
    counts.map((value, i) => ({ at: month(i), value })),
    [],
    { range },
  ),
  scale: null,
  around: [],
  why: 'Because.',
  unused: [],
  ...more,
})
const row = (charts: readonly SignalChart[], more: Parameters<typeof draft>[2] = {}): DraftRow =>
  draft('count', figuresOf([30, 31]), { signal: found(charts), ...more })

const steady = Array.from({ length: 20 }, (_, i) => 30 + (i % 3))
const numbers = (text: unknown): string => JSON.stringify(text)

describe('signalCharts', () => {
  it('has limits beside every figure, in the unit of the figure', () => {
    const { own, months } = signalCharts(row([counted(steady)]), 'analyst')
    expect(months).toEqual([])
    expect(own?.points).toHaveLength(20)
    expect(own?.points[0]?.limits?.centre.text).toBe('31.0')
    expect(Number(own?.points[0]?.limits?.high?.text)).toBeGreaterThan(32)
  })
  it('marks a point beyond chance with its way, its words and whether it is good', () => {
    const { own } = signalCharts(row([counted([...steady, 60])], { good: 'low' }), 'analyst')
    expect(own?.marked).toBe(true)
    expect(own?.points.at(-1)?.mark).toEqual({ way: 'high', tone: 'worse', text: 'above the limits' })
    expect(
      signalCharts(row([counted([...steady, 60])], { good: 'high' }), 'analyst').own?.points.at(-1)?.mark?.tone,
    ).toBe('better')
    expect(signalCharts(row([counted(steady)]), 'analyst').own?.marked).toBe(false)
  })
  it('leaves the limits and the marks out for a board where any figure behind them is hidden, and says so', () => {
    const counts = [...steady, 4, 60]
    const { own } = signalCharts(row([counted(counts)]), 'board')
    expect(own?.points.every(({ limits, mark }) => limits === null && mark === null)).toBe(true)
    expect(own?.points.map(({ figure: shown }) => shown.text).slice(-2)).toEqual(['[c]', '60'])
    expect(own?.notes.join()).toContain('Limits are left out')
    expect(own?.method).toEqual([])
    expect(signalCharts(row([counted(counts)]), 'analyst').own?.points.at(-1)?.mark).not.toBeNull()
  })
  it('has limits for a board where every figure behind them is shown', () => {
    expect(signalCharts(row([counted(steady)]), 'board').own?.points[5]?.limits?.centre.kind).toBe('number')
  })
  it('shows a board either all months behind a rolling figure or none, for their sums are shown beside them', () => {
    const events = { of: 'events' } as const
    expect(signalCharts(row([counted(steady, events)]), 'board').months).toHaveLength(1)
    const hidden = signalCharts(row([counted([...steady, 4], events)]), 'board')
    expect(hidden.months).toEqual([])
    expect(hidden.leftOut).toContain('month by month are left out')
    expect(signalCharts(row([counted([...steady, 4], events)]), 'analyst').leftOut).toBeNull()
  })
  it('shows a board no flows from which a hidden position could be worked out', () => {
    const flow = { of: 'entered', around: figuresOf([30, 4]) } as const
    expect(signalCharts(row([counted(steady, flow)]), 'board')).toMatchObject({ months: [] })
    expect(signalCharts(row([counted(steady, { ...flow, around: figuresOf([30, 40]) })]), 'board').months).toHaveLength(
      1,
    )
  })
  it('draws the limits of flows in children, though they are judged for each child in care', () => {
    const group = steady.map((_, i) => 100 + 10 * i)
    const chart = uChart(
      steady.map((x, i) => ({ at: month(i), x, exposure: group[i] ?? 1 })),
      [],
    )
    const { months } = signalCharts(row([counted(steady, { of: 'entered', chart, scale: group })]), 'analyst')
    const centres = months[0]?.points.map(({ limits }) => Number(limits?.centre.text)) ?? []
    const rate = steady.reduce((a, b) => a + b, 0) / group.reduce((a, b) => a + b, 0)
    expect(centres[0]).toBeCloseTo(rate * 100, 0)
    expect(centres[19]).toBeCloseTo(rate * 290, 0)
    expect(months[0]?.unit).toBe('children')
  })
  it('says that more children going out push a figure down', () => {
    const { months } = signalCharts(row([counted([...steady, 60], { of: 'left' })], { good: 'low' }), 'analyst')
    expect(months[0]?.points.at(-1)?.mark).toMatchObject({ way: 'high', tone: 'better' })
  })
  it('has a middle figure alone where there are too few points for limits', () => {
    const { own } = signalCharts(row([counted([30, 34, 31, 35, 29, 33, 32, 36, 30])]), 'analyst')
    expect(own?.points[0]?.limits).toMatchObject({ low: null, high: null })
  })
  it('gives a board the limits of an average as printed: unrounded they would hold every amount', () => {
    const means = Array.from({ length: 12 }, (_, i) => 10.123456 + (i % 4) * 0.7654321)
    const average = draft('average', [figure(40, 30, { value: 10.1 })], {
      signal: found([
        {
          ...counted([]),
          figures: means.map((value, i) => figure(value * 30, 30, { value, periodEnd: month(i) })),
          chart: xmrChart(
            means.map((value, i) => ({ at: month(i), value })),
            [],
            { range },
          ),
        },
      ]),
    })
    const limits = signalCharts(average, 'board').own?.points[3]?.limits
    expect(numbers(limits)).not.toMatch(/\d\.\d{3,}/)
    expect(limits?.centre.kind).toBe('number')
  })
})
