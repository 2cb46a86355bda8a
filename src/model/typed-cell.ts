import { literal } from '../engine/sql.ts'
import { codeRows } from './code-lists.ts'

/** Words that stand for a blank (local-extracts.md 1.1). */
export const BLANK_WORDS: ReadonlySet<string> = new Set(['', 'NULL', 'N/A', 'NA', '-'])
const BLANK = `(${[...BLANK_WORDS].map(literal).join(', ')})`
export const trimmed = (column: string): string => `trim(${column}, ' \t\u00a0')`

/** Whether a cell of text says anything, as SQL. */
export const given = (column: string): string => `upper(coalesce(${trimmed(column)}, '')) not in ${BLANK}`

/** Codes that are numbers, and ids: a tool that takes them for numbers writes `1.0`. */
export const numbered: ReadonlySet<string> = new Set([
  'child',
  'urn',
  'sex',
  ...codeRows.flatMap(([, column, code]) => (/^[01]$/.test(code) ? [column] : [])),
])

/**
 * A cell's typed value as SQL. A time behind a day is dropped; anything that is not of the type is null. What nearly every
 * cell looks like is tried first and costs little: these run over every cell of a country.
 */
export function typedSql(column: string, type: string): string {
  const text = trimmed(column)
  if (type === 'date') {
    const first = `regexp_extract(${text}, '^[^ T]+')`
    const otherForm = `case when length(${column}) > 8 or contains(${column}, '-') then coalesce(try_strptime(${first}, '%d/%m/%Y'), try_strptime(${first}, '%Y-%m-%d')) end`
    // A year of two digits would be read as one of the first century: it is not a day. (greatest() leaves nulls out.)
    return `case when length(${column}) >= 8 then nullif(greatest(coalesce(try_strptime(${text}, '%d/%m/%Y'), ${otherForm})::date, date '1899-12-31'), date '1899-12-31') end`
  }
  if (type === 'double') return `try_cast(${text} as double)`
  if (type === 'integer') return `try_cast(regexp_extract(${text}, '^(\\d+)(\\.0*)?$', 1) as integer)`
  const code = `case when upper(${text}) in ${BLANK} then null else upper(${text}) end`
  if (!numbered.has(column.replace(/^s\./, ''))) return code
  return `case when contains(${column}, '.') then regexp_replace(${code}, '\\.0+$', '') else ${code} end`
}
