import type { InputFile } from '../files/input.ts'
import { readXml, type XmlEvent } from '../files/xml.ts'
import { UserError } from '../kit/error.ts'
import { type ReturnedTable, returnedColumns } from '../model/returned.ts'
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

/** Tables that a whole return has even where nothing happened: without a row they say so. */
const whole: readonly ReturnedTable[] = ['uasc', 'reviews', 'ad1', 'placed_adoption', 'missing']

type Row = { readonly line: number; readonly cells: Map<string, string> }

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
      Object.keys(returnedColumns[table]).map(
        name =>
          own.get(name.toUpperCase()) ??
          (shared.has(name.toUpperCase()) ? header.get(name.toUpperCase()) : undefined) ??
          null,
      ),
    )
  }
  const open: string[] = []
  let header: Row | null = null
  let rows: (readonly [ReturnedTable, Row])[] = []
  let current: Row | null = null
  const childEnd = (line: number): void => {
    const own = header ?? { line, cells: new Map<string, string>() }
    emit('header', own.line, own.cells, own.cells)
    for (const [table, mark] of inHeader)
      if (own.cells.get(mark)?.trim() && (table !== 'uasc' || own.cells.get(mark)?.trim() !== '0'))
        emit(table, own.line, own.cells, own.cells)
    for (const [table, row] of rows) emit(table, row.line, row.cells, own.cells)
    header = null
    rows = []
  }
  const opened = ({ name, line }: XmlEvent): void => {
    if (open.length === 0 && name !== 'EXPSSDA903')
      throw new UserError(
        'HEARTH-1302',
        `${file.path} is not an SSDA903 return: its root is <${name}>.`,
        'Give the return’s own XML, whose root is <EXPSSDA903>.',
        { file: file.path, line },
      )
    open.push(name)
    if (name === 'HEADER') header = { line, cells: new Map() }
    const table = rowElements[name]
    if (table) {
      current = { line, cells: new Map() }
      rows.push([table, current])
    }
  }
  const closed = (event: Extract<XmlEvent, { kind: 'close' }>): void => {
    open.pop()
    const { name, line, text } = event
    if (name === 'CHILD' && open.length === 1) childEnd(line)
    else if (rowElements[name]) current = null
    else {
      const into = current ?? (open.includes('HEADER') ? header : null)
      into?.cells.set(columnName(name), text)
    }
  }
  for await (const batch of readXml(file))
    for (const event of batch) event.kind === 'open' ? opened(event) : closed(event)
  return [...new Set([...counts.keys(), ...whole])]
}
