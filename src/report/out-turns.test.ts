import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { periodEnding } from '../kit/period.ts'
import type { DraftRow } from './draft-row.ts'
import { decideOutturns } from './out-turns.ts'
import type { DraftCell } from './paper-grid.ts'
import { draft, figure } from './row.fixture.ts'
import { showRows } from './show-rows.ts'

const march = day('2026-03-31')
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
    expect(told([hidden], share('adopted', 12, 51, 'year'))).toEqual(['[c]'])
    expect(told([draft('proportion', [figure(50, 119)], { id: 'other' })], share('adopted', 12, 51))).toEqual(['23.5%'])
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
