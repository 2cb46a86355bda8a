import type { Engine } from '../engine/engine.ts'
import { keptColumns } from '../model/model.ts'
import type { RowPlace } from './check.ts'
import { ruleTable } from './rule-tables.ts'

/** The cells of rows as they were returned, by the rows' ids: the text by the return's names of columns, null where blank. */
export type Cells = ReadonlyMap<number, Readonly<Record<string, string | null>>>

/** Reads the cells of this year's rows, from the engine on which the check ran. */
export async function cellsOfRows(engine: Engine, places: readonly RowPlace[]): Promise<Cells> {
  const cells = new Map<number, Readonly<Record<string, string | null>>>()
  for (const [table, own] of Map.groupBy(places, ({ table }) => table)) {
    const columns = Object.keys(keptColumns(table))
    const ids = [...new Set(own.map(({ id }) => id))]
    const rows = await engine.rows<Record<string, string | null> & { id: never }>(
      `select id, ${columns.map(column => `${column}_text`).join(', ')} from ${ruleTable(table, false)} where id in (select unnest([${ids.join(', ')}]::integer[]))`,
    )
    for (const row of rows)
      cells.set(
        row.id,
        Object.fromEntries(columns.map(column => [column.toUpperCase(), row[`${column}_text`] ?? null])),
      )
  }
  return cells
}
