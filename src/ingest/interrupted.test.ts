import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { importInto, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { writeReturn } from './import.fixture.ts'
import { beginWork, sweep } from './version-folder.ts'

afterAll(removeFolders)

const homeWith = (...versions: readonly string[]): string => {
  const home = newFolder()
  for (const version of versions) {
    mkdirSync(join(home, 'versions', version), { recursive: true })
    writeFileSync(join(home, 'versions', version, 'in_care_at.parquet'), '')
  }
  return home
}
const versionsOf = (home: string): readonly string[] => readdirSync(join(home, 'versions')).sort()

test('a version that a killed import noted and never committed is swept; one that was committed stays', () => {
  const home = homeWith('000001', '000002')
  beginWork(home, 2)
  expect(sweep(home, [1])).toEqual([])
  expect(versionsOf(home)).toEqual(['000001'])
  expect(existsSync(join(home, 'work'))).toBe(false)
  const committed = homeWith('000001', '000002')
  beginWork(committed, 2)
  expect(sweep(committed, [1, 2])).toEqual([])
  expect(versionsOf(committed)).toEqual(['000001', '000002'])
})

test('killed before it noted anything, an import left no version', () => {
  const home = homeWith('000001')
  mkdirSync(join(home, 'work'))
  writeFileSync(join(home, 'work', 'version'), '')
  expect(sweep(home, [1])).toEqual([])
  expect(versionsOf(home)).toEqual(['000001'])
})

test('folders of versions that the records do not know refuse an import, and stay', async () => {
  const home = homeWith('000001', '000002', 'kept by hand')
  const folder = writeReturn(join(newFolder(), '2024-25'), { episodes: [{}] })
  await expect(importInto(home, [folder])).rejects.toMatchObject({
    code: 'HEARTH-1408',
    message: expect.stringContaining('000001, 000002, which'),
  })
  expect(versionsOf(home)).toEqual(['000001', '000002', 'kept by hand'])
})

test('no import is complete up to a day to come; up to today it may be', async () => {
  const folder = writeReturn(join(newFolder(), '2026-27'), { episodes: [{ DECOM: '01/05/2026' }] })
  const given = { today: '2026-11-27' }
  await expect(importInto(newFolder(), [folder], { ...given, extractDate: '2026-11-28' })).rejects.toMatchObject({
    code: 'HEARTH-1305',
  })
  await mustImport(newFolder(), [folder], { ...given, extractDate: '2026-11-27' })
})
