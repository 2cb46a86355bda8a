import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ask, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { writeReturn } from './import.fixture.ts'

afterAll(removeFolders)

test('what was open in one return and has its end in the next is one row that counts', async () => {
  const home = newFolder()
  const folder = newFolder()
  const [start, end] = ['01/03/2024', '05/05/2024']
  writeReturn(join(folder, '2023-24'), {
    episodes: [{ DECOM: start }],
    missing: [{ MIS_START: start, MIS_END: '' }],
    sw_episodes: [{ SW_DECOM: start, SW_DEC: '' }],
  })
  writeReturn(join(folder, '2024-25'), {
    episodes: [{ DECOM: start, DEC: end, REC: 'E4A' }],
    missing: [{ MIS_START: start, MIS_END: end }],
    sw_episodes: [{ SW_DECOM: start, SW_DEC: end }],
  })
  await mustImport(home, [folder])
  for (const [table, column] of [
    ['episodes', 'dec'],
    ['missing', 'mis_end'],
    ['sw_episodes', 'sw_dec'],
  ])
    expect(await ask(home, `select ${column} as ended, use from returned.${table} order by collection_year`)).toEqual([
      { ended: null, use: 'superseded' },
      { ended: '2024-05-05', use: 'used' },
    ])
})

test('rows whose council nothing named become its own once it is named, and count once', async () => {
  const home = newFolder()
  const folder = newFolder()
  const earlier = writeReturn(join(folder, '2023-24'), { episodes: [{ DECOM: '01/05/2023' }] })
  const later = writeReturn(join(folder, '2024-25'), { episodes: [{ DECOM: '01/05/2023' }, { CHILD: 'B' }] })
  await mustImport(home, [earlier, later])
  const named = await mustImport(home, [later], { authority: 'E06000001' })
  expect(findingsOf(named, 'authority-adopted')).toHaveLength(1)
  const councils = (of: string): Promise<readonly Record<string, unknown>[]> =>
    ask(home, `select authority, collection_year as y, count(*) as n from ${of} group by all order by y`)
  const all = (first: number, second: number) => [
    { authority: 'E06000001', y: 2024, n: first },
    { authority: 'E06000001', y: 2025, n: second },
  ]
  expect(await councils('returned.episodes')).toEqual(all(1, 2))
  expect(await councils('reference.return_held')).toEqual(all(1, 1))
  // From now on the home is that council's: files that do not say whose they are are its.
  await mustImport(home, [writeReturn(join(folder, 'next', '2024-25'), { episodes: [{ CHILD: 'C' }] })])
  expect(await councils('returned.episodes')).toEqual(all(1, 1))
})

test('a file of two years keeps the year that a later file does not give, under the same path', async () => {
  const home = newFolder()
  const folder = newFolder()
  const write = (reviews: readonly string[]): string =>
    writeReturn(folder, { reviews: reviews.map(REVIEW => ({ REVIEW, REVIEW_CODE: 'PN9' })) })
  await mustImport(home, [write(['01/05/2022', '02/05/2022', '01/05/2023', '02/05/2023'])])
  const report = await mustImport(home, [write(['03/05/2023', '04/05/2023'])])
  expect(
    await ask(home, 'select collection_year as y, count(*) as n from returned.reviews group by y order by y'),
  ).toEqual([
    { y: 2023, n: 2 },
    { y: 2024, n: 2 },
  ])
  // Both files have one path; each has its own findings.
  expect(findingsOf(report, 'unknown-code').map(({ line, count }) => [line, count])).toEqual([
    [2, 1],
    [3, 1],
    [2, 1],
    [3, 1],
  ])
})

test('two rows of one child in one return, where the return has one, are a finding; the last stands', async () => {
  const home = newFolder()
  const folder = newFolder()
  for (const [year, sex] of [
    ['2023-24', '2'],
    ['2024-25', 'F'],
  ] as const)
    writeReturn(join(folder, year), { header: [{ SEX: sex, ETHNIC: 'NOBT' }, { SEX: sex }] })
  writeReturn(join(folder, '2024-25'), { reviews: [{ REVIEW_CODE: 'PN2' }, { REVIEW_CODE: 'PN1' }] })
  const report = await mustImport(home, [folder])
  expect(findingsOf(report, 'same-child-twice').map(({ table, line }) => [table, line])).toEqual([
    ['Header', 2],
    ['Header', 2],
  ])
  expect(findingsOf(report, 'same-start-twice').map(({ table, line, column }) => [table, line, column])).toEqual([
    ['Reviews', 2, 'REVIEW'],
  ])
  expect(await ask(home, `select ethnic from returned.header where use = 'used'`)).toEqual([
    { ethnic: 'WBRI' },
    { ethnic: 'WBRI' },
  ])
})
