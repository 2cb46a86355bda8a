import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { type GivenReturn, writeReturn } from '../ingest/import.fixture.ts'
import { versionFolder } from '../ingest/version-folder.ts'
import { heard } from './heard.fixture.ts'
import { run } from './main.ts'

const said = heard()
let home = ''
let imports: string[] = []
const hearth = (...line: readonly string[]): Promise<number> => {
  said.clear()
  return run(['--home', home, ...line], 'test')
}
const header = (child: string, sex: string) => ({ CHILD: child, SEX: sex, UPN: `UN${child}` })
const importing = async (tables: GivenReturn): Promise<string> => {
  const folder = writeReturn(join(newFolder(), '2025-26'), tables)
  expect(await hearth('import', folder, '--authority', 'E06000001')).toBe(0)
  return said.out.split('\n').find(line => line.startsWith('Rules of the return')) ?? ''
}

beforeAll(async () => {
  home = newFolder()
  const episodes = [{ CHILD: '1', DECOM: '01/05/2025' }]
  const one = await importing({ header: [header('1', 'F'), header('2', 'X'), header('3', 'Y')], episodes })
  // Child 2 is mended; child 3 stands on another line; child 4 is new.
  const two = await importing({
    header: [header('4', 'Z'), header('3', 'Y'), header('2', 'F'), header('1', 'F')],
    episodes,
  })
  imports = [one, two]
}, 300_000)
beforeEach(said.clear)
afterAll(removeFolders)

/** The lines of JSON of rule 101, and the summary. */
const lines = () => {
  const all = said.out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  return { sex: all.filter(({ rule }) => rule === '101'), summary: all.at(-1).summary }
}

test('an import ends by saying how many rows are at fault, how many of them are new, and where to see them', () => {
  expect(imports[0]).toMatch(/^Rules of the return: \d+ rows at fault in 2025-26\. `hearth check` lists them\.$/)
  expect(imports[1]).toMatch(/at fault in 2025-26, \d+ new since the version before and \d+ fixed\. /)
})

test('without files the current version’s check is read: its latest year, as the import kept it', async () => {
  expect(await hearth('check', '--format', 'jsonl')).toBe(1)
  const { sex, summary } = lines()
  expect(sex).toMatchObject([
    { table: 'Header', file: '2025-26/header.csv', line: 2, row: 0, child: '4', fields: ['SEX'] },
    { line: 3, row: 1, child: '3' },
  ])
  expect(summary).toMatchObject({ year: '2025-26' })
  expect(sex[0]).not.toHaveProperty('since')
  expect(imports[1]).toContain(` ${summary.found} rows at fault`)
}, 60_000)

test('--since tells new from still there, and lists what is fixed, whatever line a row stands on', async () => {
  expect(await hearth('check', '--since', '1', '--format', 'jsonl')).toBe(1)
  const { sex, summary } = lines()
  expect(sex.map(({ child, since }) => `${child} ${since}`)).toEqual(['4 new', '3 still there'])
  expect(summary.since.fixed.filter(({ rule }: { rule: string }) => rule === '101')).toEqual([
    { rule: '101', table: 'Header', file: '2025-26/header.csv', line: 3, row: 1, child: '2', fields: ['SEX'] },
  ])
  expect(summary.since.new + summary.since['still there']).toBe(summary.found)
  expect(await hearth('check', '--since', '1')).toBe(1)
  expect(said.out).toMatch(/Since data version 1: \d+ new, \d+ still there, \d+ fixed\./)
  expect(said.out).toMatch(/^ {2}101 +1 +1 +1$/m)
}, 60_000)

test('another day, or a version that keeps no check, is checked anew on its own rows and comes to the same', async () => {
  await hearth('check', '--format', 'jsonl')
  const kept = lines()
  await hearth('check', '--as-at', '2026-03-30', '--format', 'jsonl')
  const { sex, summary } = lines()
  expect(sex).toEqual(kept.sex)
  expect(summary.rules.notRun).toContainEqual(expect.objectContaining({ why: 'it cannot be due before 31 March 2026' }))
  rmSync(join(versionFolder(home, 1), 'checks'), { recursive: true })
  await hearth('check', '--since', '1', '--format', 'jsonl')
  expect(lines().sex.map(({ since }) => since)).toEqual(['new', 'still there'])
  expect(lines().summary.found).toBe(kept.summary.found)
}, 120_000)

test.each([
  [['--since', '9'], 'HEARTH-1406', 'no data version 9'],
  [['--year', '2019-20'], 'HEARTH-1001', 'Write one of: 2025-26.'],
  [['--authority', 'E06000002'], 'HEARTH-1004', 'with one of: E06000001.'],
  [['--last', 'returns'], 'HEARTH-1003', 'Leave --last out'],
  [['returns', '--since', '1'], 'HEARTH-1003', 'without them'],
])('what cannot be read of a version is said: %s', async (options, code, words) => {
  expect(await hearth('check', ...options)).toBe(2)
  expect(said.err).toContain(code)
  expect(said.err).toContain(words)
})

test('a home that nothing was imported into has nothing to check', async () => {
  const was = home
  home = newFolder()
  expect(await hearth('check')).toBe(2)
  expect(said.err).toContain('HEARTH-1406')
  home = was
})
