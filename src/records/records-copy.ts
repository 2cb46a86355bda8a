import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { buildSchema, quoted, tablesOf } from './record-table.ts'

/** What a copy of the records holds. */
export type CopyHeld = {
  /** The steps its schema was built with, in order. */
  readonly migrations: readonly string[]
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>
  /** Data versions that it names, oldest first. */
  readonly versions: readonly number[]
  readonly current: number | null
}

/** Reads what a copy holds; nothing in it is changed. */
export function copyHeld(path: string): CopyHeld {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const all = (sql: string) => database.prepare(sql).all()
    const rows = tablesOf(database).map(({ name }) => [
      name,
      Number(all(`select count(*) as n from ${quoted(name)}`)[0]?.n),
    ])
    return {
      migrations: all('select name from migration order by name').map(({ name }) => String(name)),
      rows: Object.fromEntries(rows),
      versions: all('select number from data_version order by number').map(({ number }) => Number(number)),
      current: all('select number from current_version').map(({ number }) => Number(number))[0] ?? null,
    }
  } finally {
    database.close()
  }
}

/** What is wrong with a copy as a database: nothing where it opens and is whole. */
export function copyFaults(path: string): readonly string[] {
  try {
    const database = new DatabaseSync(path, { readOnly: true })
    try {
      const said = database.prepare('pragma integrity_check').all()
      const loose = database.prepare('pragma foreign_key_check').all()
      return [
        ...said.map(row => String(row.integrity_check)).filter(words => words !== 'ok'),
        ...loose.map(row => `a row of ${row.table} names a row of ${row.parent} that is not there`),
      ]
    } finally {
      database.close()
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** The file of JSON lines that holds a table's rows: the first line names the columns, each other is a row of them. */
export const linesFile = (table: string): string => `${table}.jsonl`

/**
 * Makes a SQLite copy of records kept as JSON lines in `folder`: every table that these steps make, all its rows. Throws where
 * a file is missing, does not fit its table, or breaks a rule of the schema; HEARTH-1404 where a step is a newer Hearth's.
 */
export async function copyFromLines(folder: string, migrations: readonly string[], to: string): Promise<void> {
  const database = new DatabaseSync(to, { enableForeignKeyConstraints: false })
  try {
    // Nobody has this file yet: whoever calls syncs it once it is whole.
    database.exec('pragma synchronous = off')
    database.exec('begin immediate')
    buildSchema(database, migrations)
    for (const { name } of tablesOf(database)) {
      const lines = createInterface({ input: createReadStream(join(folder, linesFile(name))), crlfDelay: Infinity })
      let put: ((row: readonly SQLInputValue[]) => void) | undefined
      for await (const line of lines) {
        const cells = JSON.parse(line) as readonly SQLInputValue[]
        if (put) put(cells)
        else {
          const columns = cells.map(column => quoted(String(column)))
          const statement = database.prepare(
            `insert into ${quoted(name)} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
          )
          put = row => {
            if (row.length !== columns.length) throw new Error(`a row of ${name} has ${row.length} cells`)
            statement.run(...row)
          }
        }
      }
      if (!put) throw new Error(`${linesFile(name)} is empty`)
    }
    database.exec('commit')
  } finally {
    database.close()
  }
}
