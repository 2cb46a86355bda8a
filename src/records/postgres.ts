import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { UserError } from '../kit/error.ts'
import { migrationTable, pending } from './migration.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'

/** Keys of the advisory locks, any numbers that nothing else in the database uses. */
export const MIGRATION_LOCK = 7_214_001
export const IMPORT_LOCK = 7_214_002

async function migrate(db: Kysely<Schema>): Promise<void> {
  await db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction)
    await sql.raw(migrationTable).execute(transaction)
    const applied = await transaction.selectFrom('migration').select('name').execute()
    for (const step of pending(applied.map(row => row.name))) {
      await sql.raw(step.sql).execute(transaction)
      await transaction
        .insertInto('migration')
        .values({ name: step.name, applied_at: new Date().toISOString() })
        .execute()
    }
  })
}

/** A session of its own holds the lock; the server frees it when the session ends, however it ends. */
async function takeLock(pool: pg.Pool): Promise<{ readonly release: () => Promise<void> } | null> {
  const client = await pool.connect()
  // A session that the server ends loses the lock; the commit then still refuses a number that another import took.
  client.on('error', () => {})
  const answer = await client
    .query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [IMPORT_LOCK])
    .catch(error => {
      client.release(true)
      throw error
    })
  if (answer.rows[0]?.taken !== true) {
    client.release()
    return null
  }
  return {
    // Unlocked before it is answered: the server may take a while to end a session. Ending it frees the lock where that fails.
    release: async () => {
      await client.query('select pg_advisory_unlock($1)', [IMPORT_LOCK]).catch(() => {})
      client.release(true)
    },
  }
}

/** The store on a PostgreSQL server, 14 or later. The address's password never reaches a message. */
export async function openPostgres(databaseUrl: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'hearth',
  })
  // An idle connection that the server drops is replaced at the next use; unheard, it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    if (error instanceof UserError) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(
      'HEARTH-1403',
      `The database that DATABASE_URL names cannot be used: ${why}.`,
      'Check the address, the password, and that the database exists and its user may create tables.',
    )
  }
  return { kind: 'postgres', db, takeImportLock: () => takeLock(pool), close: () => db.destroy() }
}
