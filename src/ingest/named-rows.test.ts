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

let home: string
let report: Done
beforeAll(async () => {
  home = newFolder()
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  write('postcodes.csv', [
    'Postcode,Easting,Northing,LA-Code,own',
    'qa1 1aa,449500,520300,E06000999,x', // replaced by the last line
    'QA1 1AB,"449,501",520301,E06000999,',
    'QA1 1AC,far,520301,E06000999,', // no number
    'QA1 1AD,449502,520301,,', // no authority
    'QA11AA,449503,520303,E06000998,',
  ])
  write('postcodes_north.csv', ['postcode,easting,northing,la_code', 'QA1 1AB,1,2,E06000997', 'QB1 1AA,3,4,E06000997'])
  write('population.csv', ['year,area_code,pop_0_17', '2025,E06000999,"32,900"', '2025,E06000998,x'])
  write('bank_holidays.csv', ['date,title', '25/12/2026,Christmas Day', '2026-12-28,Boxing Day'])
  report = await mustImport(home, [folder])
})

test('a postcode is kept without spaces in capitals, and the later row and the later file of one kind stand', async () => {
  expect(await ask(home, 'select postcode, easting, la_code from reference.postcode order by postcode')).toEqual([
    { postcode: 'QA11AA', easting: 449503, la_code: 'E06000998' },
    { postcode: 'QA11AB', easting: 1, la_code: 'E06000997' },
    { postcode: 'QB11AA', easting: 3, la_code: 'E06000997' },
  ])
})

test('rows that cannot be used are set aside by line, and each file adds up', () => {
  expect(
    findingsOf(report, 'row-set-aside').map(({ severity, ...at }) => [severity, at.name, at.line, at.column, at.found]),
  ).toEqual([
    ['tolerated', 'population.csv', 3, 'pop_0_17', 'x'], // there was no such area
    ['error', 'postcodes.csv', 4, 'easting', 'far'],
    ['error', 'postcodes.csv', 5, 'la_code', ''],
  ])
  expect(accountOf(report.files, 'postcodes')).toEqual([
    [5, 1, 2, 0, 2], // one is replaced by its own last line, one by the other file
    [2, 2, 0, 0, 0],
  ])
  expect(findingsOf(report, 'row-twice')).toMatchObject([{ name: 'postcodes.csv', count: 2 }])
})

test('the short form of population is residents aged 0 to 17, and a holiday may be written either way', async () => {
  expect(
    await ask(home, 'select area_code, population_type, age_from, age_to, persons from reference.population'),
  ).toEqual([{ area_code: 'E06000999', population_type: 'resident', age_from: 0, age_to: 17, persons: 32_900 }])
  expect(await ask(home, 'select date from reference.bank_holiday order by date')).toEqual([
    { date: '2026-12-25' },
    { date: '2026-12-28' },
  ])
})

test('a file of which no row can be used replaces nothing', async () => {
  const folder = newFolder()
  const [bad, empty] = [join(folder, 'postcodes.csv'), join(folder, 'bank_holidays.csv')]
  writeFileSync(bad, 'postcode,easting,northing,la_code\nQA1 1AA,1,2,\n')
  writeFileSync(empty, 'date,title\n')
  await expect(importInto(home, [bad, empty])).rejects.toThrow(
    /^Nothing was imported and nothing was changed.*postcodes\.csv/s,
  )
  const areas = join(folder, 'areas.csv')
  writeFileSync(areas, 'area_code,name,level\nE12000099,Northmoor,region\n')
  const next = await mustImport(home, [bad, empty, areas])
  expect(findingsOf(next, 'file-empty').map(({ name }) => name)).toEqual(['postcodes.csv', 'bank_holidays.csv'])
  expect(await ask(home, 'select count(*) as n from reference.postcode')).toEqual([{ n: 3 }])
  expect(await ask(home, 'select count(*) as n from reference.bank_holiday')).toEqual([{ n: 2 }])
  // What stands is still accounted for, and so is what was given.
  expect(accountOf(next.files, 'postcodes')).toEqual([
    [5, 1, 2, 0, 2], // one is replaced by its own last line, one by the other file
    [2, 2, 0, 0, 0],
    [1, 0, 0, 0, 1],
  ])
})
