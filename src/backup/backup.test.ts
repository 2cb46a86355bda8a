import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { DatabaseSync } from '../records/raw-sqlite.fixture.ts'
import { openRecords } from '../records/records.ts'
import { backUp, newFolder, removeFolders, rowsOf, someHome } from './home.fixture.ts'
import { verifyBackup } from './verify.ts'

afterAll(() => removeFolders())

test('a backup holds the records, the versions they name and the settings, and nothing that is made anew', async () => {
  const home = await someHome()
  const to = join(newFolder(), 'b.zip')
  const manifest = await backUp(home, to)
  expect(manifest.files.map(({ name }) => name)).toEqual([
    'hearth-backup.txt',
    'records/records.sqlite',
    'home/versions/000001/model/mark',
    'home/versions/000001/returned/episodes.parquet',
    'home/versions/000003/model/mark',
    'home/versions/000003/returned/episodes.parquet',
    'home/groups.yaml',
    'home/measures/placements/ours.sql',
  ])
  expect(manifest).toMatchObject({
    hearth: '0.0.0',
    current: 3,
    records: { kind: 'sqlite', rows: { finding: 451, word: 3 } },
  })
  expect(manifest.records.schema).toBe(Number.parseInt(manifest.records.migrations.at(-1) ?? '', 10))
  const groups = manifest.files.find(({ name }) => name === 'home/groups.yaml')
  const bytes = readFileSync(join(home, 'groups.yaml'))
  expect(groups).toMatchObject({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  expect(await verifyBackup(to)).toEqual(manifest)
  expect(readdirSync(dirname(to))).toEqual(['b.zip'])
})

test('a table that a later step adds is in the backup without being listed anywhere', async () => {
  const home = await someHome()
  const database = new DatabaseSync(join(home, 'records.sqlite'))
  database.exec("create table later (id integer primary key, said text); insert into later (said) values ('kept')")
  database.close()
  const manifest = await backUp(home, join(newFolder(), 'b.zip'))
  expect(manifest.records.rows).toMatchObject({ later: 1 })
  expect(Object.keys(manifest.records.rows)).toEqual(
    Object.keys(rowsOf(home)).filter(name => !name.startsWith('sqlite_')),
  )
})

test('a row that is being written is not in the backup, nobody waits, and it is there afterwards', async () => {
  const home = await someHome()
  const writer = new DatabaseSync(join(home, 'records.sqlite'), { timeout: 0 })
  writer.exec("begin immediate; update setting set set_by = 'someone'")
  const to = join(newFolder(), 'b.zip')
  await backUp(home, to)
  writer.exec('commit')
  writer.close()
  expect(rowsOf(home).setting).toMatchObject([{ set_by: 'someone' }])
  expect((await verifyBackup(to)).records.rows.setting).toBe(1)
})

test('who imports at the moment is not kept', async () => {
  const home = await someHome()
  const records = await openRecords({ home })
  const manifest = await records.withImportLock(() => backUp(home, join(newFolder(), 'b.zip')))
  await records.close()
  expect(manifest.records.rows.import_holder).toBe(0)
})

test('records of an earlier schema are backed up as they are, not moved on', async () => {
  const home = await someHome()
  const database = new DatabaseSync(join(home, 'records.sqlite'))
  database.exec("drop table word; delete from migration where name like '005%'")
  database.close()
  const manifest = await backUp(home, join(newFolder(), 'b.zip'))
  expect(manifest.records.migrations.some(name => name.startsWith('005'))).toBe(false)
  expect(rowsOf(home).word).toBeUndefined()
})

test('records of a newer Hearth are refused, with no file made', async () => {
  const home = await someHome()
  const database = new DatabaseSync(join(home, 'records.sqlite'))
  database.exec("insert into migration values ('999-later', '2030-01-01')")
  database.close()
  const folder = newFolder()
  await expect(backUp(home, join(folder, 'b.zip'))).rejects.toMatchObject({ code: 'HEARTH-1404' })
  expect(readdirSync(folder)).toEqual([])
})

test('a backup is refused over a file, into the home, into no folder, of no home, and of a version that is not there', async () => {
  const home = await someHome()
  const folder = newFolder()
  writeFileSync(join(folder, 'there.zip'), 'mine')
  await expect(backUp(home, join(folder, 'there.zip'))).rejects.toMatchObject({ code: 'HEARTH-1411' })
  expect(readFileSync(join(folder, 'there.zip'), 'utf8')).toBe('mine')
  for (const inside of [home, join(home, 'measures')])
    await expect(backUp(home, join(inside, 'b.zip'))).rejects.toMatchObject({ code: 'HEARTH-1411' })
  await expect(backUp(home, join(folder, 'no', 'b.zip'))).rejects.toMatchObject({ code: 'HEARTH-1411' })
  for (const none of [join(folder, 'none'), newFolder()])
    await expect(backUp(none, join(folder, 'b.zip'))).rejects.toMatchObject({ code: 'HEARTH-1410' })
  rmSync(join(home, 'versions/000001'), { recursive: true })
  await expect(backUp(home, join(folder, 'b.zip'))).rejects.toMatchObject({
    code: 'HEARTH-1415',
    message: expect.stringContaining('data version 1'),
  })
  expect(readdirSync(folder)).toEqual(['there.zip'])
})

test('what a killed backup left is cleared by the next in its folder, whatever its name, and that of one that runs is not', async () => {
  const home = await someHome()
  const folder = newFolder()
  const [dead, alive] = [
    join(folder, 'monday.zip.hearth-part-999999999'),
    join(folder, `b.zip.hearth-part-${process.ppid}`),
  ]
  for (const left of [dead, alive]) mkdirSync(left)
  await backUp(home, join(folder, 'b.zip'))
  expect([dead, alive].map(left => existsSync(left))).toEqual([false, true])
})

test.skipIf(process.platform === 'win32')(
  'measures that are a link to elsewhere are in the backup as files, and a link to itself ends',
  async () => {
    const home = await someHome()
    const checkout = newFolder()
    writeFileSync(join(checkout, 'theirs.sql'), 'select 2')
    symlinkSync(checkout, join(home, 'measures', 'shared'))
    symlinkSync(join(home, 'measures'), join(home, 'measures', 'round'))
    const manifest = await backUp(home, join(newFolder(), 'b.zip'))
    const names = manifest.files.map(({ name }) => name).filter(name => name.startsWith('home/measures'))
    expect(names).toEqual(['home/measures/placements/ours.sql', 'home/measures/shared/theirs.sql'])
  },
)
