import { describe, expect, it } from 'vitest'
import { scorecardJson } from '../papers/json.ts'
import type { DraftRow } from './draft-row.ts'
import { touchedBy } from './quality-view.ts'
import { draft, figure, target } from './row.fixture.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'

const one = (row: DraftRow, audience: Parameters<typeof showRows>[1] = 'analyst'): RowView => {
  const [view] = showRows([row], audience)
  if (!view) throw new Error('nothing shown')
  return view
}
const before = figure(3_000, 52)
const mean = (known: number, sum: number, unknown: number, bounds: DraftRow['bounds'] = null): DraftRow =>
  draft('average', [before, figure(sum, known, { unknown })], { bounds, target: target('<=', 132.4) })

describe('an average that does not hold', () => {
  const outside = mean(52, 3_270.8, 32, { known: 32, sum: 8_321.2 })

  it('is unreliable where it lies outside the range it could have, and says why in place of its number', () => {
    const row = one(outside)
    expect([row.state, row.latest.figure.text, row.reason]).toEqual([
      'unreliable',
      'Unreliable',
      '32 of 84 not known: at least 138.0 with them',
    ])
  })
  it('has no change, colour, direction or trend', () => {
    const row = one(outside)
    expect([row.change, row.rag.text, row.direction, row.quality]).toEqual([null, 'Not rated: unreliable', null, null])
    expect(row.trend.concat(row.prior ?? []).map(({ figure: told }) => told.kind)).toEqual(['none', 'none'])
    const json = scorecardJson({ dataVersion: '1', themes: [{ id: 't', title: 'T', rows: [row] }] } as never)
    expect(JSON.parse(json).themes[0].rows[0]).toMatchObject({ state: 'unreliable', value: null, numerator: null })
  })
  it('is unreliable where more than half is not known, whatever it is: 1 child of 72', () => {
    expect(one(mean(1, 0, 71)).reason).toBe('71 of 72 not known')
    expect([one(mean(40, 4_000, 40)), one(mean(40, 4_000, 41))].map(({ state }) => state)).toEqual([
      'measured',
      'unreliable',
    ])
  })
  it('is in the list of faults with the least it could be, and not as if it lay from there', () => {
    expect(touchedBy(outside, 32, 0)?.says).toBe('at least 138.0 with them')
  })
  it('is not at its edge unreliable: a range that begins at the figure holds it', () => {
    expect(one(mean(10, 1_000, 2, { known: 2, sum: 200 })).state).toBe('measured')
  })
  it('does not tell a board how few have an amount, nor the least it could be with them', () => {
    const row = one(mean(3, 30, 71, { known: 71, sum: 71_000 }), 'board')
    expect([row.state, row.reason]).toEqual(['unreliable', '71 not known'])
    expect(one(outside, 'board').reason).toBe('32 of 84 not known: at least 138.0 with them')
  })
})
