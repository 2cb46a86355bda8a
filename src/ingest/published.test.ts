import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  accountOf,
  ask,
  type Done,
  findingsOf,
  importInto,
  mustImport,
  newFolder,
  removeFolders,
} from './home.fixture.ts'

afterAll(removeFolders)

function folderOf(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return folder
}

const areas = [
  'area_code,old_la_code,name,level,region_code,same_la_as',
  'E92000001,,England,country,,',
  'E12000099,,North Region,region,,',
  'E12000098,,Great City,region,,',
  'E06000999,999,Northtown,la,E12000099,',
  'E06000997,999,Northtown from 2026,la,E12000099,E06000999',
  'E06000998,998,Southtown,la,E12000099,',
  'E09000099,299,Citytown,la,E12000098,',
]
/** Rows of the counts and rates file: period and its kind, level, region, 3-digit code, GSS code, wording, version, count, rate. */
const numbers = [
  'rate_per_10000,la_name,version,children_count,time_identifier,population_type,old_la_code,region_code,new_la_code,geographic_level,country_code,time_period',
  '67,,Final," 81,770",Reporting year,Children looked after on 31 March each year,,,,National,E92000001,2025',
  '111,,Final,6040,Reporting year,Children looked after on 31 March each year,,E12000099,,Regional,E92000001,2025',
  '59,,Final,3790,Reporting year,Children looked after on 31 March each year,,E13000001,,Regional,E92000001,2025',
  '84,N,Provisional,450,Reporting year,Children looked after on 31 March each year,999,E12000099,E06000999,Local authority,E92000001,2025',
  '85,N,Final,455,Reporting year,  children LOOKED after on  31 March each year ,999,E12000099,E06000999,Local authority,E92000001,2025',
  'c,S,Final,low,Reporting year,Children looked after on 31 March each year,998,E12000099,,Local authority,E92000001,2025',
  'k,C,Final,0,Reporting year,Children looked after on 31 March each year,299,E13000001,E09000099,Local authority,E92000001,2025',
  'u,N,Final,z,Reporting year,Children starting to be looked after each year,999,E12000099,E06000999,Local authority,E92000001,2025',
  'x,Y,Final,30,Reporting year,Children starting to be looked after each year,777,E12000099,,Local authority,E92000001,2025',
  '1,N,Final,2,Calendar year,Children looked after on 31 March each year,999,E12000099,E06000999,Local authority,E92000001,2026',
  '1,N,Final,2,Reporting year,Children looked after on 31 March each year,,,,Parliamentary constituency,E92000001,2025',
  '9,N,Final,9,Reporting year,Children adrift each year,999,E12000099,E06000999,Local authority,E92000001,2025',
]
/** The placements file is divided by sex too; ages stand with no total. */
const placements = [
  'time_period,time_identifier,geographic_level,country_code,new_la_code,cla_group,characteristic,sex,children_count,children_percent',
  ...[
    'Placement,Foster placements,Total,300,66',
    'Placement,Foster placements,Female,120,60',
    'Placement,Foster placements,Male,180,70',
    'Placement,Residential schools,Total,3,1',
    'Legal status,Full care order,Total,310,70',
    'Legal status,Interim care order,Total,40,10',
    'Distance between home and placement,Placed more than 20 miles from home,Female,20,11',
    'Distance between home and placement,Placed more than 20 miles from home,Male,30,12',
    'Locality of placement,Placed outside the local authority boundary,Total,30,40',
    'Locality of placement,Placed outside the local authority boundary,Total,30,41',
  ].map(cells => `2025,Reporting year,Local authority,E92000001,E06000999,${cells}`),
]
const workforce = [
  'time_period,time_identifier,geographic_level,country_code,new_la_code,caseload_fte,turnover_rate_fte',
  '2025,Reporting year,Local authority,E92000001,E06000999,15.2,11',
]
const schools = [
  'time_period,time_identifier,geographic_level,country_code,new_la_code,social_care_group,characteristic,pt_overall,pt_pupils_pa_10_exact,pt_l2basics_95',
  '202425,Academic year,Local authority,E92000001,E06000999,CLA 12 months at 31 March,Total,8.1,16,c',
  '202425,Academic year,Local authority,E92000001,E06000999,CLA 12 months at 31 March,Female,7.1,15,9',
]
/** The same words of other children: those who started in the year. */
const started = [
  'time_period,time_identifier,geographic_level,country_code,new_la_code,cla_group,characteristic,sex,children_count,children_percent',
  ...['Legal status,Full care order,Total,5,4', 'Legal status,Interim care order,Total,50,40'].map(
    cells => `2025,Reporting year,Local authority,E92000001,E06000999,${cells}`,
  ),
]
const tool = [
  'measure,year,area_code,value',
  'LACnum,2024,E06000999,440',
  'LAC_Over_Abs,2023,E06000999,7.7',
  'Work_Force_AvgNumCase_SW,2024,E06000999,-',
  'LACDistance,2024,E06000999,12',
]
const own = [
  'indicator,breakdown,filter_1,filter_2,value_column,file',
  'PLC-12:percent,placement_group=residential_school,Placement,Residential schools,percentage column,',
  'NUM-04,,Children adrift each year,,children_count,',
  'NUM-11,legal_status=full_care_order,Legal status,Full care order,children_percent,Placements',
  'NUM-11,legal_status=interim_care_order,Legal status,Interim care order,children_percent,',
]

const figures = (home: string) =>
  ask(
    home,
    `select indicator, area_code, period, coalesce(value::varchar, symbol) as said, release, status from reference.benchmark order by all`,
  ).then(rows => rows.map(row => Object.values(row).join(' ')))

let home: string
let report: Done
beforeAll(async () => {
  home = newFolder()
  report = await mustImport(
    home,
    [
      folderOf({
        'areas.csv': areas,
        'numbers.csv': numbers,
        'placements.csv.txt': placements,
        'started.csv': started,
        'workforce_2026-02-26.csv': workforce,
        'schools.csv': schools,
        'tool.csv': tool,
        'ees_map.csv': own,
      }),
    ],
    { release: '2025-11-20' },
  )
})

test('published rows become figures by their wording, in any order of columns, with symbols as they are', async () => {
  expect(await figures(home)).toEqual([
    'EDU-04 E06000999 2022/23 7.7 2025-11-20 final',
    'EDU-04 E06000999 2024/25 8.1 2025-11-20 final',
    'EDU-05 E06000999 2024/25 16.0 2025-11-20 final',
    'EDU-09:ks4_basics_5 E06000999 2024/25 c 2025-11-20 final',
    'NUM-01 E06000998 2025 k 2025-11-20 final', // no GSS code: through areas; low is k
    'NUM-01 E06000999 2024 440.0 2025-11-20 final',
    'NUM-01 E06000999 2025 455.0 2025-11-20 final', // final beats provisional
    'NUM-01 E09000099 2025 0.0 2025-11-20 final', // a true zero
    'NUM-01 E12000099 2025 6040.0 2025-11-20 final',
    'NUM-01 E92000001 2025 81770.0 2025-11-20 final',
    'NUM-02 E06000998 2025 c 2025-11-20 final',
    'NUM-02 E06000999 2025 85.0 2025-11-20 final',
    'NUM-02 E09000099 2025 k 2025-11-20 final',
    'NUM-02 E12000099 2025 111.0 2025-11-20 final',
    'NUM-02 E92000001 2025 67.0 2025-11-20 final',
    'NUM-04 E06000999 2025 9.0 2025-11-20 final', // the council's own line is tried first
    'NUM-04:rate E06000999 2025 u 2025-11-20 final',
    'NUM-11 E06000999 2025 70.0 2025-11-20 final', // of the file that the line names; of two alike without a name none
    'PLC-02 E06000999 2025 41.0 2025-11-20 final', // the later of two rows that speak of the same
    'PLC-07 E06000999 2025 66.0 2025-11-20 final', // that no further filter divides
    'PLC-12:percent E06000999 2025 1.0 2025-11-20 final',
    'WRK-02 E06000999 2024-09-30 x 2025-11-20 final',
    'WRK-02 E06000999 2025-09-30 15.2 2026-02-26 final', // the day in the name is the day of publication
  ])
})

test('whose figure it is, and who is counted, is said', async () => {
  expect(
    await ask(
      home,
      "select comparator, count(*)::integer as n from reference.benchmark where indicator = 'NUM-02' group by all order by all",
    ),
  ).toEqual([
    { comparator: 'england', n: 1 },
    { comparator: 'la', n: 3 },
    { comparator: 'region', n: 1 },
  ])
  expect(
    await ask(
      home,
      "select distinct breakdown, cohort from reference.benchmark where indicator in ('PLC-12:percent', 'EDU-04')",
    ),
  ).toEqual(
    expect.arrayContaining([
      { breakdown: 'placement_group=residential_school', cohort: null },
      { breakdown: null, cohort: 'In care for 12 months or more at 31 March' },
    ]),
  )
})

test('rows that give no figure are kept for browsing with their words and numbers', async () => {
  expect(
    await ask(
      home,
      `select comparator, period, filters['population_type'] as words, figures['rate_per_10000'] as rate from reference.published_row
       where file = 'numbers.csv' and (comparator = 'subregion' or not compared or filters['population_type'] like '%adrift%') order by rate`,
    ),
  ).toEqual([
    { comparator: 'la', period: '2026 Calendar year', words: 'Children looked after on 31 March each year', rate: '1' },
    { comparator: 'subregion', period: '2025', words: 'Children looked after on 31 March each year', rate: '59' },
    { comparator: 'la', period: '2025', words: 'Children adrift each year', rate: '9' },
  ])
})

test('what is unclear or unknown is said, each file says what it gave, and its rows add up', () => {
  expect(findingsOf(report, 'published-unclear').map(({ found, count }) => [found, count])).toEqual([
    ['NUM-11, 2025', 1],
    ['PLC-01, 2025', 1],
  ])
  expect(findingsOf(report, 'area-unknown').map(({ found, count }) => [found, count])).toEqual([['777', 1]])
  expect(findingsOf(report, 'published-matched').map(({ name, found }) => [name, found])).toContainEqual([
    'numbers.csv',
    'NUM-04 1, NUM-01 5, NUM-02 5, NUM-04:rate 1',
  ])
  expect(accountOf(report.files, 'benchmarks').toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
    [1, 1, 0, 0, 0],
    [2, 2, 0, 0, 0],
    [2, 2, 0, 0, 0],
    [4, 4, 0, 0, 0],
    [10, 9, 1, 0, 0],
    [12, 11, 0, 0, 1], // a constituency is not used
  ])
})

test('without a day of publication the file is refused with what to do, and nothing else is lost', async () => {
  const other = newFolder()
  const done = await mustImport(other, [folderOf({ 'areas.csv': areas, 'numbers.csv': numbers })])
  expect(findingsOf(done, 'release-missing')).toMatchObject([{ name: 'numbers.csv', severity: 'error' }])
  expect(await ask(other, 'select count(*)::integer as n from reference.area')).toEqual([{ n: 7 }])
  expect(await ask(other, 'select count(*)::integer as n from reference.published_row')).toEqual([{ n: 0 }])
  await expect(importInto(newFolder(), [folderOf({ 'numbers.csv': numbers })])).rejects.toMatchObject({
    fix: expect.stringMatching(/does not hold the day on which it was published.*--release/),
  })
})

test('areas and lines of the map that come later are used, and the same file with another day of publication is corrected', async () => {
  const later = folderOf({
    'areas.csv': [...areas, 'E06000777,777,Easttown,la,E12000099,'],
    'ees_map.csv': [
      'indicator,breakdown,filter_1,filter_2,value_column',
      'NUM-09,,Children adrift each year,,children_count',
    ],
    // What the council gives itself stands over what was matched.
    'benchmarks.csv': [
      'indicator,comparator,area_code,period,value,release',
      'NUM-01,england,E92000001,2025,80000,2025-11-20',
    ],
  })
  await mustImport(home, [later])
  const now = await figures(home)
  expect(now).toContain('NUM-04 E06000777 2025 30.0 2025-11-20 final')
  expect(now).toContain('NUM-04 E06000999 2025 z 2025-11-20 final')
  expect(now).toContain('NUM-09 E06000999 2025 9.0 2025-11-20 final')
  expect(now.filter(said => said.startsWith('PLC-12'))).toEqual([])
  expect(now.filter(said => said.startsWith('NUM-01 E92000001'))).toEqual(['NUM-01 E92000001 2025 80000.0 2025-11-20 '])
  const again = folderOf({ 'the same.csv': numbers })
  expect(await importInto(home, [again], { release: '2025-11-20' })).toMatchObject({ kind: 'nothing new' })
  await mustImport(home, [again], { release: '2025-11-27' })
  expect((await figures(home)).filter(said => said.startsWith('NUM-02 E12000099'))).toEqual([
    'NUM-02 E12000099 2025 111.0 2025-11-27 final',
  ])
})
