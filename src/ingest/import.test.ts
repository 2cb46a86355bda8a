import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { accountOf, ask, askEach, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { csvOf } from './import.fixture.ts'
import { write, year } from './import-steps.fixture.ts'

afterAll(removeFolders)

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
        sw_episodes: [
          { CHILD: 'A', SW_DEC: '01/09/2024' },
          { CHILD: 'A', SW_ID: 'SW2', SW_DECOM: '01/09/2024', SW_REASON: 'LEFTRL' },
          { CHILD: 'B', SW_REASON: '' },
        ],
        dolo: [
          { CHILD: 'A', DOLO_START: '01/05/2024', DOLO_END: '01/06/2024' },
          { CHILD: 'B', DOLO_START: '01/07/2024' },
        ],
      }),
    ])
    const tag = (name: string, text: string): string => (text === '' ? `<${name}/>` : `<${name}>${text}</${name}>`)
    const all = (cells: Record<string, string>): string =>
      Object.entries(cells)
        .map(([name, text]) => tag(name, text))
        .join('\n')
    const episode = (decom: string, rne: string): string =>
      `<EPISODE>${all({ DECOM: decom, RNE: rne, LS: 'C2', CIN: 'N1', PL: 'U6', PL_POST: 'QA1 1AB', HOME_POST: 'QA1 1AA', URN: 'SC999999', PLACE_PROVIDER: 'PR1', DEC: '', REC: '', REASON_PLACE_CHANGE: '' })}</EPISODE>`
    const worker = (name: string, id: string, from: string, to: string, reason: string): string =>
      `<${name}>${all({ SW_ID: id, SW_DECOM: from, SW_DEC: to, SW_REASON: reason })}</${name}>`
    const child = (id: string, sex: string, upn: string, uasc: string, inside: string, episodes: string): string =>
      `<CHILD><HEADER>${all({ CHILDID: id, UPN: upn, SEX: sex, DOB: '15/06/2014', ETHNIC: 'WBRI' })}${uasc}${inside}${all({ MOTHER: '0', MC_DOB: '' })}</HEADER>${episodes}</CHILD>`
    const xml = `<?xml version="1.0"?>\n<EXPSSDA903>\n${child(
      'A',
      'F',
      'UN1',
      '<UASC/>',
      `<AMISSING>${all({ MISSING: 'M', MIS_START: '01/07/2024', MIS_END: '03/07/2024' })}</AMISSING><AREVIEW>${all({ REVIEW: '20/05/2024', REVIEW_CODE: 'PN1' })}</AREVIEW><PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>${worker('SWEPISODE', 'SW1', '01/05/2024', '01/09/2024', 'MANAGE')}`,
      `${episode('01/05/2024', 'S')}${worker('ANY_NAME', 'SW2', '01/09/2024', '', 'LEFTRL')}${episode('01/09/2024', 'P')}<ORDERS><ORDER>${all({ DOLO_START: '01/05/2024', DOLO_END: '01/06/2024' })}</ORDER></ORDERS>`,
    )}${child('B', 'M', 'UN1', '<UASC>1</UASC><DUC>15/06/2032</DUC>', all({ IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1', SW_ID: 'SW1', SW_DECOM: '01/05/2024', DOLO_START: '01/07/2024' }), '')}</EXPSSDA903>`
    const fromXml = newFolder()
    await mustImport(fromXml, [write('2024-25.xml', xml)])
    const questions = [
      'header',
      'episodes',
      'reviews',
      'uasc',
      'missing',
      'oc3',
      'prev_perm',
      'oc2',
      'ad1',
      'sw_episodes',
      'dolo',
    ].map(
      // XML alone says in its header who is an unaccompanied asylum-seeking child.
      table =>
        `select '${table}' as t, * from (select * exclude (file_id, line, row) from (select columns(c -> not ends_with(c, '_text') and c <> 'uasc') from returned.${table})) order by all`,
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
