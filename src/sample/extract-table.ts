import { fromNumber } from '../kit/day.ts'

/** A file of the council's own: its columns and rows of text. */
export type ExtractTable = { readonly header: readonly string[]; readonly rows: string[][] }

/** A table to put rows into, given by column; what is left out is blank. */
export function tableOf(
  header: string,
): ExtractTable & { readonly put: (row: Readonly<Record<string, Cell>>) => void } {
  const names = header.split(',')
  const rows: string[][] = []
  return { header: names, rows, put: row => void rows.push(names.map(name => cellText(row[name]))) }
}

type Cell = string | number | boolean | null | undefined
const cellText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return typeof cell === 'number' ? String(Math.round(cell * 100) / 100) : cell
}

/** `2026-10-31`; blank for no day, or one after `until`. */
export const iso = (n: number | null, until = Number.POSITIVE_INFINITY): string =>
  n === null || n > until ? '' : fromNumber(n)
