import type { InputFile } from '../files/input.ts'
import { readXml, type XmlEvent } from '../files/xml.ts'
import { UserError } from '../kit/error.ts'
import { keptColumns, type ReturnedTable } from '../model/returned.ts'
import { columnName } from './shape.ts'

/** Elements that are a row of their own (ssda903.md section 13). */
const rowElements: Readonly<Record<string, ReturnedTable>> = {
  EPISODE: 'episodes',
  AMISSING: 'missing',
  AREVIEW: 'reviews',
  AD_PLACED: 'placed_adoption',
  PERMANENCE: 'prev_perm',
  OC2: 'oc2',
}
/** Tables whose fields stand in the header element: a row where the telling one has text. */
const inHeader: readonly (readonly [ReturnedTable, string])[] = [
  ['uasc', 'UASC'],
  ['oc3', 'IN_TOUCH'],
  ['ad1', 'DATE_INT'],
]

/**
 * Tables for which no public schema names an element: whatever element holds one of these fields is a row of it. An element that
 * holds only blanks is none.
 */
const byField: readonly (readonly [ReturnedTable, marks: readonly string[], fields: readonly string[]])[] = [
  ['sw_episodes', ['SW_ID', 'SW_DECOM'], ['SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON']],
  ['dolo', ['DOLO_START'], ['DOLO_START', 'DOLO_END']],
]
const fieldTables = new Map(byField.flatMap(known => known[2].map(field => [field, known] as const)))

/** Tables that a whole return has even where nothing happened: without a row they say so. */
const whole: readonly ReturnedTable[] = ['uasc', 'reviews', 'ad1', 'placed_adoption', 'missing']

type Row = { readonly line: number; readonly cells: ReadonlyMap<string, string> }
/** An element that is open, with the cells below it so far: none are kept for the many that hold only text. */
type Open = { readonly name: string; readonly line: number; cells: Map<string, string> | null }

/**
 * Reads the return's XML form as rows of its tables. `each` is given the table, the line its element opened on, its number
 * in the table and its cells in the table's column order. Gives the tables it speaks for. Throws HEARTH-1302 for another XML.
 */
export async function readReturnXml(
  file: InputFile,
  each: (table: ReturnedTable, line: number, row: number, cells: readonly (string | null)[]) => void,
): Promise<readonly ReturnedTable[]> {
  const counts = new Map<ReturnedTable, number>()
  const emit = (
    table: ReturnedTable,
    line: number,
    own: ReadonlyMap<string, string>,
    header: ReadonlyMap<string, string>,
  ): void => {
    const row = counts.get(table) ?? 0
    counts.set(table, row + 1)
    const shared = new Set(['CHILD', 'DOB', ...(table === 'uasc' ? ['SEX'] : [])])
    each(
      table,
      line,
      row,
      Object.keys(keptColumns(table)).map(
        name =>
          own.get(name.toUpperCase()) ??
          (shared.has(name.toUpperCase()) ? header.get(name.toUpperCase()) : undefined) ??
          null,
      ),
    )
  }
  const open: Open[] = []
  let header: Open | null = null
  let rows: (readonly [ReturnedTable, Open | Row])[] = []
  const childEnd = (line: number): void => {
    const cells: ReadonlyMap<string, string> = header?.cells ?? new Map()
    const from = header?.line ?? line
    emit('header', from, cells, cells)
    for (const [table, mark] of inHeader)
      if (cells.get(mark)?.trim() && (table !== 'uasc' || cells.get(mark)?.trim() !== '0'))
        emit(table, from, cells, cells)
    for (const [table, row] of rows) emit(table, row.line, row.cells ?? new Map(), cells)
    header = null
    rows = []
  }
  /** Makes a row of the fields of a table that an element holds; false where it holds none that tell. */
  const rowByField = ({ line, cells }: Open, [table, marks, fields]: (typeof byField)[number]): boolean => {
    if (!cells || !marks.some(mark => cells.has(mark))) return false
    if (fields.some(field => cells.get(field)?.trim())) rows.push([table, { line, cells: new Map(cells) }])
    for (const field of fields) cells.delete(field)
    return true
  }
  const put = (into: Open, name: string, text: string): void => {
    // A field that comes again, with no element of its own between, begins the next row.
    const known = fieldTables.get(name)
    if (known && !rowElements[into.name] && into.cells?.has(name)) rowByField(into, known)
    into.cells ??= new Map()
    into.cells.set(name, text)
  }
  const opened = ({ name, line }: XmlEvent): void => {
    if (open.length === 0 && name !== 'EXPSSDA903')
      throw new UserError(
        'HEARTH-1302',
        `${file.path} is not an SSDA903 return: its root is <${name}>.`,
        'Give the return’s own XML, whose root is <EXPSSDA903>.',
        { file: file.path, line },
      )
    const element: Open = { name, line, cells: null }
    open.push(element)
    if (name === 'HEADER') header = element
    const table = rowElements[name]
    if (table) rows.push([table, element])
  }
  const closed = ({ name, line, text }: Extract<XmlEvent, { kind: 'close' }>): void => {
    const element = open.pop()
    if (!element || rowElements[name]) return
    const held = byField.filter(known => rowByField(element, known)).length > 0
    const parent = open.at(-1)
    if (name === 'CHILD' && open.length === 1) childEnd(line)
    else if (parent && !held && name !== 'HEADER') {
      for (const [column, cell] of element.cells ?? []) put(parent, column, cell)
      put(parent, columnName(name), text)
    }
  }
  for await (const batch of readXml(file))
    for (const event of batch) event.kind === 'open' ? opened(event) : closed(event)
  return [...new Set([...counts.keys(), ...whole])]
}
