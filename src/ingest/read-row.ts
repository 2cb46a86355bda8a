import type { ColumnShape, FileShape } from '../model/file-shape.ts'
import { readCell } from './read-cell.ts'

/** A row by column, with the columns whose code is in no list or whose cell could not be read; or the cell for which it cannot be used. */
export type ReadRow =
  | {
      readonly values: Readonly<Record<string, string | null>>
      readonly unlisted: readonly string[]
      readonly unread: readonly string[]
    }
  | { readonly fault: string; readonly column: string; readonly found: string; readonly tolerated?: true }

type Values = Readonly<Record<string, string | null>>

/** Whether a column must be filled in a row with these values. */
function isNeeded({ needed }: ColumnShape, values: Values): boolean {
  if (needed === null) return false
  if (needed === 'always') return true
  return Object.entries(needed).every(([name, wanted]) =>
    name === 'given'
      ? values[String(wanted)] !== null
      : [wanted].flat().some(code => values[name] === code || (code === 'yes' && values[name] === 'true')),
  )
}

/** Reads a row of a shape. A cell that is not of its type, or blank where it is needed, sets the row aside. */
export function readRow(shape: FileShape, columns: readonly (string | null)[], cells: readonly string[]): ReadRow {
  const values: Record<string, string | null> = {}
  const unlisted: string[] = []
  const unread: string[] = []
  const cellOf = (name: string): string => cells[columns.indexOf(name)] ?? ''
  for (const [name, column] of Object.entries(shape.columns)) {
    const found = cellOf(name)
    const read = readCell(shape.family, column, found)
    if ('fault' in read) {
      if (column.unreadable === null) return { fault: read.fault, column: name, found }
      values[name] = null
      unread.push(name)
      continue
    }
    values[name] = read.value
    if (read.symbol) values.symbol = read.symbol
    if (read.unlisted) {
      if (column.needed === 'always') return { fault: 'This code is in no list.', column: name, found }
      unlisted.push(name)
    }
  }
  for (const [name, column] of Object.entries(shape.columns))
    if (values[name] === null && !(column.kind === 'figure' && values.symbol) && isNeeded(column, values))
      return { fault: 'This cell may not be blank.', column: name, found: '' }
  const [start, end] = shape.spell ?? []
  if (start && end) {
    const [from, to] = [values[start], values[end]]
    if (from && to && to < from) return { fault: 'It ends before it begins.', column: end, found: cellOf(end) }
    if (from && to && to === from)
      return { fault: 'It begins and ends on one day.', column: end, found: cellOf(end), tolerated: true }
  }
  return { values, unlisted, unread }
}
