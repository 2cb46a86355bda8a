import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openRecords } from '../records/records.ts'
import {
  accountOf,
  ask,
  askEach,
  findingsOf,
  importInto,
  mustImport,
  newFolder,
  removeFolders,
} from './home.fixture.ts'
import { csvOf, writeReturn } from './import.fixture.ts'
import { plainYear } from './load.ts'

afterAll(removeFolders)

const write = (name: string, text: string | Uint8Array, folder = newFolder()): string => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text)
  return folder
}
const year = (name: string, tables: Parameters<typeof writeReturn>[1]): string =>
  writeReturn(join(newFolder(), name), tables)
const currentOf = async (home: string): Promise<number | null> => {
  const records = await openRecords({ home })
  try {
    return (await records.dataVersions.current())?.number ?? null
  } finally {
    await records.close()
  }
}
/** Every file of a folder and its bytes, so that any change shows. */
const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name),
        createHash('sha256')
          .update(readFileSync(join(parentPath, name)))
          .digest('hex'),
      ]),
  )

describe('rows', () => {
  test('every row is used, duplicate, superseded or set aside, and each file adds up', async () => {
    const home = newFolder()
    const report = await mustImport(home, [
      year('2023-24', {
        header: [{ CHILD: 'A', SEX: '2' }],
        episodes: [
          { CHILD: 'A', DECOM: '01/05/2023' },
          { CHILD: 'B', DECOM: '01/06/2023' },
        ],
      }),
      year('2024-25', {
        header: [{ CHILD: 'A' }],
        episodes: [
          { CHILD: 'A', DECOM: '01/05/2023', DEC: '01/09/2024', REC: 'E4A' }, // later return wins
          { CHILD: 'B', DECOM: '01/06/2023' }, // the same as last year's: that one is a duplicate
          { CHILD: 'C', DECOM: '01/06/2024', DEC: '01/06/2024', REC: 'X1' }, // no day in care
          { CHILD: 'D', DECOM: 'x' },
          { CHILD: 'E', DECOM: '01/06/2024', DEC: '01/07/2024', REC: 'E4A' },
          { CHILD: 'E', DECOM: '01/06/2024', DEC: '01/06/2024', REC: 'X1' }, // the row that covers days beats it
          { CHILD: 'F', DECOM: '01/06/2024', LS: 'C1' },
          { CHILD: 'F', DECOM: '01/06/2024', LS: 'C2' }, // the later line wins
          { CHILD: ' f', DECOM: '2024-06-01', LS: 'c2' }, // the same, written otherwise
        ],
      }),
    ])
    // read, used, duplicate, superseded, set aside
    expect(accountOf(report.files, 'Episodes').toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [2, 0, 1, 1, 0],
      [9, 4, 1, 2, 2],
    ])
    const rows = await ask(home, `select child, ls, dec, use from returned.episodes where use = 'used' order by child`)
    expect(rows).toEqual([
      { child: 'A', ls: 'C2', dec: '2024-09-01', use: 'used' },
      { child: 'B', ls: 'C2', dec: null, use: 'used' },
      { child: 'E', ls: 'C2', dec: '2024-07-01', use: 'used' },
      { child: 'F', ls: 'C2', dec: null, use: 'used' },
    ])
    expect(await ask(home, 'select * from reference.set_aside where rows > 0')).toEqual([
      { authority: 'council', source: 'Episodes', collection_year: 2025, rows: 2 },
    ])
  })

  test('a row remembers its file and line, and is kept as text and as typed, bad cells included', async () => {
    const home = newFolder()
    await mustImport(home, [year('2024-25', { episodes: [{}, { CHILD: 'b ', DECOM: '31/02/2024', LS: 'c9' }] })])
    expect(
      await ask(
        home,
        `select child, child_text, decom, decom_text, ls, ls_text, line, row, f.path like '%episodes.csv' as there
        from returned.episodes join reference.file f using (file_id) where child = 'B'`,
      ),
    ).toEqual([
      {
        child: 'B',
        child_text: 'b ',
        decom: null,
        decom_text: '31/02/2024',
        ls: 'C9',
        ls_text: 'c9',
        line: 3,
        row: 1,
        there: true,
      },
    ])
  })
})

describe('form', () => {
  test('byte-order mark, Windows-1252, semicolons, other order, small letters, blank rows and own columns change nothing', async () => {
    const plain = newFolder()
    await mustImport(plain, [year('2024-25', { header: [{}], episodes: [{}] })])
    const folder = join(newFolder(), '2024-25')
    write(
      'a.csv',
      `\ufeffdob;child;team;sex;ethnic;upn;mother;mc_dob\r\n2014-06-15;a;North;f;wbri;un1;0;\r\n;;;;;;;\r\n\r\n`,
      folder,
    )
    const [head = '', row = ''] = csvOf('episodes', [{}]).split('\r\n')
    write('b.csv', Buffer.from(`${head},TEAM\n${row},Zo\u00eb\n`, 'latin1'), folder)
    const odd = newFolder()
    const report = await mustImport(odd, [folder])
    for (const table of ['header', 'episodes']) {
      const sql = `select * exclude (file_id, line) replace (null as use) from (select columns(c -> not ends_with(c, '_text')) from returned.${table})`
      expect(await ask(odd, sql)).toEqual(await ask(plain, sql))
    }
    const said = report.findings.map(({ code, found }) => `${code}: ${found}`).join('\n')
    for (const what of [/blank/i, /semicolon/i, /1252/, /TEAM/]) expect(said).toMatch(what)
  })

  test('XML gives the same rows as the CSV files of the same return', async () => {
    const csv = newFolder()
    await mustImport(csv, [
      year('2024-25', {
        header: [
          { CHILD: 'A', UPN: 'UN1' },
          { CHILD: 'B', SEX: 'M' },
        ],
        episodes: [{ CHILD: 'A' }, { CHILD: 'A', DECOM: '01/09/2024', RNE: 'P' }],
        reviews: [{ CHILD: 'A' }],
        uasc: [{ CHILD: 'B', SEX: 'M', DUC: '15/06/2032' }],
        missing: [{ CHILD: 'A' }],
        oc3: [{ CHILD: 'B', DOB: '15/06/2014' }],
        previous_permanence: [{ CHILD: 'A' }],
      }),
    ])
    const tag = (name: string, text: string): string => (text === '' ? `<${name}/>` : `<${name}>${text}</${name}>`)
    const all = (cells: Record<string, string>): string =>
      Object.entries(cells)
        .map(([name, text]) => tag(name, text))
        .join('\n')
    const episode = (decom: string, rne: string): string =>
      `<EPISODE>${all({ DECOM: decom, RNE: rne, LS: 'C2', CIN: 'N1', PL: 'U6', PL_POST: 'QA1 1AB', HOME_POST: 'QA1 1AA', URN: 'SC999999', PLACE_PROVIDER: 'PR1', DEC: '', REC: '', REASON_PLACE_CHANGE: '' })}</EPISODE>`
    const child = (id: string, sex: string, upn: string, uasc: string, inside: string, episodes: string): string =>
      `<CHILD><HEADER>${all({ CHILDID: id, UPN: upn, SEX: sex, DOB: '15/06/2014', ETHNIC: 'WBRI' })}${uasc}${inside}${all({ MOTHER: '0', MC_DOB: '' })}</HEADER>${episodes}</CHILD>`
    const xml = `<?xml version="1.0"?>\n<EXPSSDA903>\n${child(
      'A',
      'F',
      'UN1',
      '<UASC/>',
      `<AMISSING>${all({ MISSING: 'M', MIS_START: '01/07/2024', MIS_END: '03/07/2024' })}</AMISSING><AREVIEW>${all({ REVIEW: '20/05/2024', REVIEW_CODE: 'PN1' })}</AREVIEW><PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>`,
      `${episode('01/05/2024', 'S')}${episode('01/09/2024', 'P')}`,
    )}${child('B', 'M', 'UN1', '<UASC>1</UASC><DUC>15/06/2032</DUC>', all({ IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1' }), '')}</EXPSSDA903>`
    const fromXml = newFolder()
    await mustImport(fromXml, [write('2024-25.xml', xml)])
    const questions = ['header', 'episodes', 'reviews', 'uasc', 'missing', 'oc3', 'prev_perm', 'oc2', 'ad1'].map(
      table =>
        `select '${table}' as t, * from (select * exclude (file_id, line, row) from (select columns(c -> not ends_with(c, '_text')) from returned.${table})) order by all`,
    )
    expect(await askEach(fromXml, questions)).toEqual(await askEach(csv, questions))
  })

  test('the same return as CSV and as XML is said, and each row counts once', async () => {
    const folder = year('2024-25', { episodes: [{}] })
    write(
      'return.xml',
      `<EXPSSDA903><CHILD><HEADER><CHILDID>A</CHILDID><DOB>15/06/2014</DOB></HEADER><EPISODE><DECOM>01/05/2024</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER><HOME_POST>QA1 1AA</HOME_POST><PL_POST>QA1 1AB</PL_POST><URN>SC999999</URN></EPISODE></CHILD></EXPSSDA903>`,
      folder,
    )
    const report = await mustImport(newFolder(), [folder])
    expect(accountOf(report.files, 'Episodes').toSorted()).toEqual([
      [1, 0, 1, 0, 0],
      [1, 1, 0, 0, 0],
    ])
    expect(findingsOf(report, 'returned-twice')).toEqual([])
    expect(findingsOf(report, 'returned-also')).toMatchObject([{ severity: 'tolerated', name: 'episodes.csv' }])
    expect(report.findings.find(({ code }) => code === 'returned-also')?.why).toContain(
      'as CSV and as XML: 1 row is alike in both, and counts once',
    )
    // Where the two differ, that is said by table, and which was used.
    write('episodes.csv', csvOf('episodes', [{ LS: 'E1' }]), folder)
    const other = await mustImport(newFolder(), [folder])
    expect(findingsOf(other, 'returned-also')).toEqual([])
    expect(findingsOf(other, 'returned-twice')).toMatchObject([{ severity: 'warning', table: 'Episodes', count: 1 }])
  })
})

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
