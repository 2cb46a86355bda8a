/** A value as a SQL literal: text quoted, null as `null`. */
export function literal(value: string | number | boolean | null): string {
  if (value === null) return 'null'
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** A name as a SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `(1, 'a'), (2, 'b')`: rows for a `values` clause. */
export const values = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  rows.map(row => `(${row.map(literal).join(', ')})`).join(', ')
