import { expect, test } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import type { Forecast } from '../forecast/result.ts'
import { addMonths, monthEnd } from '../kit/day.ts'
import { someForecast } from './forecast.fixture.ts'
import { forecastView } from './forecast-page.ts'
import type { ForecastView } from './forecast-view.ts'

/** A council whose children in care have been so many at the last month ends, with the lines over so many months. */
function fallen(past: readonly number[], spans: readonly number[]): Forecast {
  const base = someForecast(past.at(-1) ?? 0, 0, 0)
  const values = past.map((value, i) => ({ periodEnd: monthEnd(addMonths(base.at, i + 1 - past.length)), value }))
  const now = past.at(-1) ?? 0
  return {
    ...base,
    series: base.series.map(one => (one.group === null ? { ...one, past: values } : one)),
    trendLines: spans.map(span => ({
      group: null,
      span,
      points: Array.from({ length: 12 }, (_, i) => ({
        periodEnd: monthEnd(addMonths(base.at, i + 1)),
        value: now + ((i + 1) * (now - (past.at(-1 - span) ?? 0))) / span,
      })),
    })),
  }
}
const seen = (forecast: Forecast, audience: Audience = 'analyst'): ForecastView =>
  forecastView(forecast, { code: 'E06990001', name: 'Alderham' }, audience, [])
const texts = (view: ForecastView) =>
  view.trends?.rows.map(({ label, cells }) => [
    label,
    ...cells.map(cell => (typeof cell === 'string' ? cell : cell.text)),
  ])

test('a line begins where its months do, and is said by the change it assumes, in table and drawing alike', () => {
  const view = seen(fallen([130, 110, 126, 124, 120], [3, 4]))
  expect(texts(view)).toEqual([
    ['The last 3 months', '+3.3 a month', '160'],
    ['The last 4 months', '−2.5 a month', '90'],
  ])
  const [three, four] = view.lines?.lines ?? []
  expect(three?.values.slice(0, 6).map(value => value?.text ?? null)).toEqual([null, '110', null, null, '120', '123'])
  expect(four?.values.slice(0, 5).map(value => value?.text ?? null)).toEqual(['130', null, null, null, '120'])
  expect([four?.label, four?.change.text, four?.values.at(-1)?.text]).toEqual(['Last 4 months', '−2.5 a month', '90'])
  expect(view.lines?.points.map(({ figure }) => figure !== null)).toEqual([
    ...Array(5).fill(true),
    ...Array(12).fill(false),
  ])
})

test('no line falls below no child', () => {
  expect(texts(seen(fallen([60, 50, 40, 30], [3])))).toEqual([['The last 3 months', '−10.0 a month', '0']])
})

test('a board sees no line that begins at a month it may not see, since the line would give that month', () => {
  const board = seen(fallen([3, 9, 12, 20], [1, 3]), 'board')
  expect(texts(board)).toEqual([
    ['The last 1 month', '+8.0 a month', '116'],
    ['The last 3 months', '[c]', '[c]'],
  ])
  expect(board.lines?.lines[1]?.values.filter(value => value?.kind === 'number').map(value => value?.text)).toEqual([
    '20',
  ])
})
