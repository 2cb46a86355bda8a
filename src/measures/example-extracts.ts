import type { Example } from '../definitions/examples.ts'
import { literal } from '../engine/sql.ts'
import { type Day, parseDay } from '../kit/day.ts'
import { type ColumnShape, type FileShape, lastSpokenSql, shapeOf } from '../model/file-shape.ts'

/** One row of SQL values, and the table and columns it goes into; or what is wrong with an example's cell. */
export type ExtractRow =
  | { readonly into: string; readonly row: string }
  | { readonly fault: string; readonly fix: string }

/** What a row has in a column that must be filled, where the example does not say. Days must be said. */
function filled(name: string, { kind, codes, needed }: ColumnShape, line: number): string | undefined {
  if (needed !== 'always') return undefined
  if (codes) return [...codes.values()][0]
  if (kind === 'text' || kind === 'name' || kind === 'child') return `${name}-${line}`
  if (kind === 'yes_no') return 'no'
  if (kind === 'integer' || kind === 'number') return '1'
  return undefined
}

/** A cell as a SQL literal; undefined where it is not of its kind. */
function cellSql({ kind, codes }: ColumnShape, text: string | undefined): string | undefined {
  if (text === undefined || text === '-') return 'null'
  if (codes) {
    const kept = codes.get(text.toUpperCase()) ?? (text === 'unknown' ? text : undefined)
    return kept === undefined ? undefined : literal(kept)
  }
  if (kind === 'day') {
    const found = parseDay(text)
    return found === null ? undefined : `date ${literal(found)}`
  }
  if (kind === 'yes_no') return /^(yes|no)$/i.test(text) ? String(/^yes$/i.test(text)) : undefined
  if (kind === 'integer' || kind === 'number' || kind === 'figure')
    return Number.isFinite(Number(text)) ? text : undefined
  return literal(kind === 'child' || kind === 'code' ? text.toUpperCase() : text)
}

/**
 * The rows of an example's extracts, and the days each is held for: from `from` to `to` for events, as long as a picture may
 * be used for pictures. A table of an example that has a header and no row is held, and nothing happened.
 */
export function extractRows(
  { tables }: Example,
  authority: string,
  held: { readonly from: Day; readonly to: Day },
): readonly ExtractRow[] {
  return Object.entries(tables).flatMap(([stem, rows]) => {
    const shape = shapeOf(stem)
    if (shape?.schema !== 'extract' || rows === undefined) return []
    const picture = shape.time === 'snapshot' && shape.asAt === null
    const given = rows.map((row, i): ExtractRow => {
      const stranger = Object.keys(row).find(name => !(name in shape.columns) && !(picture && name === 'as_at'))
      if (stranger)
        return {
          fault: `the table ${stem} has no column "${stranger}".`,
          fix: `Its columns are: ${Object.keys(shape.columns).join(', ')}.`,
        }
      const cells = Object.entries(shape.columns).map(([name, column]) => ({
        name,
        sql: cellSql(column, row[name] ?? filled(name, column, i + 2)),
      }))
      const bad = cells.find(({ sql }) => sql === undefined)
      if (bad)
        return {
          fault: `${bad.name} is "${row[bad.name]}", which it cannot be.`,
          fix: 'See returns/ for what the column takes.',
        }
      const asAt = picture ? [`date ${literal(row.as_at ?? held.to)}`] : []
      const names = [
        'authority',
        'extract_date',
        'file_id',
        'line',
        ...(picture ? ['as_at'] : []),
        ...cells.map(({ name }) => `"${name}"`),
      ]
      return {
        into: `extract.${shape.table} (${names.join(', ')})`,
        row: `(${[literal(authority), `date ${literal(held.to)}`, 1, i + 2, ...asAt, ...cells.map(({ sql }) => sql)].join(', ')})`,
      }
    })
    return [...given, ...heldRows(shape, authority, rows, held)]
  })
}

function heldRows(
  shape: FileShape,
  authority: string,
  rows: readonly Readonly<Record<string, string>>[],
  held: { readonly from: Day; readonly to: Day },
): readonly ExtractRow[] {
  const into = 'reference.return_held (authority, source, collection_year, first_day, last_day)'
  const row = (first: string, last: string): ExtractRow => ({
    into,
    row: `(${literal(authority)}, ${literal(shape.stem)}, null, ${first}, ${last})`,
  })
  if (shape.time !== 'snapshot') return [row(`date ${literal(held.from)}`, `date ${literal(held.to)}`)]
  const days = new Set(rows.map(cells => cells[shape.asAt ?? 'as_at'] ?? held.to))
  return [...days].map(d => row(`date ${literal(d)}`, lastSpokenSql(shape, `date ${literal(d)}`)))
}
