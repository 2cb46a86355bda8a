import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { someVersion } from './builders.ts'
import { recordsContract } from './contract.ts'
import { pending } from './migration.ts'
import { openRecords } from './records.ts'
import { wordsContract } from './word-contract.fixture.ts'

const homes: string[] = []
async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'hearth-records-'))
  homes.push(home)
  return home
}
afterAll(async () => {
  for (const home of homes) await rm(home, { recursive: true, force: true })
})

const fresh = async () => {
  const home = await newHome()
  const records = await openRecords({ home })
  return {
    records,
    again: () => openRecords({ home }),
    remove: () => records.close(),
  }
}
recordsContract('SQLite', fresh)
wordsContract('SQLite', fresh)

test('a commit is written through to the disk before it is answered, in a write-ahead log', async () => {
  const home = await newHome()
  const seen: string[] = []
  const { exec } = DatabaseSync.prototype
  DatabaseSync.prototype.exec = function (sql) {
    seen.push(sql)
    exec.call(this, sql)
  }
  try {
    await (await openRecords({ home })).close()
  } finally {
    DatabaseSync.prototype.exec = exec
  }
  expect(seen).toContain('pragma synchronous = full')
  const database = new DatabaseSync(join(home, 'records.sqlite'))
  expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  database.close()
})

test('a home that is a file is refused with its name', async () => {
  const home = join(await newHome(), 'file')
  await writeFile(home, 'not a folder')
  await expect(openRecords({ home })).rejects.toMatchObject({ code: 'HEARTH-1401', where: { file: home } })
})

test('a records file that is something else is refused', async () => {
  const home = await newHome()
  await writeFile(
    join(home, 'records.sqlite'),
    'this is no database, only some text that is long enough to be read as one',
  )
  await expect(openRecords({ home })).rejects.toMatchObject({ code: 'HEARTH-1401' })
})

test('records that a newer version has used are refused, and left as they are', async () => {
  const home = await newHome()
  const records = await openRecords({ home })
  await records.dataVersions.commit(someVersion(1))
  await records.close()
  const database = new DatabaseSync(join(home, 'records.sqlite'))
  database.exec("insert into migration values ('999-from-the-future', '2030-01-01')")
  database.close()
  await expect(openRecords({ home })).rejects.toMatchObject({ code: 'HEARTH-1404' })
})

test('only the steps not yet taken are taken, in order', () => {
  const all = ['001-a', '002-b', '003-c'].map(name => ({ name, sql: '' }))
  expect(pending(['001-a'], all).map(step => step.name)).toEqual(['002-b', '003-c'])
  expect(() => pending(['004-d'], all)).toThrow('newer version')
})
