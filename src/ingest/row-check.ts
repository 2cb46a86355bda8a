import type { ReturnedTable } from '../model/returned.ts'
import { given as cellGiven } from '../model/typed-cell.ts'

/** A question asked of the returned rows: the SQL gives file_id, line and what was found for each row it concerns. */
export type RowCheck = {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'tolerated'
  readonly table: ReturnedTable
  readonly column: string
  readonly sql: string
  /** Where the check is of one row alone: its condition, so that a whole table can be asked at once whether any row meets it. */
  readonly where?: string
  readonly why: string
  readonly fix: string
}

/** Whether a cell of the column holds anything. */
export const given = (column: string): string => cellGiven(`${column}_text`)
/** The rows of a returned table, duplicates left out, of which a condition holds, with what was found in a column. */
export const rows = (table: ReturnedTable, column: string, where: string): string =>
  `select file_id, line, ${column}_text as found from returned.${table} where use <> 'duplicate' and (${where})`
