import type { CheckFinding, CheckPlace, CheckView } from '../report/check-view.ts'
import type { PaperTable, TableCell, TableNumber } from './table.ts'

/** Symbols of the tables of a check. */
export const checkSymbols: readonly (readonly [string, string])[] = [
  ['[x]', 'Not available: the row does not say which child it is of'],
  ['[z]', 'Not applicable'],
  ['blank', 'The cell is blank in the return'],
]

const number = (value: number): TableNumber => ({ value, places: 0 })
const listed = (names: readonly string[]): string => (names.length ? names.join(', ') : '[z]')
const placeCells = ({ child, table, file, line }: CheckPlace): readonly TableCell[] => [
  child ?? '[x]',
  table,
  file,
  number(line),
]
const placeColumns = [
  { title: 'Child', width: 14 },
  { title: 'Table', width: 15 },
  { title: 'File', width: 24 },
  { title: 'Line', width: 8 },
]
const ruleColumns = [
  { title: 'Rule', width: 11 },
  { title: 'What it says', width: 60 },
]

/** Every rule that ran, one line each, those that find most first, or where effects were asked those that could move a figure furthest. */
export const rulesTable = ({ rules, counts, effectsOn }: CheckView): PaperTable => ({
  columns: [
    ...ruleColumns,
    { title: 'Rows at fault', width: 10 },
    { title: 'Children', width: 10 },
    { title: 'Rows it could not judge', width: 12 },
    { title: 'With a certain fix', width: 10 },
    { title: 'Tables', width: 24 },
    { title: 'Figures of the scorecard touched', width: 24 },
    { title: 'Measures touched', width: 40 },
    ...(effectsOn ? [{ title: `Could move in ${effectsOn.scorecard}, ${effectsOn.atText}`, width: 60 }] : []),
    { title: 'First row at fault', width: 40 },
  ],
  rows: rules.map(({ rule, says, rows, children, unjudged, fixes, tables, figures, touches, effect, first }) => [
    rule,
    says,
    number(rows),
    number(children),
    number(unjudged),
    counts.fixes === null || rows === 0 ? '[z]' : number(fixes),
    listed(tables),
    listed(figures),
    listed(touches),
    ...(effectsOn ? [effect?.moved.map(figure => figure.says).join('; ') || 'No figure'] : []),
    first ? `${first.file} line ${first.line}, child ${first.child ?? '[x]'}` : '[z]',
  ]),
})

const asReturned = (cells: CheckFinding['cells'], fields: readonly string[]): string =>
  cells === null ? '[z]' : fields.map(field => `${field}: ${cells[field] ?? 'blank'}`).join('; ')

/** What stands in the row, blanks and columns that the return does not have left out. */
const wholeRow = (cells: CheckFinding['cells']): string =>
  cells === null
    ? '[z]'
    : Object.entries(cells)
        .flatMap(([field, text]) => (text === null ? [] : [`${field}: ${text}`]))
        .join('; ') || 'blank'

/** Every finding, one line each, by child. */
export const findingsTable = ({ findings, counts }: CheckView): PaperTable => ({
  columns: [
    ...placeColumns,
    ...ruleColumns,
    { title: 'Fields marked', width: 20 },
    { title: 'As returned', width: 34 },
    { title: 'The whole row as returned', width: 60 },
    { title: 'Measures touched', width: 30 },
    { title: 'Suggested fix', width: 34 },
    { title: 'Why this fix', width: 40 },
  ],
  rows: findings.map(({ rule, says, fields, cells, touches, fix, ...place }) => [
    ...placeCells(place),
    rule,
    says,
    fields.join(', '),
    asReturned(cells, fields),
    wholeRow(cells),
    listed(touches),
    fix ? `${fix.field}: ${fix.to} in place of ${fix.from ?? 'blank'}` : counts.fixes === null ? '[z]' : 'None certain',
    fix?.why ?? '[z]',
  ]),
})

/** Every row that a rule could not judge, one line each, by child. */
export const unjudgedTable = ({ unjudged }: CheckView): PaperTable => ({
  columns: [...placeColumns, ...ruleColumns, { title: 'Why it could not be judged', width: 60 }],
  rows: unjudged.map(({ rule, says, why, ...place }) => [...placeCells(place), rule, says, why]),
})

/** Every rule that did not run, one line each, by reason. */
export const notRunTable = ({ notRun }: CheckView): PaperTable => ({
  columns: [...ruleColumns, { title: 'Why it did not run', width: 50 }, { title: 'What would let it run', width: 60 }],
  rows: notRun.flatMap(({ why, cure, rules }) => rules.map(({ rule, says }) => [rule, says, why, cure ?? '[z]'])),
})
