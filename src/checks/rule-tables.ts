import type { Engine } from '../engine/engine.ts'
import { keptColumns, type ReturnedTable, returnedColumns, returnNames } from '../model/model.ts'

export const returnedTables = Object.keys(returnedColumns) as readonly ReturnedTable[]

/** Ids of rows are whole numbers of 32 bits over all tables: eighty million a table, this year's tables before last year's. */
const SPAN = 80_000_000
export const firstId = (table: ReturnedTable, lastYear: boolean): number =>
  (returnedTables.indexOf(table) + 1 + (lastYear ? returnedTables.length : 0)) * SPAN
/** The table of a row by its id; null for a row of last year, which no rule finds. */
export const tableOfId = (id: number): ReturnedTable | null => returnedTables[Math.floor(id / SPAN) - 1] ?? null

/** Whether a table of the return has a column of this name, in capitals. */
export const hasColumn = (table: ReturnedTable, column: string): boolean => column.toLowerCase() in keptColumns(table)

/** A table by the return’s own name: `Episodes`. */
export const sayTable = (table: ReturnedTable): string => returnNames[table]

/** `episodes`, or `episodes_last`. */
export const ruleTable = (table: ReturnedTable, lastYear: boolean): string => (lastYear ? `${table}_last` : table)

/** Whether rule tables are the connection's own, or for every connection of an engine that holds nothing else. */
export type Kept = 'by connection' | 'by engine'
export const createAs = (kept: Kept): string => `create or replace${kept === 'by connection' ? ' temp' : ''}`

/** Makes the tables that rules read, empty: this year's and last year's. */
export async function makeRuleTables(engine: Engine, kept: Kept = 'by connection'): Promise<void> {
  const made = [false, true].flatMap(lastYear =>
    returnedTables.map(table => {
      const own = Object.entries(keptColumns(table)).map(([name, type]) => `${name} ${type}, ${name}_text varchar`)
      return `${createAs(kept)} table ${ruleTable(table, lastYear)} (id integer, file_id integer, line integer, row integer, ${own.join(', ')})`
    }),
  )
  await engine.run(
    [
      ...made,
      `${createAs(kept)} table provider (urn varchar, name varchar, postcode varchar, place_codes varchar[], provider_codes varchar[], reg_end date, la varchar)`,
    ].join('; '),
  )
}
