import type { CheckReport, RowFound, RowUnjudged } from '../checks/check.ts'
import { collectionOf } from '../checks/collection.ts'
import { day } from '../kit/day.ts'
import type { CheckOf } from './check-view.ts'

/** For tests: a check of a return of three children, with a fix, a row that could not be judged and rules that did not run. */
const said: Readonly<Record<string, string>> = {
  '142': 'A new episode has started, but the previous episode has not ended.',
  '146': 'Placement type code is not a valid code',
  '185': 'Nothing is found by this one.',
  '1008': 'Ofsted Unique Reference Number (URN) is not valid.',
  '219': 'The URN does not match the placement type recorded.',
  '353': 'No episode submitted can start before 14 October 1991.',
}
type Definition = NonNullable<ReturnType<CheckReport['rules']['get']>>['definition']
const definition = (code: string, says: string): Definition => ({
  code,
  says,
  fields: ['PLACE'],
  tables: ['Episodes'],
  last: [],
  uses: [],
  uses_last: [],
  years: { from: 2023, to: Number.POSITIVE_INFINITY },
  forms: [],
  needs: [],
  due: 'any day',
  file: `${code}.sql`,
  sql: 'select 1',
  sqlLine: 1,
})

const row = (id: number, child: string | null, line: number): Omit<RowFound, 'rule' | 'fields'> => ({
  id,
  table: 'episodes',
  fileId: 1,
  line,
  row: line - 2,
  child,
})
const found: readonly RowFound[] = [
  { ...row(1, '10', 2), rule: '146', fields: ['PLACE'] },
  { ...row(2, '9', 3), rule: '142', fields: ['DEC', 'REC'] },
  { ...row(2, '9', 3), rule: '146', fields: ['PLACE'] },
  { ...row(3, null, 4), rule: '146', fields: ['PLACE'] },
]
const unjudged: readonly RowUnjudged[] = [
  { ...row(1, '10', 2), rule: '353', why: 'DECOM is not a day: 31/02/2025' },
  { ...row(1, '10', 2), rule: '142', why: 'DECOM is not a day: 31/02/2025' },
  { ...row(4, '=1+1', 5), rule: '353', why: 'DECOM is not a day: soon' },
]

export const report: CheckReport = {
  collection: collectionOf(2026, { authority: 'E06990001', asAt: day('2025-10-31') }),
  rules: new Map(Object.entries(said).map(([code, says]) => [code, { says, definition: definition(code, says) }])),
  run: ['142', '146', '185', '353'],
  notRun: [
    { rule: '219', why: { kind: 'no providers' } },
    { rule: '1008', why: { kind: 'no providers' } },
  ],
  found,
  unjudged,
}

export const checkOf: CheckOf = {
  report,
  from: 'files',
  fileOf: () => 'episodes.csv',
  fixes: new Map(
    found.slice(0, 1).map(one => [one, { field: 'PLACE', from: 'k2', to: 'K2', why: 'the same code' }] as const),
  ),
  cells: new Map([
    [1, { CHILD: '10', PLACE: 'k2', DEC: null }],
    [2, { CHILD: '9', PLACE: '=K9', DEC: null, REC: 'X1' }],
    [3, { CHILD: null, PLACE: 'K9' }],
  ]),
  touches: (_, fields) => (fields.includes('PLACE') ? ['PLC-10', 'PLC-2'] : []),
}
