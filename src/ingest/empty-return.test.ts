import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ask, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { writeReturn } from './import.fixture.ts'

afterAll(removeFolders)

const year = (name: string, tables: Parameters<typeof writeReturn>[1]): string =>
  writeReturn(join(newFolder(), name), tables)

test('a later return of episodes with a header and no row says that nobody was in care, and it is said of whom', async () => {
  const home = newFolder()
  const report = await mustImport(home, [
    year('2024-25', { header: [{}], episodes: [{}] }),
    year('2025-26', { episodes: [] }),
  ])
  expect(findingsOf(report, 'open-then-gone')).toMatchObject([{ line: 2, table: 'Episodes' }])
  expect(await ask(home, 'select end_date::varchar as ended, end_recorded from episode')).toEqual([
    { ended: '2025-04-01', end_recorded: false },
  ])
}, 90_000)

test('a year that only the days tell is said once a year; one that a folder or a column tells is not', async () => {
  const folder = writeReturn(join(newFolder(), 'files'), {
    header: [{}],
    episodes: [{ DEC: '01/09/2024', REC: 'E4A' }],
  })
  const report = await mustImport(newFolder(), [folder])
  expect(findingsOf(report, 'year-guessed')).toMatchObject([{ severity: 'tolerated', found: '2024 to 2025', count: 2 }])
  const named = await mustImport(newFolder(), [year('2024-25', { header: [{}], episodes: [{}] })])
  expect(findingsOf(named, 'year-guessed')).toEqual([])
}, 90_000)
