import { expect, test } from 'vitest'
import { hidden, shown } from '../report/shown.fixture.ts'
import { fanChart } from './fan.ts'
import type { FanChartPoint, FanOptions } from './fan-point.ts'
import { describeFan } from './fan-words.ts'

const band = (low: number, high: number) => [shown(low, String(low)), shown(high, String(high))] as const
const past = (value: number | null, short: string): FanChartPoint => ({
  period: `the end of ${short}`,
  short,
  figure: value === null ? hidden() : shown(value, String(value)),
  ahead: null,
})
const ahead = (median: number, out: number, short: string): FanChartPoint => ({
  period: `the end of ${short}`,
  short,
  figure: null,
  ahead: {
    median: shown(median, String(median)),
    p50: band(median - out, median + out),
    p80: band(median - 2 * out, median + 2 * out),
    p95: band(median - 3 * out, median + 3 * out),
    naive: { median: shown(570, '570'), p80: band(550, 590) },
  },
})
const options = (more: Partial<FanOptions> = {}): FanOptions => ({
  id: 'fan',
  title: 'Children in care',
  subtitle: 'Children in care, Alderham',
  points: [
    past(560, 'Aug 26'),
    past(566, 'Sep 26'),
    past(570, 'Oct 26'),
    ahead(572, 4, 'Nov 26'),
    ahead(575, 8, 'Dec 26'),
  ],
  leads: 'model',
  format: String,
  ...more,
})
const count = (svg: string, what: string): number => svg.split(what).length - 1

test('the three ranges have edges of their own, the past its dots, and the two forecasts are told apart without colour', () => {
  const svg = fanChart(options())
  for (const name of ['95', '80', '50']) expect(svg).toContain(`fan-band--${name}`)
  expect(count(svg, 'class="fan-edge fan-edge--95"')).toBe(2)
  expect(count(svg, 'class="dot"')).toBe(3)
  expect(count(svg, 'class="fan-naive"')).toBe(2)
  expect(svg).toContain('Known to Oct 26')
  expect(svg).not.toContain('style=')
})

test('where no change leads, its range is the band and the model stands beside it', () => {
  const svg = fanChart(options({ leads: 'naive' }))
  expect(count(svg, 'fan-band--')).toBe(1)
  expect(svg).toMatch(/class="end"[^>]*>570</)
})

test('the range of the forecast that does not lead is called by its name on the drawing, and on a phone the name alone', () => {
  const labels = (more: Partial<FanOptions>): readonly string[] =>
    [...fanChart(options(more)).matchAll(/class="(?:end|limit-label)"[^>]*>([^<]*)/g)].map(([, words]) => words ?? '')
  expect(labels({})).toEqual([
    '8 in 10: 591',
    'No change, 8 in 10: 590',
    '575',
    '8 in 10: 559',
    'No change, 8 in 10: 550',
  ])
  expect(labels({ leads: 'naive', width: 360 })).toEqual([
    'Model: 591',
    'No change: 590',
    '570',
    'Model: 559',
    'No change: 550',
  ])
})

test('words at the end of the fan do not lie on one another, on a phone either', () => {
  // A range of two children on a scale of hundreds: the labels would stand on one spot.
  const narrow = [past(300, 'Sep 26'), past(570, 'Oct 26'), ahead(572, 0.5, 'Nov 26')]
  for (const width of [720, 360]) {
    const at = [
      ...fanChart(options({ width, points: narrow })).matchAll(/class="(?:end|limit-label)" x="[\d.]+" y="([\d.]+)"/g),
    ]
    const ys = at.map(([, y]) => Number(y)).toSorted((a, b) => a - b)
    expect(ys.length).toBe(5)
    for (const [i, y] of ys.entries()) if (i > 0) expect(y - (ys[i - 1] ?? 0)).toBeGreaterThanOrEqual(16.9)
  }
})

test('a month that may not be seen is a gap with its symbol, never a nought', () => {
  const svg = fanChart(
    options({ points: [past(560, 'Aug 26'), past(null, 'Sep 26'), past(570, 'Oct 26'), ahead(572, 4, 'Nov 26')] }),
  )
  expect(svg).toContain('[c]')
  // The line of the past begins anew after the gap: two moves, and no line between them.
  expect(
    [...svg.matchAll(/class="line" d="([^"]*)"(?! stroke)/g)].map(([, d = '']) => d.split('M').length - 1),
  ).toEqual([2])
  expect(count(svg, 'class="dot"')).toBe(2)
})

test('where no change leads the description says it first, and where nothing is forecast it says so', () => {
  expect(describeFan(options({ leads: 'naive' }))).toContain(
    'With no change at the end of Dec 26: 570, 8 in 10 from 550 to 590. On the model the middle future is 575',
  )
  expect(describeFan(options({ points: [past(560, 'Sep 26'), past(570, 'Oct 26')] }))).toMatch(/Nothing is forecast\.$/)
})

test('the description says the past, the middle and every range, from the same figures', () => {
  expect(describeFan(options())).toBe(
    'Children in care, Alderham. From 560 at the end of Aug 26 to 570 at the end of Oct 26. At the end of Dec 26 the middle future is 575, with 5 in 10 from 567 to 583, 8 in 10 from 559 to 591 and 95 in 100 from 551 to 599. With no change: 570, 8 in 10 from 550 to 590.',
  )
})
