import { codeRows } from './shape.ts'

/** Words that stand for a blank (local-extracts.md 1.1). */
const BLANK = "('', 'NULL', 'N/A', 'NA', '-')"
export const trimmed = (column: string): string => `trim(${column}, ' \t\u00a0')`

/** Codes that are numbers, and ids: a tool that takes them for numbers writes `1.0`. */
export const numbered: ReadonlySet<string> = new Set([
  'child',
  'urn',
  'sex',
  ...codeRows.flatMap(([, column, code]) => (/^[01]$/.test(code) ? [column] : [])),
])

/** A cell's typed value as SQL. A time behind a day is dropped; anything that is not of the type is null. */
export function typedSql(column: string, type: string): string {
  const plain = `case when upper(${trimmed(column)}) in ${BLANK} then null else ${trimmed(column)} end`
  if (type === 'date') {
    const first = `regexp_extract(${plain}, '^[^ T]+')`
    const found = `coalesce(try_strptime(${plain}, '%d/%m/%Y'), try_strptime(${first}, '%d/%m/%Y'), try_strptime(${first}, '%Y-%m-%d'))::date`
    // A year of two digits would be read as one of the first century: it is not a day.
    return `case when ${found} >= date '1900-01-01' then ${found} end`
  }
  if (type === 'integer') return `try_cast(regexp_extract(${plain}, '^(\\d+)(\\.0*)?$', 1) as integer)`
  if (numbered.has(column.replace(/^s\./, ''))) return `upper(regexp_replace(${plain}, '\\.0+$', ''))`
  return `upper(${plain})`
}
