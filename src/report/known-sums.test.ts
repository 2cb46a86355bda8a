import { describe, expect, it } from 'vitest'
import type { DraftRow } from './draft-row.ts'
import { besideOf, partnersOf } from './known-sums.ts'
import { inCareSeen } from './nested.ts'
import { draft, figure } from './row.fixture.ts'
import { showRows } from './show-rows.ts'

const share = (id: string, n: number, d = 119): DraftRow => draft('proportion', [figure(n, d)], { id })
const inCare = draft('count', [figure(119, null)], { id: 'children-in-care' })

/** What a board is told of rows in one pack, and of the second ones beside a scorecard of the first. */
const told = (...rows: readonly DraftRow[]): readonly string[] =>
  showRows(rows, 'board').map(({ latest }) => latest.numerator.text)
function toldBeside(on: readonly DraftRow[], off: readonly DraftRow[]): readonly string[] {
  const [board, open] = [showRows(on, 'board'), showRows(on, 'analyst')]
  return [...board, ...showRows(off, 'board', inCareSeen(open), besideOf(board, open))].map(
    ({ latest }) => latest.numerator.text,
  )
}

describe('rows that a reader can take from another', () => {
  const family = (n: number) => share('in-family-settings', n)
  const [foster, parents] = [share('in-foster-placements', 89), share('placed-with-parents', 10)]

  it('are told with a rest of 6 or more, or of none', () => {
    expect(told(family(106), foster, parents)).toEqual(['106', '89', '10'])
    expect(told(family(99), foster, parents)).toEqual(['99', '89', '10'])
  })
  it('leave no rest of 1 to 5 to be found: 100 in a family less 89 fostered and 10 with parents', () => {
    expect(told(family(100), foster, parents)).toEqual(['100', '89', '[c]'])
  })
  it('leave none beside a scorecard that tells one of them', () => {
    expect(toldBeside([inCare, parents], [family(100), foster])).toEqual(['119', '10', '100', '[c]'])
    expect(toldBeside([inCare, parents], [family(106), foster])).toEqual(['119', '10', '106', '89'])
  })
  it('are told where the scorecard hides one that could still be any of 1 to 5', () => {
    expect(toldBeside([inCare, share('placed-with-parents', 4)], [family(100), foster])).toEqual([
      '119',
      '[c]',
      '100',
      '89',
    ])
  })
  it('hide the whole where every part of it is told elsewhere', () => {
    expect(toldBeside([foster, parents], [family(100)])).toEqual(['89', '10', '[c]'])
  })
  it('are foster homes of our own, of agencies and of connected carers', () => {
    const carers = (n: number) => [
      share('with-our-own-foster-carers', n),
      share('with-agency-foster-carers', 30),
      share('with-connected-carers', 12),
    ]
    expect(told(foster, ...carers(45))).toEqual(['89', '45', '30', '[c]'])
    expect(told(foster, ...carers(47))).toEqual(['89', '47', '30', '12'])
  })
  it('are those of all in care who live in a family and in residential homes', () => {
    const homes = (n: number) => share('in-residential-placements', n)
    expect(told(family(100), homes(16))).toEqual(['100', '[c]'])
    expect(toldBeside([inCare, homes(16)], [family(100)])).toEqual(['119', '16', '[c]'])
    expect(told(family(100), homes(12))).toEqual(['100', '12'])
    expect(toldBeside([inCare, homes(16), parents], [foster])).toEqual(['119', '16', '10', '[c]'])
  })
  it('are pathway plans and those of them that were reviewed: 82 less 77', () => {
    const plans = (n: number) => told(share('with-pathway-plan', 82, 92), share('pathway-plan-reviewed', n, 92))
    expect(plans(77)).toEqual(['82', '[c]'])
    expect(plans(76)).toEqual(['82', '76'])
  })
})

it('a paper that tells a part decides the whole and the other parts with it, and one that adds up with nothing no other', () => {
  expect(partnersOf(['pathway-plan-reviewed'])).toEqual(['with-pathway-plan'])
  expect(partnersOf(['placed-with-parents', 'in-family-settings'])).toEqual([
    'in-foster-placements',
    'children-in-care',
    'in-residential-placements',
  ])
  expect(partnersOf(['reviews-on-time'])).toEqual([])
})
