import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import type { DraftRow } from './draft-row.ts'
import { draft, figure } from './row.fixture.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'

const one = (row: DraftRow, audience: Parameters<typeof showRows>[1] = 'analyst'): RowView => {
  const [view] = showRows([row], audience)
  if (!view) throw new Error('nothing shown')
  return view
}

describe('a measure whose children are among another’s', () => {
  const pair = (outer: number, inner: number): readonly RowView[] =>
    showRows(
      [
        draft('proportion', [figure(outer, 100), figure(outer, 100)], { id: 'outer' }),
        draft('proportion', [figure(inner, 100), figure(inner, 100)], { id: 'inner', within: 'outer' }),
      ],
      'board',
    )
  const kinds = (rows: readonly RowView[]): readonly string[] => rows.map(row => row.latest.figure.kind)

  it('is hidden where the difference is 1 to 5 children: 13 and 11 tell of 2', () => {
    expect(kinds(pair(13, 11))).toEqual(['number', 'hidden'])
    expect(pair(13, 11)[1]?.trend.map(({ numerator }) => numerator.kind)).toEqual(['hidden'])
  })
  it('is shown where it is none or 6', () => {
    expect(kinds(pair(13, 13))).toEqual(['number', 'number'])
    expect(kinds(pair(17, 11))).toEqual(['number', 'number'])
  })
})

describe('a share of those in care that leaves some of them out', () => {
  const june = { periodEnd: day('2026-06-30') }
  const rows = (ofJune: number, ofJuly: number, more: Partial<DraftRow> = {}, unknown = 0): RowView | undefined =>
    showRows(
      [
        draft('count', [figure(119, null, june), figure(119, null)], { id: 'children-in-care' }),
        draft('proportion', [figure(15, ofJune, june), figure(20, ofJuly, { unknown })], {
          id: 'with-a-plan',
          ...more,
        }),
      ],
      'board',
    )[1]
  const kinds = (row: RowView | undefined) => [row?.prior?.figure.kind, row?.latest.figure.kind]

  it('is hidden where these are 1 to 5: 20 of 117 beside 119 tells of 2', () => {
    expect(kinds(rows(113, 117))).toEqual(['hidden', 'hidden'])
    expect([kinds(rows(113, 119)), kinds(rows(113, 113))]).toEqual(Array(2).fill(['number', 'number']))
  })
  it('has no change from a period that is hidden so, which would follow', () => {
    expect([kinds(rows(117, 113)), rows(117, 113)?.change]).toEqual([['hidden', 'number'], null])
    expect(rows(113, 113)?.change?.figure.kind).toBe('number')
  })
  it('is shown where they are left out because something is not known: that is told for itself', () => {
    expect(kinds(rows(113, 109, {}, 10))).toEqual(['number', 'number'])
    expect(kinds(rows(113, 107, {}, 10))[1]).toBe('hidden')
  })
  it('is shown where it counts others, or what happened in the month', () => {
    expect(kinds(rows(113, 117, { who: 'care leavers' }))[1]).toBe('number')
    expect(kinds(rows(113, 117, { window: 'quarter' }))[1]).toBe('number')
  })
})

describe('a row of the last 3 months beside its months', () => {
  const kinds = (...months: readonly number[]) => {
    const last = months.slice(-3).reduce((sum, n) => sum + n, 0)
    const count = (n: number) => figure(n, null)
    const rows = [
      draft('count', months.map(count), { key: 'starts month' }),
      draft('count', [count(50), count(last)], { key: 'starts quarter', window: 'rolling 3 months' }),
    ]
    const [own, rolling] = showRows(rows, 'board')
    return [
      own?.trend.map(one => one.figure.kind === 'number'),
      rolling?.prior?.figure.kind,
      rolling?.latest.figure.kind,
    ]
  }

  it('leaves no hidden month to be found: another is hidden with it, and what the sum was before', () => {
    expect(kinds(20, 4, 15, 30)).toEqual([[false, false, true], 'hidden', 'number'])
  })
  it('is told in every period where no month is hidden', () => {
    expect(kinds(20, 14, 15, 30)).toEqual([[true, true, true], 'number', 'number'])
  })
  it('hides what it was before for a month that has left it: the two would differ by that one', () => {
    expect(kinds(3, 14, 15, 30)).toEqual([[true, true, true], 'hidden', 'number'])
  })
})

describe('a row whose latest figure is hidden', () => {
  const hidden = draft('proportion', [figure(40, 100), figure(41, 100), figure(3, 100)])

  it('tells a board nothing of the periods before, in any format', () => {
    const row = one(hidden, 'board')
    expect([row.prior, ...row.trend].map(period => period?.figure.kind)).toEqual(['hidden', 'hidden', 'hidden'])
    expect(row.trend.map(({ numerator, denominator }) => [numerator.kind, denominator?.kind])).toEqual([
      ['hidden', 'hidden'],
      ['hidden', 'hidden'],
    ])
  })
  it('keeps them for an analyst', () => {
    expect(one(hidden).trend.map(({ figure: told }) => told.kind)).toEqual(['number', 'number'])
  })
})

describe('a row whose figure before is hidden', () => {
  const found = {
    direction: { direction: 'getting worse', because: 'Eight months in a row above the middle' },
    assurance: { assurance: 'too early to say' },
    lastYear: null,
    charts: [],
  } as unknown as DraftRow['signal']
  const told = (before: number, audience: 'board' | 'analyst') => {
    const row = one(
      draft('proportion', [figure(20, 30), figure(before, 24), figure(23, 23)], { signal: found }),
      audience,
    )
    return [row.latest.figure.text, row.prior?.figure.text, row.direction?.word, row.assurance !== null]
  }

  it('tells a board of no direction, which would be against that one, and an analyst of all', () => {
    expect(told(20, 'board')).toEqual(['100.0%', '[c]', 'Not shown', false])
    expect(told(12, 'board')).toEqual(['100.0%', '50.0%', 'Getting worse', true])
    expect(told(20, 'analyst')).toEqual(['100.0%', '83.3%', 'Getting worse', true])
  })
})
