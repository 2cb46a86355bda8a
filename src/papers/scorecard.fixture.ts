import type { DraftComparator } from '../report/comparison.ts'
import { draft, figure, target } from '../report/row.fixture.ts'
import type { ScorecardView } from '../report/scorecard-view.ts'
import { showRows } from '../report/show-rows.ts'
import { NOTHING, type SignalFound } from '../report/signal-found.ts'
import type { SourcesView, SourceView } from '../report/sources-view.ts'

const unchanged: SignalFound = { ...NOTHING, direction: { direction: 'no clear change', from: 'nothing' } }
const middle: DraftComparator = {
  comparator: 'statistical neighbours',
  label: 'Statistical neighbours',
  value: 0.8,
  text: '80.0%',
  periodText: 'position at 31 March 2026',
  release: '2026-11-01' as DraftComparator['release'],
  releaseText: '1 November 2026',
  cohort: null,
  provisional: false,
}

const rows = showRows(
  [
    {
      ...draft('proportion', [figure(52, 70), figure(50, 70), figure(60, 70, { unknown: 9 })], {
        id: 'a',
        good: 'high',
        target: target('>=', 90, 5),
        signal: unchanged,
        compared: { comparators: [], headline: middle, neighbours: [], standing: [], differs: null, notCompared: null },
      }),
      number: 'CP1',
      title: 'Children in care who have a long and winding title that goes on and on',
    },
    { ...draft('proportion', [figure(1, 61), figure(3, 61)], { id: 'b' }), number: 'CP2' },
    draft('ratio', [figure(52, 61)], { id: 'c' }),
  ],
  'board',
)

/** A board's scorecard of three rows: a share, one that is hidden, and a ratio. */
export const view: ScorecardView = {
  title: 'Corporate parenting scorecard',
  authority: { code: 'X', name: 'Alderham' },
  synthetic: true,
  at: '2026-10-31' as ScorecardView['at'],
  atText: '31 October 2026',
  knownOn: '2026-11-27' as ScorecardView['knownOn'],
  knownOnText: '27 November 2026',
  dataVersion: '1',
  status: 'draft',
  edition: null,
  audience: 'board',
  themes: [{ id: 't', title: 'Theme', rows }],
  notes: ['A note of several words that has to be broken where the terminal is narrow, and is.'],
}

const measure = (catalogue: string): SourceView['used'][number] => ({ id: 'm', catalogue, title: 'A measure' })
const source = (name: string, more: Partial<SourceView>): SourceView => ({
  source: name,
  name,
  rows: 'one row an episode',
  here: true,
  fresh: true,
  heldText: '1 April 2018 to 31 October 2026',
  setAsideText: '',
  used: [],
  inReserve: [],
  missing: [],
  ...more,
})

/** Sources of one council: one that is here, one that is late with rows set aside, one missed, and one that nobody misses. */
export const sources: SourcesView = {
  authority: { code: 'X', name: 'Alderham' },
  at: '2026-10-31' as SourcesView['at'],
  atText: '31 October 2026',
  groups: [
    {
      title: 'The children looked after return (SSDA903)',
      sources: [
        source('Episodes', { used: Array.from({ length: 10 }, (_, i) => measure(`NUM-${10 + i}`)) }),
        source('OC2', { fresh: false, setAsideText: '3 rows set aside' }),
      ],
    },
    {
      title: 'The council’s own extracts',
      sources: [
        source('visits.csv', { here: false, fresh: false, heldText: 'Not loaded', missing: [measure('STB-09')] }),
        source('audits.csv', { here: false, fresh: false, heldText: 'Not loaded' }),
      ],
    },
  ],
  inFull: true,
  standIns: ['child in need: from Annex A, since the return does not reach 31 October 2026'],
}
