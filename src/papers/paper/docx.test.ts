import { beforeAll, describe, expect, it } from 'vitest'
import { paperWord } from './docx.ts'
import { all, partsOf, wordsIn, type Xml, xmlOf } from './docx-read.fixture.ts'
import { figuresOf } from './figures.ts'
import { paper, tableOf, words } from './paper.fixture.ts'

let parts: ReadonlyMap<string, string>
let body: Xml
const part = (name: string): Xml => xmlOf(parts.get(name) ?? '')
const styleOf = (paragraph: Xml): string => all(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? ''
const blocks = paper.sections.flatMap(section => section.blocks)

beforeAll(async () => {
  parts = await partsOf(await paperWord(paper))
  body = part('word/document.xml')
})

describe('a paper as a Word document', () => {
  it('is a package whose every part is well formed and is named by its content types and relationships', () => {
    for (const [name, words] of parts) if (/\.(xml|rels)$/.test(name)) expect(() => xmlOf(words), name).not.toThrow()
    const named = all(part('[Content_Types].xml'), 'Override').map(({ attributes }) => attributes.PartName)
    for (const name of named) expect(parts.has(String(name).slice(1)), name).toBe(true)
    const linked = all(part('word/_rels/document.xml.rels'), 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => `word/${attributes.Target}`)
    for (const name of linked) expect(parts.has(name), name).toBe(true)
  })
  it('holds every figure of the paper, in order, in a bookmark of its code', () => {
    const starts = all(body, 'w:bookmarkStart')
    const names = starts.map(({ attributes }) => attributes['w:name'] ?? '')
    expect(names.map(name => name.split('_')[1])).toEqual(figuresOf(paper).map(({ source }) => source.code))
    expect(new Set(names).size).toBe(names.length)
    expect(marked(body)).toEqual(figuresOf(paper).map(({ shown }) => shown.text))
  })
  it('has its title, its headings in their levels and order, and no level left out', () => {
    const headings = all(body, 'w:p').filter(paragraph => /^(Title|Heading\d)$/.test(styleOf(paragraph)))
    expect(headings.map(heading => [styleOf(heading), wordsIn(heading)])).toEqual([
      ['Title', paper.title],
      ...paper.sections.map(({ level, number, title }) => [
        `Heading${level}`,
        number === null ? title : `${number} ${title}`,
      ]),
    ])
    expect(wordsIn(all(part('docProps/core.xml'), 'dc:title')[0] as Xml)).toContain(paper.title)
  })
  it('has styles for all that it uses, and is in British English', () => {
    const known = all(part('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId'])
    for (const { attributes } of all(body, 'w:pStyle')) expect(known).toContain(attributes['w:val'])
    const [defaults] = all(part('word/styles.xml'), 'w:docDefaults')
    expect(defaults && all(defaults, 'w:lang')[0]?.attributes['w:val']).toBe('en-GB')
  })
  it('has for each table a caption above it, one header row that repeats, and cells of one number a row', () => {
    const tables = all(body, 'w:tbl')
    const expected = blocks.filter(({ kind }) => kind === 'table' || kind === 'chart')
    expect(tables).toHaveLength(expected.length)
    for (const table of tables) {
      const rows = all(table, 'w:tr')
      expect(rows.map(row => all(row, 'w:tblHeader').length)).toEqual(rows.map((_, i) => (i === 0 ? 1 : 0)))
      expect(new Set(rows.map(row => all(row, 'w:tc').length)).size).toBe(1)
      expect(all(table, 'w:tblLook')[0]?.attributes['w:firstRow']).toMatch(/1|true/)
    }
    const captions = all(body, 'w:p').filter(paragraph => styleOf(paragraph) === 'Caption')
    expect(captions.map(wordsIn).map(words => words.split(':')[0])).toEqual(
      expected.map(block => ('id' in block ? block.id : '')),
    )
  })
  it('tells each chart in words to those who do not see it', () => {
    const told = all(body, 'wp:docPr').map(({ attributes }) => attributes.descr)
    expect(told).toEqual(blocks.flatMap(block => (block.kind === 'chart' ? [block.alt] : [])))
    expect(told.length).toBeGreaterThan(0)
  })
  it('says on each page how far it is, and the number of the page', () => {
    expect(wordsIn(part('word/header1.xml'))).toBe(paper.watermark)
    expect(parts.get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s)
  })
  it('makes no space with paragraphs that hold nothing', () => {
    const empty = all(body, 'w:p').filter(
      paragraph => wordsIn(paragraph).trim() === '' && all(paragraph, 'w:drawing').length === 0,
    )
    expect(empty).toEqual([])
  })
  it('prints the day of data that are not of the paper’s own', () => {
    const dated = blocks.flatMap(block => ('asOf' in block && block.asOf ? [block.asOf.text] : []))
    expect(dated.length).toBeGreaterThan(0)
    for (const text of dated) expect(wordsIn(body)).toContain(text)
  })
})

/** What stands between the start and the end of each bookmark. */
function marked(element: Xml): readonly string[] {
  const found: string[] = []
  const walk = (children: Xml['children']): void => {
    let open: string | null = null
    for (const child of children) {
      if (typeof child === 'string') continue
      if (child.name === 'w:bookmarkStart') open = ''
      else if (child.name === 'w:bookmarkEnd') {
        if (open !== null) found.push(open)
        open = null
      } else if (open !== null) open += wordsIn(child)
      else walk(child.children)
    }
  }
  walk(element.children)
  return found
}

it('gives a column the width of its longest word', async () => {
  const long = tableOf('Table 1', 'T', ['A', 'B'], [[words('a'), words('Unaccompaniedchildrenandotherlongwords')]])
  const narrow = { ...long, columns: long.columns.map((column, i) => ({ ...column, share: i === 0 ? 0.95 : 0.05 })) }
  const made = await paperWord({
    ...paper,
    sections: [{ id: 'a', number: null, title: 'A', level: 1, blocks: [narrow] }],
  })
  const columns = all(xmlOf((await partsOf(made)).get('word/document.xml') ?? ''), 'w:gridCol')
  const [first, second] = columns.map(({ attributes }) => Number(attributes['w:w']))
  expect(second).toBeGreaterThan(20 * 9 * 18)
  expect((first ?? 0) + (second ?? 0)).toBeCloseTo(9637, -2)
})

describe('pages of a Word document', () => {
  it('begin where a section begins one, and do not break a small table', async () => {
    const sections = paper.sections.map((section, i) => (i === 4 ? { ...section, newPage: true as const } : section))
    const words = (await partsOf(await paperWord({ ...paper, sections }))).get('word/document.xml') ?? ''
    const [first, ...others] = all(xmlOf(words), 'w:p').filter(one => all(one, 'w:pageBreakBefore').some(isOn))
    expect(first && wordsIn(first)).toMatch(/^Appendix A/)
    expect(others).toEqual([])
    // Of each table: whether its first line of cells, and its last, stay with what follows.
    const kept = all(xmlOf(words), 'w:tbl').map(table =>
      [1, -1].map(at => all(all(table, 'w:tr').at(at) ?? table, 'w:keepNext').some(isOn)),
    )
    expect(kept).toEqual([
      [false, false],
      [true, false],
      [false, false],
    ])
  })
})
const isOn = ({ attributes }: Xml): boolean => attributes['w:val'] !== 'false' && attributes['w:val'] !== '0'
