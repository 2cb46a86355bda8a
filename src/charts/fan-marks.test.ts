import { expect, test } from 'vitest'
import { hidden, shown } from '../report/shown.fixture.ts'
import { fanChart } from './fan.ts'
import type { FanChartPoint, FanOptions } from './fan-point.ts'

const figure = (value: number) => shown(value, String(value))
const month = (short: string, value: number | null, out: number | null = null): FanChartPoint => ({
  period: `the end of ${short}`,
  short,
  figure: out === null ? (value === null ? hidden() : figure(value)) : null,
  ahead:
    out === null || value === null
      ? null
      : {
          median: figure(value),
          p50: [figure(value - out), figure(value + out)],
          p80: [figure(value - 2 * out), figure(value + 2 * out)],
          p95: [figure(value - 3 * out), figure(value + 3 * out)],
          naive: { median: figure(570), p80: [figure(550), figure(590)] },
        },
})
const known = [month('Aug 26', 560), month('Sep 26', 566), month('Oct 26', 570)]
const fan = [...known, month('Nov 26', 572, 4), month('Dec 26', 576, 8)]
const draw = (points: readonly FanChartPoint[] = fan, more: Partial<FanOptions> = {}): string =>
  fanChart({ id: 'fan', title: 'T', subtitle: 'S', points, leads: 'model', format: String, ...more })
/** Attributes of every element of a class. */
const marks = (svg: string, name: string): readonly Readonly<Record<string, string>>[] =>
  [...svg.matchAll(/<(?:path|line|circle|text) ([^>]*)>/g)].flatMap(([, inside = '']) => {
    const all = Object.fromEntries([...inside.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]))
    return all.class === name ? [all] : []
  })
const pointsOf = (d: string | undefined): readonly (readonly number[])[] =>
  [...(d ?? '').matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
/** The words of the axes, with where they stand. */
const ticks = (svg: string): readonly { readonly x: number; readonly y: number; readonly text: string }[] =>
  [...svg.matchAll(/class="tick" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)/g)].map(([, x, y, text = '']) => ({
    x: Number(x),
    y: Number(y),
    text,
  }))
/** Where a value lies, by two words of the axis. */
const scaleOf = (svg: string): ((value: number) => number) => {
  const [a, b] = ticks(svg).filter(({ text }) => /^\d+$/.test(text))
  if (!a || !b) throw new Error('no axis')
  return value => a.y - 4 + ((value - Number(a.text)) * (b.y - a.y)) / (Number(b.text) - Number(a.text))
}

test('the rule of today stands on the last month known, the whole height of the drawing, and the words above it', () => {
  const svg = draw()
  const [rule] = marks(svg, 'spacing')
  const now = marks(svg, 'dot').at(-1)
  expect([rule?.x1, rule?.x2]).toEqual([now?.cx, now?.cx])
  expect([rule?.y1, rule?.y2, rule?.['stroke-dasharray']]).toEqual(['18', '276', '1 3'])
  expect(ticks(svg).find(({ text }) => text === 'Known to Oct 26')).toMatchObject({ x: Number(now?.cx), y: 14 })
  // Where nothing is ahead there is nothing to part.
  expect(marks(draw(known), 'spacing')).toEqual([])
})

test('the scale starts near the least where all is high, and says so; else at 0, and says nothing', () => {
  const high = draw()
  expect(high).toContain('The scale starts at 540, not at 0')
  const low = draw([month('Sep 26', 220), ...known.slice(1), month('Nov 26', 572, 4)])
  expect(low).not.toContain('The scale starts')
  expect(ticks(low).map(({ text }) => text)).toContain('0')
})

test('every mark lies where its figure is on the axis, and the widest range is inside the drawing', () => {
  const svg = draw()
  const y = scaleOf(svg)
  for (const [i, value] of [560, 566, 570].entries())
    expect(Math.abs(Number(marks(svg, 'dot')[i]?.cy) - y(value))).toBeLessThan(0.2)
  for (const [name, out] of [
    ['95', 24],
    ['80', 16],
    ['50', 8],
  ] as const) {
    const [low, high] = marks(svg, `fan-edge fan-edge--${name}`).map(({ d }) => pointsOf(d).at(-1)?.[1] ?? 0)
    expect(Math.abs((low ?? 0) - y(576 - out))).toBeLessThan(0.2)
    expect(Math.abs((high ?? 0) - y(576 + out))).toBeLessThan(0.2)
    for (const end of [low, high]) {
      expect(end).toBeGreaterThan(24)
      expect(end).toBeLessThan(276)
    }
  }
  const naive = marks(svg, 'fan-naive').map(({ d }) => pointsOf(d).at(-1)?.[1] ?? 0)
  for (const [i, value] of [550, 590].entries()) expect(Math.abs((naive[i] ?? 0) - y(value))).toBeLessThan(0.2)
})

test('a wide range is inside the drawing too', () => {
  const ends = marks(draw([...known, month('Nov 26', 576, 60)]), 'fan-edge fan-edge--95').flatMap(({ d }) =>
    pointsOf(d).map(([, y = 0]) => y),
  )
  expect(Math.min(...ends)).toBeGreaterThan(24)
  expect(Math.max(...ends)).toBeLessThan(276)
})

test('every range, the middle and no change open where the past ends', () => {
  const svg = draw()
  const now = marks(svg, 'dot').at(-1)
  for (const name of ['fan-edge fan-edge--95', 'fan-edge fan-edge--50', 'fan-naive'])
    for (const { d } of marks(svg, name)) {
      const [x = 0, y = 0] = pointsOf(d)[0] ?? []
      expect(Math.abs(x - Number(now?.cx))).toBeLessThan(0.1)
      expect(Math.abs(y - Number(now?.cy))).toBeLessThan(0.1)
      expect(pointsOf(d)).toHaveLength(3)
    }
})

test('each kind of line has dashes of its own: the past none, the middle long, the outer range short, no change dots', () => {
  const dashes = (svg: string, name: string): readonly (string | undefined)[] => [
    ...new Set(marks(svg, name).map(one => one['stroke-dasharray'])),
  ]
  const model = draw()
  expect(dashes(model, 'fan-edge fan-edge--95')).toEqual(['2 3'])
  expect(dashes(model, 'fan-edge fan-edge--80')).toEqual([undefined])
  expect(dashes(model, 'fan-edge fan-edge--50')).toEqual([undefined])
  expect(dashes(model, 'line').toSorted()).toEqual(['7 3', undefined])
  expect(dashes(model, 'fan-naive')).toEqual(['1 4'])
  const naive = draw(fan, { leads: 'naive' })
  expect(dashes(naive, 'fan-edge fan-edge--80')).toEqual([undefined])
  expect(dashes(naive, 'line').toSorted()).toEqual(['7 3', undefined])
  expect(dashes(naive, 'fan-naive')).toEqual(['1 4'])
})

test('where no change leads the band is its own range and the dots are the model’s', () => {
  const svg = draw(fan, { leads: 'naive' })
  const y = scaleOf(svg)
  const ends = (name: string): readonly number[] => marks(svg, name).map(({ d }) => pointsOf(d).at(-1)?.[1] ?? 0)
  for (const [i, value] of [550, 590].entries())
    expect(Math.abs((ends('fan-edge fan-edge--80')[i] ?? 0) - y(value))).toBeLessThan(0.2)
  for (const [i, value] of [560, 592].entries())
    expect(Math.abs((ends('fan-naive')[i] ?? 0) - y(value))).toBeLessThan(0.2)
})

test('the dashed line is the middle of whichever leads', () => {
  const middle = (leads: FanOptions['leads']): number => {
    const svg = draw(fan, { leads })
    const dashed = marks(svg, 'line').find(one => one['stroke-dasharray'])
    return (pointsOf(dashed?.d).at(-1)?.[1] ?? 0) - scaleOf(svg)(leads === 'model' ? 576 : 570)
  }
  expect(Math.abs(middle('model'))).toBeLessThan(0.2)
  expect(Math.abs(middle('naive'))).toBeLessThan(0.2)
})

test('of many months some are named, the last always: at most seven, and three on a phone', () => {
  const names = Array.from({ length: 20 }, (_, i) => `M${i + 1}`)
  const points = names.map((name, i) => month(name, 570, i < 8 ? null : 3))
  const named = (width: number): readonly string[] =>
    ticks(draw(points, { width })).flatMap(({ text }) => (/^M/.test(text) ? [text] : []))
  expect(named(720)).toEqual(['M2', 'M5', 'M8', 'M11', 'M14', 'M17', 'M20'])
  expect(named(499)).toEqual(['M6', 'M13', 'M20'])
  expect(named(500)).toHaveLength(7)
})

test('a month ahead whose range may not be seen is left out of the band, never drawn at nought', () => {
  const [, , , next, last] = fan
  if (!next?.ahead || !last) throw new Error('no fan')
  const gap = { ...next, ahead: { ...next.ahead, p80: [hidden(), next.ahead.p80[1]] as const, median: hidden() } }
  const svg = draw([...known, gap, last])
  for (const { d } of marks(svg, 'fan-edge fan-edge--80')) expect(pointsOf(d)).toHaveLength(2)
  for (const { d } of marks(svg, 'fan-edge fan-edge--95')) expect(pointsOf(d)).toHaveLength(3)
  expect(pointsOf(marks(svg, 'line').find(one => one['stroke-dasharray'])?.d)).toHaveLength(2)
})

test('without a figure that may be seen nothing is drawn, and it says so', () => {
  expect(draw([month('Oct 26', null)])).toContain('No figures to draw')
})
