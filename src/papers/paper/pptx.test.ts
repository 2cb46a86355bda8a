import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf, wordsOf } from './figures.ts'
import { chart, figure, paper, paragraph, tableOf, words } from './paper.fixture.ts'
import type { Block, Paper, Section } from './paper.ts'
import { paperSlides } from './pptx.ts'
import { all, readSlides, wordsIn } from './pptx-read.fixture.ts'
import { AREA } from './slide-parts.ts'
import { slidesOf } from './slides-of.ts'

const read = await readSlides(await paperSlides(paper))
const section = (title: string, level: Section['level'], ...blocks: readonly Block[]): Section => ({
  id: title,
  number: null,
  title,
  level,
  blocks,
})
const of = (...sections: readonly Section[]): Paper => ({ ...paper, sections })
const titles = (...sections: readonly Section[]) => slidesOf(of(...sections)).map(({ title, under }) => [title, under])

test('each slide has a title of its own', () => {
  expect(read.slides.slice(0, 6).map(({ title }) => title)).toEqual([
    'Corporate parenting performance report',
    'Front sheet',
    '3.1 Children in care (1 of 2)',
    '3.1 Children in care (2 of 2)',
    'Why it fell',
    expect.stringMatching(/^Appendix A: the scorecard \(1 of \d+\)$/),
  ])
  expect(new Set(read.slides.map(({ title }) => title)).size).toBe(read.slides.length)
})

test('the first slide says whose the paper is and how far it is', () => {
  expect(read.slides[0]?.words).toContain('Alderham. Position at 31 October 2026')
  expect(read.slides[0]?.words).toContain('Synthetic council: every child is invented')
})

test('a heading with nothing of its own is said above what is under it; one with nothing under it has a slide', () => {
  expect(titles(section('A', 1), section('B', 2, paragraph(words('b'))), section('C', 1), section('D', 1))).toEqual([
    ['B', 'A'],
    ['C', null],
    ['D', null],
  ])
})

test('tables are tables, with their header row on each slide and said to be one', () => {
  const tables = read.slides.flatMap(({ slide }) => all(slide, 'a:tbl'))
  expect(tables.length).toBe(read.slides.length - 3)
  for (const table of tables)
    expect(all(table, 'a:tblPr').map(({ attributes }) => attributes)).toEqual([{ firstRow: '1', firstCol: '1' }])
  const big = tables.slice(2).map(table => all(table, 'a:tr').map(row => all(row, 'a:t').map(wordsIn)))
  for (const [header] of big)
    expect(header?.join('|')).toBe('Indicator|Latest|Target|Prior|Change|Against target|Statistical neighbours')
  expect(big.flatMap(([, ...rows]) => rows).map(([first]) => first?.split('.')[0])).toEqual(
    Array.from({ length: 60 }, (_, i) => String(i + 1)),
  )
})

test('a table that goes on says so above it', () => {
  expect(read.slides[6]?.words).toContain('Table 2, continued')
  expect(read.slides[5]?.words).not.toContain('continued')
})

test('a chart is a picture that says what it shows', () => {
  const pictures = read.slides.flatMap(({ slide }) => all(slide, 'p:pic').flatMap(one => all(one, 'p:cNvPr')))
  expect(pictures.map(({ attributes }) => attributes.descr)).toEqual([
    expect.stringContaining('highest 601 (Dec 2025)'),
  ])
})

test('notes say what the charts show and where each figure of the slide is from', () => {
  expect(read.slides[2]?.notes).toMatch(
    /Where the figures are from:\nF\w+: 566 \(NUM-01, in-care, value, October 2026\)/,
  )
  expect(read.slides[3]?.notes).toContain('Chart 1: Line chart. Children in care')
  expect(read.slides[4]?.notes).toContain('Table 1: data at 30 September 2026.')
  // Its number is all that the notes of a slide without a figure have.
  expect(read.slides[1]?.notes.trim()).toBe('2')
})

test('everything is in British English', () => {
  const languages = [...read.parts].flatMap(([name, part]) =>
    name.startsWith('ppt/')
      ? ['a:rPr', 'a:endParaRPr', 'a:defRPr'].flatMap(one =>
          all(part, one).flatMap(({ attributes }) => attributes.lang ?? []),
        )
      : [],
  )
  expect(new Set(languages)).toEqual(new Set(['en-GB']))
  const core = read.parts.get('docProps/core.xml')
  expect(core && all(core, 'dc:language').map(wordsIn)).toEqual(['en-GB'])
  expect(core && all(core, 'dc:title').map(wordsIn)).toEqual(['Corporate parenting performance report: Alderham'])
})

test('a paragraph has its properties once, before its words, and a bullet where it is of a list', () => {
  for (const { slide } of read.slides)
    for (const one of all(slide, 'a:p')) {
      const names = one.inside.map(inside => (typeof inside === 'string' ? '' : inside.name))
      expect(names.lastIndexOf('a:pPr')).toBeLessThanOrEqual(0)
    }
  const bullets = read.slides.flatMap(({ slide }) =>
    all(slide, 'a:p')
      .filter(one => all(one, 'a:buChar').length === 1)
      .map(one => all(one, 'a:t').map(wordsIn).join('')),
  )
  expect(bullets).toEqual(['Started: 21', 'Ceased: 25, of whom 6 were adopted', expect.stringContaining('A long item')])
})

test('words that XML cannot hold do not spoil the file', async () => {
  const { slides } = await readSlides(
    await paperSlides(of(section('A\u0007 & <B>', 1, paragraph(words('half \ud800 and \uffff "quoted"'))))),
  )
  expect(slides[1]?.title).toBe('A  & <B>')
  expect(slides[1]?.words).toContain('half \ufffd and   "quoted"')
})

const sentence = 'This is a sentence of a paragraph that goes on for longer than a slide has room. '

test('a paragraph that is longer than a slide is broken between sentences', () => {
  const slides = slidesOf(
    of(section('A', 1, paragraph(words(sentence.repeat(40)), figure(1, '1'), words(' and done.')))),
  )
  const texts = slides.flatMap(({ parts }) => parts.flatMap(part => (part.kind === 'text' ? [wordsOf(part.runs)] : [])))
  expect(slides.length).toBeGreaterThan(1)
  expect(texts.join('')).toBe(`${sentence.repeat(40)}1 and done.`)
  for (const text of texts.slice(0, -1)) expect(text).toMatch(/room\. $/)
})

test('nothing runs over the end of a slide, and nothing of a paper is left out', () => {
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.integer({ min: 1, max: 30 }).map(n => paragraph(words(sentence.repeat(n)))),
    fc.integer({ min: 1, max: 40 }).map(n =>
      tableOf(
        'T',
        'Of lines',
        ['A', 'B'],
        Array.from({ length: n }, (_, i) => [words(`line ${i} ${sentence.repeat(i % 3)}`), words('b')]),
        { notes: ['n'] },
      ),
    ),
    fc
      .integer({ min: 1, max: 20 })
      .map((n): Block => ({ kind: 'list', items: Array.from({ length: n }, () => [words(sentence)]) })),
    fc.constant(chart('Chart 1', 'A chart')),
  )
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), blocks => {
      const slides = slidesOf(of(section('A', 1, ...blocks)))
      for (const { parts } of slides) {
        expect(parts.length).toBeGreaterThan(0)
        expect(parts.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(AREA.height + 1e-9)
        const last = parts.at(-1)
        expect(last?.kind === 'text' && last.style === 'caption').toBe(false)
      }
      const lines = slides.flatMap(({ parts }) => parts.flatMap(part => (part.kind === 'table' ? part.lines : [])))
      const cells = blocks.flatMap(one => (one.kind === 'table' ? one.rows : one.kind === 'chart' ? one.data.rows : []))
      expect(lines.map(one => one.cells.flat().map(textOf))).toEqual(cells.map(one => one.flat().map(textOf)))
    }),
    { numRuns: 200 },
  )
})

test('short sections of one level stand on one slide, each under its title; long ones, and of other levels, do not', () => {
  const long = paragraph(words(sentence.repeat(18)))
  const list = [
    section('A', 1, paragraph(words('a'))),
    section('B', 1, paragraph(words('b'))),
    section('C', 1, long),
    section('D', 1, long),
    section('E', 2, paragraph(words('e'))),
  ]
  expect(titles(...list)).toEqual([
    ['A; B', null],
    ['C', null],
    ['D', null],
    ['E', 'D'],
  ])
  const [first] = slidesOf(of(...list))
  expect(first?.parts.map(part => (part.kind === 'text' ? [part.style, wordsOf(part.runs)] : []))).toEqual([
    ['heading', 'A'],
    ['text', 'a'],
    ['heading', 'B'],
    ['text', 'b'],
  ])
})

test('a section that begins with a table shares a slide under the caption of that', () => {
  const table = (id: string) => tableOf(id, 'Few', ['A', 'B'], [[words('a'), words('b')]])
  const [slide, ...others] = slidesOf(of(section('A', 1, table('Table 1')), section('B', 1, table('Table 2'))))
  expect([slide?.title, others]).toEqual(['A; B', []])
  expect(slide?.parts.map(part => (part.kind === 'text' ? wordsOf(part.runs) : part.kind))).toEqual([
    'Table 1: Few',
    'table',
    'Table 2: Few',
    'table',
  ])
})

test('what a deck does without is not on it', () => {
  const off = { offSlides: true as const }
  const some = section('B', 1, paragraph(words('b')), { ...paragraph(words('not this')), ...off })
  const slides = slidesOf(of({ ...section('A', 1, paragraph(words('a'))), ...off }, some))
  expect(slides.map(({ title }) => title)).toEqual(['B'])
  expect(JSON.stringify(slides)).not.toContain('not this')
  expect(slidesOf(of(section('A', 1, { ...paragraph(words('a')), ...off })))).toEqual([])
})

const lines = (n: number) =>
  tableOf(
    'Table 1',
    'Of lines',
    ['A', 'B'],
    Array.from({ length: n }, (_, i) => [words(`line ${i}`), words('b')]),
  )
const linesOn = (...blocks: readonly Block[]) =>
  slidesOf(of(section('A', 1, ...blocks))).map(({ parts }) =>
    parts.flatMap(part => (part.kind === 'table' ? [part.lines.length] : [])),
  )

test('a table that fits a slide is not broken, and one that does not leaves no line alone', () => {
  expect(linesOn(paragraph(words(sentence.repeat(18))), lines(8))).toEqual([[], [8]])
  const most = linesOn(lines(60))[0]?.[0] ?? 0
  expect(most).toBeGreaterThan(9)
  expect(linesOn(lines(most + 1))).toEqual([[Math.ceil((most + 1) / 2)], [Math.floor((most + 1) / 2)]])
})

test('a table says what it is and how large to those who do not see it', () => {
  const frames = read.slides.flatMap(({ slide }) => all(slide, 'p:graphicFrame').flatMap(one => all(one, 'p:cNvPr')))
  expect(frames.map(({ attributes }) => attributes.descr).slice(0, 2)).toEqual([
    'Data of chart 1: children in care. A table of 13 columns, with a header row and one row below it.',
    'Table 1: By legal status (data: 30 September 2026). A table of 3 columns, with a header row and 3 rows below it.',
  ])
})

test('words right above a table go with it to its slide', () => {
  const lead = paragraph(words('What the table is of.'))
  const told = slidesOf(of(section('A', 1, paragraph(words(sentence.repeat(18))), lead, lines(8)))).map(({ parts }) =>
    parts.map(part => (part.kind === 'text' ? wordsOf(part.runs) : part.kind)),
  )
  expect(told[1]).toEqual(['What the table is of.', 'Table 1: Of lines', 'table'])
})

test('a chart stays with its data, whatever is above it, and what is said under a table with the table, or says whose it is', () => {
  const lines = (n: number) =>
    tableOf(
      'T',
      'C',
      ['A'],
      Array.from({ length: n }, () => [words('a')]),
    )
  const kinds = (...blocks: readonly Block[]) =>
    slidesOf(of(section('A', 1, ...blocks))).map(({ parts }) =>
      parts.map(part => (part.kind === 'text' ? part.style : part.kind)),
    )
  const drawn = chart('Chart 1', 'C')
  for (const above of [lines(3), paragraph(words('A '.repeat(300)))]) {
    expect(kinds(above, drawn).at(-1)).toEqual(['caption', 'picture', 'table'])
    for (let n = 5; n < 60; n += 5) {
      const noted = { ...drawn, data: { ...drawn.data, notes: ['many words '.repeat(n)] } }
      expect(kinds(above, noted).at(-1)).toEqual(['caption', 'note', 'picture', 'table'])
    }
  }
  expect(kinds(paragraph(words('A '.repeat(200))), drawn)).toEqual([['text', 'caption', 'picture', 'table']])
  const note: Block = { kind: 'list', items: [[words('A note.')]] }
  for (const n of [8, 9, 10, 11, 12, 13, 14]) {
    const last = kinds(paragraph(words('A '.repeat(90))), lines(n), note).at(-1) ?? []
    expect(['table', 'caption']).toContain(last.at(-2))
  }
})

test('a drawing that is higher than others has the room that it takes', () => {
  const drawn = chart('Chart 1', 'C')
  const high = { ...drawn, svg: drawn.svg.replace(/viewBox="0 0 (\d+) \d+"/, 'viewBox="0 0 $1 300"') }
  const [slide] = slidesOf(of(section('A', 1, high)))
  const picture = slide?.parts.find(part => part.kind === 'picture')
  if (picture?.kind !== 'picture') throw new Error('no picture')
  expect(picture.height).toBeGreaterThan((picture.width * 300) / 720)
})
