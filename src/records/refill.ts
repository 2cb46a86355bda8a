import { DatabaseSync } from 'node:sqlite'
import type pg from 'pg'
import { UserError } from '../kit/error.ts'
import { migrationTable } from './migration.ts'
import { IMPORT_LOCK, MIGRATION_LOCK } from './postgres.ts'
import { connected } from './postgres-client.ts'
import { notKept, quoted, type RecordTable, recordTables, stepsNamed, tablesOf } from './record-table.ts'
import { copyHeld } from './records-copy.ts'

export type Refill = {
  /** A SQLite copy of the records. */
  readonly copy: string
  readonly databaseUrl: string
  /** What is there already is moved into the schema of this name; null: it is refused. */
  readonly keepAs: string | null
  /** A word that tells this restore from every other; with the rows or not at all. */
  readonly mark: string
  /** The last thing before the commit. Where it throws nothing is changed. */
  readonly beforeCommit: () => void
}

/** The rows of one insert: under the parameters that PostgreSQL allows, and few where they are long. */
const LONGEST = 4 * 2 ** 20
const PARAMETERS = 50_000

/**
 * Puts a copy of the records into a PostgreSQL database, in one transaction: all its tables or none. Gives the schema that what was
 * there is kept in; null where there was nothing. Throws HEARTH-1414 where
 * there are records already and they are not to be kept aside, 1402 while an import runs, 1403 where the server will not.
 */
export const refillPostgres = (refill: Refill): Promise<string | null> =>
  connected(refill.databaseUrl, async client => {
    const copy = new DatabaseSync(refill.copy, { readOnly: true })
    try {
      await client.query('begin')
      const kept = await clear(client, refill.keepAs)
      await client.query(migrationTable)
      for (const { sql } of stepsNamed(copyHeld(refill.copy).migrations)) await client.query(sql)
      // Rows may name others of their own table, in any order: looked at once all are there.
      const keys = await foreignKeys(
        client,
        tablesOf(copy).map(({ name }) => name),
      )
      for (const { table, name } of keys)
        await client.query(`alter table ${table} alter constraint ${quoted(name)} deferrable initially deferred`)
      for (const table of tablesOf(copy)) await fill(client, copy, table)
      await client.query('set constraints all immediate')
      for (const { table, name } of keys)
        await client.query(`alter table ${table} alter constraint ${quoted(name)} not deferrable`)
      await client.query(`comment on table migration is '${refill.mark.replaceAll("'", "''")}'`)
      refill.beforeCommit()
      await client.query('commit')
      return kept
    } finally {
      copy.close()
    }
  })

/** The mark of the restore that these records came with; null: they came with none. */
export const markOfPostgres = (databaseUrl: string): Promise<string | null> =>
  connected(databaseUrl, async client => {
    const { rows } = await client.query<{ mark: string | null }>(
      "select obj_description(to_regclass('migration'), 'pg_class') as mark",
    )
    return rows[0]?.mark ?? null
  })

/** Makes room: empty tables go, and tables with rows into a schema of their own. */
async function clear(client: pg.Client, keepAs: string | null): Promise<string | null> {
  await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
  const lock = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [IMPORT_LOCK])
  if (lock.rows[0]?.taken !== true)
    throw new UserError(
      'HEARTH-1402',
      'An import is running.',
      'Wait for it to end, then restore again. Nothing was changed.',
    )
  const found = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = current_schema() and tablename = 'migration'",
  )
  if (found.rows.length === 0) return null
  const applied = await client.query<{ name: string }>('select name from migration')
  const tables = recordTables(applied.rows.map(({ name }) => name)).map(({ name }) => name)
  const filled: string[] = []
  for (const name of tables.filter(table => table !== 'migration' && !notKept.includes(table)))
    if ((await client.query(`select 1 from ${quoted(name)} limit 1`)).rows.length) filled.push(name)
  if (filled.length && keepAs === null)
    throw new UserError(
      'HEARTH-1414',
      `The database that DATABASE_URL names holds records already (${filled.join(', ')}).`,
      'Restore into an empty database, or give --replace: the records that are there are kept beside, in a schema of their own.',
    )
  if (filled.length === 0) {
    await client.query(`drop table ${tables.map(quoted).join(', ')}`)
    return null
  }
  const beside = quoted(keepAs ?? '')
  await client.query(`create schema ${beside}`)
  for (const name of tables) await client.query(`alter table ${quoted(name)} set schema ${beside}`)
  return keepAs
}

async function foreignKeys(
  client: pg.Client,
  tables: readonly string[],
): Promise<readonly { readonly table: string; readonly name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and connamespace = current_schema()::regnamespace and conrelid = any($1::regclass[])`,
    [tables],
  )
  return rows
}

async function fill(client: pg.Client, copy: DatabaseSync, { name, columns }: RecordTable): Promise<void> {
  const most = Math.floor(PARAMETERS / columns.length)
  let rows: unknown[][] = []
  let long = 0
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return
    const places = rows.map((_, r) => `(${columns.map((_, c) => `$${r * columns.length + c + 1}`).join(', ')})`)
    await client.query(
      `insert into ${quoted(name)} (${columns.map(quoted).join(', ')}) values ${places.join(', ')}`,
      rows.flat(),
    )
    rows = []
    long = 0
  }
  if (notKept.includes(name)) return
  for (const row of copy.prepare(`select * from ${quoted(name)}`).iterate()) {
    const cells = columns.map(column => row[column])
    rows.push(cells)
    for (const cell of cells) if (typeof cell === 'string') long += cell.length
    if (rows.length >= most || long > LONGEST) await flush()
  }
  await flush()
}
