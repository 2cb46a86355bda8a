import type ExcelJS from 'exceljs'
import { contents, page, table } from '../sheets.ts'
import { type PaperTable, symbols, type TableCell } from '../table.ts'
import { textOf } from './figures.ts'
import { markOf } from './file-mark.ts'
import type { Paper, Run, TableBlock } from './paper.ts'
import { printedNumber } from './printed-number.ts'
import { cellTexts, columnTitles, tablesOf } from './tables-of.ts'
import { figuresTable } from './xlsx-figures.ts'
import { sheetNames } from './xlsx-names.ts'
import { mendWorkbook } from './xlsx-xml.ts'

const FIGURES = 'Figures'
const own = ['Cover', 'Contents', 'Notes', FIGURES]

/**
 * The Excel appendix of a paper (Analysis Function checklist, statistics.md section 4): cover, contents with links, notes, each table
 * of the paper and the data of each chart on a sheet of its own, and every figure with its code. Built as the scorecard's workbook is.
 */
export async function paperWorkbook(paper: Paper): Promise<Uint8Array> {
  // Loaded when a workbook is asked for: it takes as long to load as everything else together.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  book.title = `${paper.title}: ${paper.authority.name}, ${paper.atText}`
  book.subject = 'Children in care and care leavers'
  book.creator = paper.authority.name
  book.keywords = markOf(paper)
  Object.assign(book, { language: 'en-GB' })
  const tables = tablesOf(paper)
  const names = sheetNames(
    own,
    tables.map(one => one.table.id),
  )
  page(book, 'Cover', cover(paper))
  contents(book, [
    ['Notes', 'the symbols used'],
    ...tables.map(one => one.table.caption).map((caption, i) => [names[i]?.sheet ?? '', caption] as const),
    [FIGURES, 'every figure of the paper with its code, and what it is of'],
  ])
  table(book, 'Notes', 'symbols', 'Notes: symbols used in this workbook', notes(paper))
  for (const [i, { table: one, title, under }] of tables.entries()) {
    const { sheet = '', id = '' } = names[i] ?? {}
    const said = [`In the paper under: ${under}`, ...one.notes.map(note => `Note: ${note}`)]
    sheetOf(book, sheet, id, title, sheetTable(one), said)
  }
  sheetOf(book, FIGURES, 'figures', 'Every figure of the paper, in the order in which it is read', figuresTable(paper))
  book.views = [{ x: 0, y: 0, width: 12000, height: 8000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  return await mendWorkbook(new Uint8Array(await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } })))
}

/** A table without a row is no table: the sheet says that there is nothing. */
function sheetOf(
  book: ExcelJS.Workbook,
  name: string,
  id: string,
  title: string,
  rows: PaperTable,
  said: readonly string[] = [],
): void {
  if (rows.rows.length > 0) table(book, name, id, title, rows, said)
  else page(book, name, [title, ...said, 'There is none.'])
}

const cover = (paper: Paper): readonly string[] => [
  `${paper.title}: ${paper.authority.name}`,
  ...(paper.watermark === null ? [] : [paper.watermark]),
  ...(paper.subtitle === null ? [] : [paper.subtitle]),
  `Prepared for: ${paper.audience}. Figures are as at ${paper.atText} unless they say otherwise.`,
  'This workbook is the appendix of the paper of that name: its tables, the data of its charts, and each of its figures with its code. Every figure reads as it does in the paper.',
]

/** The symbols that stand in the workbook, each with its meaning. */
function notes(paper: Paper): PaperTable {
  const printed = tablesOf(paper).flatMap(one => cellTexts(one.table).flat())
  const used = (symbol: string): boolean =>
    printed.some(text => (symbol === '–' ? text === symbol : text.includes(symbol)))
  const rows = [...symbols, ['–', 'Nothing to show'] as const].filter(([symbol]) => symbol === '[c]' || used(symbol))
  return {
    columns: [
      { title: 'Symbol', width: 10 },
      { title: 'Meaning', width: 70 },
    ],
    rows,
  }
}

const LEAST = 11
const MOST = 48

/** A table of a paper as one of a sheet: a cell that is one figure is a number, printed by its format as the paper prints it. */
export function sheetTable(block: TableBlock): PaperTable {
  const texts = cellTexts(block)
  return {
    columns: columnTitles(block).map((title, i) => ({
      title,
      width: Math.min(
        MOST,
        Math.max(LEAST, ...[title, ...texts.map(row => row[i] ?? '')].map(text => text.length + 2)),
      ),
    })),
    rows: texts.map((row, y) => row.map((text, x) => numberIn(block.rows[y]?.[x] ?? []) ?? text)),
  }
}

const numberIn = (runs: readonly Run[]): TableCell | null => {
  const [run, ...more] = runs
  return run?.kind === 'figure' && run.shown.kind === 'number' && more.length === 0 ? printedNumber(textOf(run)) : null
}
