import { describe, expect, it } from 'vitest'
import { disclose, type PackCell } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import { type TrendBand, type TrendPoint, trendChart } from './trend.ts'

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
      targets: [{ value: 20, text: 'Target: at most 20' }],
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

describe('limits, marks, notes and what was told', () => {
  const [centre, low, high, told] = figures([30, 20, 90, 33])
  if (!centre || !low || !high || !told) throw new Error('four figures')
  const limited = (values: readonly (number | null)[], more: Partial<TrendPoint> = {}): readonly TrendPoint[] =>
    points(values).map(point => ({ ...point, limits: { centre, low, high }, ...more }))
  const draw = (all: readonly TrendPoint[], bands: readonly TrendBand[] = []): string =>
    trendChart({ id: 't', title: 'T', subtitle: 'S', points: all, bands, format: String })
  const ticks = (svg: string): readonly number[] =>
    [...svg.matchAll(/text-anchor="end">([\d.]+)</g)].map(([, tick]) => Number(tick))

  it('keeps limits and target inside the axis, however near each other the figures are', () => {
    expect(Math.max(...ticks(draw(points([30, 31]))))).toBeLessThan(60)
    expect(Math.max(...ticks(draw(limited([30, 31]))))).toBeGreaterThanOrEqual(90)
    const aimed = { id: 't', title: 'T', subtitle: 'S', points: points([30, 31]), format: String }
    expect(
      Math.max(
        ...ticks(
          trendChart({
            ...aimed,
            targets: [
              { value: 70, text: 'A' },
              { value: 85, text: 'B' },
            ],
          }),
        ),
      ),
    ).toBeGreaterThanOrEqual(85)
  })
  it('ends an axis of shares at 100%, unless a value is past it', () => {
    const share = { id: 't', title: 'T', subtitle: 'S', format: String, most: 1 }
    const top = (values: readonly number[]): number =>
      Math.max(...ticks(trendChart({ ...share, points: points(values) })))
    expect(top([0.9, 1])).toBe(1)
    expect(top([0.9, 1.3])).toBeGreaterThanOrEqual(1.3)
  })
  it('says that a scale does not start at 0, and only then', () => {
    expect(draw(points([300, 301]))).toContain('not at 0')
    expect(draw(points([3, 30]))).not.toContain('not at 0')
  })
  it('draws the usual level and both limits, labelled with their figures where they end', () => {
    const svg = draw(limited([30, 31]))
    expect(svg.match(/class="limit"/g)).toHaveLength(2)
    expect(svg.match(/class="centre"/g)).toHaveLength(1)
    for (const label of ['Upper 90', 'Usual 30', 'Lower 20']) expect(svg).toContain(`>${label}<`)
    expect(svg).toContain('chance alone keeps it between 20 and 90')
  })
  it('does not let words beside the lines lie on each other', () => {
    const near = figures([30, 29, 31])
    const [c, l, h] = near
    if (!c || !l || !h) throw new Error('three figures')
    const svg = draw(points([30, 30]).map(point => ({ ...point, limits: { centre: c, low: l, high: h } })))
    const ys = [...svg.matchAll(/class="(?:limit-label|end)" x="[\d.]+" y="([\d.]+)"/g)]
      .map(([, y]) => Number(y))
      .sort((a, b) => a - b)
    expect(ys).toHaveLength(4)
    for (const [i, y] of ys.slice(1).entries()) expect(y - (ys[i] ?? 0)).toBeGreaterThanOrEqual(16.9)
  })
  it('does not label the last figure with limits that ended before it', () => {
    const [first] = limited([30])
    const svg = draw([...(first ? [first] : []), ...points([31, 32])])
    expect(svg).toContain('class="centre"')
    expect(svg).not.toContain('>Usual')
    expect(svg).not.toContain('chance alone keeps it')
  })
  it('says where points stop being a year apart', () => {
    const of = { id: 't', title: 'T', subtitle: 'S', points: points([30, 31, 32]), format: String }
    expect(trendChart({ ...of, monthsFrom: 2 })).toContain('each month')
    expect(trendChart({ ...of, monthsFrom: 2 })).toContain('each year')
    const crowded = { ...of, points: points([30, 31, 32, 33, 34, 35, 36, 37]), monthsFrom: 2, width: 340 }
    expect(trendChart(crowded)).toContain('each month')
    expect(trendChart(crowded)).not.toContain('each year')
    expect(trendChart(of)).not.toContain('each month')
  })
  it('leaves out limits that are hidden', () => {
    const [hidden] = figures([3], 'board')
    if (!hidden) throw new Error('one figure')
    const svg = draw(
      points([30, 31]).map(point => ({ ...point, limits: { centre: hidden, low: hidden, high: hidden } })),
    )
    expect(svg).not.toMatch(/class="(limit|centre)"/)
    expect(svg).not.toContain('Usual')
  })
  it('shows a point beyond chance by its shape, and says it', () => {
    const mark = { way: 'high', tone: 'worse', text: 'above the limits' } as const
    const svg = draw(limited([30, 95]).map((point, i) => (i === 1 ? { ...point, mark } : point)))
    expect(svg).toContain('class="mark mark--worse"')
    expect(svg.match(/<circle/g)).toHaveLength(1)
    expect(svg).toContain('Beyond chance: month 2 (above the limits).')
    expect(draw(limited([30, 30]))).toContain('No point stands out.')
  })
  it('turns the triangle of a low point upside down', () => {
    const mark = (way: 'high' | 'low') => ({ way, tone: 'neutral', text: '' }) as const
    expect(draw(limited([30, 31], { mark: mark('low') }))).toContain('rotate(180)')
    expect(draw(limited([30, 31], { mark: mark('high') }))).not.toContain('rotate(180)')
  })
  it('draws notes behind the figures with their words above, the whole words in the description', () => {
    const words = `${'A long note '.repeat(20)}end`
    const svg = draw(points([30, 31, 32]), [{ label: '1', text: words, kind: 'note', from: 1, to: 1 }])
    expect(svg).toContain('class="band"')
    expect(svg).toMatch(/>1 A long note [^<]*…</)
    expect(svg).toContain(`Marked on the chart: ${words}.`)
  })
  it('draws a break as a line without an end', () => {
    const svg = draw(points([30, 31, 32]), [{ label: '1', text: 'New count', kind: 'break', from: 1, to: null }])
    expect(svg).toContain('class="break"')
    expect(svg).not.toContain('class="band"')
  })
  it('puts a ring where a figure was when last told, and none where nothing was told or the figure is hidden', () => {
    expect(
      draw(points([30, 31]).map((point, i) => (i === 1 ? { ...point, told } : point))).match(/class="told"/g),
    ).toHaveLength(1)
    expect(draw(points([30, 31]))).not.toContain('class="told"')
    expect(draw(points([3, 31], 'board').map(point => ({ ...point, told }))).match(/class="told"/g)).toHaveLength(1)
  })
})
