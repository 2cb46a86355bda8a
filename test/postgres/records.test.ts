import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordsContract } from '../../src/records/contract.ts'
import { openRecords } from '../../src/records/records.ts'
import { type PostgresServer, startPostgres } from './server.ts'

let server: PostgresServer | null = null
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())

const started = (): PostgresServer => server ?? expect.unreachable('PostgreSQL has not started')

recordsContract('PostgreSQL', async () => {
  const databaseUrl = await started().newDatabase()
  const open = () => openRecords({ home: 'unused', databaseUrl })
  const records = await open()
  return { records, again: open, remove: () => records.close() }
})

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
