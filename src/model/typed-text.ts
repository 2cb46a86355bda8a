import { dayOf, toNumber } from '../kit/day.ts'
import type { ColumnType } from './returned.ts'
import { BLANK_WORDS, numbered } from './typed-cell.ts'

/** A cell that says something: what stood in it without what stands round it, and its value; a day is in days since 1970. */
export type TextCell = { readonly text: string; readonly value: string | number | null }

const AROUND = /^[ \t\u00a0]+|[ \t\u00a0]+$/g
/** What DuckDB takes for a number with a fraction. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const LARGEST = 2_147_483_647

function dayNumber(year: string, month: string, date: string): number | null {
  // A year of two digits would be read as one of the first century: it is not a day.
  const day = Number(year) >= 1900 ? dayOf(Number(year), Number(month), Number(date)) : null
  return day === null ? null : toNumber(day)
}

/** A day as the return writes it, or as a database does; a time behind it is dropped. */
function dayIn(text: string): number | null {
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$|[ T])/.exec(text) ?? []
  if (date && month && year) return dayNumber(year, month, date)
  const [, from, mid, last] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[ T])/.exec(text) ?? []
  return from && mid && last ? dayNumber(from, mid, last) : null
}

const valueIn: Readonly<Record<ColumnType, (text: string) => string | number | null>> = {
  date: dayIn,
  double: text => (NUMBER.test(text) ? Number(text) : null),
  integer: text => {
    const whole = /^(\d+)(\.0*)?$/.exec(text)?.[1]
    return whole === undefined || Number(whole) > LARGEST ? null : Number(whole)
  },
  varchar: text => text.toUpperCase(),
}

/** How many different cells of a column are kept: codes and days come again and again, ids and postcodes less. */
const KEPT = 20_000

/**
 * Reads the cells of a column of the return as `typedSql` does, for rows that go into no data version: null where a cell says
 * nothing. A test holds the two together.
 */
export function cellReader(column: string, type: ColumnType): (raw: string | null) => TextCell | null {
  const kept = new Map<string, TextCell | null>()
  const read = (raw: string): TextCell | null => {
    const text = raw.replace(AROUND, '')
    if (BLANK_WORDS.has(text.toUpperCase())) return null
    const value = valueIn[type](text)
    return { text, value: type === 'varchar' && numbered.has(column) ? String(value).replace(/\.0+$/, '') : value }
  }
  return raw => {
    if (raw === null || raw === '') return null
    const known = kept.get(raw)
    if (known !== undefined) return known
    const cell = read(raw)
    if (kept.size >= KEPT) kept.clear()
    kept.set(raw, cell)
    return cell
  }
}
