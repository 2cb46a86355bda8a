import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountOf, ask, askEach, type Done, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { careTables } from './ssd-care.fixture.ts'
import { childTables } from './ssd-children.fixture.ts'
import { eventTables } from './ssd-events.fixture.ts'

afterAll(removeFolders)

const council = { authority: 'E06000999' }

/** Files by name, each as its lines; Windows line ends. */
function folderOf(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), `${lines.join('\r\n')}\r\n`)
  return folder
}

const tables = { ...childTables, ...careTables, ...eventTables }

let home: string
let report: Done
let held: ReadonlyMap<string, unknown>
beforeAll(async () => {
  home = newFolder()
  const folder = folderOf(Object.fromEntries(Object.values(tables).map(({ file, lines }) => [file, lines])))
  report = await mustImport(home, [folder], { ...council, extractDate: '2026-10-31' })
  const names = Object.keys(tables)
  const answers = await askEach(
    home,
    names.map(table => `select * exclude (authority, file_id, line, extract_date) from extract.${table} order by line`),
  )
  held = new Map(names.map((table, i) => [table, answers[i]]))
}, 120_000)

test.each(Object.keys(tables))('%s is read as the dataset describes it', table => {
  expect(held.get(table)).toEqual(tables[table]?.rows)
})

test('a row without whose or when is set aside, and so is a spell that ends before it begins; the rest of the file is used', () => {
  expect(
    findingsOf(report, 'row-set-aside')
      .map(({ table, line, column, found, severity }) => [table, line, column, found, severity])
      .sort(),
  ).toEqual([
    ['ssd_address', 4, 'addr_address_end_date', '2024-01-02', 'error'],
    ['ssd_cin_episodes', 3, 'cine_referral_date', '', 'error'],
    ['ssd_cla_episodes', 4, 'clae_cla_episode_ceased_date', '2026-06-07', 'tolerated'],
    ['ssd_cla_visits', 3, 'clav_cla_visit_date', '2026-10-32', 'error'],
    ['ssd_linked_identifiers', 3, 'link_person_id', '', 'error'],
    ['ssd_person', 5, 'pers_person_id', '', 'error'],
  ])
  expect(findingsOf(report, 'after-extract-date')).toMatchObject([{ table: 'ssd_cla_episodes', count: 1 }])
  expect(accountOf(report.files, 'ssd_cla_episodes')).toEqual([[5, 3, 0, 0, 2]])
  expect(accountOf(report.files, 'ssd_family')).toEqual([[3, 2, 1, 0, 0]])
})

test('codes in no list, and a score that cannot be, are taken as not known and said', () => {
  const said = (code: string) =>
    findingsOf(report, code)
      .map(({ column, line, found }) => [column, line, found])
      .sort()
  expect(said('unknown-code')).toEqual(
    [
      ['clah_health_check_status', 4, 'Did not attend'],
      ['clea_care_leaver_activity', 3, '0'],
      ['clae_cla_episode_ceased_reason', 6, 'E99'],
      ['clae_cla_episode_start_reason', 6, 'Q'],
      ['invo_worker_change_reason', 3, 'gone'],
      ['pers_sex', 4, 'X'],
    ].sort(),
  )
  expect(said('unreadable-cell')).toEqual([['csdq_sdq_score', 4, '41']])
})

test('what says how things stand holds for a month; what has no days of its own speaks for any day up to the extract date', async () => {
  const spoken = await ask(
    home,
    `select source, first_day, last_day from reference.return_held
     where source in ('ssd_person', 'ssd_care_leavers', 'ssd_professionals', 'ssd_cp_plans', 'ssd_cla_visits') order by source`,
  )
  expect(spoken).toEqual([
    { source: 'ssd_care_leavers', first_day: '2026-10-31', last_day: '2026-12-01' },
    { source: 'ssd_cla_visits', first_day: '2024-11-01', last_day: '2026-10-31' },
    { source: 'ssd_cp_plans', first_day: '2024-05-06', last_day: '2026-10-31' },
    { source: 'ssd_person', first_day: '1926-11-01', last_day: '2026-10-31' },
    { source: 'ssd_professionals', first_day: '2026-10-31', last_day: '2027-11-01' },
  ])
})

test('names, addresses in words, registration numbers and the details of an offence are not kept', async () => {
  const columns = await ask(
    home,
    `select column_name as name from information_schema.columns where table_schema = 'extract' and table_name like 'ssd%'`,
  )
  const personal = /forename|surname|_name$|advisor|address_json|offence|outcome_json|registration|common_child_id/
  expect(columns.length).toBeGreaterThan(150)
  expect(columns.map(({ name }) => String(name)).filter(name => personal.test(name))).toEqual([])
})

test('a table without a column that every row needs is not loaded, and which is said', async () => {
  const folder = folderOf({
    'ssd_cp_plans.csv': ['cppl_cp_plan_id,cppl_person_id', 'CP1,P1'],
    'ssd_family.csv': ['fami_family_id,fami_person_id', 'F2,P3'],
  })
  const next = await mustImport(home, [folder], council)
  const [said] = next.findings.filter(({ code }) => code === 'not-recognised')
  expect(said?.why).toContain('no column cppl_cp_plan_start_date')
  // What stood stands.
  expect(await ask(home, 'select cppl_cp_plan_start_date as day from extract.ssd_cp_plans')).toEqual([
    { day: '2024-05-06' },
  ])
}, 60_000)
