import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { keptColumns, type ReturnedTable, returnedColumns, returnNames } from '../model/model.ts'
import { standing } from './as-returned.ts'
import { returnedTables } from './rule-tables.ts'

/** A row of a child, and where it stands. `cells` is the text as it stood, by the return's names of columns; null where blank. */
export type ChildRow = {
  readonly table: ReturnedTable
  readonly year: number
  readonly fileId: number
  readonly line: number
  readonly row: number
  readonly cells: Readonly<Record<string, string | null>>
}

/** The tables of the return in their order, by its own names. */
export const tableNames: readonly string[] = returnedTables.map(table => returnNames[table])

/** Whether a column is one that returns of today carry; the others only some had. */
export const isUsual = (table: ReturnedTable, column: string): boolean => column.toLowerCase() in returnedColumns[table]

/**
 * The rows of one child in the return of a collection year and of the year before, those that a check reads, as they stand in the
 * files: a table after another, and in each last year's first. `child` is in capitals, as a check reads ids.
 */
export async function childRows(
  engine: Engine,
  { authority, year }: { readonly authority: string; readonly year: number },
  child: string,
): Promise<readonly ChildRow[]> {
  const found: ChildRow[] = []
  for (const table of returnedTables) {
    const held = new Set((await engine.columns(`from returned.${table}`)).map(({ name }) => name))
    const columns = Object.keys(keptColumns(table)).filter(name => held.has(`${name}_text`))
    const rows = await engine.rows(
      `select collection_year as "at.year", file_id as "at.file", line as "at.line", row as "at.row", ${columns.map(name => `${name}_text`).join(', ')}
       from returned.${table}
       where authority = ${literal(authority)} and child = ${literal(child)} and collection_year in (${year - 1}, ${year}) and ${standing(table)}
       order by collection_year, file_id, row`,
    )
    for (const row of rows)
      found.push({
        table,
        year: Number(row['at.year']),
        fileId: Number(row['at.file']),
        line: Number(row['at.line']),
        row: Number(row['at.row']),
        cells: Object.fromEntries(
          columns.map(name => {
            const text = row[`${name}_text`]
            return [name.toUpperCase(), typeof text !== 'string' || text.trim() === '' ? null : text]
          }),
        ),
      })
  }
  return found
}
