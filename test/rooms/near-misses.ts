import type { Case } from '../../src/checks/examples.ts'
import type { ExampleRow } from '../../src/definitions/examples.ts'
import type { RuleDefinition } from '../../src/definitions/rule.ts'
import { addDays, type Day, parseDay } from '../../src/kit/day.ts'
import { codeRows } from '../../src/model/code-lists.ts'
import { keptColumns, type ReturnedTable } from '../../src/model/model.ts'

/**
 * One cell of a worked example with something else in it: a day earlier or later, another code, the next number, what another of the
 * child's rows has there, or nothing.
 */
export type Change = {
  readonly table: string
  readonly n: number
  readonly column: string
  readonly to: string | undefined
}
/** A worked example one cell from a row that is at fault: `found` is that row, which the example marks. */
export type NearMiss = Case & {
  readonly found: { readonly table: string; readonly n: number }
  readonly change: Change
}

/** Whether what was changed is the row that had been found, and not another of the child's. */
export const inRow = ({ found, change }: NearMiss): boolean => found.table === change.table && found.n === change.n

/**
 * What is one cell from each row at fault in a worked example: a cell of that row, or of another of the child's, of this year or
 * last. The child stands alone with the provider list. `most`: how many codes are tried in a cell, taken evenly from the list.
 */
export function nearMissesOf({ rule, example }: Case, most: number): readonly NearMiss[] {
  return Object.entries(example.tables).flatMap(([table, rows]) =>
    rows.flatMap((row, at) => {
      if (row.expect !== 'fault') return []
      const tables = ofChild(example.tables, row.child)
      const found = { table, n: rows.slice(0, at).filter(({ child }) => child === row.child).length }
      return changesIn(tables, rule, example.year, most).map(change => ({
        rule,
        example: { ...example, tables: { ...tables, [change.table]: changed(tables[change.table] ?? [], change) } },
        found,
        change,
      }))
    }),
  )
}

type Tables = Readonly<Record<string, readonly ExampleRow[]>>

const ofChild = (tables: Tables, child: string | undefined): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      name === 'provider' ? rows : rows.filter(row => row.child === child),
    ]),
  )

const changed = (rows: readonly ExampleRow[], { n, column, to }: Change): readonly ExampleRow[] =>
  rows.map((row, i) => {
    if (i !== n) return row
    const { [column]: _, ...others } = row
    return to === undefined ? others : { ...others, [column]: to }
  })

function changesIn(tables: Tables, { sql, fields }: RuleDefinition, year: number, most: number): readonly Change[] {
  const everyRow = Object.entries(tables).flatMap(([table, rows]) => (table === 'provider' ? [] : rows))
  return Object.entries(tables).flatMap(([table, rows]) => {
    if (table === 'provider') return []
    const name = table.replace(/_last$/, '') as ReturnedTable
    const read = Object.keys(keptColumns(name)).filter(
      column => fields.includes(column.toUpperCase()) || new RegExp(`\\b${column}(_text)?\\b`).test(sql),
    )
    return rows.flatMap((row, n) =>
      [...new Set([...Object.keys(row), ...read])]
        .filter(column => column !== 'child' && column !== 'expect')
        .flatMap(column => {
          const others = everyRow.flatMap(other => other[column] ?? [])
          const tried = new Set([...others, ...neighbours(name, row, column, year, most)])
          return [...tried].filter(to => to !== row[column]).map(to => ({ table, n, column, to }))
        }),
    )
  })
}

/** What may stand in a cell in place of what does. */
function neighbours(
  table: ReturnedTable,
  row: ExampleRow,
  column: string,
  year: number,
  most: number,
): readonly (string | undefined)[] {
  const now = row[column]
  const blank = now === undefined ? [] : [undefined]
  const type = (keptColumns(table) as Readonly<Record<string, string>>)[column]
  if (type === 'date') {
    const day = parseDay(now?.split('/').reverse().join('-') ?? '')
    if (day !== null) return [say(addDays(day, -1)), say(addDays(day, 1)), ...blank]
    return now === undefined ? [dayAfter(row) ?? `01/06/${year - 1}`] : [undefined]
  }
  const codes = codeRows
    .filter(([of, name, , from, to]) => of === table && name === column && from <= year && year <= to)
    .map(([, , code]) => code)
  if (codes.length > 0) return [...evenly(codes, most), ...blank]
  return [...(now === undefined ? [] : [next(now, -1), next(now, 1)]), ...(written[column] ?? []), ...blank]
}

/** What else a cell that takes no code may be given. */
const written: Readonly<Record<string, readonly string[]>> = {
  upn: ['A123456789012', 'UN1'],
  urn: ['1234567', 'XXXXXXX'],
  home_post: ['ZZ1 1ZZ'],
  pl_post: ['ZZ1 1ZZ'],
  pl_la: ['E06000001'],
  pl_distance: ['1'],
  pl_location: ['IN'],
  sw_id: ['SW1000001'],
  sdq_score: ['1'],
}

/** The day after the last that the row has, its child's birth aside. */
const dayAfter = ({ dob: _, ...row }: ExampleRow): string | undefined => {
  const last = Object.values(row)
    .flatMap(cell => (/^\d\d\/\d\d\/\d{4}$/.test(cell) ? (parseDay(cell.split('/').reverse().join('-')) ?? []) : []))
    .sort()
    .at(-1)
  return last === undefined ? undefined : say(addDays(last, 1))
}

const say = (day: Day): string => day.split('-').reverse().join('/')

/** So many of all of them, taken evenly, the first among them. */
export const evenly = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most
    ? all
    : Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]).flatMap(one => one ?? [])

/** The number before or after; of other text, its last character changed. */
const next = (text: string, by: number): string =>
  /^-?\d+(\.\d+)?$/.test(text) && text.length < 7
    ? String(Math.round((Number(text) + by) * 10) / 10)
    : text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
