import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  backUp,
  filesOf,
  fillRecords,
  newFolder,
  removeFolders,
  rowsOf,
  someHome,
  writeFolders,
} from '../../src/backup/home.fixture.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import { readyFolder, settleRestore, writeNote } from '../../src/backup/settle.ts'
import { verifyBackup } from '../../src/backup/verify.ts'
import { someWord } from '../../src/records/builders.ts'
import { openRecords } from '../../src/records/records.ts'
import { type PostgresServer, startPostgres } from './server.ts'

let server: PostgresServer | null = null
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  removeFolders()
  await server?.stop()
})
const newDatabase = (): Promise<string> => server?.newDatabase() ?? expect.unreachable('PostgreSQL has not started')

async function asked<T extends object>(databaseUrl: string, sql: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Every row of every table of a schema, as `rowsOf` gives those of SQLite. */
async function rowsIn(databaseUrl: string, schema = 'public'): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await asked<{ name: string }>(
    databaseUrl,
    `select tablename as name from pg_tables where schemaname = '${schema}' order by 1`,
  )
  const found: [string, readonly unknown[]][] = []
  for (const { name } of tables)
    found.push([name, await asked(databaseUrl, `select * from ${schema}."${name}" order by 1, 2`)])
  return Object.fromEntries(found)
}

/** Instants of loading differ between two fillings; a test compares a backup with what it was made of. */
async function postgresHome(): Promise<{ readonly home: string; readonly databaseUrl: string; readonly file: string }> {
  const home = join(newFolder(), 'home')
  const databaseUrl = await newDatabase()
  await fillRecords({ home, databaseUrl })
  writeFolders(home)
  const file = join(newFolder(), 'b.zip')
  await backUp(home, file, { databaseUrl })
  return { home, databaseUrl, file }
}

test('a backup of PostgreSQL is whole, and restores into another database with every row and file', async () => {
  const { databaseUrl, file } = await postgresHome()
  const { records } = await verifyBackup(file)
  expect(records).toMatchObject({ kind: 'postgres', rows: { finding: 451, word: 3, edition: 2, import_holder: 0 } })
  const [to, target] = [join(newFolder(), 'home'), await newDatabase()]
  await restoreBackup({ from: file, home: to, databaseUrl: target, replace: false })
  expect(await rowsIn(target)).toEqual(await rowsIn(databaseUrl))
  expect(readdirSync(to).sort()).toEqual(['groups.yaml', 'measures', 'versions'])
  expect(filesOf(to)['versions/000003/returned/episodes.parquet']).toContain('episodes of 3')
  // The schema's own rules stand again as they were made.
  const loose = await asked(target, "select conname from pg_constraint where contype = 'f' and condeferrable")
  expect(loose).toEqual([])
  const records2 = await openRecords({ home: to, databaseUrl: target })
  expect(await records2.words.save([someWord({ key: 'CP2' })])).toMatchObject({ kind: 'saved' })
  await records2.close()
})

test('a backup of PostgreSQL restores into SQLite, and that into PostgreSQL again, with the same rows', async () => {
  const { databaseUrl, file } = await postgresHome()
  const lite = join(newFolder(), 'home')
  await restoreBackup({ from: file, home: lite, replace: false })
  const same = await rowsIn(databaseUrl)
  expect(rowsOf(lite)).toEqual(same)
  const back = join(newFolder(), 'b.zip')
  await backUp(lite, back)
  const target = await newDatabase()
  await restoreBackup({ from: back, home: join(newFolder(), 'home'), databaseUrl: target, replace: false })
  expect(await rowsIn(target)).toEqual(same)
})

test('what is being written in PostgreSQL is not in the backup, and the writer does not wait', async () => {
  const { home, databaseUrl } = await postgresHome()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query("begin; set local lock_timeout = '1s'; delete from target; lock table word in row exclusive mode")
  const file = join(newFolder(), 'b.zip')
  await backUp(home, file, { databaseUrl })
  await client.query('commit')
  await client.end()
  expect((await verifyBackup(file)).records.rows.target).toBe(2)
})

test('a database that holds records is refused and left as it is; with --replace they are kept in a schema beside', async () => {
  const { file } = await postgresHome()
  const target = await newDatabase()
  const records = await openRecords({ home: 'unused', databaseUrl: target })
  await records.settings.set('council', { name: 'Another' }, 'A. Lister')
  await records.close()
  const before = await rowsIn(target)
  const to = join(newFolder(), 'home')
  const restore = (replace: boolean) => restoreBackup({ from: file, home: to, databaseUrl: target, replace })
  await expect(restore(false)).rejects.toMatchObject({ code: 'HEARTH-1414' })
  expect(await rowsIn(target)).toEqual(before)
  expect(readdirSync(dirname(to))).toEqual([])
  const { kept } = await restore(true)
  expect(await rowsIn(target, kept.schema ?? '')).toEqual(before)
  expect((await rowsIn(target)).word).toHaveLength(3)
})

test('an empty database that Hearth has opened before is restored into; while an import runs it is not', async () => {
  const { file, databaseUrl } = await postgresHome()
  const target = await newDatabase()
  const to = join(newFolder(), 'home')
  const records = await openRecords({ home: 'unused', databaseUrl: target })
  await records.withImportLock(async () => {
    await expect(restoreBackup({ from: file, home: to, databaseUrl: target, replace: false })).rejects.toMatchObject({
      code: 'HEARTH-1402',
    })
  })
  await records.close()
  expect(existsSync(to)).toBe(false)
  await restoreBackup({ from: file, home: to, databaseUrl: target, replace: false })
  expect(await rowsIn(target)).toEqual(await rowsIn(databaseUrl))
})

test('where the rows cannot be put into PostgreSQL, folder and database are as they were', async () => {
  const home = await someHome()
  const records = await openRecords({ home })
  await records.settings.set('strange', 'x', 'nul\0')
  await records.close()
  const file = join(newFolder(), 'b.zip')
  await backUp(home, file)
  const target = await newDatabase()
  const to = join(newFolder(), 'home')
  mkdirSync(join(to, 'mine'), { recursive: true })
  const restored = restoreBackup({ from: file, home: to, databaseUrl: target, replace: true })
  await expect(restored).rejects.toMatchObject({ code: 'HEARTH-1403' })
  expect(await rowsIn(target)).toEqual({})
  expect(filesOf(dirname(to))).toEqual({ home: null, 'home/mine': null })
})

/** What a restore leaves that is killed once the folder is ready and the old one put aside; the commit came or not. */
async function killed(committed: boolean) {
  const { file } = await postgresHome()
  const target = await newDatabase()
  const to = join(newFolder(), 'home')
  await restoreBackup({ from: file, home: to, databaseUrl: target, replace: false })
  renameSync(to, readyFolder(to))
  const kept = `${to}.before-x`
  mkdirSync(join(kept, 'mine'), { recursive: true })
  const [found] = await asked<{ mark: string }>(target, "select obj_description('migration'::regclass) as mark")
  const mark = committed ? (found?.mark ?? '') : 'another'
  writeNote(readyFolder(to), { mark, process: 999_999_999, postgres: true, kept })
  await settleRestore(to, target)
  return filesOf(dirname(to))
}

test('killed after PostgreSQL has committed, a restore is ended: the new home has its name', async () => {
  expect(await killed(true)).toMatchObject({ 'home.before-x/mine': null, 'home/versions/000001': null })
})

test('killed before PostgreSQL has committed, a restore is undone: the old home has its name again', async () => {
  expect(await killed(false)).toEqual({ home: null, 'home/mine': null })
})
