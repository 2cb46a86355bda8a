import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { readSettings } from '../model/settings.ts'
import { openRecords, type Records } from '../records/records.ts'
import { newFolder, removeFolders } from './home.fixture.ts'
import { writeReturn } from './import.fixture.ts'
import { importPaths } from './import.ts'

afterAll(removeFolders)

const council = { code: 'E06000998', name: 'Invented Council' }
function files(): string {
  const root = newFolder()
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'council.json'), JSON.stringify({ authority: council, synthetic: true }))
  return writeReturn(join(root, '2024-25'), { header: [{}], episodes: [{}] })
}
const importWith = (home: string, records: Records, authority: string | null = null) =>
  importPaths({
    home,
    records,
    settings: readSettings(),
    paths: [files()],
    authority,
    extractDate: null,
    fresh: false,
    today: day('2026-11-27'),
  })
const known = async (records: Records, name: string): Promise<unknown> =>
  (await records.settings.get(name))?.value ?? null

test('whose home it is, and of which kind, is known with its first version; where that is not committed, neither is', async () => {
  const home = newFolder()
  const records = await openRecords({ home })
  const { commit } = records.dataVersions
  Object.assign(records.dataVersions, {
    commit: () => Promise.reject(new Error('The lights went out.')),
  })
  await expect(importWith(home, records)).rejects.toThrow('The lights went out.')
  expect([await known(records, 'council'), await known(records, 'synthetic')]).toEqual([null, null])
  Object.assign(records.dataVersions, { commit })
  await importWith(home, records)
  expect([await known(records, 'council'), await known(records, 'synthetic')]).toEqual([council, true])
  await records.close()
})

test('a home keeps the council it has; one whose files name none is of the council given', async () => {
  const home = newFolder()
  const records = await openRecords({ home })
  await records.settings.set('council', { code: 'E06000997', name: 'The first' }, 'somebody')
  await importWith(home, records)
  expect(await known(records, 'council')).toMatchObject({ name: 'The first' })
  await records.close()
})
