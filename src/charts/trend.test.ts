import { describe, expect, it } from 'vitest'
import { disclose, type PackCell } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import { sparkline, type TrendPoint, trendChart } from './trend.ts'

const figures = (values: readonly (number | null)[], audience: Audience = 'analyst'): readonly Shown[] => {
  const cells: PackCell[] = values.map((value, i) =>
    value === null
      ? { id: String(i), value, state: 'awaiting data', text: 'Awaiting data', why: 'no file', people: [] }
      : { id: String(i), value, text: String(value), people: [value] },
  )
  return [...disclose({ audience, cells }).values()]
}
const points = (values: readonly (number | null)[], audience: Audience = 'analyst'): readonly TrendPoint[] =>
  figures(values, audience).map((figure, i) => ({ period: `month ${i + 1}`, short: `M${i + 1}`, figure }))
const chart = (values: readonly (number | null)[], audience: Audience = 'analyst'): string =>
  trendChart({
    id: 't',
    title: 'Fewer children in care',
    subtitle: 'Children in care, Northtown',
    points: points(values, audience),
    format: String,
  })

describe('trendChart', () => {
  it('names itself and describes the latest, highest and lowest from the figures shown', () => {
    const svg = chart([30, 50, 40])
    expect(svg).toContain('aria-labelledby="t-title t-desc"')
    expect(svg).toContain('Latest 40; highest 50 (month 2); lowest 30 (month 1).')
  })
  it('breaks the line at a missing month instead of drawing through it', () => {
    expect(
      chart([30, 31, null, 33, 34])
        .match(/class="line" d="([^"]*)"/)?.[1]
        ?.match(/M/g),
    ).toHaveLength(2)
    expect(
      chart([30, 31, 32, 33, 34])
        .match(/class="line" d="([^"]*)"/)?.[1]
        ?.match(/M/g),
    ).toHaveLength(1)
  })
  it('shows a hidden figure as a gap with its symbol and nowhere as a number', () => {
    const svg = chart([40, 3, 41], 'board')
    expect(svg).toContain('[c]')
    expect(svg).toContain('1 of 3 periods have no figure to show')
    expect(svg).not.toMatch(/lowest 3 /)
    expect(svg.match(/<circle/g)).toHaveLength(2)
  })
  it('draws the target and says it', () => {
    const svg = trendChart({
      id: 't',
      title: 'T',
      subtitle: 'S',
      points: points([30, 31]),
      format: String,
      target: { value: 20, text: 'Target: at most 20' },
    })
    expect(svg).toContain('class="target"')
    expect(svg.match(/Target: at most 20/g)).toHaveLength(2)
  })
  it('says so when there is nothing to draw', () => expect(chart([null, null])).toContain('No figures to draw'))
  it('escapes what is not ours', () =>
    expect(trendChart({ id: 't', title: '<b>&', subtitle: '', points: points([1]), format: String })).toContain(
      '&lt;b&gt;&amp;',
    ))
})

describe('sparkline', () => {
  it('is hidden from assistive technology', () => expect(sparkline(figures([1, 2, 3]))).toContain('aria-hidden="true"'))
  it('has its target in its range: figures near each other and far from it are a level line', () => {
    const [near, far] = [figures([10, 11]), figures([100])]
    const height = (svg: string): number => {
      const [, first = 0, last = 0] = /d="M[\d.]+,([\d.]+)L[\d.]+,([\d.]+)"/.exec(svg)?.map(Number) ?? []
      return Math.abs(first - last)
    }
    expect(height(sparkline(near))).toBe(20)
    expect(height(sparkline(near, far))).toBeLessThan(1)
    expect(sparkline(near, far)).toContain('class="target"')
  })
  it('is nothing for fewer than two figures', () => expect(sparkline(figures([1, null]))).toBe(''))
})
