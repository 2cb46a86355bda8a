import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cell, workbookOf } from './annex-a.fixture.ts'
import { list8 } from './annex-a-care.fixture.ts'
import { who } from './annex-a-need.fixture.ts'
import { council, held, importWorkbook, sheets } from './annex-a-sheets.fixture.ts'
import { ask, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'

afterAll(removeFolders)

let rows: Readonly<Record<number, unknown>>
beforeAll(async () => {
  ;({ rows } = await importWorkbook())
}, 120_000)

describe('a CSV file for each list', () => {
  const csv = (rows: readonly (readonly Cell[])[]): string =>
    rows
      .map(row =>
        row
          .map(cell =>
            cell === null ? '' : `"${String(cell instanceof Date ? british(cell) : cell).replaceAll('"', '""')}"`,
          )
          .join(','),
      )
      .join('\r\n')
  const british = (date: Date): string => {
    const [year, month, day] = date.toISOString().slice(0, 10).split('-')
    return `${day}/${month}/${year} 00:00:00`
  }
  /** A name for each list, none of the form of the next. */
  const named = [
    'Annex A List 1.csv',
    'annex_a_list_2_2026-10-31.csv',
    'list3.csv',
    'List 4.csv',
    'annex-a-list-5.csv',
    'List_6_CIN.csv',
    'AnnexA List 7.csv',
    'Annex A - List 8 - Looked after.csv',
    'LIST 9 leavers.csv',
    'list10_2026-10-31.csv',
    'annex_a_list_11.csv',
  ]
  /** The visible sheets in the order of the lists, from their header. */
  const files = sheets
    .filter(({ hidden }) => !hidden)
    .map(({ rows }, i) => ({ name: named[i] ?? '', rows: i === 7 ? rows.slice(3) : rows }))

  test('gives the same rows as the workbook', async () => {
    const folder = newFolder()
    mkdirSync(folder, { recursive: true })
    for (const file of files) writeFileSync(join(folder, file.name), csv(file.rows))
    const ofFiles = newFolder()
    const said = await mustImport(ofFiles, [folder], { ...council, extractDate: '2026-10-31' })
    expect(findingsOf(said, 'not-recognised')).toEqual([])
    expect(await held(ofFiles)).toEqual(rows)
  }, 120_000)

  test('a list of another month stands beside it, one of the same day in its place', async () => {
    const ofMonths = newFolder()
    const folder = newFolder()
    mkdirSync(folder, { recursive: true })
    const header = 'Child Unique ID,Gender,Date of Birth,Date Started to be Looked After,Placement Type'
    const write = (name: string, ...lines: readonly string[]): string => {
      writeFileSync(join(folder, name), [header, ...lines].join('\n'))
      return join(folder, name)
    }
    await mustImport(
      ofMonths,
      [write('list 8_2026-09-30.csv', 'C1,M,01/02/2012,03/04/2024,U1', 'C2,F,,03/04/2025,K1')],
      council,
    )
    await mustImport(ofMonths, [write('list 8_2026-10-31.csv', 'C1,M,01/02/2012,03/04/2024,A3')], council)
    const again = write('list 8_2026-10-31.csv', 'C1,M,01/02/2012,03/04/2024,a) U6', 'C1,M,01/02/2012,30/09/2026,U6')
    await mustImport(ofMonths, [again], council)
    expect(
      await ask(
        ofMonths,
        'select as_at, child_id, started_on, placement_type from extract.annex_a_list_8 order by all',
      ),
    ).toEqual([
      { as_at: '2026-09-30', child_id: 'C1', started_on: '2024-04-03', placement_type: 'U1' },
      { as_at: '2026-09-30', child_id: 'C2', started_on: '2025-04-03', placement_type: 'K1' },
      { as_at: '2026-10-31', child_id: 'C1', started_on: '2024-04-03', placement_type: 'U6' },
      { as_at: '2026-10-31', child_id: 'C1', started_on: '2026-09-30', placement_type: 'U6' },
    ])
    // Who is in care in November no list of October says.
    expect(
      await ask(
        ofMonths,
        `select first_day, last_day from reference.return_held where source = 'annex_a_list_8' order by all`,
      ),
    ).toEqual([
      { first_day: '2026-09-30', last_day: '2026-09-30' },
      { first_day: '2026-10-31', last_day: '2026-10-31' },
    ])
  }, 120_000)
})

test('a list that lacks a column is not loaded, and which is said of its header, not of the title above it', async () => {
  const file = join(newFolder(), 'lists_2026-10-31.xlsx')
  const without = list8.filter(header => !header.startsWith('Date Started'))
  const other = sheets.filter(({ name }) => name === 'List 9')
  writeFileSync(file, await workbookOf([{ name: 'List 8', rows: [['List 8', 'of October'], without, who] }, ...other]))
  const ofOne = await mustImport(newFolder(), [file], council)
  expect(ofOne.findings.filter(({ code }) => code === 'not-recognised')).toMatchObject([
    { line: 2, why: 'Its name says annex_a_list_8, but it has no column started_on. None of its rows were used.' },
  ])
}, 60_000)
