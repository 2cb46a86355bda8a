import type { CheckChildPage } from '../../report/check-child.ts'
import type { CheckPage } from '../../report/check-page.ts'

/** A page of a check with a rule, its rows, and what did not run. */
export const page: CheckPage = {
  kind: 'checked',
  year: '2026-27',
  years: ['2025-26', '2026-27'],
  dataVersion: '7',
  reach: 'complete to 31 October 2026',
  stale: false,
  counts: { inForce: '6', run: '4', notRun: '2', couldNotJudge: '1', unjudged: '1 row', found: '201' },
  notRun: [{ why: 'no provider list given', cure: 'import Ofsted’s list of providers', rules: ['219', '1008'] }],
  unjudged: [{ why: 'Episodes: DECOM is not a day', rows: '1 row', rules: ['353'], child: 'C 7', where: 'e.csv:4' }],
  tables: ['Header', 'Episodes'],
  before: '6',
  problems: {},
  shownText: '201 findings about 2 children, by 1 rule',
  figures: [{ number: 'CP12', title: 'Children placed far from home', measure: 'placed-far' }],
  order: 'effect',
  effectsOn: 'Scorecard, 31 October 2026',
  later: false,
  notMeasured: '',
  rules: [
    {
      rule: '146',
      says: 'Not a code',
      rows: '201',
      children: '2',
      fresh: '1',
      touches: 'CP12; 3 in all',
      sameAs: '',
      moved: ['CP12 from 1 to 2', '3 more figures.'],
    },
  ],
  findings: [
    {
      child: 'C 7',
      rule: '146',
      says: 'Not a code',
      table: 'Episodes',
      where: 'e.csv:4',
      fields: 'PLACE',
      fresh: true,
    },
    { child: '', rule: '146', says: 'Not a code', table: 'Episodes', where: 'e.csv:9', fields: 'PLACE', fresh: false },
  ],
  pages: { page: '2', of: '3', next: '3', previous: '1' },
}
/** A child’s rows of two years with a cell marked. */
export const child: CheckChildPage = {
  child: 'C 7',
  year: '2026-27',
  lastYear: '2025-26',
  dataVersion: '7',
  tables: [
    {
      name: 'Episodes',
      columns: ['CHILD', 'PLACE', 'DEC'],
      files: [
        {
          heading: '2025-26 (last year), e.csv',
          lastYear: true,
          rows: [{ line: '3', cells: ['C 7', 'U4', ''].map(text => ({ text, marks: [] })) }],
        },
        {
          heading: '2026-27, e.csv',
          lastYear: false,
          rows: [
            {
              line: '4',
              cells: [
                { text: 'C 7', marks: [] },
                { text: '<b>', marks: [{ rule: '146', finding: '1' }] },
                {
                  text: '',
                  marks: [
                    { rule: '142', finding: '2' },
                    { rule: '148', finding: '3' },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  findings: [
    {
      finding: '1',
      rule: '146',
      says: 'Not a code',
      table: 'Episodes',
      file: 'e.csv',
      line: '4',
      fields: 'PLACE',
      touches: 'CP12; 3 in all',
      fresh: true,
      fix: 'PLACE: K2 in place of k2 (the same code)',
    },
  ],
  unjudged: [],
  fixes: 'not asked',
}
