import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRecords } from '../records/records.ts'
import { backUp, filesOf, newFolder, removeFolders, rewritten, rowsOf, someHome } from './home.fixture.ts'
import { restoreBackup } from './restore.ts'
import { readyFolder, settleRestore, writeNote } from './settle.ts'

let home = ''
let backup = ''
beforeAll(async () => {
  home = await someHome()
  backup = join(newFolder(), 'b.zip')
  await backUp(home, backup)
})
afterAll(() => removeFolders())

const restore = (to: string, from = backup, replace = false) => restoreBackup({ home: to, from, replace })
const anewOrLost = /^(proven|effects|work|sample|versions\/000002)|hearth\.duckdb|rebuilt/

test('a restored home has every row and every file of the one it was made of, empty folders too', async () => {
  const to = join(newFolder(), 'new', 'home')
  await restore(to)
  expect(rowsOf(to)).toEqual(rowsOf(home))
  expect(filesOf(to)).toEqual(
    Object.fromEntries(Object.entries(filesOf(home)).filter(([name]) => !anewOrLost.test(name))),
  )
  expect(filesOf(to)['versions/000001/extract']).toBeNull()
  expect(readdirSync(dirname(to))).toEqual(['home'])
  const records = await openRecords({ home: to })
  expect((await records.words.current('commentary')).map(({ body }) => body)).toContainEqual({ text: 'Said again.' })
  expect(await records.withImportLock(async () => 'in')).toBe('in')
  await records.close()
})

test('an empty folder is a home to restore into', async () => {
  const to = newFolder()
  await restore(to)
  expect(rowsOf(to)).toEqual(rowsOf(home))
})

test('a folder that holds anything is refused and left as it is; with --replace it is kept beside', async () => {
  const to = join(newFolder(), 'home')
  mkdirSync(to)
  writeFileSync(join(to, 'mine.txt'), 'mine')
  await expect(restore(to)).rejects.toMatchObject({ code: 'HEARTH-1414' })
  expect(readdirSync(to)).toEqual(['mine.txt'])
  const { kept } = await restore(to, backup, true)
  expect(readFileSync(join(kept.folder ?? '', 'mine.txt'), 'utf8')).toBe('mine')
  expect(readdirSync(dirname(to)).length).toBe(2)
  expect(rowsOf(to)).toEqual(rowsOf(home))
})

test('a damaged backup changes nothing and leaves nothing', async () => {
  const to = join(newFolder(), 'home')
  mkdirSync(to)
  writeFileSync(join(to, 'mine.txt'), 'mine')
  // The last file of all is wrong: everything before it has been unpacked.
  const wrong = await rewritten(backup, members => {
    members.set('home/measures/placements/ours.sql', Buffer.from('select 9'))
  })
  await expect(restore(to, wrong, true)).rejects.toMatchObject({ code: 'HEARTH-1413' })
  expect(filesOf(dirname(to))).toEqual({ home: null, 'home/mine.txt': 'mine' })
})

test('a backup whose names climb out of the home writes nothing', async () => {
  const to = join(newFolder(), 'home')
  const climbs = await rewritten(backup, members => {
    const manifest = JSON.parse(String(members.get('manifest.json')))
    members.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, folders: ['../outside'] })))
  })
  await expect(restore(to, climbs)).rejects.toMatchObject({ code: 'HEARTH-1413' })
  expect(readdirSync(dirname(to))).toEqual([])
})

test('a home in which an import runs is not replaced', async () => {
  const to = join(newFolder(), 'home')
  await restore(to)
  const records = await openRecords({ home: to })
  await records.withImportLock(async () => {
    await expect(restore(to, backup, true)).rejects.toMatchObject({ code: 'HEARTH-1402' })
  })
  await records.close()
  expect(readdirSync(dirname(to))).toEqual(['home'])
})

/** What a restore with --replace leaves where it is killed: `named` says how many of the two changes of name were made. */
async function killedAfter(named: 0 | 1): Promise<{ readonly to: string; readonly kept: string }> {
  const to = join(newFolder(), 'home')
  const kept = `${to}.before-x`
  await restore(to)
  renameSync(to, readyFolder(to))
  writeNote(readyFolder(to), { mark: 'm', process: 999_999_999, postgres: false, kept })
  mkdirSync(named === 0 ? to : kept)
  writeFileSync(join(named === 0 ? to : kept, 'mine.txt'), 'mine')
  return { to, kept }
}

test('killed before the old home was put aside, a restore leaves the old home', async () => {
  const { to } = await killedAfter(0)
  await settleRestore(to, undefined)
  expect(filesOf(dirname(to))).toEqual({ home: null, 'home/mine.txt': 'mine' })
})

test('killed between the two changes of name, a restore is ended by the next command', async () => {
  const { to, kept } = await killedAfter(1)
  await settleRestore(to, undefined)
  expect(rowsOf(to)).toEqual(rowsOf(home))
  expect(readFileSync(join(kept, 'mine.txt'), 'utf8')).toBe('mine')
  expect(existsSync(join(to, 'restore.mark'))).toBe(false)
})

test('a restore that still runs is left to itself', async () => {
  const { to, kept } = await killedAfter(1)
  writeNote(readyFolder(to), { mark: 'm', process: process.ppid, postgres: false, kept })
  await settleRestore(to, undefined)
  expect(existsSync(to)).toBe(false)
})
