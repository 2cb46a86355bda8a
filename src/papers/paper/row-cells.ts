import { sayDay } from '../../kit/day.ts'
import type { CellView } from '../../report/paper-view.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import { type Assembling, cellFigure, dayOfRow, hasChanged, rowFigure, rowNamed, words } from './desk-of-paper.ts'
import type { Run } from './paper.ts'
import type { MeasureNamed, TableColumn } from './template.ts'
import { runsInCell, standingNotes, writtenOf } from './written.ts'

type Cell = (assembling: Assembling, row: RowView, asked: MeasureNamed | null) => readonly Run[]

const NOTHING: readonly Run[] = [words('–')]
const plainUnits = ['number', '%', ':1', '£']
/** `weeks`, `per 10,000`: what a printed figure does not say by itself. */
const unitOf = ({ unit }: RowView): string => (plainUnits.includes(unit) ? '' : ` ${unit}`)

const value: Cell = (a, row) => [rowFigure(a, row, 'value', row.latest.figure), ...unitAfter(row)]
const unitAfter = (row: RowView): readonly Run[] =>
  row.latest.figure.kind === 'number' && unitOf(row) !== '' ? [words(unitOf(row))] : []

/** `146 of 566`, or the number itself where it is one. */
const count: Cell = (a, row) => {
  const { numerator, denominator, figure } = row.latest
  if (row.countText !== null && denominator !== null)
    return [rowFigure(a, row, 'numerator', numerator), words(' of '), rowFigure(a, row, 'denominator', denominator)]
  return row.unit === 'number' && figure.kind === 'number' ? [rowFigure(a, row, 'value', figure)] : NOTHING
}

/** A number with its rate in one cell: `570 (105.9 per 10,000)`, `146 (25.8%)`. A share told as people stands alone. */
const latestAndRate: Cell = (a, row, asked) => {
  const rate = asked !== null && typeof asked !== 'string' && asked.with !== undefined ? rowNamed(a, asked.with) : null
  if (rate && row.latest.figure.kind === 'hidden' && rate.latest.figure.kind === 'hidden') return value(a, row, asked)
  if (rate) return [...value(a, row, asked), words(' ('), ...value(a, rate, null), words(')')]
  const { numerator, figure } = row.latest
  if (row.countText === null || numerator.kind !== 'number' || figure.text.includes(' of ')) return value(a, row, asked)
  return [rowFigure(a, row, 'numerator', numerator), words(' ('), ...value(a, row, asked), words(')')]
}

const indicator: Cell = ({ at }, row) => [
  words(row.title),
  // Why a figure is hidden is said once, under the table.
  ...(row.reason === null || row.state === 'hidden'
    ? []
    : [words(`. ${row.reason}${/[.?!]$/.test(row.reason) ? '' : '.'}`)]),
  ...(row.state === 'measured' && dayOfRow(row) !== at ? [words(` (data at ${sayDay(dayOfRow(row))})`)] : []),
]

/** Whether nothing was loaded to compare with: a table says so once, under it. */
export const isUnpublished = ({ comparison }: RowView): boolean =>
  comparison === null || comparison.notCompared?.startsWith('No published figure') === true

/** The one comparison that is said beside a figure, with its own period, whatever happens. */
const neighbours: Cell = (a, row) => {
  const headline = row.comparison?.headline
  if (!headline) return [words(isUnpublished(row) ? '–' : (row.comparison?.notCompared ?? '–'))]
  const [before = '', after = ''] = headline.text.split(headline.figure.text)
  return [words(before), rowFigure(a, row, 'neighbours', headline.figure), words(after)]
}

const outturnOf = ({ view }: Assembling, row: RowView): CellView | undefined =>
  view.outturns.find(({ measure }) => measure === row.measure)

/** What an out-turn and a latest figure are of, where one is of a year and the other is not. */
const spans: Partial<Record<RowView['window'], string>> = {
  month: ' in the month',
  quarter: ' in the quarter',
  term: ' in the term',
  'rolling 3 months': ' in 3 months',
  'rolling 6 months': ' in 6 months',
  'rolling 12 months': ' in 12 months',
  'rolling 36 months': ' in 36 months',
}
/** Whether the out-turn is of a year in which the latest figure is of a shorter or another span. */
const spansDiffer = (a: Assembling, row: RowView): boolean =>
  row.window !== 'year' && outturnOf(a, row)?.period.startsWith('year') === true

const outturn: Cell = (a, row) => {
  const cell = outturnOf(a, row)
  if (!cell) return NOTHING
  if (cell.periodEnd === row.latest.periodEnd && cell.period === row.latest.period) return [words('As the latest')]
  const isNumber = cell.figure.kind === 'number'
  const value = [cellFigure(a, cell, 'value'), ...(isNumber && unitOf(row) !== '' ? [words(unitOf(row))] : [])]
  const share = row.countText !== null && cell.numerator.kind === 'number' && !cell.figure.text.includes(' of ')
  return [
    ...(share ? [cellFigure(a, cell, 'numerator'), words(' ('), ...value, words(')')] : value),
    ...(isNumber && spansDiffer(a, row) ? [words(' in the year')] : []),
  ]
}

/** A cell with the span that it is of, in a table that has a year's out-turn beside it. */
const besideOutturn =
  (cell: Cell): Cell =>
  (a, row, asked) => [
    ...cell(a, row, asked),
    ...(row.latest.figure.kind === 'number' && spansDiffer(a, row) ? [words(spans[row.window] ?? '')] : []),
  ]

const lastYear: Cell = (a, row) =>
  row.lastYear === null
    ? NOTHING
    : [
        rowFigure(a, row, 'last year', row.lastYear.change),
        words(row.lastYear.couldBeChance ? ', which chance could explain' : ', more than chance would explain'),
      ]

/** What an officer wrote of the measure and what stands with it; without these, what the statistics say and nothing more. */
const commentary: Cell = (a, row) => {
  const written = writtenOf(a, row)
  const notes = runsInCell(a, standingNotes(a, row))
  if (written.length) return [...runsInCell(a, written), ...(notes.length ? [words(' '), ...notes] : [])]
  const said = [hasChanged(row) ? (row.direction?.word ?? '') : '', row.assurance ?? ''].filter(Boolean)
  if (notes.length) return [...(said.length ? [words(`${said.join('. ')}. `)] : []), ...notes]
  return said.length ? [words(`${said.join('. ')}.`)] : NOTHING
}

const cells: Readonly<
  Record<TableColumn, { readonly title: string; readonly share: number; readonly right?: true; readonly cell: Cell }>
> = {
  number: { title: 'No.', share: 6, cell: (_, row) => [words(row.number ?? '–')] },
  indicator: { title: 'Indicator', share: 26, cell: indicator },
  'numbered indicator': {
    title: 'Indicator',
    share: 28,
    cell: (a, row, asked) => [...(row.number === null ? [] : [words(`${row.number} `)]), ...indicator(a, row, asked)],
  },
  period: { title: 'Period', share: 13, cell: (_, row) => [words(row.latest.period)] },
  count: { title: 'Count', share: 11, right: true, cell: count },
  latest: { title: 'Latest', share: 10, right: true, cell: value },
  'latest and rate': { title: 'Latest', share: 14, right: true, cell: latestAndRate },
  target: { title: 'Target', share: 12, cell: (_, row) => [words(row.targetText)] },
  'against target': {
    title: 'Against target',
    share: 13,
    cell: (_, row) => [words(row.rag.text)],
  },
  prior: {
    title: 'Period before',
    share: 10,
    right: true,
    cell: (a, row) => (row.prior ? [rowFigure(a, row, 'prior', row.prior.figure, row.prior)] : NOTHING),
  },
  change: {
    title: 'Change',
    share: 11,
    right: true,
    cell: (a, row) => (row.change ? [rowFigure(a, row, 'change', row.change.figure)] : NOTHING),
  },
  direction: { title: 'Direction', share: 13, cell: (_, row) => [words(row.direction?.word ?? '–')] },
  'last year': { title: 'Since last year', share: 14, cell: lastYear },
  'out-turn': { title: 'Out-turn last year', share: 11, right: true, cell: outturn },
  neighbours: { title: 'Compared with', share: 16, cell: neighbours },
  polarity: { title: 'Good is', share: 9, cell: (_, row) => [words(row.polarity.replace(/ is better$/, ''))] },
  commentary: { title: 'Commentary', share: 26, cell: commentary },
  code: {
    title: 'Code',
    share: 9,
    cell: (a, row) => {
      const run = rowFigure(a, row, 'value', row.latest.figure)
      return run.kind === 'figure' ? [words(run.source.code)] : NOTHING
    },
  },
}

/** A column of a table of measures. The shares of a table add up to 1. */
export const columnsOf = (
  names: readonly TableColumn[],
): readonly { readonly title: string; readonly align: 'left' | 'right'; readonly share: number }[] => {
  const all = names.reduce((sum, name) => sum + cells[name].share, 0)
  return names.map(name => ({
    title: cells[name].title,
    align: cells[name].right ? 'right' : 'left',
    share: cells[name].share / all,
  }))
}

/** A line of a table of measures. */
export const lineOf = (
  assembling: Assembling,
  names: readonly TableColumn[],
  row: RowView,
  asked: MeasureNamed | null,
): readonly (readonly Run[])[] =>
  names.map(name => {
    const { cell } = cells[name]
    const isLatest = name === 'latest' || name === 'latest and rate'
    return (isLatest && names.includes('out-turn') ? besideOutturn(cell) : cell)(assembling, row, asked)
  })

/** Whether any of these rows has something in its cell of a column. */
export const isSaid = (assembling: Assembling, name: TableColumn, rows: readonly RowView[]): boolean =>
  rows.some(row => cells[name].cell(assembling, row, null) !== NOTHING)
