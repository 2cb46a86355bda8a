import type ExcelJS from 'exceljs'
import { safeCell } from '../files/safe-cell.ts'
import type { PaperTable } from './table.ts'

/** On A4 on its side, as wide as the page. */
const PRINTED: Partial<ExcelJS.PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

/** Sentences down column A, the first as the sheet's heading. */
export function page(book: ExcelJS.Workbook, name: string, lines: readonly string[]): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name, { pageSetup: PRINTED })
  sheet.getColumn(1).width = 100
  for (const [i, words] of lines.entries()) {
    const cell = sheet.getCell(i + 1, 1)
    cell.value = safeCell(words)
    cell.alignment = { wrapText: true, vertical: 'top' }
    cell.font = i === 0 ? { bold: true, size: 16 } : { size: 12 }
  }
  return sheet
}

/** A sheet that links to the others: the name of each and what it holds. */
export function contents(book: ExcelJS.Workbook, sheets: readonly (readonly [name: string, holds: string])[]): void {
  const sheet = page(book, 'Contents', ['Contents', 'Each line below links to a worksheet.'])
  for (const [i, [name, what]] of sheets.entries()) {
    const cell = sheet.getCell(i + 3, 1)
    cell.value = { text: `${name}: ${what}`, hyperlink: `#'${name}'!A1` }
    cell.font = { size: 12, underline: true, color: { argb: 'FF1D70B8' } }
  }
}

/** Thousands with commas, and as many decimals as the figure is printed with. */
const numberFormat = (places: number): string => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`)

/**
 * A sheet with one marked-up table from column A, under a heading, a sentence and what else is `said` of it, and nothing below it.
 * `id` is the table's name: unique in the book, letters, digits and underscores.
 */
export function table(
  book: ExcelJS.Workbook,
  name: string,
  id: string,
  title: string,
  { columns, rows }: PaperTable,
  said: readonly string[] = [],
): void {
  const sheet = page(book, name, [
    title,
    'This worksheet contains one table. Symbols in square brackets are explained on the Notes sheet.',
    ...said,
  ])
  const header = 3 + said.length
  for (const [i, { width }] of columns.entries()) sheet.getColumn(i + 1).width = width
  for (let line = 1; line < header; line++) sheet.getCell(line, 1).alignment = { wrapText: false }
  sheet.addTable({
    name: id,
    ref: `A${header}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: columns.map(({ title: heading }) => ({ name: heading, filterButton: false })),
    rows: rows.map(row => row.map(cell => (typeof cell === 'string' ? safeCell(cell) : cell.value))),
  })
  sheet.getRow(header).alignment = { wrapText: true, vertical: 'top' }
  for (const [i, row] of rows.entries()) {
    sheet.getRow(header + 1 + i).alignment = { wrapText: true, vertical: 'top' }
    for (const [j, cell] of row.entries())
      if (typeof cell !== 'string')
        sheet.getCell(header + 1 + i, j + 1).numFmt = cell.format ?? numberFormat(cell.places)
  }
}
