import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { accountOf, ask, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { csvOf, type GivenRow, writeReturn } from './import.fixture.ts'

afterAll(removeFolders)

const HELD =
  "select child, year(max(last_day)) as y from returned.episodes, reference.return_held where use = 'used' and source = 'Episodes' group by child order by child"
const reach = "select last_day::varchar as d from reference.return_held where source = 'Episodes'"

/** A file of episodes in the folder of 2024-25, in a folder of its own unless given. */
function episodes(day: string | null, rows: readonly GivenRow[], folder = join(newFolder(), '2024-25')): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, day === null ? 'episodes.csv' : `episodes_${day}.csv`), csvOf('episodes', rows))
  return folder
}
const children = async (home: string) => (await ask(home, HELD)).map(({ child }) => child)
const older = [{ CHILD: 'A', LS: 'C1' }, { CHILD: 'B' }]
const newer = [{ CHILD: 'A', LS: 'C2' }]

/** Folders have names of chance, and files stand in the order of their paths: the longer first. */
const byRows = ([a = 0]: readonly number[], [b = 0]: readonly number[]): number => b - a

test('an older extract that comes later replaces nothing: its rows are superseded, and both days are said', async () => {
  const home = newFolder()
  await mustImport(home, [episodes('2025-03-31', newer)])
  const report = await mustImport(home, [episodes('2024-12-31', older)])
  expect(findingsOf(report, 'older-extract')).toMatchObject([
    { name: 'episodes_2024-12-31.csv', severity: 'warning', found: '2024-12-31', table: 'Episodes' },
  ])
  expect(report.findings.find(({ code }) => code === 'older-extract')?.why).toContain('31 December 2024')
  expect(report.findings.find(({ code }) => code === 'older-extract')?.why).toContain('31 March 2025')
  expect(await children(home)).toEqual(['A'])
  expect(await ask(home, reach)).toEqual([{ d: '2025-03-31' }])
  expect(accountOf(report.files, 'Episodes').toSorted(byRows)).toEqual([
    [2, 0, 0, 2, 0],
    [1, 1, 0, 0, 0],
  ])
  // A later one replaces both.
  const last = await mustImport(home, [episodes('2025-04-30', [{ CHILD: 'C' }])])
  expect(findingsOf(last, 'older-extract')).toEqual([])
  expect(await children(home)).toEqual(['C'])
  expect(accountOf(last.files, 'Episodes')).toEqual([[1, 1, 0, 0, 0]])
}, 60_000)

test('from nothing, an older extract is what there is', async () => {
  const home = newFolder()
  await mustImport(home, [episodes('2025-03-31', newer)])
  const report = await mustImport(home, [episodes('2024-12-31', older)], { fresh: true })
  expect(findingsOf(report, 'older-extract')).toEqual([])
  expect(await children(home)).toEqual(['A', 'B'])
  expect(await ask(home, reach)).toEqual([{ d: '2024-12-31' }])
}, 60_000)

test('of two extracts in one import the later day stands, whatever their folders are called', async () => {
  const home = newFolder()
  const root = newFolder()
  const report = await mustImport(home, [
    episodes('2025-03-31', newer, join(root, 'a', '2024-25')),
    episodes('2024-12-31', older, join(root, 'b', '2024-25')),
  ])
  expect(findingsOf(report, 'older-extract')).toHaveLength(1)
  expect(findingsOf(report, 'returned-twice')).toEqual([])
  expect(await ask(home, "select ls from returned.episodes where use = 'used'")).toEqual([{ ls: 'C2' }])
}, 60_000)

test('a part year is older than the whole year that does not say its day; a whole year is older than nothing', async () => {
  const home = newFolder()
  await mustImport(home, [episodes(null, newer)])
  await mustImport(home, [episodes('2024-12-31', older)])
  expect(await children(home)).toEqual(['A'])
  await mustImport(home, [episodes('2025-06-30', older)])
  expect(await children(home)).toEqual(['A', 'B'])
  await mustImport(home, [episodes(null, [{ CHILD: 'D' }])])
  expect(await children(home)).toEqual(['D'])
}, 60_000)

test('an older extract with a header and no row does not say that nothing happened', async () => {
  const home = newFolder()
  await mustImport(home, [episodes('2025-03-31', newer)])
  const report = await mustImport(home, [episodes('2024-12-31', [])])
  expect(findingsOf(report, 'older-extract')).toHaveLength(1)
  expect(await children(home)).toEqual(['A'])
  expect(accountOf(report.files, 'Episodes').toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
    [0, 0, 0, 0, 0],
    [1, 1, 0, 0, 0],
  ])
}, 60_000)

test('the day given with an import counts for a year that has closed, if it lies in it', async () => {
  const home = newFolder()
  const folder = writeReturn(join(newFolder(), '2024-25'), { header: [{}], episodes: [{}] })
  await mustImport(home, [folder], { extractDate: '2024-12-31' })
  expect(await ask(home, reach)).toEqual([{ d: '2024-12-31' }])
  await mustImport(home, [folder], { extractDate: '2025-06-30', fresh: true })
  expect(await ask(home, reach)).toEqual([{ d: '2025-03-31' }])
}, 60_000)
