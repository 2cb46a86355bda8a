import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { periodEnding } from '../kit/period.ts'
import type { DraftRow } from './draft-row.ts'
import { decideOutturns } from './out-turns.ts'
import type { DraftCell } from './paper-grid.ts'
import { draft, figure } from './row.fixture.ts'
import { showRows } from './show-rows.ts'

const march = day('2026-03-31')
const monthEnd = (year: number, month: number) => day(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
type Window = Parameters<typeof periodEnding>[0]
type Kind = 'proportion' | 'average' | 'count'
const outturn = (id: string, numerator: number, denominator: number, kind: Kind, window: Window): DraftCell => ({
  id,
  measure: { id, catalogue: 'LOC-01', kind, at: 'period end' } as DraftCell['measure'],
  unit: { unit: '%', places: 1 },
  period: periodEnding(window, march),
  slice: null,
  point: {
    numerator,
    denominator,
    value: numerator / denominator,
    unknown: 0,
    state: 'measured',
  } as DraftCell['point'],
})
const told = (rows: readonly DraftRow[], ...outturns: readonly DraftCell[]): readonly string[] =>
  decideOutturns(outturns, showRows(rows, 'board'), 'board').map(({ figure: shown }) => shown.text)
const share = (id: string, n: number, d: number, window: Window = 'month') => outturn(id, n, d, 'proportion', window)
const months26 = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map(month => monthEnd(month < 4 ? 2026 : 2025, month))
/** A row of months, with one before them. */
const counted = (ends: readonly ReturnType<typeof day>[], ...counts: readonly number[]): DraftRow =>
  draft(
    'count',
    counts.map((n, i) => figure(n, null, { periodEnd: ends[i - 1] ?? day('2025-03-31') })),
    { id: 'starts' },
  )
const starts = (n: number): DraftCell => {
  const year = outturn('starts', n, 1, 'count', 'year')
  return {
    ...year,
    unit: { unit: 'number', places: 0 },
    point: { ...year.point, denominator: null, value: n } as DraftCell['point'],
  }
}

describe('the out-turn of a row', () => {
  const rows = [
    draft('proportion', [figure(9, 119)], { id: 'homes' }),
    draft('proportion', [figure(9, 119)], { id: 'homes-of-others', within: 'homes' }),
  ]

  it('that is nested in another’s is hidden where the difference is 1 to 5: 14 and 12 tell of 2', () => {
    expect(told(rows, share('homes', 14, 125), share('homes-of-others', 12, 125))).toEqual(['11.2%', '[c]'])
    expect(told(rows, share('homes', 14, 125), share('homes-of-others', 14, 125))).toEqual(['11.2%', '11.2%'])
  })
  it('is told beside the whole’s of another window: nobody can subtract', () => {
    expect(told(rows, share('homes', 14, 125, 'year'), share('homes-of-others', 12, 125))).toEqual(['11.2%', '9.6%'])
  })
  it('is hidden where the row hides its latest figure, for the same reason', () => {
    const hidden = draft('proportion', [figure(50, 119), figure(3, 119)], { id: 'adopted' })
    expect(told([hidden], share('adopted', 12, 51))).toEqual(['[c]'])
    const rolling = { ...hidden, window: 'rolling 12 months' } as const
    expect(told([rolling], share('adopted', 12, 51, 'year'))).toEqual(['[c]'])
    expect(told([draft('proportion', [figure(50, 119)], { id: 'other' })], share('adopted', 12, 51))).toEqual(['23.5%'])
  })
  it('of a year is told by its own number beside a row of months whose latest is hidden', () => {
    const months = (...counts: readonly number[]) => [counted(months26, 9, ...counts)]
    expect(told(months(8, 9, 7, 9, 8, 7, 9, 8, 9, 8, 7, 2), starts(91))).toEqual(['91'])
    expect(told(months(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3), starts(4))).toEqual(['[c]'])
  })
  it('of a year is hidden where less the months that are told it leaves one of them, or two that it gives away', () => {
    const months = (...counts: readonly number[]) => [counted(months26, 9, ...counts)]
    expect(told(months(8, 9, 3, 9, 8, 7, 9, 8, 9, 8, 7, 9), starts(94))).toEqual(['[c]'])
    expect(told(months(8, 9, 3, 1, 8, 7, 9, 8, 9, 8, 7, 9), starts(86))).toEqual(['[c]'])
    expect(told(months(8, 9, 5, 5, 8, 7, 9, 8, 9, 8, 7, 9), starts(92))).toEqual(['[c]'])
    expect(told(months(8, 9, 4, 2, 8, 7, 9, 8, 9, 8, 7, 9), starts(88))).toEqual(['88'])
    expect(told(months(8, 9, 7, 9, 8, 7, 9, 8, 9, 8, 7, 9), starts(98))).toEqual(['98'])
  })
  it('of a year less 11 months that are told is hidden where the month before them was 1 to 5', () => {
    const months = [counted(months26.slice(1).concat(day('2026-04-30')), 9, 8, 9, 7, 9, 8, 7, 9, 8, 9, 8, 7, 9)]
    expect(told(months, starts(92))).toEqual(['[c]'])
    expect(told(months, starts(97))).toEqual(['97'])
  })
  it('is hidden where the row hides that period', () => {
    const then = figure(12, 125, { periodEnd: march })
    const before = draft('proportion', [figure(30, 119), then, figure(9, 119)], {
      id: 'homes-of-others',
      within: 'homes',
    })
    const whole = draft('proportion', [figure(30, 119), figure(14, 125, { periodEnd: march }), figure(9, 119)], {
      id: 'homes',
    })
    expect(told([whole, before], share('homes-of-others', 12, 125))).toEqual(['[c]'])
  })
  it('has no value where the row is unreliable', () => {
    const days = draft('average', [figure(3_000, 8, { unknown: 30 })], { id: 'days' })
    expect(told([days], outturn('days', 3_500, 10, 'average', 'year'))).toEqual(['Unreliable'])
  })
})
