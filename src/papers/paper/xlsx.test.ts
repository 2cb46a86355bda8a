import exceljs from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { paperCsvs } from './csvs.ts'
import { paperFiles } from './formats.ts'
import { figure, paper, paragraph, tableOf, words } from './paper.fixture.ts'
import type { Block, Paper } from './paper.ts'
import { printedNumber } from './printed-number.ts'
import { tablesOf } from './tables-of.ts'
import { paperWorkbook } from './xlsx.ts'
import { sheetNames } from './xlsx-names.ts'

const opened = async (one: Paper): Promise<exceljs.Workbook> => {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(await paperWorkbook(one)) as never)
  return book
}
const linesOf = (sheet: exceljs.Worksheet | undefined): readonly (readonly unknown[])[] => {
  const lines: unknown[][] = []
  sheet?.eachRow({ includeEmpty: true }, row => lines.push((row.values as unknown[]).slice(1)))
  return lines
}
const of = (...blocks: readonly Block[]): Paper => ({
  ...paper,
  sections: [{ id: 'a', number: null, title: 'A', level: 1, blocks }],
})

let book: exceljs.Workbook
beforeAll(async () => {
  book = await opened(paper)
})

test('there is a cover, contents, notes, a sheet for each table and for the data of each chart, and one of all figures', () => {
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Cover',
    'Contents',
    'Notes',
    'Chart 1 data',
    'Table 1',
    'Table 2',
    'Figures',
  ])
  expect(linesOf(book.getWorksheet('Contents')).slice(2)).toEqual(
    [
      ['Notes', 'Notes: the symbols used'],
      ['Chart 1 data', 'Chart 1 data: Data of chart 1: children in care'],
      ['Table 1', 'Table 1: By legal status'],
      ['Table 2', 'Table 2: The scorecard, of more than a page'],
      ['Figures', 'Figures: every figure of the paper with its code, and what it is of'],
    ].map(([sheet, text]) => [{ text, hyperlink: `#'${sheet}'!A1` }]),
  )
})

test('the cover says how far the paper is, and for whom', () => {
  const said = linesOf(book.getWorksheet('Cover')).flat().join('\n')
  expect(said).toContain('Draft, with provisional figures. Synthetic council: every child is invented')
  expect(said).toContain('Prepared for: board')
})

test('each table is marked up from column A under its heading and its notes, with nothing below it, merged, blank or frozen', () => {
  for (const sheet of book.worksheets.filter(({ name }) => !['Cover', 'Contents'].includes(name))) {
    const [marked, ...others] = sheet.getTables() as unknown as { table: { tableRef: string; name: string } }[]
    expect(others).toEqual([])
    const lines = linesOf(sheet)
    const start = Number(/^A(\d+):/.exec(marked?.table.tableRef ?? '')?.[1])
    expect(marked?.table.tableRef).toMatch(new RegExp(`^A\\d+:[A-Z]+${lines.length}$`))
    for (const line of lines.slice(start - 1)) {
      expect(line).toHaveLength(lines[start - 1]?.length ?? 0)
      for (const cell of line) expect(cell).not.toBe('')
    }
    expect(sheet.model.merges).toEqual([])
    expect(sheet.views ?? []).toEqual([])
  }
  expect(
    linesOf(book.getWorksheet('Table 2'))
      .slice(0, 6)
      .map(([first]) => first),
  ).toEqual([
    'Table 2: The scorecard, of more than a page',
    'This worksheet contains one table. Symbols in square brackets are explained on the Notes sheet.',
    'In the paper under: Appendix A: the scorecard',
    'Note: Statistical neighbours are of 31 March 2025, the latest published.',
    'Note: [c]: hidden so that nobody can be identified.',
    'Indicator',
  ])
})

test('a figure alone in its cell is the number that is printed, in the format it is printed in', () => {
  const sheet = book.getWorksheet('Table 2')
  const cell = (at: string) => [sheet?.getCell(at).value, sheet?.getCell(at).numFmt]
  expect(cell('B7')).toEqual([0.1, '#,##0.0%'])
  expect(cell('E7')).toEqual([0.4, '"+"#,##0.0" points"'])
  expect(cell('E8')).toEqual([-1.2, '#,##0.0" points";"−"#,##0.0" points"'])
  expect(sheet?.getCell('B11').value).toBe('[c]')
  expect(sheet?.getCell('G7').value).toBe('Middle of ten: 13% (31 March 2025)')
})

test.each([
  ['1,085', 1085, '#,##0', 0],
  ['0.50', 0.5, '#,##0.00', 2],
  ['£1,400', 1400, '"£"#,##0', 0],
  ['£1.4 million', 1.4, '"£"#,##0.0" million"', 1],
  ['−3%', -0.03, '#,##0%;"−"#,##0%', 0],
  ['12.34%', 0.1234, '#,##0.00%', 2],
  ['+5', 5, '"+"#,##0', 0],
  ['2026', 2026, '0', 0],
])('%s is the number %d', (text, value, format, places) => {
  expect(printedNumber(text)).toEqual({ value, places, format })
})

test('what is not one number stays as words', () => {
  for (const text of ['5 of 6', '105.9 per 10,000', 'Awaiting data', '12"', '1,2', ''])
    expect(printedNumber(text)).toBeNull()
})

test('sheets and tables have names of their own, which Excel allows', () => {
  const names = sheetNames(
    ['Notes'],
    ['notes', 'Table 1', 'TABLE 1', 'a/b:c', "''", `${'long '.repeat(10)}`, `${'long '.repeat(10)}`],
  )
  const [sheets, ids] = [names.map(({ sheet }) => sheet), names.map(({ id }) => id)]
  expect(sheets.slice(0, 5)).toEqual(['notes (2)', 'Table 1', 'TABLE 1 (2)', 'a b c', 'Table'])
  expect(Math.max(...sheets.map(({ length }) => length))).toBeLessThanOrEqual(31)
  expect(new Set([...sheets.map(one => one.toLowerCase()), 'notes']).size).toBe(8)
  expect(new Set(ids.map(one => one.toLowerCase())).size).toBe(7)
  for (const id of ids) expect(id).toMatch(/^[A-Za-z_]\w*$/)
})

test('two columns of one title are told apart, and an empty cell says that there is nothing', async () => {
  const made = of(tableOf('Table 1', 'T', ['A', 'Change', 'change'], [[words('a'), words(''), words('=1+1')]]))
  const lines = linesOf((await opened(made)).getWorksheet('Table 1')).slice(-2)
  expect(lines).toEqual([
    ['A', 'Change', 'change (2)'],
    ['a', '[z]', "'=1+1"],
  ])
  expect(paperCsvs(made)).toEqual([{ name: 'table-1-t.csv', text: "A,Change,change (2)\r\na,[z],'=1+1\r\n" }])
})

test('a symbol that stands in a table is explained on the notes sheet, and one that does not is not', async () => {
  const explained = async (one: Paper) =>
    linesOf((await opened(one)).getWorksheet('Notes'))
      .slice(3)
      .map(([symbol]) => symbol)
  expect(await explained(of(tableOf('Table 1', 'T', ['A', 'B'], [[words('a'), words('–')]])))).toEqual(['[c]', '–'])
  expect(await explained(of(tableOf('Table 1', 'T', ['A', 'B'], [[words('a'), words('')]])))).toEqual(['[c]', '[z]'])
})

test('a paper without a table has a workbook of its figures, and a table without a row says that there is none', async () => {
  expect((await opened(of(paragraph(figure(1, '1'))))).worksheets.map(({ name }) => name)).toEqual([
    'Cover',
    'Contents',
    'Notes',
    'Figures',
  ])
  expect(linesOf((await opened(of(tableOf('Table 1', 'T', ['A'], [])))).getWorksheet('Table 1')).at(-1)).toEqual([
    'There is none.',
  ])
  expect(linesOf((await opened(of())).getWorksheet('Figures')).at(-1)).toEqual(['There is none.'])
})

test('each table is a CSV too, printed as the paper prints it', () => {
  const files = paperCsvs(paper)
  expect(files.map(({ name }) => name)).toEqual([
    'data-of-chart-1-children-in-care.csv',
    'table-1-by-legal-status-data-30-september-2026.csv',
    'table-2-the-scorecard-of-more-than-a-page.csv',
  ])
  expect(files[1]?.text).toBe(
    'Legal status,Number,Share\r\nFull care order,380,67.1%\r\nInterim care order,101,17.8%\r\nSection 20,"1,085",[c]\r\n',
  )
  const twice = paperCsvs({ ...paper, sections: [...paper.sections, ...paper.sections] }).map(({ name }) => name)
  expect(new Set(twice).size).toBe(2 * tablesOf(paper).length)
})

test('as CSV a paper is a file for each of its tables, named by the file that was asked for', async () => {
  expect((await paperFiles(paper, 'to/a.csv', 'csv')).map(({ file }) => file)).toEqual([
    'to/a-data-of-chart-1-children-in-care.csv',
    'to/a-table-1-by-legal-status-data-30-september-2026.csv',
    'to/a-table-2-the-scorecard-of-more-than-a-page.csv',
  ])
  await expect(paperFiles({ ...paper, sections: [] }, 'a.csv', 'csv')).rejects.toThrow('has no table')
})

test('each sheet prints on A4 on its side, no wider than a page', async () => {
  for (const { pageSetup } of (await opened(paper)).worksheets)
    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    })
})
