import { safeCell } from '../files/safe-cell.ts'
import type { ScorecardView } from '../report/scorecard-view.ts'
import { scorecardTable, type TableCell } from './table.ts'

/** One line of CSV: fields quoted where they need it, none that a spreadsheet would run as a formula. */
export const csvLine = (cells: readonly TableCell[]): string =>
  `${cells.map(cell => (typeof cell === 'string' ? quoted(safeCell(cell)) : String(cell.value))).join(',')}\r\n`
const quoted = (words: string): string => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)

/** The scorecard as CSV, one row a measure: the same table as the workbook. */
export function scorecardCsv(view: ScorecardView): string {
  const { columns, rows } = scorecardTable(view)
  return [columns.map(column => column.title), ...rows].map(csvLine).join('')
}
