import { describe, expect, it } from 'vitest'
import { draft, figure, target } from '../report/row.fixture.ts'
import type { ScorecardView } from '../report/scorecard-view.ts'
import { showRows } from '../report/show-rows.ts'
import { scorecardText } from './text.ts'

const rows = showRows(
  [
    {
      ...draft('proportion', [figure(52, 70), figure(50, 70), figure(60, 70, { unknown: 9 })], {
        id: 'a',
        good: 'high',
        target: target('>=', 90, 5),
      }),
      number: 'CP1',
      title: 'Children in care who have a long and winding title that goes on and on',
    },
    { ...draft('proportion', [figure(1, 61), figure(3, 61)], { id: 'b' }), number: 'CP2' },
  ],
  'board',
)
const view: ScorecardView = {
  title: 'Corporate parenting scorecard',
  authority: { code: 'X', name: 'Alderham' },
  synthetic: true,
  at: '2026-10-31' as ScorecardView['at'],
  atText: '31 October 2026',
  knownOn: '2026-11-27' as ScorecardView['knownOn'],
  knownOnText: '27 November 2026',
  dataVersion: '1',
  status: 'draft',
  audience: 'board',
  themes: [{ id: 't', title: 'Theme', rows }],
  notes: ['A note of several words that has to be broken where the terminal is narrow, and is.'],
}
const text = (width: number): string => scorecardText(view, { width, colour: false })
const flat = (words: string): string => words.replace(/\s+/g, ' ')

describe('the scorecard in a terminal', () => {
  it.each([50, 80, 100, 120, 150])('is no wider than the terminal: %i', width => {
    expect(
      Math.max(
        ...text(width)
          .split('\n')
          .map(line => line.length),
      ),
    ).toBeLessThanOrEqual(width)
  })
  it('has the group beside the count', () => {
    for (const width of [60, 130]) expect(text(width)).toContain('60 of 70')
  })
  it('says which way is good, how many children would reach the target, better or worse, and what is not known', () => {
    for (const width of [60, 130]) {
      const said = flat(text(width))
      for (const words of [
        'Higher is better',
        '3 more children would reach',
        'Better than the period',
        '9 of 79 not known',
      ])
        expect(said).toContain(words)
    }
  })
  it('cuts no status off', () => {
    expect(text(130)).not.toContain('…')
    expect(flat(text(60))).toContain('Within tolerance, could be otherwise')
  })
  it('draws the trend beside the target: near it and flat is not a cliff', () => {
    expect(text(130)).toContain('▁▆')
    expect(text(130)).not.toContain('█')
  })
  it('says once why a figure is hidden', () => {
    expect(flat(text(130)).match(/Fewer than 6 children/g)).toHaveLength(1)
  })
})
