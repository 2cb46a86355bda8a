import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { accountOf, ask, findingsOf, importInto, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { writeReturn } from './import.fixture.ts'
import { currentOf, snapshot, write, year } from './import-steps.fixture.ts'

afterAll(removeFolders)

describe('versions', () => {
  test('the next version carries on what was current, and replaces the same table, year and authority whole', async () => {
    const home = newFolder()
    await mustImport(home, [
      year('2023-24', { header: [{ CHILD: 'A', SEX: '2' }], episodes: [{ CHILD: 'A', DECOM: '01/05/2023' }] }),
      year('2024-25', { header: [{ CHILD: 'A' }], episodes: [{ CHILD: 'A', DECOM: '01/05/2023' }, { CHILD: 'B' }] }),
    ])
    const later = await mustImport(home, [
      year('2024-25', { episodes: [{ CHILD: 'A', DECOM: '01/05/2023', DEC: '01/02/2025', REC: 'E4A' }] }),
    ])
    expect(later.version).toBe(2)
    expect(await ask(home, 'select child, collection_year as y, dec, use from returned.episodes order by y')).toEqual([
      { child: 'A', y: 2024, dec: null, use: 'superseded' },
      { child: 'A', y: 2025, dec: '2025-02-01', use: 'used' },
    ])
    expect(await ask(home, 'select count(*) as n from returned.header')).toEqual([{ n: 2 }])
    // The version before stays as it was.
    expect(await ask(home, 'select count(*) as n from returned.episodes', 1)).toEqual([{ n: 3 }])
    expect(later.files.map(({ table, collectionYear }) => `${table} ${collectionYear}`).toSorted()).toEqual([
      'Episodes 2024',
      'Episodes 2025',
      'Header 2024',
      'Header 2025',
    ])
    const fresh = await mustImport(home, [year('2025-26', { episodes: [{ DECOM: '01/05/2025' }] })], { fresh: true })
    expect(fresh.files.map(({ table, collectionYear }) => `${table} ${collectionYear}`)).toEqual(['Episodes 2026'])
  })

  test('a file of a header and no rows says that nothing happened: it replaces, it is held, and it is accounted for', async () => {
    const home = newFolder()
    await mustImport(home, [year('2024-25', { episodes: [{}], missing: [{}] })])
    const empty = year('2024-25', { missing: [] })
    const report = await mustImport(home, [empty])
    expect(accountOf(report.files, 'Missing')).toEqual([[0, 0, 0, 0, 0]])
    expect(await ask(home, 'select count(*) as n from returned.missing')).toEqual([{ n: 0 }])
    expect(
      await ask(home, `select authority, collection_year as y from reference.return_held where source = 'Missing'`),
    ).toEqual([{ authority: 'council', y: 2025 }])
    expect(await importInto(home, [empty])).toEqual({ kind: 'nothing new', version: 2 })
  })

  test('the same bytes again make no version, whatever the files are called; reference files too', async () => {
    const home = newFolder()
    const files = year('2024-25', { episodes: [{}], reviews: [{}] })
    const postcodes = write('postcodes.csv', 'postcode,la_code\nQA1 1AA,E06000999\n')
    await mustImport(home, [files, postcodes])
    const copy = join(newFolder(), '2024-25')
    for (const name of ['episodes.csv', 'reviews.csv']) write(`copy of ${name}`, readFileSync(join(files, name)), copy)
    expect(await importInto(home, [copy, postcodes])).toEqual({ kind: 'nothing new', version: 1 })
    expect(await currentOf(home)).toBe(1)
    expect(readdirSync(join(home, 'versions'))).toEqual(['000001'])
  })

  test('a reference file replaces the earlier one whole; benchmarks add, and replace those with the same key', async () => {
    const home = newFolder()
    const head = 'indicator,comparator,area_code,period,value,release,breakdown\n'
    await mustImport(home, [
      write('postcodes.csv', 'postcode,la_code\nQA1 1AA,E06000999\nQA1 1AB,E06000999\n'),
      write(
        'benchmarks.csv',
        `${head}NUM-02,england,E92000001,2024,70,2024-11-20,\nNUM-02,england,E92000001,2025,71,2025-11-20,\n`,
      ),
    ])
    await mustImport(home, [
      write('postcodes.csv', 'postcode,la_code\nQB1 1AA,E06000999\n'),
      write(
        'benchmarks_2.csv',
        `${head}NUM-02,england,E92000001,2025,72,2025-11-20,\nNUM-02,england,E92000001,2026,c,2026-11-20,\n`,
      ),
    ])
    expect(await ask(home, 'select postcode from reference.postcode')).toEqual([{ postcode: 'QB11AA' }])
    expect(await ask(home, 'select period, value, symbol from reference.benchmark order by period')).toEqual([
      { period: '2024', value: 70, symbol: null },
      { period: '2025', value: 72, symbol: null },
      { period: '2026', value: null, symbol: 'c' },
    ])
  })
})

describe('refusals', () => {
  test('files that cannot be understood refuse the import whole, all told at once, with nothing changed', async () => {
    const home = newFolder()
    await mustImport(home, [year('2023-24', { header: [{ SEX: '2' }], episodes: [{ DECOM: '01/05/2023' }] })])
    const before = snapshot(join(home, 'versions'))
    const folder = year('2024-25', { reviews: [{}] })
    write('episodes.csv', 'DECOM,RNE,LS,CIN,PLACE\n01/05/2024,S,C2,N1,U6\n', folder)
    write('broken.csv', 'CHILD,SEX,DOB,ETHNIC\n"A,F,15/06/2014,WBRI\n', folder)
    write('broken.xml', '<EXPSSDA903><CHILD></EXPSSDA903>', folder)
    write('other.xml', '<Return><Child/></Return>', folder)
    const refused = await importInto(home, [folder]).catch(error => error)
    expect(refused.code).toBe('HEARTH-1300')
    for (const name of ['episodes.csv', 'broken.csv', 'broken.xml', 'other.xml'])
      expect(refused.message).toContain(name)
    expect(await currentOf(home)).toBe(1)
    expect(snapshot(join(home, 'versions'))).toEqual(before)
    expect(readdirSync(home).filter(name => name.startsWith('work'))).toEqual([])
  })

  test('a CSV file that is none of ours is a finding with the nearest table, and the rest is imported', async () => {
    const folder = year('2024-25', { episodes: [{}] })
    write('visits.csv', 'child_id,visit\nA,01/05/2024\n', folder)
    write('reviews.csv', 'CHILD,DOB,REVIEW\nA,15/06/2014,20/05/2024\n', folder)
    const report = await mustImport(newFolder(), [folder])
    expect(findingsOf(report, 'not-recognised').map(({ name }) => name)).toEqual(['reviews.csv', 'visits.csv'])
    expect(report.findings.find(({ file }) => file?.endsWith('reviews.csv'))?.why).toContain('REVIEW_CODE')
  })

  test('nothing to import is said', async () => {
    await expect(importInto(newFolder(), [write('notes.txt', 'hello')])).rejects.toMatchObject({ code: 'HEARTH-1303' })
    await expect(importInto(newFolder(), [join(newFolder(), 'nowhere')])).rejects.toMatchObject({ code: 'HEARTH-1300' })
  })

  test('a synthetic council’s files never join a real home, nor a real council’s a synthetic one', async () => {
    const real = year('2024-25', { episodes: [{}] })
    const sample = year('2024-25', { episodes: [{ CHILD: 'B' }] })
    write(
      'council.json',
      JSON.stringify({ synthetic: true, authority: { code: 'E06990001', name: 'Alderham' } }),
      sample,
    )
    for (const [first, second] of [
      [real, sample],
      [sample, real],
    ] as const) {
      const home = newFolder()
      await mustImport(home, [first])
      await expect(importInto(home, [second])).rejects.toMatchObject({ code: 'HEARTH-1304' })
      await expect(importInto(home, [second], { fresh: true })).rejects.toMatchObject({ code: 'HEARTH-1304' })
      expect(await currentOf(home)).toBe(1)
    }
    await expect(importInto(newFolder(), [real, sample])).rejects.toMatchObject({ code: 'HEARTH-1304' })
  })
})

describe('whose', () => {
  test.each([
    ['--authority', { authority: 'E06000001' }, '2024-25', 'E06000001'],
    ['a folder named by a GSS code', {}, 'E06000002/2024-25', 'E06000002'],
    ['nothing', {}, '2024-25', 'council'],
  ] as const)('by %s', async (_, given, name, expected) => {
    const home = newFolder()
    const folder = join(newFolder(), name)
    const report = await mustImport(home, [writeReturn(folder, { header: [{}], episodes: [{}] })], given)
    expect(await ask(home, 'select distinct authority from returned.episodes')).toEqual([{ authority: expected }])
    expect(findingsOf(report, 'authority-not-given')).toHaveLength(expected === 'council' ? 1 : 0)
  })

  test('the same local id in two councils is two children', async () => {
    const home = newFolder()
    const folder = newFolder()
    for (const code of ['E06000001', 'E06000002'])
      writeReturn(join(folder, code, '2024-25'), { header: [{}], episodes: [{}] })
    await mustImport(home, [folder])
    expect(await ask(home, 'select authority, local_id from person order by all')).toEqual([
      { authority: 'E06000001', local_id: 'A' },
      { authority: 'E06000002', local_id: 'A' },
    ])
  })
})
