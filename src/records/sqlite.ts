import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { UserError } from '../kit/error.ts'
import { makeFolder } from './durable-folder.ts'
import { migrationTable, pending } from './migration.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'

const BUSY = 5
const isBusy = (error: unknown): boolean => (error as { errcode?: number } | null)?.errcode === BUSY

/** `node:sqlite` as Kysely's SQLite dialect expects a database to be. */
function asKysely(database: DatabaseSync): SqliteDatabase {
  return {
    prepare: sql => {
      const statement = database.prepare(sql)
      const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: parameters => statement.all(...values(parameters)),
        run: parameters => statement.run(...values(parameters)),
        iterate: parameters => statement.iterate(...values(parameters)),
      }
    },
    close: () => database.close(),
  }
}

/** All steps in one transaction that has the write lock from its start, so two processes on a new home do not both build it. */
function migrate(database: DatabaseSync): void {
  database.exec('begin immediate')
  try {
    database.exec(migrationTable)
    const applied = database
      .prepare('select name from migration')
      .all()
      .map(row => String(row.name))
    const note = database.prepare('insert into migration (name, applied_at) values (?, ?)')
    for (const step of pending(applied)) {
      database.exec(step.sql)
      note.run(step.name, new Date().toISOString())
    }
    database.exec('commit')
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}

/**
 * The lock is an open write transaction on a small database beside the records: SQLite holds it with a lock of the
 * operating system, which ends with the process however the process ends. A lock file would outlive a kill.
 */
function takeLock(path: string): { readonly release: () => Promise<void> } | null {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    database.exec('begin immediate')
  } catch (error) {
    database.close()
    if (isBusy(error)) return null
    throw error
  }
  return {
    release: async () => {
      database.exec('rollback')
      database.close()
    },
  }
}

/** Whether an import runs in a home. Asked without opening its records, which may be why it is to be replaced. */
export async function importRuns(home: string): Promise<boolean> {
  const path = join(home, 'import.lock')
  if (!existsSync(path)) return false
  const lock = takeLock(path)
  await lock?.release()
  return lock === null
}

function openFile(home: string): DatabaseSync {
  try {
    makeFolder(home)
    const database = new DatabaseSync(join(home, 'records.sqlite'), {
      timeout: 10_000,
      enableForeignKeyConstraints: true,
    })
    database.exec('pragma journal_mode = wal')
    // FULL: a commit is on the disk before it is answered, whatever happens to the power after that.
    database.exec('pragma synchronous = full')
    migrate(database)
    return database
  } catch (error) {
    if (error instanceof UserError) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(
      'HEARTH-1401',
      `The home folder ${home} cannot be used: ${why}.`,
      'Check that the folder may be written to and is on a local disk with space left, or name another with --home.',
      {
        file: home,
      },
    )
  }
}

/** The embedded store: one file, `records.sqlite`, in the home folder. */
export function openSqlite(home: string): Store {
  const database = openFile(home)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: asKysely(database) }) })
  return {
    kind: 'sqlite',
    db,
    takeImportLock: async () => takeLock(join(home, 'import.lock')),
    close: () => db.destroy(),
  }
}
