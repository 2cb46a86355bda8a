import { expect, test } from 'vitest'
import { hidden, shown } from '../report/shown.fixture.ts'
import { describeLinesOn, type LineOn, type LinesOnOptions, linesOnChart } from './lines-on.ts'

const one = (value: number) => shown(value, String(value))
const past = (value: number, short: string) => ({ period: `the end of ${short}`, short, figure: one(value) })
const ahead = (short: string) => ({ period: `the end of ${short}`, short, figure: null })
const line = (months: number, change: string, values: LineOn['values']): LineOn => ({
  label: `Last ${months} months`,
  short: `${months} months`,
  change: shown(0, change),
  values,
})
const options = (more: Partial<LinesOnOptions> = {}): LinesOnOptions => ({
  id: 'lines',
  title: 'If the change went on',
  subtitle: 'Children in care, Alderham',
  points: [past(560, 'Aug 26'), past(566, 'Sep 26'), past(570, 'Oct 26'), ahead('Nov 26'), ahead('Dec 26')],
  lines: [
    line(1, '+4.0 a month', [null, one(566), one(570), one(574), one(578)]),
    line(2, '+5.0 a month', [one(560), null, one(570), one(575), one(580)]),
  ],
  format: String,
  ...more,
})
const paths = (svg: string) => [...svg.matchAll(/class="line-on" d="([^"]*)" stroke-dasharray="([^"]*)"/g)]

test('each line goes from where it begins through the last month known, in a dash of its own, and there is no band', () => {
  const svg = linesOnChart(options())
  const drawn = paths(svg)
  expect(drawn.map(([, d = '']) => d.split('L').length)).toEqual([4, 4])
  expect(new Set(drawn.map(([, , dash]) => dash)).size).toBe(2)
  // The second begins at the first month drawn, the first at the second.
  const begins = drawn.map(([, d = '']) => Number(/^M([\d.]+)/.exec(d)?.[1]))
  expect(begins[1]).toBeLessThan(begins[0] ?? 0)
  expect(svg).not.toMatch(/fan-band|fan-edge|style=/)
  expect(svg).toContain('Known to Oct 26')
})

test('each is labelled with its assumption and what it would come to; on a phone with its months', () => {
  expect(linesOnChart(options())).toContain('>Last 2 months (+5.0 a month): 580<')
  expect(linesOnChart(options({ width: 360 }))).toContain('>2 months: 580<')
})

test('a line of which a figure may not be seen is not drawn: the others would give it', () => {
  const lines = [line(1, '+4.0 a month', [null, hidden(), one(570), one(574), one(578)]), ...options().lines.slice(1)]
  const svg = linesOnChart(options({ lines }))
  expect(paths(svg)).toHaveLength(1)
  expect(svg).not.toContain('574')
  expect(svg).not.toMatch(/>Last 1 months/)
})

test('the description says every line by its assumption, and that none is a forecast', () => {
  expect(describeLinesOn(options())).toBe(
    'Children in care, Alderham. 570 at the end of Oct 26. What it would be at the end of Dec 26 if the average change went on of the last 1 months, +4.0 a month: 578; last 2 months, +5.0 a month: 580. None is a forecast, and together they are no range.',
  )
})
