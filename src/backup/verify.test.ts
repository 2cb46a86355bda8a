import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseSync } from '../records/raw-sqlite.fixture.ts'
import { backUp, newFolder, removeFolders, rewritten, someHome } from './home.fixture.ts'
import type { Manifest } from './manifest.ts'
import { verifyBackup } from './verify.ts'

let backup = ''
let bytes = Buffer.alloc(0)
beforeAll(async () => {
  backup = join(newFolder(), 'b.zip')
  await backUp(await someHome(), backup)
  bytes = readFileSync(backup)
})
afterAll(() => removeFolders())

const written = (changed: Buffer): string => {
  const path = join(newFolder(), 'changed.zip')
  writeFileSync(path, changed)
  return path
}
const damaged = {
  code: 'HEARTH-1413',
  message: expect.stringContaining('is damaged: '),
  fix: expect.stringContaining('earlier'),
}

test('a backup of which any byte was changed is refused', async () => {
  // Every kind of place: the first header and the last 400 bytes one by one, and a step through the rest.
  const places = [
    ...Array.from({ length: 60 }, (_, i) => i),
    ...Array.from({ length: 400 }, (_, i) => bytes.length - 1 - i),
    ...Array.from({ length: 100 }, (_, i) => Math.floor((i * bytes.length) / 100)),
  ]
  const path = written(bytes)
  for (const place of places) {
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ 0x10
    writeFileSync(path, changed)
    await expect(verifyBackup(path), `byte ${place}`).rejects.toMatchObject(damaged)
  }
})

test('a backup cut short anywhere, or with something after its end, is refused', async () => {
  for (const part of [0.01, 0.3, 0.9, 0.999])
    await expect(verifyBackup(written(bytes.subarray(0, Math.floor(bytes.length * part))))).rejects.toMatchObject(
      damaged,
    )
  for (const less of [1, 63, 64, 65, 200])
    await expect(verifyBackup(written(bytes.subarray(0, bytes.length - less)))).rejects.toMatchObject(damaged)
  await expect(verifyBackup(written(Buffer.concat([bytes, Buffer.from('x')])))).rejects.toMatchObject(damaged)
})

test('what was changed is named: the file whose bytes are not what they were', async () => {
  const place = bytes.indexOf('episodes of 3')
  expect(place).toBeGreaterThan(0)
  const changed = Buffer.from(bytes)
  changed[place] = 0x45
  await expect(verifyBackup(written(changed))).rejects.toMatchObject({
    message: expect.stringContaining('home/versions/000003/returned/episodes.parquet is not what it was'),
  })
})

test('a file that is no backup, and one that is not there, are told from a damaged one', async () => {
  const refused = { code: 'HEARTH-1412' }
  await expect(verifyBackup(written(Buffer.from('not a zip at all '.repeat(20))))).rejects.toMatchObject(refused)
  await expect(verifyBackup(written(Buffer.alloc(0)))).rejects.toMatchObject(refused)
  await expect(verifyBackup(join(newFolder(), 'none.zip'))).rejects.toMatchObject(refused)
})

const manifestOf = (members: Map<string, Buffer>): Manifest => JSON.parse(String(members.get('manifest.json')))
const put = (members: Map<string, Buffer>, manifest: unknown): unknown =>
  members.set('manifest.json', Buffer.from(JSON.stringify(manifest)))

test('a seal that is right does not stand for what is in it: each member is held against the manifest', async () => {
  const refuses = async (words: string, change: (members: Map<string, Buffer>) => unknown): Promise<void> =>
    await expect(
      verifyBackup(
        await rewritten(backup, members => {
          change(members)
        }),
      ),
      words,
    ).rejects.toMatchObject({ code: 'HEARTH-1413', message: expect.stringContaining(words) })
  await refuses('it lacks home/groups.yaml', members => members.delete('home/groups.yaml'))
  await refuses('it lacks manifest.json', members => members.delete('manifest.json'))
  await refuses('its manifest does not name (home/extra.txt)', members =>
    members.set('home/extra.txt', Buffer.from('x')),
  )
  await refuses('home/groups.yaml is not what it was', members =>
    members.set('home/groups.yaml', Buffer.from('groups: else\n')),
  )
  await refuses('home/groups.yaml is of another size', members =>
    members.set('home/groups.yaml', Buffer.from('groups')),
  )
  await refuses('its manifest cannot be read', members => members.set('manifest.json', Buffer.from('{')))
  await refuses('not as it was written', members => put(members, { ...manifestOf(members), hearth: 1 }))
  await refuses('another data version is current', members => put(members, { ...manifestOf(members), current: 1 }))
  await refuses('the table word of its records has 3 rows', members => {
    const manifest = manifestOf(members)
    put(members, { ...manifest, records: { ...manifest.records, rows: { ...manifest.records.rows, word: 4 } } })
  })
  await refuses('data version 3, which its records name, is not in it', members => {
    const manifest = manifestOf(members)
    const out = (name: string): boolean => name.startsWith('home/versions/000003/')
    for (const name of [...members.keys()].filter(out)) members.delete(name)
    put(members, { ...manifest, files: manifest.files.filter(({ name }) => !out(name)) })
  })
  expect(await verifyBackup(await rewritten(backup, () => {})), 'written again unchanged it is whole').toMatchObject({
    current: 3,
  })
})

test('records that are no whole database are refused though their sum is right', async () => {
  const { createHash } = await import('node:crypto')
  const withRecords = (change: (path: string) => void): Promise<string> =>
    rewritten(backup, members => {
      const path = written(members.get('records/records.sqlite') ?? Buffer.alloc(0))
      change(path)
      const records = readFileSync(path)
      members.set('records/records.sqlite', records)
      const manifest = manifestOf(members)
      put(members, {
        ...manifest,
        files: manifest.files.map(file =>
          file.name === 'records/records.sqlite'
            ? { ...file, size: records.length, sha256: createHash('sha256').update(records).digest('hex') }
            : file,
        ),
      })
    })
  const torn = withRecords(path => {
    const records = readFileSync(path)
    records.fill(0xff, 4096 * 3, 4096 * 6)
    writeFileSync(path, records)
  })
  const loose = withRecords(path => {
    const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
    database.exec('update edition set data_version = 77')
    database.close()
  })
  await expect(verifyBackup(await torn)).rejects.toMatchObject({
    code: 'HEARTH-1413',
    message: expect.stringContaining('are not whole'),
  })
  await expect(verifyBackup(await loose)).rejects.toMatchObject({
    message: expect.stringContaining('a row of edition names'),
  })
})

test('a backup of a later form, or of a newer schema, is told to use a later Hearth', async () => {
  const later = await rewritten(backup, members => {
    put(members, { ...manifestOf(members), form: 2 })
  })
  await expect(verifyBackup(later)).rejects.toMatchObject({
    code: 'HEARTH-1412',
    message: expect.stringContaining('later form'),
  })
  const newer = await rewritten(backup, members => {
    const manifest = manifestOf(members)
    put(members, {
      ...manifest,
      records: { ...manifest.records, migrations: [...manifest.records.migrations, '999-later'] },
    })
  })
  await expect(verifyBackup(newer)).rejects.toMatchObject({ code: 'HEARTH-1404' })
})
