import type { ReturnedTable } from '../model/returned.ts'

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
