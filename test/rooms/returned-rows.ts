import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { ExampleRow } from '../../src/definitions/examples.ts'
import { columnName, tableOf } from '../../src/ingest/shape.ts'

/** The rows of a folder's return by table, columns in lower case, blank cells left out; `suffix`: `_last` of last year's. */
export function returnedRows(folder: string, suffix: '' | '_last'): Record<string, readonly ExampleRow[]> {
  const found: Record<string, readonly ExampleRow[]> = {}
  for (const name of readdirSync(folder).filter(one => one.endsWith('.csv'))) {
    const [first = [], ...rows] = parse(readFileSync(join(folder, name), 'utf8'), { bom: true }) as string[][]
    const header = first.map(columnName)
    const table = tableOf(new Set(header))
    if (table)
      found[`${table}${suffix}`] = rows.map(cells =>
        Object.fromEntries(cells.flatMap((cell, i) => (cell === '' ? [] : [[header[i]?.toLowerCase() ?? '', cell]]))),
      )
  }
  return found
}
