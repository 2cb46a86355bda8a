import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import type { Asked } from './layout.ts'
import { builtInMap } from './layout-map.ts'
import { layoutOf } from './layouts.ts'
import { modelIn } from './load.ts'

const asked: Asked = { release: day('2026-11-20'), model: '2025-05' }

/** What a row of a file with this header gives: our cells by column, or the fault. */
function given(header: string, row: string): unknown {
  const layout = layoutOf(header.split(','))
  if (layout?.kind === 'published') return layout.head(row.split(','))
  if (layout?.kind !== 'rows') return null
  return layout
    .rows(row.split(','), asked)
    .map(found => ('fault' in found ? found.fault : Object.fromEntries(layout.columns.map((c, i) => [c, found[i]]))))
}

test('a postcode directory is read with the names of either generation, whatever their case and order', () => {
  const place = { easting: '449500', northing: '520300', ward_code: 'E05000991', imd_rank: '412' }
  expect(
    given(
      'PCD,PCDS,DOTERM,OSCTY,OSLAUA,OSWARD,OSEAST1M,OSNRTH1M,IMD',
      'QA1 1AA,QA1 1AB,200301,E99999999,E06000999,E05000991,449500,520300,412',
    ),
  ).toEqual([{ postcode: 'QA1 1AB', la_code: 'E06000999', imd_edition: '2019', ...place }])
  expect(
    given(
      'imd25ind,imd19ind,north1m,east1m,wd24cd,wd25cd,lad23cd,lad25cd,cty25cd,pcd7',
      '412,9,520300,449500,E05000111,E05000991,E06000111,E07000999,E10000099,QA1 1AC',
    ),
    'the latest year of a name, and the county where there is one',
  ).toEqual([{ postcode: 'QA1 1AC', la_code: 'E10000099', imd_edition: '2025', ...place }])
})

test('codes for "none" are blank, the Irish grid and ranks of other countries are not used', () => {
  const header = 'pcds,laua,cty,ward,oseast1m,osnrth1m,imd'
  const row = (cells: string): unknown => (given(header, cells) as readonly unknown[])[0]
  expect(row('BT1 1AA,N09000099,N99999999,N99999999,333500,374000,120')).toMatchObject({
    la_code: 'N09000099',
    easting: '',
    northing: '',
    ward_code: '',
    imd_rank: '',
  })
  expect(row('QW1 1AA,W06000099,W99999999,W05000099,300500,274000,120')).toMatchObject({
    easting: '300500',
    imd_rank: '',
    imd_edition: '',
  })
  expect(row('QA1 1AA,E06000999,E99999999,E05000991,449500,520300,0')).toMatchObject({ imd_rank: '', imd_edition: '' })
  expect(row('JE1 1AA,L99999999,L99999999,L99999999,,,0')).toBe('It is in no authority.')
})

test('a table of postcode sectors adds to the postcodes held', () => {
  expect(layoutOf(['sector', 'n', 'east', 'north', 'main_la'])).toMatchObject({ replaces: ['postcode'] })
  expect(given('sector,n,east,north,main_la', 'QA1 1,20,449500,520300,E06000999')).toMatchObject([
    { postcode: 'QA1 1', easting: '449500', northing: '520300', la_code: 'E06000999', ward_code: '' },
  ])
})

test('mid-year estimates are of all aged 0 to 17, by country, region and authority', () => {
  const header =
    'geographic_level,time_period,country_code,region_code,new_la_code,old_la_code,age_group,sex,population_estimate'
  const persons = (cells: string): unknown => given(header, cells)
  const aged = 'Children aged 0 to 17 years'
  expect(persons(`National,2025,E92000001,,,,${aged},Total,12183016`)).toEqual([
    {
      area_code: 'E92000001',
      area_type: 'country',
      year: '2025',
      population_type: 'resident',
      ethnic_group: 'all',
      age_from: '0',
      age_to: '17',
      persons: '12183016',
    },
  ])
  expect(persons(`Regional,2025,E92000001,E12000099,,,${aged},Total,542710`)).toMatchObject([{ area_type: 'region' }])
  expect(persons(`Local authority,2025,E92000001,E12000099,,998,${aged},Total,32900`)).toMatchObject([
    { area_code: '998', area_type: 'la' },
  ])
  expect(persons(`Local authority,2025,E92000001,E12000099,E06000999,999,${aged},Female,16000`)).toEqual([
    'Only the estimate of all is used.',
  ])
  expect(persons('Local authority,2025,E92000001,E12000099,E06000999,999,Children aged 5 to 17 years,Total,1')).toEqual(
    ['Only those aged 0 to 17 are used.'],
  )
  expect(persons(`Regional,2025,E92000001,E13000001,,,${aged},Total,1`)).toEqual([
    'Inner and Outer London are not regions.',
  ])
  expect(persons(`Local authority,2025,E92000001,E12000099,E06000999,999,${aged},Total,z`)).toEqual([
    'There is no estimate.',
  ])
})

test('neighbours in the wide form are read by position, with headings repeated or numbered', () => {
  const two = [
    { model: '2025-05', area_code: '999', rank: '1', sn_area_code: '998', closeness: 'Very close' },
    { model: '2025-05', area_code: '999', rank: '2', sn_area_code: '997', closeness: 'Close' },
  ]
  expect(given('LA number,LA Name,SN1,SNP,SN2,SNP', '999,Northtown,998,Very close,997,Close')).toEqual(two)
  expect(given('old_la_code,la_name,region,SN_2,SN_2P,SN_1,SN_1P', '999,Northtown,N,997,Close,998,Very close')).toEqual(
    [two[1], two[0]],
  )
  expect(given('old_la_code,SN_1,SN_2', '999,998,997')).toMatchObject([{ closeness: '' }, { closeness: '' }])
  expect(given('old_la_code,SN_1,SN_1P,SN_2,SN_2P', ',,,,')).toEqual(['It names no neighbours.'])
  expect(given('old_la_code,SN_1,SN_1P,SN_2,SN_2P', '999,E06000998,Close,,')).toMatchObject([
    { sn_area_code: 'E06000998' },
  ])
})

test('the month of a model is read in the name of its file, in figures or in words', () => {
  expect(modelIn('neighbours_2025-05.xlsx')).toBe('2025-05')
  expect(modelIn('SN_April 2021.xlsx')).toBe('2021-04')
  expect(modelIn('sn_may_2025.xlsx')).toBe('2025-05')
  expect(modelIn('neighbours.xlsx')).toBeNull()
  expect(modelIn('neighbours_2025.xlsx')).toBeNull()
})

test('the period of a published row is the year to 31 March, a double year, or text that is not compared', () => {
  const header = 'time_identifier,country_code,geographic_level,time_period,children_count'
  const period = (identifier: string, text: string): unknown =>
    given(header, `${identifier},E92000001,National,${text},1`)
  expect(period('Reporting year', '2025')).toMatchObject({ period: '2025', compared: true })
  expect(period('Academic year', '202425')).toMatchObject({ period: '2024/25', compared: true })
  expect(period('Financial Year', '202425')).toMatchObject({ period: '2024/25', compared: true })
  expect(period('Calendar year', '2025')).toMatchObject({ period: '2025 Calendar year', compared: false })
  expect(period('Academic year Q1', '202425')).toMatchObject({ period: '202425 Academic year Q1', compared: false })
})

test('a long file of the interactive tool knows its numbers for regions, and outturn years are told apart', () => {
  const row = (number: string, year: string): unknown =>
    given(
      'Topic,LA Number,LA and Regions,Measure_short,Years,Years_num,Values',
      `T,${number},Name,LACnum,${year},2025,7`,
    )
  expect(row('970', '2025')).toMatchObject({ comparator: 'england', area_code: 'E92000001', period: '2025' })
  expect(row('982', '2025')).toMatchObject({ comparator: 'region', area_code: 'E12000003' })
  expect(row('987', '2025')).toMatchObject({ comparator: 'subregion' })
  expect(row('999', '2024-25')).toMatchObject({
    comparator: 'la',
    area_code: null,
    old_la_code: '999',
    period: '2024/25',
  })
  expect(row('999', '2024-25 (OT)')).toMatchObject({ compared: false })
})

test('no two lines of the built-in map of one kind of file give one figure', () => {
  const keys = builtInMap().map(({ indicator, texts, columns }) => `${indicator} ${texts} ${columns}`)
  expect(new Set(keys).size).toBe(keys.length)
})
