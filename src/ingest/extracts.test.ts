import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { accountOf, ask, findingsOf, importInto, mustImport, newFolder, removeFolders } from './home.fixture.ts'

afterAll(removeFolders)

/** A folder of files, each given by its lines. */
function folderOf(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return folder
}

const visits =
  'cla_visit_id,child_id,cla_visit_date,visit_purpose,visit_method,cla_visit_seen,activity,hours,missing_episode_start_date'
const council = { authority: 'E06000999' }
const held = (home: string) =>
  ask(home, `select source, first_day, last_day from reference.return_held order by source, first_day`)

test('events are read as written, and a row that cannot be used is set aside by line with the reason', async () => {
  const home = newFolder()
  const report = await mustImport(
    home,
    [
      folderOf({
        'Visits_2026-06-30.csv': [
          `CLA Visit-ID,${visits.slice(visits.indexOf(',') + 1)},own column`,
          'V1,c1 ,04/06/2026,Statutory,FACE_TO_FACE,Y,,,,x', // 2
          'V2,C2,2026-06-09T10:30,support,virtual,,crisis,"1.5",,', // 3
          'V3,C3,2026-06-11,statutory,face_to_face,,,,,', // 4: whether the child was seen is needed
          'V4,C4,31/06/2026,other,phone,,,,,', // 5: no such day
          'V5,C5,2026-06-11,visit,phone,,,,,', // 6: no such purpose
          'V6,C6,2026-06-11,support,virtual,,juggling,2,,', // 7: the activity is not needed to be known
          'V7,C7,2026-06-11,support,virtual,,crisis,25,,', // 8
          'V8,C8,2026-07-01,other,phone,,,,,', // 9: after the extract date
          'V9,C9,2026-06-30,other,phone,,,,,', // 10
          'V9,C9,2026-06-29,other,phone,,,,,', // 11: the later row of one key stands
          ',,,,,,,,,',
        ],
      }),
    ],
    council,
  )
  expect(
    await ask(
      home,
      'select cla_visit_id as id, child_id as child, cla_visit_date as day, visit_purpose as purpose, visit_method as method, cla_visit_seen as seen, activity, hours, line from extract.visits order by line',
    ),
  ).toEqual([
    {
      id: 'V1',
      child: 'C1',
      day: '2026-06-04',
      purpose: 'statutory',
      method: 'face_to_face',
      seen: true,
      activity: null,
      hours: null,
      line: 2,
    },
    {
      id: 'V2',
      child: 'C2',
      day: '2026-06-09',
      purpose: 'support',
      method: 'virtual',
      seen: null,
      activity: 'crisis',
      hours: 1.5,
      line: 3,
    },
    {
      id: 'V6',
      child: 'C6',
      day: '2026-06-11',
      purpose: 'support',
      method: 'virtual',
      seen: null,
      activity: 'unknown',
      hours: 2,
      line: 7,
    },
    {
      id: 'V9',
      child: 'C9',
      day: '2026-06-29',
      purpose: 'other',
      method: 'phone',
      seen: null,
      activity: null,
      hours: null,
      line: 11,
    },
  ])
  const faults = findingsOf(report, 'row-set-aside').map(({ line, column, found }) => [line, column, found])
  expect(faults).toEqual([
    [4, 'cla_visit_seen', ''],
    [5, 'cla_visit_date', '31/06/2026'],
    [6, 'visit_purpose', 'visit'],
    [8, 'hours', '25'],
  ])
  expect(findingsOf(report, 'unknown-code')).toMatchObject([{ line: 7, column: 'activity', found: 'juggling' }])
  expect(findingsOf(report, 'after-extract-date')).toMatchObject([{ count: 1 }])
  expect(accountOf(report.files, 'visits')).toEqual([[10, 4, 1, 0, 5]])
  // It speaks for two years at least, whatever its first event.
  expect(await held(home)).toEqual([{ source: 'visits', first_day: '2024-07-01', last_day: '2026-06-30' }])
}, 60_000)

test('a new file of events replaces all earlier ones of its council; parts that come together are joined', async () => {
  const home = newFolder()
  const row = (id: string): string => `${id},C1,2026-05-04,other,phone,,,,`
  await mustImport(home, [folderOf({ 'visits_2026-05-31.csv': [visits, row('A'), row('B')] })], council)
  const both = folderOf({
    'visits-north_2026-06-30.csv': [visits, row('C')],
    'visits-south_2026-06-30.csv': [visits, row('D')],
  })
  const report = await mustImport(home, [both], council)
  expect(await ask(home, 'select cla_visit_id as id from extract.visits order by all')).toEqual([
    { id: 'C' },
    { id: 'D' },
  ])
  expect(accountOf(report.files, 'visits')).toEqual([
    [1, 1, 0, 0, 0],
    [1, 1, 0, 0, 0],
  ])
  // A header alone: nothing happened.
  const none = await mustImport(home, [folderOf({ 'visits_2026-07-31.csv': [visits] })], council)
  expect(await ask(home, 'select count(*) as n from extract.visits')).toEqual([{ n: 0 }])
  expect(findingsOf(none, 'file-empty')).toEqual([])
  expect((await held(home))[0]).toMatchObject({ last_day: '2026-07-31' })
}, 60_000)

test('pictures stand beside each other, each replaced by one of its own day, and an empty one is none', async () => {
  const home = newFolder()
  const header = 'as_at,worker_id,team,role,fte,cases'
  await mustImport(
    home,
    [
      folderOf({
        'workers.csv': [header, '2026-05-31,W1,North,social_worker,1.0,17', '2026-06-30,W1,North,social_worker,1,16'],
      }),
    ],
    council,
  )
  const report = await mustImport(
    home,
    [
      folderOf({
        'workers_june.csv': [header, '2026-06-30,W2,North,advanced,0.5,9', '2026-06-30,W3,North,advanced,0,9'],
      }),
    ],
    council,
  )
  expect(await ask(home, 'select as_at, worker_id, cases from extract.workers order by all')).toEqual([
    { as_at: '2026-05-31', worker_id: 'W1', cases: 17 },
    { as_at: '2026-06-30', worker_id: 'W2', cases: 9 },
  ])
  // The first file keeps what still stands of it.
  expect(accountOf(report.files, 'workers')).toEqual([
    [2, 1, 0, 1, 0],
    [2, 1, 0, 0, 1],
  ])
  expect(findingsOf(report, 'extract-date-guessed')).toEqual([])
  expect(await held(home)).toEqual([
    { source: 'workers', first_day: '2026-05-31', last_day: '2026-07-01' },
    { source: 'workers', first_day: '2026-06-30', last_day: '2026-07-31' },
  ])
  const none = [folderOf({ 'workers_none.csv': [header] })]
  await expect(importInto(home, none, council)).rejects.toThrow(/workers_none\.csv: No row of the file can be used/)
  expect(await ask(home, 'select count(*) as n from extract.workers')).toEqual([{ n: 2 }])
}, 60_000)

test('a file that does not say up to which day it is complete is taken up to its last event, and said', async () => {
  const home = newFolder()
  const report = await mustImport(
    home,
    [folderOf({ 'court.csv': ['application_id,child_id,application_type,lodged_date', 'A1,C1,care,2026-02-03'] })],
    council,
  )
  expect(findingsOf(report, 'extract-date-guessed')).toMatchObject([{ found: '2026-02-03' }])
  const again = await importInto(
    home,
    [folderOf({ 'court.csv': ['application_id,child_id,application_type,lodged_date', 'A1,C1,care,2026-02-03'] })],
    { ...council, extractDate: '2026-03-31' },
  )
  expect(again.kind).toBe('done')
  expect(await held(home)).toMatchObject([{ source: 'court', last_day: '2026-03-31' }])
}, 60_000)

test('the right columns under another name are not loaded, and what they seem to be is said; the wrong ones under a name are told', async () => {
  const home = newFolder()
  const files = folderOf({
    'contacts.csv': [visits, 'V1,C1,2026-06-04,other,phone,,,,'],
    'visits_extra.csv': ['cla_visit_id,child_id', 'V1,C1'],
    'bank_holidays.csv': ['date', '2026-12-25'],
  })
  const report = await mustImport(home, [files], council)
  const says = report.findings.filter(({ code }) => code === 'not-recognised').map(({ why }) => why)
  expect(says[0]).toContain('those of visits')
  expect(says[1]).toContain('no column cla_visit_date, visit_purpose, visit_method')
}, 60_000)

test('events of an older extract that comes after a newer one change nothing: its rows are superseded, and it is said', async () => {
  const home = newFolder()
  const row = (id: string, method = 'phone'): string => `${id},C1,2026-05-04,other,${method},,,,`
  await mustImport(home, [folderOf({ 'visits_2026-06-30.csv': [visits, row('A', 'virtual')] })], council)
  const older = folderOf({ 'visits_2026-05-31.csv': [visits, row('A'), row('B')] })
  await expect(importInto(home, [older], council)).rejects.toThrow(/visits_2026-05-31\.csv: The file is older/)
  const report = await mustImport(
    home,
    [older, folderOf({ 'bank_holidays.csv': ['date,title', '2026-12-25,Christmas Day'] })],
    council,
  )
  expect(await ask(home, 'select cla_visit_id as id, visit_method as m from extract.visits')).toEqual([
    { id: 'A', m: 'virtual' },
  ])
  expect((await held(home))[0]).toMatchObject({ last_day: '2026-06-30' })
  expect(findingsOf(report, 'older-extract')).toMatchObject([
    { name: 'visits_2026-05-31.csv', severity: 'warning', table: 'visits', count: 2 },
  ])
  expect(report.findings.find(({ code }) => code === 'older-extract')?.why).toContain('30 June 2026')
  expect(findingsOf(report, 'file-empty')).toEqual([])
  expect(accountOf(report.files, 'visits').toSorted(([a = 0], [b = 0]) => b - a)).toEqual([
    [2, 0, 0, 2, 0],
    [1, 1, 0, 0, 0],
  ])
  // The day given with the import counts as the file's own.
  const again = folderOf({ 'visits.csv': [visits, row('C')] })
  await expect(importInto(home, [again], { ...council, extractDate: '2026-04-30' })).rejects.toThrow(/is older/)
  expect(await ask(home, 'select cla_visit_id as id from extract.visits')).toEqual([{ id: 'A' }])
  // Of its own day, and later, it replaces.
  await mustImport(home, [folderOf({ 'visits_2026-06-30.csv': [visits, row('D')] })], council)
  expect(await ask(home, 'select cla_visit_id as id from extract.visits')).toEqual([{ id: 'D' }])
}, 120_000)

test('of two extracts of events in one import the later has the last word, whatever its name', async () => {
  const home = newFolder()
  const row = (method: string): string => `A,C1,2026-05-04,other,${method},,,,`
  const files = {
    'visits-a_2026-06-30.csv': [visits, row('virtual')],
    'visits-b_2026-05-31.csv': [visits, row('phone')],
  }
  await mustImport(home, [folderOf(files)], council)
  expect(await ask(home, 'select visit_method as m from extract.visits')).toEqual([{ m: 'virtual' }])
}, 60_000)

test('a picture that an older extract has of a day changes nothing where a newer has that day; its other days are used', async () => {
  const home = newFolder()
  const header = 'as_at,worker_id,team,role,fte,cases'
  const row = (day: string, cases: number): string => `${day},W1,North,social_worker,1.0,${cases}`
  await mustImport(home, [folderOf({ 'workers_2026-06-30.csv': [header, row('2026-05-31', 17)] })], council)
  const old = folderOf({ 'workers_2026-05-31.csv': [header, row('2026-05-31', 3), row('2026-04-30', 4)] })
  const report = await mustImport(home, [old], council)
  expect(await ask(home, 'select as_at, cases from extract.workers order by all')).toEqual([
    { as_at: '2026-04-30', cases: 4 },
    { as_at: '2026-05-31', cases: 17 },
  ])
  expect(findingsOf(report, 'older-extract')).toMatchObject([{ name: 'workers_2026-05-31.csv', count: 1 }])
  expect(accountOf(report.files, 'workers')).toContainEqual([2, 1, 0, 1, 0])
}, 60_000)
