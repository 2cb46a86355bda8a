import type { Engine } from '../engine/engine.ts'
import { FIRST_CELL, type FileRow, keptColumns, type ReturnedTable } from '../model/model.ts'
import { cellReader } from '../model/typed-text.ts'
import { firstId, returnedTables, ruleTable } from './rule-tables.ts'

/** The rows of a table, this year's or last year's. */
export type FileRows = (table: ReturnedTable, lastYear: boolean) => readonly FileRow[]

/** Fills the rule tables with rows that stand in files: every one, settled or not, in the order given. */
export async function fillFromFiles(engine: Engine, rows: FileRows): Promise<void> {
  const every = returnedTables.flatMap(table => [false, true].map(lastYear => ({ table, lastYear })))
  await engine.run(every.map(({ table, lastYear }) => `delete from ${ruleTable(table, lastYear)}`).join(';'))
  for (const { table, lastYear } of every) {
    const own = rows(table, lastYear)
    if (own.length === 0) continue
    const readers = Object.entries(keptColumns(table)).map(([column, type]) => cellReader(column, type))
    const into = await engine.appender(ruleTable(table, lastYear))
    const first = firstId(table, lastYear)
    // One array for all rows: the appender takes what is in it at once.
    const made: (string | number | null)[] = new Array(4 + 2 * readers.length).fill(null)
    for (let n = 0; n < own.length; n++) {
      const row = own[n]
      if (!row) continue
      made[0] = first + n
      for (let i = 0; i < 3; i++) made[i + 1] = row[i] ?? null
      for (let i = 0; i < readers.length; i++) {
        const cell = readers[i]?.(row[FIRST_CELL + i] as string | null)
        made[4 + 2 * i] = cell?.value ?? null
        made[5 + 2 * i] = cell?.text ?? null
      }
      into.append(made)
    }
    into.close()
  }
}
