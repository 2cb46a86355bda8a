import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ask, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { csvOf, writeReturn } from './import.fixture.ts'
import { write, year } from './import-steps.fixture.ts'
import { plainYear } from './load.ts'

afterAll(removeFolders)

describe('years', () => {
  const yearsOf = async (home: string, table: string): Promise<unknown> =>
    (await ask(home, `select child, collection_year as y from returned.${table} order by child, y`)).map(
      ({ child, y }) => `${child} ${y}`,
    )

  test.each([
    ['2018-19/header.csv', 2019],
    ['2018_19/header.csv', 2019],
    ['SSDA903 2018-19/header.csv', 2019],
    ['2018-2019 final/header.csv', 2019],
    ['header 201819.csv', 2019],
    ['1999-00/x/2019-20/header.csv', 2020],
    ['header_2026-10-31.csv', null],
    ['2026-10/header.csv', null],
    ['2019/header.csv', null],
    ['header_20181920.csv', null],
  ])('%s says the year that ends in %s', (path, expected) => {
    expect(plainYear(path)).toBe(expected)
  })

  test('a folder named by its years says the year, of files without days too', async () => {
    const home = newFolder()
    await mustImport(home, [year('SSDA903 2018-19', { header: [{ SEX: '2' }], uasc: [{ SEX: '2' }] })])
    expect([await yearsOf(home, 'header'), await yearsOf(home, 'uasc')]).toEqual([['A 2019'], ['A 2019']])
  })

  test('where no name says the year, the days in the files do, and the files beside them follow', async () => {
    const home = newFolder()
    await mustImport(home, [
      year('return', {
        header: [{ CHILD: 'A', SEX: '2' }],
        episodes: [
          { CHILD: 'A', DECOM: '01/05/2014', DEC: '01/06/2019', REC: 'E4A' },
          { CHILD: 'B', DECOM: '01/03/2020' },
          { CHILD: 'C', DECOM: '01/03/2015' },
        ],
        oc2: [{ CHILD: 'A' }],
      }),
    ])
    expect(await yearsOf(home, 'episodes')).toEqual(['A 2020', 'B 2020', 'C 2020'])
    expect(await yearsOf(home, 'header')).toEqual(['A 2020'])
    expect(await yearsOf(home, 'oc2')).toEqual(['A 2020'])
  })

  test('a folder named by one year is the year that begins or ends then, as its days say', async () => {
    const home = newFolder()
    await mustImport(home, [
      year('2017', { header: [{ SEX: '2' }], reviews: [{ REVIEW: '01/02/2018' }, { REVIEW: '01/06/2017' }] }),
    ])
    expect(await yearsOf(home, 'header')).toEqual(['A 2018'])
    const other = newFolder()
    await mustImport(other, [
      year('2017', { header: [{ SEX: '2' }], reviews: [{ REVIEW: '01/02/2017' }, { REVIEW: '01/06/2016' }] }),
    ])
    expect(await yearsOf(other, 'header')).toEqual(['A 2017'])
  })

  test('a name that its days contradict is a finding', async () => {
    const report = await mustImport(newFolder(), [
      year('2018-19', { reviews: ['01/06/2020', '01/07/2020', '01/08/2020'].map(REVIEW => ({ REVIEW })) }),
    ])
    expect(findingsOf(report, 'year-contradicted')).toMatchObject([{ severity: 'warning', name: 'reviews.csv' }])
  })

  test('a file of several years and councils tells them apart by its own columns', async () => {
    const home = newFolder()
    const [head = '', a = '', b = ''] = csvOf('episodes', [
      { CHILD: 'A', DECOM: '2017-05-01' },
      { CHILD: 'A', DECOM: '2017-05-01', DEC: '2018-06-01', REC: 'E4A' },
    ]).split('\r\n')
    await mustImport(home, [write('five years.csv', `${head},LA,YEAR\n${a},Testshire,2018\n${b},Testshire,2019\n`)])
    expect(await ask(home, 'select authority, collection_year as y, use from returned.episodes order by y')).toEqual([
      { authority: 'Testshire', y: 2018, use: 'superseded' },
      { authority: 'Testshire', y: 2019, use: 'used' },
    ])
  })

  test('a file of several years without such columns is told apart by its days', async () => {
    const home = newFolder()
    await mustImport(home, [
      write(
        'reviews.csv',
        csvOf(
          'reviews',
          ['01/05/2021', '01/05/2022', '31/03/2023', '01/04/2023'].map(REVIEW => ({ REVIEW })),
        ),
      ),
    ])
    expect(await yearsOf(home, 'reviews')).toEqual(['A 2022', 'A 2023', 'A 2023', 'A 2024'])
  })

  test('a finished year is held to its 31 March, a part year to the day in its name, or to its last event and said', async () => {
    const home = newFolder()
    const named = writeReturn(join(newFolder(), '2026-27'), {})
    write('episodes_2026-10-31.csv', csvOf('episodes', [{ DECOM: '01/05/2026' }]), named)
    await mustImport(home, [year('2025-26', { episodes: [{ DECOM: '01/05/2025' }] }), named])
    const held = `select collection_year as y, first_day, last_day from reference.return_held where source = 'Episodes' order by y`
    expect(await ask(home, held)).toEqual([
      { y: 2026, first_day: '2025-04-01', last_day: '2026-03-31' },
      { y: 2027, first_day: '2026-04-01', last_day: '2026-10-31' },
    ])
    const part = newFolder()
    const unnamed = year('2026-27', { episodes: [{ DECOM: '01/05/2026' }, { CHILD: 'B', DECOM: '12/09/2026' }] })
    const report = await mustImport(part, [unnamed])
    expect(await ask(part, held)).toEqual([{ y: 2027, first_day: '2026-04-01', last_day: '2026-09-12' }])
    expect(findingsOf(report, 'extract-date-guessed')).toMatchObject([{ severity: 'warning', found: '2026-09-12' }])
    // As the finding advises: the same files, with the day said.
    const said = await mustImport(part, [unnamed], { extractDate: '2026-09-30' })
    expect(said.version).toBe(2)
    expect(await ask(part, held)).toEqual([{ y: 2027, first_day: '2026-04-01', last_day: '2026-09-30' }])
  })
})
