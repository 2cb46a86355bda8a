import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from './durable-folder.ts'
import { openRecords } from './records.ts'

const root = mkdtempSync(join(tmpdir(), 'hearth-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a new folder is synced into the one it is in, and so is each above it that is new, the outermost first', () => {
  const synced: string[] = []
  makeFolder(join(root, 'a', 'b'), folder => synced.push(folder))
  expect(synced).toEqual([root, join(root, 'a')])
  expect(existsSync(join(root, 'a', 'b'))).toBe(true)
})

test('a folder that is there is left alone', () => {
  const synced: string[] = []
  makeFolder(root, folder => synced.push(folder))
  expect(synced).toEqual([])
})

test('a home in a folder that is not there yet is made', async () => {
  const home = join(root, 'new', 'home')
  await (await openRecords({ home })).close()
  expect(existsSync(join(home, 'records.sqlite'))).toBe(true)
})
