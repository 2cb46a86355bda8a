import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { paperCsvs } from './csvs.ts'
import { paperWord } from './docx.ts'
import { partsOf, wordsIn, xmlOf } from './docx-read.fixture.ts'
import { figuresOf, wordsOf } from './figures.ts'
import { paperHtml } from './html.ts'
import { figure, paper, paragraph, words } from './paper.fixture.ts'
import { missing, passages } from './passages.fixture.ts'
import { paperPdf } from './pdf.ts'
import { close, readPdf } from './pdf-read.fixture.ts'
import { paperSlides } from './pptx.ts'
import { readSlides } from './pptx-read.fixture.ts'
import { tablesOf } from './tables-of.ts'
import { paperWorkbook } from './xlsx.ts'

const expected = passages(paper)

/** A number in a spreadsheet as its format shows it: as much of Excel's formats as is used here. */
function shownBy(value: number, format: string): string {
  const [plain = '', negative] = format.split(';')
  const used = value < 0 && negative ? negative : plain
  const quoted = [...used.matchAll(/"([^"]*)"/g)].map(([, words]) => words)
  const places = /\.(0+)/.exec(used)?.[1]?.length ?? 0
  const size = Math.abs(used.includes('%') ? value * 100 : value)
  const digits = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    useGrouping: used.includes(','),
  }).format(size)
  return used
    .replace(/"[^"]*"/g, '"')
    .replace(/[#,0]+(\.0+)?/, digits)
    .replace(/"/g, () => quoted.shift() ?? '')
}

test('every passage of the paper, with its figures, stands in the PDF', async () => {
  const { pages } = await readPdf(await paperPdf(paper))
  expect(missing(close(pages.map(({ tree }) => tree.words).join('')), expected)).toBeNull()
})

test('every passage of the paper, with its figures, stands on the slides', async () => {
  const { slides } = await readSlides(await paperSlides(paper))
  expect(missing(close(slides.map(one => one.words).join('')), expected)).toBeNull()
})

test('every passage of the paper, with its figures, stands in the Word document and on the page', async () => {
  const word = (await partsOf(await paperWord(paper))).get('word/document.xml') ?? ''
  expect(missing(close(wordsIn(xmlOf(word))), expected)).toBeNull()
  const marks = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  const page = paperHtml(paper)
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof marks) => marks[name])
  expect(missing(close(page), expected)).toBeNull()
})

test('every table of the paper is a CSV of the same figures', () => {
  const files = paperCsvs(paper).map(({ text }) => parse(text) as readonly (readonly string[])[])
  expect(files.map(([, ...rows]) => rows)).toEqual(
    tablesOf(paper).map(({ table }) => table.rows.map(row => row.map(wordsOf))),
  )
})

test('every figure of the paper stands in the workbook with its code, and each table of it reads as in the paper', async () => {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(await paperWorkbook(paper)) as never)
  const texts = (name: string): readonly (readonly string[])[] => {
    const rows: string[][] = []
    book.getWorksheet(name)?.eachRow(row => {
      const cells: string[] = []
      row.eachCell({ includeEmpty: true }, ({ value, numFmt }) =>
        cells.push(typeof value === 'number' ? shownBy(value, numFmt) : String(value)),
      )
      rows.push(cells)
    })
    return rows
  }
  expect(
    texts('Figures')
      .slice(3)
      .map(([code, printed]) => [code, printed]),
  ).toEqual(figuresOf(paper).map(({ shown, source }) => [source.code, shown.text]))
  for (const { table } of tablesOf(paper))
    expect(texts(table.id).slice(-table.rows.length)).toEqual(table.rows.map(row => row.map(wordsOf)))
})

test('the comparison above notices one figure that differs', async () => {
  const [first, ...others] = paper.sections
  const other = { ...paper, sections: [...(first ? [first] : []), ...others.slice(0, 1)] }
  const of = (text: string) => ({
    ...other,
    sections: [
      {
        id: 'a',
        number: null,
        title: 'A',
        level: 1 as const,
        blocks: [paragraph(words('We cared for '), figure(566, text), words(' children.'))],
      },
    ],
  })
  const { pages } = await readPdf(await paperPdf(of('567')))
  const text = close(pages.map(({ tree }) => tree.words).join(''))
  expect(missing(text, [close('We cared for 566 children.')])).toBe('Wecaredfor566children.')
  expect(missing(text, [close('We cared for 567 children.')])).toBeNull()
})
