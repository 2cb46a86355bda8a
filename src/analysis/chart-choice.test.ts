import { describe, expect, it } from 'vitest'
import { addDays, day } from '../kit/day.ts'
import { chooseChart, type MeasureKind } from './chart-choice.ts'
import { months } from './council.fixture.ts'
import { chartOf } from './series-chart.ts'

const choice = (kind: MeasureKind, values: readonly (number | null)[], detailKnown?: boolean): string => {
  const found = chooseChart(kind, detailKnown === undefined ? { values } : { values, detailKnown })
  expect(found.why).toMatch(/\.$/)
  return `${found.chart}, ${found.signalFrom}`
}
const long = (value: number): readonly number[] => Array.from({ length: 24 }, (_, i) => value + (i % 3) - 1)

describe('chooseChart', () => {
  it('refuses limits to anything that counts the same children again, whatever its length', () => {
    for (const values of [[], [5], long(600)]) {
      expect(choice('stock', values)).toBe('none, flows and same month last year')
      expect(choice('share_of_stock', values)).toBe('none, flows and same month last year')
      expect(choice('rolling', values)).toBe('none, events of the month')
      expect(choice('cumulative', values)).toBe('none, events of the month')
      expect(choice('seasonal', values)).toBe('none, same month last year')
    }
  })
  it('draws a line below 8 points and a run chart below 12, gaps not counted', () => {
    expect(choice('count', [])).toBe('line only, nothing yet')
    expect(choice('proportion', [...long(1).slice(0, 7), null, null])).toBe('line only, nothing yet')
    expect(choice('mean', long(40).slice(0, 8))).toBe('run chart, latest point')
    expect(choice('rate', long(40).slice(0, 11))).toBe('run chart, latest point')
  })
  it('takes a count by its size: days between below one a month, Poisson below five, XmR from five', () => {
    expect(choice('count', long(0.9))).toBe('t, latest point')
    expect(choice('count', long(0.9), false)).toBe('c, latest point')
    expect(choice('count_rare', [0])).toBe('t, latest point')
    expect(choice('count_rare', [0], false)).toBe('c, latest point')
    expect(choice('count', long(1))).toBe('c, latest point')
    expect(choice('count', long(4.9))).toBe('c, latest point')
    expect(choice('count', long(5))).toBe('xmr, latest point')
  })
  it('takes p for shares, u for rates, XmR for means, and XmR where the numbers are not known', () => {
    expect(choice('proportion', long(0.8))).toBe('p, latest point')
    expect(choice('rate', long(20))).toBe('u, latest point')
    expect(choice('mean', long(20))).toBe('mean xmr, latest point')
    expect(choice('proportion', long(0.8), false)).toBe('xmr, latest point')
  })
  it('says in a sentence that a mean is a mean, and that numbers are not known', () => {
    expect(chooseChart('mean', { values: long(20) }).why).toContain('mean of different children')
    expect(chooseChart('rate', { values: long(20), detailKnown: false }).why).toContain('not known')
  })
  it('falls back to a run chart where values hardly ever change', () => {
    const stuck = [...Array<number>(23).fill(20), 21]
    expect(choice('count', stuck)).toBe('run chart, latest point')
    expect(choice('mean', stuck)).toBe('run chart, latest point')
  })
})

describe('chartOf', () => {
  const counts = (values: readonly number[]) => months(values.length).map((at, i) => ({ at, value: values[i] ?? null }))
  it('draws nothing for a stock', () =>
    expect(chartOf({ kind: 'stock', points: counts(long(600)) })).toMatchObject({
      chart: null,
      rare: null,
      signal: null,
    }))
  it('draws each kind and reads its latest point', () => {
    const jump = [...long(20), 80]
    expect(chartOf({ kind: 'count', points: counts(jump), events: null }).signal).toMatchObject({ way: 'high' })
    const shares = months(25).map((at, i) => ({ at, x: i === 24 ? 5 : 30 + (i % 3), n: 40 }))
    expect(chartOf({ kind: 'proportion', points: shares }).signal).toMatchObject({ way: 'low' })
    const rates = months(25).map((at, i) => ({ at, x: i === 24 ? 40 : 9 + (i % 3), exposure: 500 }))
    const rate = chartOf({ kind: 'rate', points: rates, per: 1000 })
    expect(rate.signal).toMatchObject({ way: 'high' })
    expect(rate.chart?.points[24]?.value).toBe(80)
    const means = months(25).map((at, i) => ({ at, mean: i === 24 ? 500 : 100 + (i % 3) * 5, n: 8 }))
    expect(chartOf({ kind: 'mean', points: means }).signal).toMatchObject({ way: 'high' })
    const few = chartOf({
      kind: 'count',
      points: counts([...Array.from({ length: 24 }, (_, i) => i % 4), 9]),
      events: null,
    })
    expect(few.choice.chart).toBe('c')
    expect(few.chart?.notes.join(' ')).toContain('Poisson')
    expect(chartOf({ kind: 'count', points: counts(jump), events: null }).chart?.notes.join(' ')).not.toContain(
      'three sigma',
    )
    expect(few.signal).toMatchObject({ way: 'high' })
  })
  it('keeps a count above 0 when it draws limits', () =>
    expect(
      chartOf({ kind: 'count', points: counts([1, 9, 2, 12, 3, 8, 1, 11, 5, 9, 2, 10, 4, 12]), events: null }).chart
        ?.points[0]?.drawn?.low,
    ).toBe(0))
  it('reads days between rare events the other way round: short gaps are more events', () => {
    const start = day('2020-01-01')
    const days = [...Array.from({ length: 15 }, (_, i) => addDays(start, i * 90 + (i % 3) * 20))]
    const quick = Array.from({ length: 8 }, (_, i) => addDays(start, 1400 + i * 9))
    const series = {
      kind: 'count_rare' as const,
      points: counts(long(0.9)),
      events: { days: [...days, ...quick], start, drawnOn: addDays(start, 1465) },
    }
    const found = chartOf(series)
    expect(found.rare?.state).toBe('drawn')
    expect(found.signal).toEqual({ rule: 'shift', way: 'high' })
    const rebase = {
      at: addDays(start, 1400),
      reason: 'A new duty',
      author: 'Head of service',
      decided: addDays(start, 1465),
    }
    expect(chartOf(series, [rebase]).rare?.state).toBe('too few events')
  })
})
