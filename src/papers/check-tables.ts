import { sayCount } from '../kit/text.ts'
import type { CheckFinding, CheckPlace, CheckView } from '../report/check-view.ts'
import type { FigureMoved } from '../report/rule-effects.ts'
import type { PaperTable, TableCell, TableNumber } from './table.ts'

/** Symbols of the tables of a check. */
export const checkSymbols: readonly (readonly [string, string])[] = [
  ['[x]', 'Not available: the row does not say which child it is of'],
  ['[z]', 'Not applicable'],
  ['blank', 'The cell is blank in the return'],
]

const number = (value: number): TableNumber => ({ value, places: 0 })
const listed = (names: readonly string[]): string => (names.length ? names.join(', ') : '[z]')

/** How tables tell measures and figures: all of them for programs, or for people as many as a cell of a workbook shows at a glance. */
export type Telling = 'all' | 'few'
/** Measures named in a cell before they are counted: what an episode's start feeds are hundreds. */
const NAMED = 12
/** Figures that a rule could move named in a cell, those that it could move furthest. */
const MOVED = 3
const told = (names: readonly string[], telling: Telling): string =>
  telling === 'few' && names.length > NAMED ? `${names.length} measures` : listed(names)
function toldMoved(moved: readonly FigureMoved[], telling: Telling): string {
  const shown = telling === 'few' ? moved.slice(0, MOVED) : moved
  const more = moved.length - shown.length
  return (
    shown.map(({ says }) => `${says}.`).join(' ') + (more > 0 ? ` And ${sayCount(more, 'more figure')}.` : '') ||
    'No figure'
  )
}
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
export const rulesTable = ({ rules, counts, effectsOn }: CheckView, telling: Telling): PaperTable => ({
  columns: [
    ...ruleColumns,
    { title: 'Rows at fault', width: 10 },
    { title: 'Children', width: 10 },
    { title: 'Rows it could not judge', width: 12 },
    { title: 'With a certain fix', width: 10 },
    { title: 'Tables', width: 24 },
    { title: 'Figures of the scorecard touched', width: 24 },
    { title: 'Measures touched', width: 40 },
    ...(effectsOn
      ? [
          { title: 'Figures it could move', width: 12 },
          { title: `Could move in ${effectsOn.scorecard}, ${effectsOn.atText}`, width: 60 },
        ]
      : []),
    { title: 'Same rows as rule', width: 11 },
    { title: 'First row at fault', width: 40 },
  ],
  rows: rules.map(
    ({ rule, says, rows, children, unjudged, fixes, tables, figures, touches, effect, sameAs, first }) => [
      rule,
      says,
      number(rows),
      number(children),
      number(unjudged),
      counts.fixes === null || rows === 0 ? '[z]' : number(fixes),
      listed(tables),
      listed(figures),
      told(touches, telling),
      ...(effectsOn
        ? rows === 0
          ? ['[z]', '[z]']
          : [number(effect?.moved.length ?? 0), toldMoved(effect?.moved ?? [], telling)]
        : []),
      sameAs ?? '[z]',
      first ? `${first.file} line ${first.line}, child ${first.child ?? '[x]'}` : '[z]',
    ],
  ),
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
export const findingsTable = ({ findings, counts }: CheckView, telling: Telling): PaperTable => ({
  columns: [
    ...placeColumns,
    ...ruleColumns,
    { title: 'Fields marked', width: 20 },
    { title: 'As returned', width: 34 },
    { title: 'The whole row as returned', width: 60 },
    { title: 'Figures of the scorecard touched', width: 24 },
    { title: 'Measures touched', width: 30 },
    { title: 'Suggested fix', width: 34 },
    { title: 'Why this fix', width: 40 },
  ],
  rows: findings.map(({ rule, says, fields, cells, touches, figures, fix, ...place }) => [
    ...placeCells(place),
    rule,
    says,
    fields.join(', '),
    asReturned(cells, fields),
    wholeRow(cells),
    listed(figures),
    told(touches, telling),
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
