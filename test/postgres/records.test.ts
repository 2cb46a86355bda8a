import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordsContract } from '../../src/records/contract.ts'
import { openRecords } from '../../src/records/records.ts'
import { wordsContract } from '../../src/records/word-contract.fixture.ts'
import { type PostgresServer, startPostgres } from './server.ts'

let server: PostgresServer | null = null
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())

const started = (): PostgresServer => server ?? expect.unreachable('PostgreSQL has not started')

const fresh = async () => {
  const databaseUrl = await started().newDatabase()
  const open = () => openRecords({ home: 'unused', databaseUrl })
  const records = await open()
  return { records, again: open, remove: () => records.close() }
}
recordsContract('PostgreSQL', fresh)
wordsContract('PostgreSQL', fresh)

test('several processes that start on an empty database at once build its schema once', async () => {
  const databaseUrl = await started().newDatabase()
  const all = await Promise.all([1, 2, 3, 4].map(() => openRecords({ home: 'unused', databaseUrl })))
  expect(await Promise.all(all.map(records => records.dataVersions.next()))).toEqual([1, 1, 1, 1])
  for (const records of all) await records.close()
})

test('an address that does not answer is refused without telling its password', async () => {
  const refused = openRecords({ home: 'unused', databaseUrl: 'postgres://hearth:s3cret@127.0.0.1:1/none' })
  await expect(refused).rejects.toMatchObject({ code: 'HEARTH-1403', message: expect.not.stringContaining('s3cret') })
})

test('an import whose session the server ends does not bring its process down, and the next is let in', async () => {
  const databaseUrl = await started().newDatabase()
  const [records, other] = await Promise.all([1, 2].map(() => openRecords({ home: 'unused', databaseUrl })))
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await records?.withImportLock(async () => {
    await client.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted")
    await expect.poll(() => other?.withImportLock(async () => 'in').catch(() => 'out')).toBe('in')
  })
  await client.end()
  await records?.close()
  await other?.close()
})

test('an import that was killed holds nothing', async () => {
  const databaseUrl = await started().newDatabase()
  const records = await openRecords({ home: 'unused', databaseUrl })
  const holder = spawn(process.execPath, [fileURLToPath(new URL('./holder.ts', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  await expect(records.withImportLock(async () => 'in')).rejects.toMatchObject({ code: 'HEARTH-1402' })
  holder.kill('SIGKILL')
  await expect.poll(() => records.withImportLock(async () => 'in').catch(() => 'out'), { timeout: 10_000 }).toBe('in')
  await records.close()
})
