import type ExcelJS from 'exceljs'
import { safeCell } from '../files/safe-cell.ts'
import { draftLine } from '../report/draft-line.ts'
import type { ScorecardView } from '../report/scorecard-view.ts'
import type { SourcesView } from '../report/sources-view.ts'
import { sourcesTable } from './sources-table.ts'
import { type PaperTable, scorecardTable, symbols } from './table.ts'

/**
 * The scorecard as an accessible workbook (Analysis Function checklist, statistics.md section 4): a cover sheet, contents with
 * links, notes, and one marked-up table a sheet from column A with nothing below it; no merged, hidden or blank cells, no
 * colour, no filter, no frozen panes.
 */
export async function scorecardWorkbook(view: ScorecardView, sources: SourcesView): Promise<Uint8Array> {
  // Loaded when a workbook is asked for: it takes as long to load as everything else together.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  book.title = `${view.title}: ${view.authority.name}, ${view.atText}`
  book.subject = 'Children in care and care leavers'
  book.creator = view.authority.name
  Object.assign(book, { language: 'en-GB' })
  const cover: readonly string[] = [
    `${view.title}: ${view.authority.name}`,
    ...(draftLine(view) ? [draftLine(view)] : []),
    `Position at ${view.atText}`,
    ...(view.synthetic ? ['This is a synthetic council: invented children, for trying Hearth out.'] : []),
    `Draft. Known on ${view.knownOnText}, data version ${view.dataVersion}. Prepared for: ${view.audience}.`,
    ...view.notes,
    ...sources.standIns.map(words => `Standing in for a better source: ${words}`),
  ]
  page(book, 'Cover', cover)
  contents(book)
  table(book, 'Notes', 'symbols', 'Notes: symbols used in this workbook', {
    columns: [
      { title: 'Symbol', width: 10 },
      { title: 'Meaning', width: 70 },
    ],
    rows: symbols,
  })
  table(
    book,
    'Scorecard',
    'scorecard',
    `Scorecard at ${view.atText}${draftLine(view) ? ' (draft, not for publication)' : ''}`,
    scorecardTable(view),
  )
  table(book, 'Sources', 'sources', 'Sources: what these figures stand on', sourcesTable(sources))
  book.views = [{ x: 0, y: 0, width: 12000, height: 8000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Sentences down column A, the first as the sheet's heading. */
function page(book: ExcelJS.Workbook, name: string, lines: readonly string[]): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name)
  sheet.getColumn(1).width = 100
  for (const [i, words] of lines.entries()) {
    const cell = sheet.getCell(i + 1, 1)
    cell.value = safeCell(words)
    cell.alignment = { wrapText: true, vertical: 'top' }
    cell.font = i === 0 ? { bold: true, size: 16 } : { size: 12 }
  }
  return sheet
}

function contents(book: ExcelJS.Workbook): void {
  const sheet = page(book, 'Contents', ['Contents', 'Each line below links to a worksheet.'])
  for (const [i, [name, what]] of [
    ['Notes', 'the symbols used'],
    ['Scorecard', 'one row for each measure'],
    ['Sources', 'what is here, how far it reaches, what is missing, and what each feeds'],
  ].entries()) {
    const cell = sheet.getCell(i + 3, 1)
    cell.value = { text: `${name}: ${what}`, hyperlink: `#'${name}'!A1` }
    cell.font = { size: 12, underline: true, color: { argb: 'FF1D70B8' } }
  }
}

/** Thousands with commas, and as many decimals as the figure is printed with. */
const numberFormat = (places: number): string => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`)

function table(book: ExcelJS.Workbook, name: string, id: string, title: string, { columns, rows }: PaperTable): void {
  const sheet = page(book, name, [
    title,
    'This worksheet contains one table. Symbols in square brackets are explained on the Notes sheet.',
  ])
  for (const [i, { width }] of columns.entries()) sheet.getColumn(i + 1).width = width
  sheet.getCell(1, 1).alignment = { wrapText: false }
  sheet.getCell(2, 1).alignment = { wrapText: false }
  sheet.addTable({
    name: id,
    ref: 'A3',
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: columns.map(({ title: heading }) => ({ name: heading, filterButton: false })),
    rows: rows.map(row => row.map(cell => (typeof cell === 'string' ? safeCell(cell) : cell.value))),
  })
  sheet.getRow(3).alignment = { wrapText: true, vertical: 'top' }
  for (const [i, row] of rows.entries()) {
    sheet.getRow(i + 4).alignment = { wrapText: true, vertical: 'top' }
    for (const [j, cell] of row.entries())
      if (typeof cell !== 'string') sheet.getCell(i + 4, j + 1).numFmt = numberFormat(cell.places)
  }
}
