import type { Engine } from '../engine/engine.ts'
import { financialYearEnding, fromNumber } from '../kit/day.ts'
import { FIRST_CELL, type FileRow, keptColumns, type ReturnedTable } from '../model/returned.ts'
import { cellReader } from '../model/typed-text.ts'
import type { LoadedFile } from './load-file.ts'
import { tableShapes, tables } from './shape.ts'
import type { Staging } from './staging.ts'
import { placeByDays, tellingColumn, tellingRank } from './years.ts'

/** What `staging` is to an import, for a check that keeps nothing: rows of the return held as text. */
export type Gathered = Staging & { readonly of: (table: ReturnedTable) => readonly FileRow[] }

export function gathering(): Gathered {
  const held = new Map<ReturnedTable, FileRow[]>()
  return {
    open: async table => {
      if (!held.has(table)) held.set(table, [])
    },
    append: (table, row) => held.get(table)?.push(row),
    close: () => {},
    of: table => held.get(table) ?? [],
  }
}

/** The year of each file, and of the rows of files that span years. */
export type Years = {
  readonly ofFile: (id: number) => number
  /** Whether rows of a file may be of another year than the file. */
  readonly byRow: (file: LoadedFile) => boolean
  readonly of: (table: ReturnedTable, row: FileRow) => number
}

/** The year that a row says it is of: `2026`, or `2025-26`. */
function saidYear(text: string | null): number | null {
  if (text === null) return null
  const whole = /^\s*(\d{4})\s*$/.exec(text)?.[1]
  if (whole !== undefined && Number(whole) >= 2000 && Number(whole) <= 2100) return Number(whole)
  const from = /^(20\d\d)[-/]\d\d/.exec(text)?.[1]
  return from === undefined ? null : Number(from) + 1
}

/** Says which year files and rows are of, as an import does: by name, else by their days. */
export async function yearsOfGathered(engine: Engine, files: readonly LoadedFile[], rows: Gathered): Promise<Years> {
  const named = new Map(files.flatMap(({ id, namedYear }) => (namedYear === null ? [] : [[id, namedYear] as const])))
  const placed = named.size === files.length ? null : await placedByDays(engine, files, rows)
  const ofFile = (id: number): number => placed?.get(id)?.year ?? named.get(id) ?? 0
  const tells = new Map(tables.map(table => [table, readerOf(table, tellingColumn(table))]))
  return {
    ofFile,
    byRow: ({ id, columns }) => placed?.get(id)?.spread === true || columns?.includes('YEAR') === true,
    of: (table, row) => {
      const [fileId, , , , year] = row
      const said = saidYear(year)
      if (said !== null) return said
      const day = placed?.get(fileId)?.spread ? (tells.get(table)?.(row) ?? null) : null
      return day === null ? ofFile(fileId) : financialYearEnding(fromNumber(day))
    },
  }
}

async function placedByDays(
  engine: Engine,
  files: readonly LoadedFile[],
  rows: Gathered,
): Promise<ReadonlyMap<number, { readonly year: number; readonly spread: boolean }>> {
  await engine.run(
    'create or replace temp table gathered_day (file_id integer, rank integer, happened date, began date)',
  )
  const days = await engine.appender('gathered_day')
  for (const table of tables) {
    const [happened, began] = [readerOf(table, tellingColumn(table)), readerOf(table, tableShapes[table].start ?? null)]
    if (!began) continue
    for (const row of rows.of(table)) days.append([row[0], tellingRank(table), happened?.(row) ?? null, began(row)])
  }
  days.close()
  await placeByDays(engine, files, ['select * from gathered_day'])
  const found = await engine.rows<{ id: number; y: number; spread: boolean | null }>(
    'select file_id as id, collection_year as y, spread from file_year',
  )
  return new Map(found.map(({ id, y, spread }) => [id, { year: y, spread: spread === true }]))
}

/** Reads the day in a column of a table's rows, in days since 1970; null where the table has no such column. */
function readerOf(table: ReturnedTable, column: string | null): ((row: FileRow) => number | null) | null {
  const at = column === null ? -1 : Object.keys(keptColumns(table)).indexOf(column)
  if (column === null || at < 0) return null
  const read = cellReader(column, 'date')
  return row => {
    const value = read((row as readonly (string | null)[])[FIRST_CELL + at] ?? null)?.value
    return typeof value === 'number' ? value : null
  }
}
