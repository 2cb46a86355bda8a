import { sayDay } from '../../kit/day.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import {
  type Assembling,
  cellFigure,
  dataDate,
  dayOfRow,
  hasChanged,
  isOffTarget,
  rowNamed,
  themesNamed,
  words,
} from './desk-of-paper.ts'
import type { Block, DataDate, Run, TableBlock } from './paper.ts'
import { columnsOf, isSaid, isUnpublished, lineOf } from './row-cells.ts'
import type { BlockOf, MeasureNamed, TemplateBlock } from './template.ts'
import { standingOn, untabled } from './written.ts'

/** Said under a table that holds hidden figures, or others that are not there. */
const symbolNotes: readonly (readonly [RegExp, string])[] = [
  [/^\[c\]$/, '[c]: hidden so that nobody can be identified.'],
  [/^\[x\]$/, '[x]: not measured for that period, or awaited.'],
  [/^Unreliable$/, 'Unreliable: too much is not known for the figure to be told.'],
  [/^Unreportable$/, 'Unreportable: nobody is in the group, so there is no share or average to tell.'],
]

/** What must be said of the symbols that rows hold. */
export function notesOn(rows: TableBlock['rows']): readonly string[] {
  const texts = rows.flat(2).map(run => (run.kind === 'figure' ? run.shown.text : ''))
  return symbolNotes.flatMap(([symbol, note]) => (texts.some(text => symbol.test(text)) ? [note] : []))
}

/** The one day that rows speak for, where that is not the paper's; null where they differ, since each then says its own. */
function dateOf({ at }: Assembling, rows: readonly RowView[]): DataDate | null {
  const days = [...new Set(rows.filter(({ state }) => state === 'measured').map(dayOfRow))]
  const [day] = days
  return days.length === 1 && day !== undefined ? dataDate(at, day, sayDay(day)) : null
}

type Asked = { readonly row: RowView; readonly named: MeasureNamed | null }

/** The rows of a table of measures, as named in the template. */
function rowsAsked(assembling: Assembling, block: BlockOf<'table'>): readonly Asked[] {
  return [
    ...(block.measures ?? []).flatMap(named => {
      const row = rowNamed(assembling, named)
      return row ? [{ row, named }] : []
    }),
    ...(block.themes === undefined ? [] : themesNamed(assembling, block.themes)).flatMap(({ rows }) =>
      rows.map(row => ({ row, named: null })),
    ),
  ].filter(({ row }) =>
    block.only === 'off target' ? isOffTarget(row) : block.only === 'changed' ? hasChanged(row) : true,
  )
}

/** What stands with the figures of a table whenever they are shown; in its cells where it has commentary. */
export const notesUnder = (assembling: Assembling, block: BlockOf<'table'>): readonly Block[] =>
  block.columns.includes('commentary')
    ? []
    : standingOn(
        assembling,
        rowsAsked(assembling, block).map(({ row }) => row),
      )

/** What stands with the figures of a chart whose row no table holds. Tables are made first. */
export function notesUnderChart(assembling: Assembling, block: TemplateBlock): readonly Block[] {
  const row = block.kind === 'chart' && assembling.made.get(block)?.length ? rowNamed(assembling, block.measure) : null
  return row ? standingOn(assembling, untabled(assembling, [row])) : []
}

/** A table of measures; null where it would have no row. */
export function measureTable(assembling: Assembling, block: BlockOf<'table'>): TableBlock | null {
  const found = rowsAsked(assembling, block)
  if (found.length === 0) return null
  // A column of commentary in which nobody wrote anything is none.
  const columns = block.columns.filter(
    name =>
      name !== 'commentary' ||
      isSaid(
        assembling,
        name,
        found.map(({ row }) => row),
      ),
  )
  const rows = found.map(({ row, named }) => lineOf(assembling, columns, row, named))
  for (const { row } of found) register(assembling, row)
  return {
    kind: 'table',
    id: nextId(assembling),
    caption: block.table,
    columns: columnsOf(columns),
    rows,
    notes: [
      ...(block.notes ?? []),
      ...notesOn(rows),
      ...(block.columns.includes('neighbours') && found.some(({ row }) => isUnpublished(row))
        ? ['Compared with –: no published figure of it is held.']
        : []),
      ...(columns.includes('change') && columns.includes('prior') && found.some(({ row }) => isRoundedApart(row))
        ? ['Changes are worked out before rounding.']
        : []),
    ],
    asOf: dateOf(
      assembling,
      found.map(({ row }) => row),
    ),
  }
}

/** Whether a change is not what a reader gets who subtracts the printed figures. */
function isRoundedApart({ latest, prior, change }: RowView): boolean {
  if (latest.figure.kind !== 'number' || prior?.figure.kind !== 'number' || change?.figure.kind !== 'number')
    return false
  const read = (text: string): number => Number(text.replace('−', '-').replaceAll(/[+,£%]|:1$| points$/g, ''))
  const [now, before, by] = [latest.figure, prior.figure, change.figure].map(({ text }) => read(text))
  const apart = Math.abs((now ?? 0) - (before ?? 0) - (by ?? 0))
  return apart > 1e-6
}

/** Tables are numbered as they are made, in the order that they are read. */
const nextId = ({ made }: Assembling): string => {
  const tables = [...made.values()].flat().filter(({ kind }) => kind === 'table').length
  return `Table ${tables + 1}`
}

/** A row is told of in the last table that holds it: the fullest stand at the end, in the appendix. */
function register(assembling: Assembling, row: RowView): void {
  if (row.measure !== null) assembling.tableOf.set(row.measure, nextId(assembling))
}

const LABEL = 3

/** A table by quarter, with last year before it. Quarters that have not come say so. */
export function gridTable(assembling: Assembling, block: BlockOf<'grid'>, place: number): TableBlock | null {
  const grid = assembling.view.grids[place] ?? null
  if (!grid || grid.lines.length === 0) return null
  const all = LABEL + grid.columns.length
  const cellOf = (line: (typeof grid.lines)[number], end: string, toCome: boolean): readonly Run[] => {
    if (toCome) return [words('To come')]
    const cell = line.cells.find(one => one.periodEnd === end)
    return cell ? [cellFigure(assembling, cell, 'value')] : [words('–')]
  }
  const rows = grid.lines.map(line => [
    [words(line.label, line.total)],
    ...grid.columns.map(({ end, toCome }) => cellOf(line, end, toCome)),
  ])
  return {
    kind: 'table',
    id: nextId(assembling),
    caption: block.grid,
    columns: [
      { title: 'What is counted', align: 'left', share: LABEL / all },
      ...grid.columns.map(({ title }) => ({ title, align: 'right' as const, share: 1 / all })),
    ],
    rows,
    notes: [...(block.notes ?? []), ...notesOn(rows)],
    asOf: dataDate(assembling.at, grid.until, grid.untilText),
  }
}

const plain = ['number', '%', ':1']

/** The share of the lines of a breakdown that may be hidden before they are named in one sentence. */
const MOST_HIDDEN = 0.75

/** A table of a breakdown: a line a ward, a type of care… */
export function breakdownTable(assembling: Assembling, block: BlockOf<'breakdown'>, place: number): TableBlock | null {
  const view = assembling.view.breakdowns[place] ?? null
  if (!view || view.lines.length < 2) return null
  const all = LABEL + view.columns.length * 2
  // Where nearly every line is hidden, a page of symbols says no more than their names do.
  const hidden = view.lines.filter(
    ({ total, cells }) => !total && cells.every(({ figure }) => figure.kind === 'hidden'),
  )
  const isBare = hidden.length > MOST_HIDDEN * (view.lines.length - 1)
  const left = isBare ? view.lines.filter(line => !hidden.includes(line)) : view.lines
  const rows = left.map(line => [
    [words(line.label, line.total)],
    ...view.columns.map((_, i): readonly Run[] => {
      const cell = line.cells.find(({ measure }) => measure === measureAt(view, i))
      return cell ? [cellFigure(assembling, cell, 'value')] : [words('–')]
    }),
  ])
  return {
    kind: 'table',
    id: nextId(assembling),
    caption: block.breakdown,
    columns: [
      { title: view.title, align: 'left', share: LABEL / all },
      ...view.columns.map(({ title, unit }) => ({
        title: plain.includes(unit) ? title : `${title} (${unit})`,
        align: 'right' as const,
        share: 2 / all,
      })),
    ],
    rows,
    notes: [
      ...(block.notes ?? []),
      ...(isBare
        ? [
            `All figures are hidden, so that nobody can be identified, of: ${hidden.map(({ label }) => label).join(', ')}.`,
          ]
        : []),
      ...notesOn(rows),
    ],
    asOf: dataDate(assembling.at, view.periodEnd, view.periodText),
  }
}

type Broken = NonNullable<Assembling['view']['breakdowns'][number]>
/** The measure of a column, as the whole's line has them in order. */
const measureAt = (view: Broken, i: number): string | undefined => view.lines.at(-1)?.cells[i]?.measure
