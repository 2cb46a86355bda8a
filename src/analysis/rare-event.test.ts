import { describe, expect, it } from 'vitest'
import { addDays, day } from '../kit/day.ts'
import { rareEventChart } from './rare-event.ts'

const start = day('2020-01-01')
/** Events these many days apart, the first on the start. */
const events = (gaps: readonly number[]) => {
  let last = start
  return [start, ...gaps.map(gap => (last = addDays(last, gap)))]
}
const drawn = (gaps: readonly number[], openDays = 0) => {
  const days = events(gaps)
  const chart = rareEventChart(days, start, addDays(days.at(-1) ?? start, openDays))
  if (chart.state !== 'drawn') throw new Error(chart.state)
  return chart
}
/** 20 gaps that add up to 600 days. */
const twenty = Array.from({ length: 20 }, (_, i) => [10, 50, 20, 40][i % 4] ?? 30)

describe('rareEventChart', () => {
  it('counts the days without any where no event has happened', () =>
    expect(rareEventChart([], start, addDays(start, 90))).toEqual({ state: 'no events', days: 90 }))
  it('has no limits below eight gaps, but the days since the last', () => {
    const days = events([30, 20, 40])
    expect(rareEventChart(days, start, addDays(days.at(-1) ?? start, 11))).toMatchObject({
      state: 'too few events',
      open: { days: 11, signal: null },
    })
    expect(rareEventChart([start], start, addDays(start, 5))).toMatchObject({ state: 'too few events', gaps: [] })
  })
  // T(1 − p^(1/(m − 1))) with T = 600, m = 20 (Python).
  it('has exact limits from the gaps, with the median as centre', () => {
    const { limits } = drawn(twenty)
    expect(limits.centre).toBeCloseTo(21.494401, 5)
    expect(limits.high).toBeCloseTo(176.243683, 5)
    expect(limits.low).toBeCloseTo(0.042659, 5)
  })
  it('has near limits at 2.275% on each side', () => {
    const { limits } = drawn(twenty)
    expect(limits.nearHigh).toBeCloseTo(600 * (1 - 0.02275 ** (1 / 19)), 9)
    expect(limits.nearLow).toBeCloseTo(600 * (1 - 0.97725 ** (1 / 19)), 9)
  })
  it('is drawn from eight gaps on', () => {
    expect(drawn(twenty.slice(0, 8)).gaps).toHaveLength(8)
    expect(() => drawn(twenty.slice(0, 7))).toThrow('too few events')
  })
  it('says the days since the last are too many only beyond the limit for the next gap, 234.9 days', () => {
    expect(drawn(twenty, 234).latest).toBeNull()
    expect(drawn(twenty, 235).latest).toEqual({ rule: 'outside the limits', way: 'high' })
    expect(drawn(twenty, 235).open.signal).not.toBeNull()
  })
  it('never takes the open gap for short', () => expect(drawn(twenty, 0).latest).toBeNull())
  it('does not flag two events on a day: a day is too coarse to be below the limit', () => {
    expect(drawn([...twenty, 0]).latest).toBeNull()
    expect(drawn([...twenty.map(gap => gap * 200), 1]).latest).toEqual({ rule: 'outside the limits', way: 'low' })
  })
  it('finds a run of seven short gaps: events have become more frequent', () => {
    const chart = drawn([...twenty, 5, 6, 5, 7, 5, 6, 5])
    expect(chart.latest).toEqual({ rule: 'shift', way: 'low' })
    expect(chart.gaps.filter(gap => gap.signal?.rule === 'shift')).toHaveLength(7)
  })
  it('takes events in any order', () => {
    const days = events(twenty)
    expect(rareEventChart([...days].reverse(), start, day('2023-01-01'))).toEqual(
      rareEventChart(days, start, day('2023-01-01')),
    )
  })
  it('has no limits where every event is on one day', () =>
    expect(rareEventChart(Array(12).fill(start), start, start)).toMatchObject({ state: 'too few events' }))
})
