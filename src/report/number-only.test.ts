import { describe, expect, it } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import { day } from '../kit/day.ts'
import type { StandingWords } from '../review/word.ts'
import { asDecided, cellsAsDecided, NUMBER_ONLY } from './number-only.ts'
import type { CellView } from './paper-view.ts'
import { draft, figure, target } from './row.fixture.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'
import { england, signal } from './story.fixture.ts'
import { storyOfTheme } from './story-theme.ts'

type Decision = StandingWords['number-only'][number]
const decision = (measure: string, from: string | null = null, to: string | null = null): Decision =>
  ({
    kind: 'number-only',
    key: measure,
    body: { measure, reason: 'The group is small.', from: from && day(from), to: to && day(to) },
  }) as Decision

const share = (numerator: number, denominator: number, id = 'a-measure') =>
  draft('proportion', [figure(numerator + 2, denominator), figure(numerator, denominator)], {
    id,
    target: target('<=', 15),
    signal: signal('getting worse', undefined, [0.02, 0.01, 0.03]),
    compared: england(0.2, '20.0%'),
  })
const told = (row: ReturnType<typeof draft>, audience: Audience = 'analyst', on = '2026-10-31'): RowView => {
  const [view] = showRows([asDecided(row, [decision('a-measure', '2026-04-01', '2027-04-01')], day(on))], audience)
  if (!view) throw new Error('no row')
  return view
}

describe('a measure shown as a number only', () => {
  const row = told(share(30, 150))
  it('is told as the number of children, with why', () => {
    expect([row.latest.figure.text, row.unit, row.prior?.figure.text, row.change?.figure.text]).toEqual([
      '30',
      'number',
      '32',
      '−2',
    ])
    expect(row.reason).toBe('Shown as a number only. The group is small')
  })
  it('has no colour, no target, no direction, no better or worse, and is compared with no share', () => {
    expect(row).toMatchObject({
      rag: { kind: 'none', text: NUMBER_ONLY },
      target: null,
      toTarget: null,
      direction: null,
      assurance: null,
      lastYear: null,
      change: { reads: null },
      comparison: { headline: null, comparators: [], notCompared: NUMBER_ONLY },
    })
    expect(JSON.stringify(row)).not.toContain('%')
  })
  it('holds from the first day of the decision to the day before its last', () => {
    const unit = (on: string) => told(share(30, 150), 'analyst', on).unit
    expect(['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01'].map(unit)).toEqual(['%', 'number', 'number', '%'])
  })
  it('leaves other measures as they are', () =>
    expect(told(share(30, 150, 'another')).latest.figure.text).toBe('20.0%'))
  it('is hidden from a board as its share would be: where all but few of a group are counted, too', () => {
    for (const [numerator, denominator] of [
      [30, 150],
      [3, 150],
      [147, 150],
      [150, 150],
      [2, 4],
    ] as const) {
      const [plain] = showRows([share(numerator, denominator)], 'board')
      expect([numerator, told(share(numerator, denominator), 'board').latest.figure.kind]).toEqual([
        numerator,
        plain?.latest.figure.kind,
      ])
    }
  })
  it('keeps a count and an average as they are printed, without a judgement', () => {
    const average = told(draft('average', [figure(400, 20), figure(420, 20)], { target: target('<=', 10) }))
    expect([average.latest.figure.text, average.rag.text, average.targetText]).toEqual([
      '21.0',
      NUMBER_ONLY,
      'No target',
    ])
  })
  it('is told in a narrative as a number, with nothing said of chance or target', () => {
    const story = storyOfTheme({ id: 't', title: 'T', rows: [row] }, { rows: [row], moves: new Map() })
    const text = story.paragraphs.flatMap(({ runs }) =>
      runs.map(run => (run.kind === 'words' ? run.text : run.shown.text)),
    )
    expect(text.join('')).toBe('Told in numbers only, and not judged: “a measure” (30).')
  })
})

describe('a cell of a table', () => {
  it('has the number above the line of a measure shown as a number only, and keeps others', () => {
    const [row] = showRows([share(30, 150)], 'analyst')
    const { figure: shown, numerator, denominator } = row?.latest ?? {}
    const cell = {
      measure: 'a-measure',
      catalogue: 'LOC-01',
      unit: '%',
      figure: shown,
      numerator,
      denominator,
    } as CellView
    const at = day('2026-10-31')
    expect(cellsAsDecided([cell], [decision('a-measure')], at)[0]).toMatchObject({
      unit: 'number',
      figure: { text: '30' },
      denominator: null,
    })
    expect(cellsAsDecided([cell], [decision('another')], at)).toEqual([cell])
  })
})
