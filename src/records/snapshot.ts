import { createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { UserError } from '../kit/error.ts'
import { notKept, quoted, type RecordTable, recordTables } from './record-table.ts'
import { type CopyHeld, copyHeld, linesFile } from './records-copy.ts'

/** A copy of the records as they stood at one moment: what it holds, and the names of its files in the folder given. */
export type Snapshot = CopyHeld & { readonly kind: 'sqlite' | 'postgres'; readonly files: readonly string[] }

/** The file of a SQLite copy. */
export const copyFile = 'records.sqlite'

/**
 * Copies the records of an installation into `folder` as they stand at one moment, whoever writes meanwhile; nobody waits for
 * it. The schema is left as it is found, so a copy can be made before a newer Hearth moves it on. Null where there are no
 * records. Throws HEARTH-1401 or 1403 where they cannot be read, 1404 where they are a newer Hearth's.
 */
export async function takeSnapshot(
  from: { readonly home: string; readonly databaseUrl?: string | undefined },
  folder: string,
): Promise<Snapshot | null> {
  if (!from.databaseUrl) return copySqlite(from.home, folder)
  const { connected } = await import('./postgres-client.ts')
  return connected(from.databaseUrl, client => dumpPostgres(client, folder))
}

function copySqlite(home: string, folder: string): Snapshot | null {
  const from = join(home, 'records.sqlite')
  if (!existsSync(from)) return null
  const to = join(folder, copyFile)
  try {
    const database = new DatabaseSync(from, { timeout: 10_000, readOnly: true })
    try {
      // One read transaction: in WAL neither waits for the other. What it writes is one file, without a log beside it.
      database.prepare('vacuum into ?').run(to)
    } finally {
      database.close()
    }
    const copy = new DatabaseSync(to)
    try {
      for (const table of notKept) copy.exec(`delete from ${quoted(table)}`)
    } finally {
      copy.close()
    }
    const held = copyHeld(to)
    recordTables(held.migrations)
    return { kind: 'sqlite', files: [copyFile], ...held }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(
      'HEARTH-1401',
      `The records in ${from} cannot be copied: ${error instanceof Error ? error.message : String(error)}.`,
      'Check that the file is one of Hearth, that it can be read, and that there is space where the backup is written.',
      { file: from },
    )
  }
}

/** Rows fetched at once: an edition can be a megabyte. */
const FETCH = 100

/** The rows of a table as lines of JSON, by its key; the columns first. Counts them as they pass. */
async function* linesOf(
  client: pg.Client,
  { name, columns, key }: RecordTable,
  count: (rows: number) => void,
): AsyncGenerator<string> {
  yield `${JSON.stringify(columns)}\n`
  if (notKept.includes(name)) return
  const order = key.length ? ` order by ${key.map(quoted).join(', ')}` : ''
  await client.query(
    `declare held no scroll cursor for select ${columns.map(quoted).join(', ')} from ${quoted(name)}${order}`,
  )
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `fetch ${FETCH} from held`, rowMode: 'array' })
    if (rows.length === 0) break
    count(rows.length)
    yield rows.map(row => `${JSON.stringify(row)}\n`).join('')
  }
  await client.query('close held')
}

async function dumpPostgres(client: pg.Client, folder: string): Promise<Snapshot | null> {
  await client.query('begin isolation level repeatable read, read only')
  const found = await client.query<{ there: boolean }>("select to_regclass('migration') is not null as there")
  if (found.rows[0]?.there !== true) return null
  const numbers = async (sql: string): Promise<readonly number[]> =>
    (await client.query<{ number: number }>(sql)).rows.map(({ number }) => number)
  const applied = await client.query<{ name: string }>('select name from migration order by name')
  const migrations = applied.rows.map(({ name }) => name).sort()
  const counted = new Map<string, number>()
  for (const table of recordTables(migrations)) {
    counted.set(table.name, 0)
    const lines = linesOf(client, table, rows => counted.set(table.name, (counted.get(table.name) ?? 0) + rows))
    await pipeline(Readable.from(lines), createWriteStream(join(folder, linesFile(table.name)), { flags: 'wx' }))
  }
  const held = {
    versions: await numbers('select number from data_version order by number'),
    current: (await numbers('select number from current_version'))[0] ?? null,
  }
  await client.query('commit')
  return {
    kind: 'postgres',
    migrations,
    rows: Object.fromEntries(counted),
    files: [...counted.keys()].map(linesFile),
    ...held,
  }
}
