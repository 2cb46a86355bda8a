import { describe, expect, it } from 'vitest'
import type { Audience, Displayable } from '../disclosure/shown.ts'
import { day } from '../kit/day.ts'
import type { DraftComparator } from './comparison.ts'
import type { DraftRow } from './draft-row.ts'
import { type FilledWords, fillWords } from './filled-words.ts'
import { draft, figure, target } from './row.fixture.ts'
import { showRows } from './show-rows.ts'

const september = { periodEnd: day('2026-09-30') }
const compared = (comparator: DraftComparator['comparator']): DraftRow['compared'] => {
  const headline: DraftComparator = {
    comparator,
    label: 'Middle one of 10 statistical neighbours',
    value: 0.182,
    text: '18.2%',
    periodText: 'position at 31 March 2026',
    release: day('2026-11-19'),
    releaseText: '19 November 2026',
    cohort: null,
    provisional: false,
  }
  return { comparators: [], neighbours: [], headline, standing: [], differs: null, notCompared: null }
}
const far = (now: number, before: number, more: Partial<DraftRow> = {}): DraftRow =>
  draft('proportion', [figure(before, 560, september), figure(now, 566)], {
    id: 'placed-over-20-miles',
    number: 'CP12',
    target: target('<=', 15),
    compared: compared('statistical neighbours'),
    ...more,
  })
const filled = (words: string, rows: readonly DraftRow[], audience: Audience = 'analyst', named = {}): FilledWords =>
  fillWords(words, showRows(rows, audience), named)
const read = (...asked: Parameters<typeof filled>): string =>
  filled(...asked)
    .map(({ text }) => text)
    .join('')

describe('words with figures in them', () => {
  const words =
    'Of {{CP12.denominator}} children {{ CP12.numerator }} ({{placed-over-20-miles.value}}) at {{CP12.period}}, {{CP12.prior}} before: {{CP12.change}}; {{CP12.target}}; {{CP12.neighbours}}.'

  it('are filled as the row prints them, by id or number', () =>
    expect(read(words, [far(146, 140)])).toBe(
      'Of 566 children 146 (25.8%) at 31 October 2026, 25.0% before: +0.8 points; at most 15%; 18.2%.',
    ))
  it('print a figure with the decimals at which it has its colour, as the row does', () =>
    expect(read('{{CP12.value}} against {{CP12.target}}', [far(85, 84)])).toBe('15.02% against at most 15%'))
  it('have each figure traced to measure, field and period, and the figure decided', () => {
    const figures = filled(words, [far(146, 140)]).flatMap(part => (part.kind === 'figure' ? [part] : []))
    expect(figures.map(({ measure, field, period, periodEnd }) => [measure, field, period, periodEnd])).toEqual([
      ['placed-over-20-miles', 'denominator', '31 October 2026', '2026-10-31'],
      ['placed-over-20-miles', 'numerator', '31 October 2026', '2026-10-31'],
      ['placed-over-20-miles', 'value', '31 October 2026', '2026-10-31'],
      ['placed-over-20-miles', 'period', '31 October 2026', '2026-10-31'],
      ['placed-over-20-miles', 'prior', '30 September 2026', '2026-09-30'],
      ['placed-over-20-miles', 'change', '31 October 2026', '2026-10-31'],
      ['placed-over-20-miles', 'target', '31 October 2026', '2026-10-31'],
      ['placed-over-20-miles', 'neighbours', 'position at 31 March 2026', null],
    ])
    expect(figures[2]?.figure).toMatchObject({ kind: 'number', value: 146 / 566 })
    expect(figures[6]?.figure).toMatchObject({ kind: 'number', value: 0.15 })
    // May be given to a page or a template: no bare number in it.
    const given: Displayable = figures
    expect(given).toBeDefined()
  })
  it('tell a board the symbol of what it may not see, of what would give it away too', () => {
    const hidden = read('{{CP12.value}} {{CP12.numerator}} {{CP12.change}} {{CP12.prior}}', [far(3, 140)], 'board')
    expect(hidden).toBe('[c] [c] [c] [c]')
    expect(read('{{CP12.value}} {{CP12.change}}', [far(140, 3)], 'board')).toBe('[c] [c]')
    expect(read('{{CP12.value}}', [far(3, 140)])).toBe('0.5%')
  })
  it('tell a share of few as people, and no change in points of it', () => {
    const row = draft('proportion', [figure(4, 6, september), figure(5, 6)], { number: 'CP9' })
    expect(read('{{CP9.value}}, {{CP9.prior}}, {{CP9.change}}', [row])).toBe('5 of 6, 4 of 6, –')
  })
  it('say the state of a figure that is not there, and that there is no target', () => {
    const none = draft('count', [figure(null, null, { state: 'not measured' })], { number: 'CP3' })
    expect(read('{{CP3.value}}, {{CP3.prior}}, {{CP3.change}}, {{CP3.target}}, {{CP3.neighbours}}', [none])).toBe(
      'Not measured, –, –, No target, –',
    )
  })
  it('do not take England’s figure for the neighbours’', () =>
    expect(read('{{CP12.neighbours}}', [far(146, 140, { compared: compared('england') })])).toBe('–'))
  it('keep what is not on the scorecard as it was written, and say so', () =>
    expect(filled('So {{CP7.value}}.', [far(146, 140)])).toEqual([
      { kind: 'text', text: 'So ' },
      { kind: 'unfilled', text: '{{CP7.value}}', says: '{{CP7.value}}: CP7 is not on this scorecard.' },
      { kind: 'text', text: '.' },
    ]))
  it('mean the measure that a number had when they were said, if rows are numbered anew', () => {
    const rows = [
      far(146, 140, { number: 'CP13' }),
      draft('count', [figure(50, null)], { id: 'other', number: 'CP12' }),
    ]
    expect(read('{{CP12.value}}', rows, 'analyst', { CP12: 'placed-over-20-miles' })).toBe('25.8%')
    expect(read('{{CP12.value}}', rows)).toBe('50')
  })
  it('mean the row of the number where a measure is on two', () => {
    const rows = [far(146, 140), far(200, 150, { number: 'CP14', key: 'x', window: 'rolling 12 months' })]
    expect(read('{{CP14.value}}', rows, 'analyst', { CP14: 'placed-over-20-miles' })).toBe('35.3%')
  })
})
