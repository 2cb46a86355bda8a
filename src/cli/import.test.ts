import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { openRecords } from '../records/records.ts'
import { run } from './main.ts'

let said = { out: '', err: '' }
beforeEach(() => {
  said = { out: '', err: '' }
  process.exitCode = undefined
})
const listen = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
  vi.spyOn(stream, 'write').mockImplementation(text => {
    said[to] += String(text)
    return true
  })
listen(process.stdout, 'out')
listen(process.stderr, 'err')
afterAll(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
  removeFolders()
})

const targetsOf = async (home: string): Promise<readonly string[]> => {
  const records = await openRecords({ home })
  const all = await records.targets.all()
  await records.close()
  return all.map(({ measure, operator, value }) => `${measure} ${operator} ${value}`)
}
const head = 'measure,from,to,operator,value,set_by,agreed_on'
const targets = (folder: string, ...rows: readonly string[]): void =>
  writeFileSync(join(folder, 'targets.csv'), `${[head, ...rows].join('\n')}\n`)

const versionsOf = async (home: string): Promise<number> => {
  const records = await openRecords({ home })
  const all = await records.dataVersions.list()
  await records.close()
  return all.length
}

test('targets come with the import; with an error in a row none is changed, and no version is made of what changes nothing', async () => {
  const [home, folder] = [newFolder(), newFolder()]
  writeReturn(join(folder, '2024-25'), { header: [{}], episodes: [{}] })
  targets(folder, 'CP8,2026-04-01,,>=,20,Board,2026-03-11', 'CP9,2026-04-01,,<,1,Board,2026-03-11')
  expect(await run(['--home', home, 'import', folder], 'test')).toBe(0)
  expect(said.out).toContain('Data version 1 is made and current')
  expect(await targetsOf(home)).toEqual(['CP8 >= 20', 'CP9 < 1'])
  targets(folder, 'CP8,2026-04-01,,>=,25,Board,2026-03-11', 'CP9,soon,,<,1,Board,2026-03-11')
  expect(await run(['--home', home, 'import', folder], 'test')).toBe(2)
  expect(said.err).toContain('HEARTH-1306')
  expect(said.err).toMatch(/targets\.csv, line 3, from: .*No target was changed/)
  expect(await versionsOf(home)).toBe(1)
  expect(await targetsOf(home)).toEqual(['CP8 >= 20', 'CP9 < 1'])
  // With rows that are used a version is made, and the targets are still as they were.
  writeReturn(join(folder, '2025-26'), { header: [{ CHILD: 'C' }], episodes: [{ CHILD: 'C' }] })
  expect(await run(['--home', home, 'import', folder], 'test')).toBe(0)
  expect(said.out).toContain('No target was changed')
  expect(said.out).toContain('Data version 2 is made and current')
  expect(await targetsOf(home)).toEqual(['CP8 >= 20', 'CP9 < 1'])
  // Targets of one measure in two files, in force at once.
  targets(folder, 'CP8,2026-04-01,,>=,30,Board,2026-03-11')
  writeFileSync(join(folder, 'targets_2.csv'), `${head}\nCP8,2026-06-01,,>=,31,Board,2026-03-11\n`)
  expect(await run(['--home', home, 'import', folder], 'test')).toBe(2)
  expect(await targetsOf(home)).toEqual(['CP8 >= 20', 'CP9 < 1'])
}, 120_000)

test('targets of no measure, of an impossible share, or of one measure twice change nothing, and their rows are set aside', async () => {
  const [home, folder] = [newFolder(), newFolder()]
  writeReturn(join(folder, '2024-25'), { header: [{}], episodes: [{}] })
  targets(
    folder,
    'CP99,2026-04-01,,>=,20,Board,2026-03-11',
    'NUM-01,2026-04-01,,<,600,Board,2026-03-11',
    'CP1,2026-10-01,,<,590,Board,2026-03-11',
    'PLC-01,2026-04-01,,<,101,Board,2026-03-11',
  )
  expect(await run(['--home', home, '--json', 'import', folder, '--strict'], 'test')).toBe(1)
  const report = JSON.parse(said.out)
  const faults = report.findings.filter(({ code }: { code: string }) => code === 'target')
  expect(faults.map(({ line, column }: { line: number; column: string }) => `${line} ${column}`).sort()).toEqual([
    '2 measure',
    '4 from',
    '5 value',
  ])
  expect(report.files.find(({ table }: { table: string }) => table === 'targets')).toMatchObject({
    rowsRead: 4,
    used: 0,
    setAside: 4,
  })
  expect(await targetsOf(home)).toEqual([])
}, 120_000)

const marksOf = async (home: string): Promise<readonly string[]> => {
  const records = await openRecords({ home })
  const all = await records.annotations.all()
  await records.close()
  return all.map(({ measure, kind, text }) => `${measure ?? 'all'} ${kind} ${text}`)
}

test('annotations come with the import; a rebase without its reason is said with file and line and changes none; what matches nothing is a finding', async () => {
  const [home, folder] = [newFolder(), newFolder()]
  writeReturn(join(folder, '2024-25'), { header: [{}], episodes: [{}] })
  const file = join(folder, 'annotations.csv')
  const annotations = (...rows: readonly string[]): void =>
    writeFileSync(file, `${['measure,from,to,text,kind,author,date,recurs', ...rows].join('\n')}\n`)
  annotations(
    'CP8,2024-08-01,2024-08-31,Summer,event,,,yearly',
    'all,2024-09-02,,New system,data,,,',
    'CP99,2024-09-02,,Lost,event,,,',
    'CP8,1999-01-01,,Long ago,event,,,',
  )
  expect(await run(['--home', home, '--json', 'import', folder], 'test')).toBe(0)
  const found = (): readonly unknown[] =>
    JSON.parse(said.out)
      .findings.filter(({ code }: { code: string }) => code === 'annotation')
      .map(({ severity, line, column, file: path }: Record<string, unknown>) => [severity, path, line, column])
  expect(found()).toEqual([
    ['warning', file, 4, 'measure'],
    ['warning', file, 5, 'from'],
  ])
  const kept = ['CP8 event Summer', 'all data New system', 'CP99 event Lost', 'CP8 event Long ago']
  expect(await marksOf(home)).toEqual(kept)
  said.out = ''
  annotations('CP8,2024-10-01,,,rebase,R. Marsh,2024-12-01,', 'CP8,2024-10-01,,Fine,event,,,')
  writeReturn(join(folder, '2025-26'), { header: [{ CHILD: 'C' }], episodes: [{ CHILD: 'C' }] })
  expect(await run(['--home', home, '--json', 'import', folder], 'test')).toBe(0)
  expect(found()).toEqual([['error', file, 2, 'text']])
  const files = JSON.parse(said.out).files.filter(({ table }: { table: string }) => table === 'annotations')
  expect(files).toMatchObject([
    { rowsRead: 4, used: 4 },
    { rowsRead: 2, used: 0, setAside: 2 },
  ])
  expect(await marksOf(home)).toEqual(kept)
}, 120_000)

test('--strict says by its exit code that a file was not recognised; a scorecard cannot go where no folder is', async () => {
  const [home, folder] = [newFolder(), newFolder()]
  writeReturn(join(folder, '2024-25'), { header: [{}], episodes: [{}] })
  writeFileSync(join(folder, 'other.csv'), 'a,b\n1,2\n')
  expect(await run(['--home', home, 'import', folder, '--strict'], 'test')).toBe(1)
  expect(said.out).toMatch(/not-recognised: .*First: .*other\.csv/)
  process.exitCode = undefined
  said.err = ''
  expect(await run(['--home', home, 'scorecard', '--to', join(folder, 'none', 'x.csv')], 'test')).toBe(2)
  expect(said.err).toContain('HEARTH-1010')
}, 120_000)

test('the same files again are nothing new; --strict says by its exit code that rows were set aside', async () => {
  const [home, folder] = [newFolder(), newFolder()]
  writeReturn(join(folder, '2024-25'), { header: [{}], episodes: [{}, { CHILD: 'B', DECOM: 'soon' }] })
  expect(await run(['--home', home, 'import', folder, '--strict'], 'test')).toBe(1)
  process.exitCode = undefined
  said.out = ''
  expect(await run(['--home', home, '--json', 'import', folder], 'test')).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ kind: 'nothing new', version: 1 })
}, 120_000)

test('an import tells what it brought, and only counts the findings that there were before', async () => {
  const [home, folder] = [newFolder(), newFolder()]
  writeReturn(join(folder, '2024-25'), { header: [{}], episodes: [{}, { CHILD: 'B', DECOM: 'soon' }] })
  expect(await run(['--home', home, 'import', folder], 'test')).toBe(0)
  expect(said.out).toMatch(/\(soon\)/)
  expect(said.out).not.toContain('earlier imports')
  said.out = ''
  const marks = join(folder, 'annotations.csv')
  writeFileSync(marks, 'measure,from,to,text,kind,author,date,recurs\nCP99,2024-09-02,,Lost,event,,,\n')
  expect(await run(['--home', home, 'import', marks], 'test')).toBe(0)
  expect(said.out).toMatch(/Findings:\n {2}warning +1 {2}annotation in annotations\.measure/)
  expect(said.out).not.toContain('(soon)')
  expect(said.out).toMatch(/\d+ findings? from earlier imports still stands?: `hearth versions show 2` lists all\./)
}, 120_000)

test.each([
  [['--authority', 'E0600001'], 'HEARTH-1001'],
  [['--extract-date', '31/02/2026'], 'HEARTH-1002'],
  [['--extract-date', '2199-01-01'], 'HEARTH-1305'],
  [[], 'HEARTH-1300'],
])('a wrong use ends with 2, and with --json one object on the error stream (%s)', async (options, code) => {
  const home = newFolder()
  expect(await run(['--home', home, '--json', 'import', join(home, 'nowhere'), ...options], 'test')).toBe(2)
  expect(said.out).toBe('')
  expect(JSON.parse(said.err)).toEqual({
    error: {
      code,
      message: expect.any(String),
      fix: expect.stringMatching(/^[A-Z].*\.$/),
      file: code === 'HEARTH-1300' ? join(home, 'nowhere') : null,
      line: null,
    },
  })
})
