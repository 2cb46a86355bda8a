import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresOf } from './figures.ts'
import { figure, paper, paragraph, tableOf, words } from './paper.fixture.ts'
import type { Paper, Section } from './paper.ts'
import { paperPdf } from './pdf.ts'
import { close, partsOf, readPdf } from './pdf-read.fixture.ts'

const pdf = await paperPdf(paper)
const read = await readPdf(pdf)
/** A table that runs over pages is in the structure of each, with the words of that page alone. */
const parts = (role: RegExp) =>
  read.pages.flatMap(({ tree }) => partsOf(tree, role)).filter(part => part.words !== '' || part.alt !== null)
const said = (role: RegExp): readonly string[] => parts(role).map(part => part.words.trim())

const section = (title: string, level: Section['level'], blocks: Section['blocks']): Section => ({
  id: title,
  number: null,
  title,
  level,
  blocks,
})
const of = (sections: readonly Section[], more: Partial<Paper> = {}): Paper => ({ ...paper, sections, ...more })

test('the file says that it is PDF/UA-1, tagged, in English and what it is called', () => {
  expect(read.metadata.get('pdfuaid:part')).toBe('1')
  expect(read.marked).toBe(true)
  expect(read.info).toMatchObject({ Language: 'en-GB', Title: 'Corporate parenting performance report: Alderham' })
  expect(new TextDecoder('latin1').decode(pdf)).toContain('/DisplayDocTitle true')
})

test('headings are headings, one below another as in the paper', () => {
  expect(parts(/^H\d$/).map(({ role, words: title }) => `${role} ${title.trim()}`)).toEqual([
    'H1 Front sheet',
    'H1 3 Key issues',
    'H2 3.1 Children in care',
    'H3 Why it fell',
    'H1 Appendix A: the scorecard',
  ])
})

test('a level that a paper skips is not skipped in the file', async () => {
  const { pages } = await readPdf(await paperPdf(of([section('One', 1, []), section('Deep', 3, [])])))
  expect(pages.flatMap(({ tree }) => partsOf(tree, /^H\d$/)).map(({ role }) => role)).toEqual(['H1', 'H2'])
})

test('a table has its header row once, though it runs over pages, and a header in each row', () => {
  const titles = ['Indicator', 'Latest', 'Target', 'Prior', 'Change', 'Against target', 'Statistical neighbours']
  expect(said(/^TH$/).filter(title => titles.includes(title))).toEqual(titles)
  const rows = parts(/^TR$/)
  expect(rows).toHaveLength(2 + 4 + 61)
  for (const { parts: cells } of rows) expect(cells[0]?.role).toBe('TH')
  expect(
    rows
      .at(-1)
      ?.parts.slice(1)
      .map(({ role }) => role),
  ).toEqual(Array.from({ length: 6 }, () => 'TD'))
  const file = new TextDecoder('latin1').decode(pdf)
  expect(file.match(/\/Scope \/Column/g)).toHaveLength(13 + 3 + 7)
  expect(file.match(/\/Scope \/Row/g)).toHaveLength(1 + 3 + 60)
  expect(file).not.toMatch(/\/S \/TD\n[^>]*\/Headers/)
})

test('captions stand before their tables and charts, with the day of their data', () => {
  expect(said(/^Caption$/)).toEqual([
    'Chart 1: Fewer children in care than a year ago',
    'Data of chart 1: children in care',
    'Table 1: By legal status (data: 30 September 2026)',
    'Table 2: The scorecard, of more than a page',
  ])
})

test('a chart is a figure that says what it shows', () => {
  expect(parts(/^Figure$/).map(({ alt }) => alt)).toEqual([expect.stringContaining('highest 601 (Dec 2025)')])
})

test('lists and facts are lists', () => {
  expect(parts(/^L$/).map(({ parts: items }) => items.map(({ role }) => role))).toEqual([
    ['LI', 'LI', 'LI', 'LI'],
    ['LI', 'LI', 'LI'],
  ])
})

test('each page says how far the paper is, what it is and its number, as artifacts; the first says how far in its words too', () => {
  expect(read.pages).toHaveLength(5)
  for (const [i, { artifacts }] of read.pages.entries()) {
    expect(artifacts).toContain('Draft, with provisional figures. Synthetic council: every child is invented')
    expect(artifacts).toContain('Corporate parenting performance report, Alderham, 31 October 2026')
    expect(artifacts).toContain(`Page ${i + 1} of 5`)
  }
  expect(said(/^P$/)).toContain('Draft, with provisional figures. Synthetic council: every child is invented')
})

test('a paper that has nothing to say on every page says nothing', async () => {
  const { pages } = await readPdf(await paperPdf(of([section('One', 1, [])], { watermark: null })))
  expect(pages.map(({ artifacts }) => artifacts)).toEqual([expect.not.stringContaining('Draft')])
})

test('the file carries each figure with its code, in reading order', () => {
  const [attached = ''] = read.attached
  expect(JSON.parse(attached)).toEqual(figuresOf(paper).map(({ shown, source }) => ({ ...source, text: shown.text })))
})

test('the same paper is the same file', async () => {
  expect(Buffer.compare(pdf, await paperPdf(paper))).toBe(0)
})

test('a landscape paper has its pages on their side', async () => {
  const file = new TextDecoder('latin1').decode(await paperPdf(of([section('One', 1, [])], { layout: 'landscape' })))
  expect(file).toMatch(/\/MediaBox \[0 0 841\.\d+ 595\.\d+\]/)
})

test('what no font of ours can draw is a box, and the paper is made all the same', async () => {
  const { pages } = await readPdf(
    await paperPdf(of([section('Well done 😀 字', 1, [paragraph(words('Siân Ŵyn\u0007'))])])),
  )
  expect(pages.flatMap(({ tree }) => partsOf(tree, /^(H1|P)$/)).map(part => part.words.trim())).toEqual(
    expect.arrayContaining(['Well done □ □', 'Siân Ŵyn']),
  )
})

test('no words of a council run as code of the typesetter', async () => {
  const code = fc
    .array(
      fc.constantFrom(
        '#panic("x")',
        '#',
        '$',
        '*',
        '_',
        '`',
        '```',
        '\\',
        '"',
        '@a',
        '<a>',
        '=',
        '- ',
        '+ ',
        '/ ',
        '//',
        '/*',
        ']',
        '[',
        ')',
        '}',
        '{',
        ',',
        '#read("paper.typ")',
        '\n',
        '~',
        '--',
        "'",
        'word',
        ' ',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map(bits => bits.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(code, { minLength: 12, maxLength: 12 }), async ([a = '', ...bits]) => {
      const [b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = '', k = '', l = ''] = bits
      const made = of(
        [
          section(c, 1, [
            { kind: 'paragraph', number: d, asOf: null, runs: [words(e), figure(1, f), words(g, true)] },
            { kind: 'list', items: [[words(h)]] },
            { kind: 'facts', facts: [{ label: i, runs: [words(j)] }] },
            tableOf(k, l, [a, b], [[words(c), words(d)]], { notes: [e] }),
          ]),
        ],
        { title: `T${a}`, subtitle: b, watermark: `W${l}` },
      )
      const { pages } = await readPdf(await paperPdf(made))
      const text = close(
        pages
          .map(
            ({ tree }) =>
              tree.words +
              partsOf(tree, /^/)
                .map(part => part.words)
                .join(''),
          )
          .join(''),
      )
      for (const one of [a, b, c, d, e, f, g, h, i, j, l]) expect(text).toContain(close(one))
    }),
    { numRuns: 30 },
  )
})

test('words of any letters at all make a paper', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async text => {
      await paperPdf(
        of(
          [
            section(text, 1, [
              paragraph(words(text)),
              tableOf('Table 1', text, [text, 'B'], [[words(text), words(text)]]),
            ]),
          ],
          { title: `T${text}` },
        ),
      )
    }),
    { numRuns: 60 },
  )
})

test('a small table stays on one page, and a section that begins a page does', async () => {
  const small = tableOf(
    'Table 1',
    'Small',
    ['A', 'B'],
    Array.from({ length: 7 }, (_, i) => [words(`row ${i}`), words('b')]),
  )
  const pagesOf = async (lines: number, newPage?: true) => {
    const before = Array.from({ length: lines }, (_, i) => paragraph(words(`line ${i}`)))
    const last: Section = { ...section('Last', 1, [paragraph(words('the last'))]), ...(newPage ? { newPage } : {}) }
    const { pages } = await readPdf(await paperPdf(of([section('A', 1, [...before, small]), last])))
    return pages.map(({ tree }) => [/row 0/.test(tree.words), /row 6/.test(tree.words), /the last/.test(tree.words)])
  }
  expect(await pagesOf(30)).toEqual([
    [false, false, false],
    [true, true, true],
  ])
  expect(await pagesOf(2)).toEqual([[true, true, true]])
  expect(await pagesOf(2, true)).toEqual([
    [true, true, false],
    [false, false, true],
  ])
})

test('words right above a table stay on its page', async () => {
  const small = tableOf(
    'Table 1',
    'Small',
    ['A'],
    Array.from({ length: 7 }, (_, i) => [words(`row ${i}`)]),
  )
  const before = Array.from({ length: 27 }, (_, i) => paragraph(words(`line ${i}`)))
  const { pages } = await readPdf(
    await paperPdf(of([section('A', 1, [...before, paragraph(words('What the table is of.')), small])])),
  )
  expect(pages.map(({ tree }) => [/What the table/.test(tree.words), /row 0/.test(tree.words)])).toEqual([
    [false, false],
    [true, true],
  ])
})
