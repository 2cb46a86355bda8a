import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Engine } from '../engine/engine.ts'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { someTarget, someWord } from '../records/builders.ts'
import { openRecords } from '../records/records.ts'
import { heard } from './heard.fixture.ts'
import { run } from './main.ts'

const said = heard()
afterAll(() => removeFolders())

const hearth = async (home: string, ...line: readonly string[]): Promise<number> => {
  said.clear()
  const code = await run(['--home', home, ...line], '1.2.3')
  process.exitCode = undefined
  return code
}
const scorecard = async (home: string): Promise<string> => {
  expect(await hearth(home, 'scorecard', '--format', 'json'), said.err).toBe(0)
  return said.out
}

let home = ''
let before = ''
const year = (name: string, children: readonly string[]): string => {
  const folder = join(newFolder(), name)
  const rows = children.map(CHILD => ({ CHILD }))
  writeReturn(folder, { header: rows, episodes: rows, reviews: rows })
  return folder
}
beforeAll(async () => {
  home = join(newFolder(), 'home')
  mkdirSync(join(home, 'measures'), { recursive: true })
  writeFileSync(join(home, 'measures', 'note.txt'), 'ours')
  expect(await hearth(home, 'import', year('2023-24', ['A']), '--authority', 'E06000999'), said.err).toBe(0)
  expect(await hearth(home, 'import', year('2024-25', ['A', 'B', 'C']), '--authority', 'E06000999'), said.err).toBe(0)
  const records = await openRecords({ home })
  await records.targets.replaceAll([someTarget({ measure: 'under-18-in-care', value: 12.5 })], 'targets.csv')
  await records.settings.set('council', { code: 'E06000999', name: 'Northbridge' }, 'A. Lister')
  await records.words.save([someWord()])
  await records.close()
  before = await scorecard(home)
}, 120_000)

const all = async (of: string) => {
  const records = await openRecords({ home: of })
  const { words, targets, settings, dataVersions } = records
  const found = [await words.all(), await targets.all(), [...(await settings.all())], await dataVersions.list()]
  await records.close()
  return found
}

test('a restored home gives the same scorecard, byte for byte, holds the same words, targets and settings, and imports again', async () => {
  const file = join(newFolder(), 'b.zip')
  expect(await hearth(home, 'backup', '--to', file), said.err).toBe(0)
  expect(said.out).toContain('2 data versions: 1, 2 (current).')
  expect(said.out).toContain('1 in word')
  expect(said.out).toContain('Settings files: measures/note.txt.')
  expect(said.out).toContain('by Hearth 1.2.3')
  expect(await hearth(home, 'backup', 'verify', file), said.err).toBe(0)
  expect(said.out).toContain('is whole.')
  const to = join(newFolder(), 'elsewhere', 'home')
  expect(await hearth(to, 'restore', file), said.err).toBe(0)
  // What it was made of is gone: nothing of the restored home leans on it.
  const away = `${home}.away`
  renameSync(home, away)
  try {
    expect(before).toContain('Northbridge')
    expect(await scorecard(to)).toBe(before)
    expect(await all(to)).toEqual(await all(away))
    for (const version of ['000001', '000002']) {
      const shell = await Engine.open({ path: join(to, 'versions', version, 'hearth.duckdb'), readOnly: true })
      expect(await shell.rows('select * from returned.episodes'), version).not.toEqual([])
      shell.close()
    }
    expect(await hearth(to, 'import', year('2025-26', ['A', 'D'])), said.err).toBe(0)
    expect(said.out).toContain('Data version 3')
  } finally {
    renameSync(away, home)
  }
}, 240_000)

test('with --json each answers with one object, and a fault with its code', async () => {
  const file = join(newFolder(), 'b.zip')
  expect(await hearth(home, '--json', 'backup', '--to', file)).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ file, current: 2, records: { kind: 'sqlite' } })
  expect(await hearth(home, '--json', 'backup', 'verify', file)).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ whole: true, versions: [{ number: 1 }, { number: 2 }] })
  expect(await hearth(home, '--json', 'backup', '--to', file)).toBe(2)
  expect(JSON.parse(said.err)).toMatchObject({ error: { code: 'HEARTH-1411' } })
  expect(await hearth(home, '--json', 'restore', file)).toBe(2)
  expect(JSON.parse(said.err)).toMatchObject({ error: { code: 'HEARTH-1414' } })
  expect(await hearth(home, '--json', 'backup')).toBe(2)
  expect(JSON.parse(said.err)).toMatchObject({ error: { code: 'HEARTH-1001' } })
  writeFileSync(file, readFileSync(file).subarray(0, 5_000))
  expect(await hearth(home, '--json', 'backup', 'verify', file)).toBe(2)
  expect(JSON.parse(said.err)).toMatchObject({ error: { code: 'HEARTH-1413' } })
  expect(said.out).toBe('')
})

test('a restore that was killed between two names is ended by whatever command comes next', async () => {
  const file = join(newFolder(), 'b.zip')
  const to = join(newFolder(), 'home')
  await hearth(home, 'backup', '--to', file)
  await hearth(to, 'restore', file)
  renameSync(to, `${to}.restored`)
  writeFileSync(
    join(`${to}.restored`, 'restore.mark'),
    JSON.stringify({ mark: 'm', process: 999_999_999, postgres: false, kept: null }),
  )
  expect(await hearth(to, 'versions')).toBe(0)
  expect(said.out).toContain('2  ')
  expect(readdirSync(dirname(to))).toEqual(['home'])
})
