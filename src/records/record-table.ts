import { DatabaseSync } from 'node:sqlite'
import { type Migration, migrationTable, pending } from './migration.ts'

/** A table of the records. */
export type RecordTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

/** Tables of which a copy keeps no rows: who is importing now is nobody once the copy is opened. */
export const notKept: readonly string[] = ['import_holder']

/** The steps of these names. Throws HEARTH-1404 where one is of a newer Hearth. */
export function stepsNamed(names: readonly string[]): readonly Migration[] {
  pending(names)
  return pending([]).filter(({ name }) => names.includes(name))
}

/** A name as SQL has it, in both databases. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Builds the schema that these steps make, and no row in it: not even of the steps themselves. */
export function buildSchema(database: DatabaseSync, names: readonly string[]): void {
  const steps = stepsNamed(names)
  database.exec(migrationTable)
  for (const { sql } of steps) database.exec(sql)
}

/** The tables of a SQLite database, read from itself: no list of them is kept anywhere. */
export const tablesOf = (database: DatabaseSync): readonly RecordTable[] =>
  database
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .all()
    .map(({ name }) => {
      const columns = database.prepare(`pragma table_info(${quoted(String(name))})`).all()
      const key = columns.filter(({ pk }) => pk !== 0).toSorted((a, b) => Number(a.pk) - Number(b.pk))
      return {
        name: String(name),
        columns: columns.map(column => String(column.name)),
        key: key.map(column => String(column.name)),
      }
    })

/**
 * The tables that these steps make. The schema is one for both databases, so those of PostgreSQL are told from SQLite, and what
 * else a council keeps in the same database is not taken for Hearth's.
 */
export function recordTables(names: readonly string[]): readonly RecordTable[] {
  const database = new DatabaseSync(':memory:')
  try {
    buildSchema(database, names)
    return tablesOf(database)
  } finally {
    database.close()
  }
}
