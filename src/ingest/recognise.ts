import { keptColumns, type ReturnedTable, returnedColumns } from '../model/returned.ts'
import { layoutOf } from './layouts.ts'
import { namedFile, plainName, seemsToBe } from './named-file.ts'
import type { Recognised } from './recognised.ts'
import { columnName, nearestTable, tableOf, tableShapes, tables, whoseColumns } from './shape.ts'

/**
 * Knows a file by its header: a table of the return or a published layout first, then any other kind by its name and header.
 * `byName`: a table of the return may lack any columns if the file's name says which it is.
 */
export function recognise(fileName: string, header: readonly string[], byName = false): Recognised {
  const returnColumns = header.map(columnName)
  const columns = new Set(returnColumns)
  const table = (byName ? tableNamed(fileName, columns) : null) ?? tableOf(columns)
  if (table) return returned(table, header, returnColumns)
  const layout = layoutOf(header)
  if (layout) return { kind: 'named', shape: layout.shape, columns: layout.columns, layout, notes: [] }
  const named = namedFile(fileName, header)
  if (named) return named.kind === 'named' ? { ...named, layout: null } : named
  const near = nearestTable(columns)
  const lost = near && saysItself(near.table, fileName, columns) ? near.lacks.filter(isNeeded(near.table)) : []
  if (near && lost.length > 0)
    return {
      kind: 'refused',
      says: `By its name and most of its columns it is ${near.table}, but it has no column ${lost.join(', ')}.`,
      fix: `Add ${lost.length === 1 ? 'the column' : 'the columns'} ${lost.join(', ')}, or leave the file out: without ${lost.length === 1 ? 'it' : 'them'} no row can be used.`,
    }
  if (near && !columns.has('CHILD') && near.lacks.length === 1)
    return {
      kind: 'refused',
      says: `It looks like ${near.table} but has no CHILD column.`,
      fix: 'Add the CHILD column: without it no row belongs to a child.',
    }
  const seems = seemsToBe(header)
  return {
    kind: 'unknown',
    says: wordFiles.test(plainName(fileName))
      ? 'By its name it holds words and decisions, not data: `hearth words import` reads it.'
      : seems
        ? `Not recognised by its name. Its columns are those of ${seems}: name it ${seems}.csv if that is what it is.`
        : near
          ? `Not recognised. It is nearest to ${near.table}, which also needs ${near.lacks.join(', ')}.`
          : 'Not recognised: its columns are not those of any table that Hearth reads.',
  }
}

/** Files that `review` reads, which this room does not know. */
const wordFiles = /^(commentary|standing_notes|priorities|calendar|number_only|actions)(_.*)?\.csv$/

/** The word in a file's name that says each table of the return. */
const namedBy: Readonly<Record<ReturnedTable, RegExp>> = {
  header: /header/,
  episodes: /episode/,
  uasc: /uasc/,
  reviews: /review/,
  oc2: /oc_?2/,
  oc3: /oc_?3/,
  ad1: /ad_?1/,
  placed_adoption: /placed/,
  prev_perm: /perm/,
  missing: /missing/,
  sw_episodes: /sw_?ep|social/,
  dolo: /dolo/,
}

/** The one table of the return that a file's name says, if it has any of its columns. */
function tableNamed(fileName: string, columns: ReadonlySet<string>): ReturnedTable | null {
  const name = plainName(fileName)
  const said = tables.filter(table => namedBy[table].test(name))
  const [only] = said
  return only && said.length === 1 && knownColumns(only).some(column => columns.has(column)) ? only : null
}

/** Whether a file's name and most of the table's own columns say that it is that table, whatever it lacks. */
function saysItself(table: ReturnedTable, fileName: string, columns: ReadonlySet<string>): boolean {
  const own = knownColumns(table)
  return namedBy[table].test(plainName(fileName)) && own.filter(name => columns.has(name)).length > own.length / 2
}
const isNeeded =
  (table: ReturnedTable) =>
  (column: string): boolean =>
    tableShapes[table].required.includes(column)

function returned(table: ReturnedTable, header: readonly string[], named: readonly string[]): Recognised {
  const repeated = named.find((name, i) => name !== '' && named.indexOf(name) !== i)
  if (repeated) return { kind: 'refused', says: `Column ${repeated} stands twice.`, fix: 'Keep one of the two.' }
  const known: ReadonlySet<string> = new Set(knownColumns(table))
  const kept = new Set(Object.keys(keptColumns(table)).map(name => name.toUpperCase()))
  const columns = named.map(name => (kept.has(name) || whoseColumns.has(name) ? name : null))
  const renamed = header.flatMap((text, i) =>
    text !== named[i] && columns[i] ? [`"${text}" read as ${named[i]}`] : [],
  )
  const extra = named.filter((name, i) => columns[i] === null && name !== '')
  const old = named.filter(name => kept.has(name) && !known.has(name))
  const absent = [...known].filter(name => !named.includes(name))
  return {
    kind: 'returned',
    table,
    columns,
    notes: [
      ...renamed,
      ...(extra.length ? [`columns not used: ${extra.join(', ')}`] : []),
      ...(old.length ? [`columns that only rules of the return read: ${old.join(', ')}`] : []),
      ...(absent.length ? [`columns absent, taken as blank: ${absent.join(', ')}`] : []),
    ],
  }
}

const knownColumns = (table: ReturnedTable): readonly string[] =>
  Object.keys(returnedColumns[table]).map(name => name.toUpperCase())
