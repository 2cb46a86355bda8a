import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Done, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'

afterAll(removeFolders)

function folderOf(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return folder
}

const areas = [
  'area_code,old_la_code,name,level,region_code,same_la_as',
  'E06000999,999,Northtown,la,E12000099,',
  'E06000998,998,Southtown,la,E12000099,',
]

let home: string
let report: Done
beforeAll(async () => {
  home = newFolder()
  report = await mustImport(
    home,
    [
      folderOf({
        'areas.csv': areas,
        'neighbours_2021-04.csv': ['LA number,LA Name,SN1,SNP,SN2,SNP', '999,Northtown,998,Very close,E06000997,Close'],
        'neighbours.csv': ['old_la_code,SN_1,SN_1P,SN_2,SN_2P', '998,999,Close,777,Not close'],
        'ONSPD_MAY_2025.csv': [
          'pcds,doterm,laua,cty,ward,oseast1m,osnrth1m,imd',
          'qa1 1aa,200301,E06000999,E99999999,E05000991,449500,520300,412',
          'JE1 1AA,,L99999999,,,,,',
        ],
        'estimates.csv': [
          'time_period,geographic_level,country_code,region_code,new_la_code,old_la_code,age_group,population_estimate',
          '2025,Local authority,E92000001,E12000099,,998,Children aged 0 to 17 years,"32,900"',
        ],
        'comparison_groups.csv': [
          'group,area_code,from,to',
          'Coastal club,E06000999,,',
          'Coastal club,998,2025-04-01,2026-04-01',
        ],
        'benchmarks.csv': [
          'indicator,comparator,area_code,period,value,release',
          'NUM-02,la,E06000998,30/06/2026,84,2026-08-15',
          'NUM-02,la,E06000998,2026-09-30,:,2026-11-15',
          'EDU-04,la,E06000998,202425,8,2026-03-26',
          'NUM-02,la,E06000998,Q1 2026,85,2026-08-15',
        ],
        'bank-holidays.json': [
          JSON.stringify({
            'england-and-wales': {
              division: 'x',
              events: [{ title: 'A day of mourning', date: '2026-09-19', notes: '', bunting: false }],
            },
            scotland: { division: 'y', events: [{ title: 'Elsewhere', date: '2026-01-02', notes: '', bunting: true }] },
          }),
        ],
      }),
    ],
    { model: '2025-05' },
  )
})

test('two models of neighbours stand side by side, with GSS codes as far as the areas know them', async () => {
  expect(
    await ask(
      home,
      'select model, area_code, rank, sn_area_code, closeness from reference.stat_neighbour order by all',
    ),
  ).toEqual([
    { model: '2021-04', area_code: 'E06000999', rank: 1, sn_area_code: 'E06000998', closeness: 'Very close' },
    { model: '2021-04', area_code: 'E06000999', rank: 2, sn_area_code: 'E06000997', closeness: 'Close' },
    { model: '2025-05', area_code: 'E06000998', rank: 1, sn_area_code: 'E06000999', closeness: 'Close' },
    { model: '2025-05', area_code: 'E06000998', rank: 2, sn_area_code: '777', closeness: 'Not close' },
  ])
  expect(findingsOf(report, 'area-unknown')).toMatchObject([{ table: 'stat_neighbours', found: '777', count: 1 }])
})

test('a terminated postcode is kept, and one of no authority is set aside without alarm', async () => {
  expect(await ask(home, 'select postcode, easting, la_code, imd_edition from reference.postcode')).toEqual([
    { postcode: 'QA11AA', easting: 449_500, la_code: 'E06000999', imd_edition: 2019 },
  ])
  expect(findingsOf(report, 'row-set-aside')).toMatchObject([{ severity: 'tolerated', name: 'ONSPD_MAY_2025.csv' }])
})

test('a mid-year estimate with a 3-digit code is its authority’s', async () => {
  expect(await ask(home, 'select area_code, year, age_to, persons from reference.population')).toEqual([
    { area_code: 'E06000998', year: 2025, age_to: 17, persons: 32_900 },
  ])
})

test('a council’s own groups are half-open spells of authorities', async () => {
  expect(await ask(home, 'select * from reference.comparison_group order by area_code')).toEqual([
    { group: 'Coastal club', area_code: 'E06000998', from: '2025-04-01', to: '2026-04-01' },
    { group: 'Coastal club', area_code: 'E06000999', from: null, to: null },
  ])
})

test('quarterly figures of a club are figures at a day; other words for a period stay as they are', async () => {
  expect(
    await ask(home, 'select period, coalesce(value::varchar, symbol) as said from reference.benchmark order by all'),
  ).toEqual([
    { period: '2024/25', said: '8.0' },
    { period: '2026-06-30', said: '84.0' },
    { period: '2026-09-30', said: 'x' },
    { period: 'Q1 2026', said: '85.0' },
  ])
})

test('of the government’s bank holidays those of England and Wales are taken; other JSON is not read', async () => {
  expect(await ask(home, 'select * from reference.bank_holiday')).toEqual([
    { date: '2026-09-19', title: 'A day of mourning' },
  ])
})

test('a model replaces itself only, postcode sectors add, and without a month neighbours are refused with what to do', async () => {
  const next = await mustImport(home, [
    folderOf({
      'neighbours_may_2025.csv': ['old_la_code,SN_1,SN_1P,SN_2,SN_2P', '999,998,Close,777,Not close'],
      'neighbours.csv': ['old_la_code,SN_1,SN_1P,SN_2,SN_2P', '998,999,Close,777,Not close'],
      'sectors.csv': ['sector,east,north,main_la', 'QA1 1,449000,520000,E06000999'],
      'other.json': ['{"a": 1}'],
      'areas.csv': [...areas, 'E06000777,777,Easttown,la,E12000099,'],
    }),
  ])
  expect(findingsOf(next, 'model-missing')).toMatchObject([{ name: 'neighbours.csv', severity: 'error' }])
  expect(findingsOf(next, 'not-read')).toMatchObject([{ name: 'other.json' }])
  expect(findingsOf(next, 'area-unknown')).toEqual([])
  expect(
    await ask(home, 'select model, area_code, sn_area_code from reference.stat_neighbour where rank = 2 order by all'),
  ).toEqual([
    { model: '2021-04', area_code: 'E06000999', sn_area_code: 'E06000997' },
    { model: '2025-05', area_code: 'E06000999', sn_area_code: 'E06000777' },
  ])
  expect(await ask(home, 'select postcode from reference.postcode order by all')).toEqual([
    { postcode: 'QA11' },
    { postcode: 'QA11AA' },
  ])
})
