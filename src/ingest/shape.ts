import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ReturnedTable, returnedColumns } from '../model/returned.ts'

const content = (name: string): unknown =>
  parse(readFileSync(new URL(`../../returns/ssda903/${name}`, import.meta.url), 'utf8'))
const names = z.array(z.string())
const table = z
  .object({
    marks: names,
    required: names,
    key: names,
    start: z.string().optional(),
    end: z.string().optional(),
    tells: z.string().optional(),
  })
  .strict()
const tablesShape = z
  .object({
    aliases: z.record(z.string(), z.string()),
    whose: names,
    tables: z.record(z.string(), table),
  })
  .strict()

export type TableShape = z.infer<typeof table>
const read = tablesShape.parse(content('tables.yaml'))

/** The tables of the return, by our name for them. */
export const tableShapes = read.tables as Readonly<Record<ReturnedTable, TableShape>>
export const tables = Object.keys(returnedColumns) as readonly ReturnedTable[]
/** Columns that say whose a row is. */
export const whoseColumns: ReadonlySet<string> = new Set(read.whose)

/** A column's name as the return has it: capitals, no spaces round it, other names put right. */
export function columnName(text: string): string {
  const plain = text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_')
  return read.aliases[plain] ?? plain
}

/** Which table of the return these columns are; null where none. The most telling marks win. */
export function tableOf(columns: ReadonlySet<string>): ReturnedTable | null {
  const fitting = tables.filter(name => tableShapes[name].marks.every(mark => columns.has(mark)))
  return fitting.sort((a, b) => tableShapes[b].marks.length - tableShapes[a].marks.length)[0] ?? null
}

/** The table that shares the most marks with these columns, and the marks it lacks. */
export function nearestTable(
  columns: ReadonlySet<string>,
): { readonly table: ReturnedTable; readonly lacks: readonly string[] } | null {
  const scored = tables.map(name => ({
    table: name,
    lacks: tableShapes[name].marks.filter(mark => !columns.has(mark)),
    has: tableShapes[name].marks.filter(mark => columns.has(mark) && mark !== 'CHILD' && mark !== 'DOB').length,
  }))
  const best = scored.sort((a, b) => b.has - a.has || a.lacks.length - b.lacks.length)[0]
  return best && best.has > 0 ? best : null
}
