import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { day } from '../kit/day.ts'
import { askedFor } from '../papers/paper/asked.ts'
import { assemble } from '../papers/paper/assemble.ts'
import { partsOf } from '../papers/paper/docx-read.fixture.ts'
import { figuresOf, wordsOf } from '../papers/paper/figures.ts'
import type { Paper } from '../papers/paper/paper.ts'
import { paperPdf } from '../papers/paper/pdf.ts'
import { close, readPdf, partsOf as structureOf } from '../papers/paper/pdf-read.fixture.ts'
import { templateNames } from '../papers/paper/template-file.ts'
import type { Desk } from '../report/desk.ts'
import { writeSample } from '../sample/sample.ts'
import { templateOf } from './frozen-papers.ts'
import { heard } from './heard.fixture.ts'
import { openHomeDesk } from './home.ts'
import { shipped } from './home-folders.ts'
import { importInto } from './import.ts'
import { run } from './main.ts'

const said = heard()
const home = newFolder()
let desk: Desk
beforeAll(async () => {
  const to = newFolder()
  await writeSample({
    to,
    children: 150,
    years: 3,
    authorities: 1,
    toDate: day('2026-10-31'),
    seed: 5,
    faults: 0,
    xml: false,
    extracts: true,
  })
  await importInto(home, [to], {})
  desk = await openHomeDesk(home)
}, 300_000)
beforeEach(() => said.clear())
afterAll(() => {
  desk.close()
  removeFolders()
})

const names = templateNames([shipped('papers')])
const paper = (...words: readonly string[]) => run(['--home', home, 'paper', ...words], 'test')

test('there is a template for each paper that boards receive', () =>
  expect(names).toEqual([
    'council-report',
    'fostering-quarterly',
    'members-summary',
    'performance-table',
    'priorities',
    'scorecard-and-highlights',
    'ward-profile',
    'young-people',
  ]))

describe.each(names)('%s, of a synthetic council', name => {
  const made = new Map<Audience, Paper>()
  const papers = (): readonly Paper[] => [...made.values()]
  it('is made for an analyst, a board and the public', async () => {
    const template = templateOf(desk, home, name)
    for (const audience of ['analyst', 'board', 'public'] as const)
      made.set(audience, assemble(template, await desk.paperOf(askedFor(template, { audience }))))
    for (const one of papers()) expect(figuresOf(one).length, one.audience).toBeGreaterThan(9)
  }, 120_000)
  it('has sections of ids of their own, each with words, a table or sections in it', () => {
    for (const { sections } of papers()) {
      expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
      for (const [i, { blocks, level, title }] of sections.entries())
        expect(blocks.length > 0 || (sections[i + 1]?.level ?? 0) > level, title).toBe(true)
    }
  })
  it('has one code for one figure, and one figure for one code', () => {
    for (const one of papers()) {
      const told = Map.groupBy(figuresOf(one), ({ source }) => source.code)
      for (const [code, same] of told) expect(new Set(same.map(({ shown }) => shown.text)).size, code).toBe(1)
    }
  })
  it('holds no value of a figure that a board may not see', () => {
    for (const audience of ['board', 'public'] as const) {
      const few = figuresOf(made.get(audience) as Paper).filter(
        ({ shown, source }) =>
          shown.kind === 'number' &&
          source.part === 'numerator' &&
          Number.isInteger(shown.value) &&
          shown.value >= 1 &&
          shown.value <= 5,
      )
      expect(few).toEqual([])
    }
  })
  it('is a PDF that says its language and title, and has its headings, its tables with headers and its charts with their words, as a board has them', async () => {
    const one = made.get('board') as Paper
    const { pages, info, metadata, marked } = await readPdf(await paperPdf(one))
    expect([marked, info.Language, info.Title]).toEqual([true, 'en-GB', `${one.title}: ${one.authority.name}`])
    expect(String(metadata.get('pdfuaid:part'))).toBe('1')
    const parts = (role: RegExp) => pages.flatMap(({ tree }) => structureOf(tree, role))
    expect(parts(/^H\d$/).map(({ role, words }) => [role, close(words)])).toEqual(
      one.sections.map(({ level, number, title }) => [`H${level}`, close(`${number ?? ''}${title}`)]),
    )
    const blocks = one.sections.flatMap(section => section.blocks)
    const tables = blocks.flatMap(block =>
      block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.data] : [],
    )
    const headers = parts(/^TH$/).map(({ words }) => close(words))
    for (const { columns, rows } of tables)
      for (const header of [...columns.map(({ title }) => title), ...rows.map(row => wordsOf(row[0] ?? []))])
        expect(headers).toContain(close(header))
    expect(parts(/^Figure$/).flatMap(({ alt }) => alt ?? [])).toEqual(
      blocks.flatMap(block => (block.kind === 'chart' ? [block.alt] : [])),
    )
  }, 60_000)
  it('names only tables that it has, and says all that it was asked to', () => {
    for (const one of papers()) {
      const words = JSON.stringify(one.sections)
      const has = new Set(
        one.sections.flatMap(({ blocks }) => blocks.flatMap(block => ('id' in block ? block.id : []))),
      )
      for (const [reference] of words.matchAll(/Table \d+/g)) expect(has).toContain(reference)
      expect(words).not.toMatch(/\{\{|undefined|NaN|not held|\bLAC\b/)
    }
  })
})

test('several formats are made at once, and the figures of one are those of the other, in order', async () => {
  const to = newFolder()
  const [word, page, pdf, data] = [join(to, 'a.docx'), join(to, 'a.html'), join(to, 'a.pdf'), join(to, 'a.csv')]
  expect(await paper('--template', 'council-report', '--to', word, page, pdf, data)).toBe(0)
  const [first = ''] = readdirSync(to).filter(name => /^a-table-\d+-numbers-and-trends.csv$/.test(name))
  expect(readFileSync(join(to, first), 'utf8')).toMatch(/\r\nCP1 Children in care,\d+,/)
  const inPage = [...readFileSync(page, 'utf8').matchAll(/<data value="([^"]+)">([^<]*)</g)]
  expect(inPage.length).toBeGreaterThan(200)
  const document = (await partsOf(readFileSync(word))).get('word/document.xml') ?? ''
  const inWord = [...document.matchAll(/<w:bookmarkStart w:name="fig_([^_"]+)[^>]*>.*?<w:t[^>]*>([^<]*)</g)]
  expect(inWord.map(([, code, text]) => [code, text])).toEqual(inPage.map(([, code, text]) => [code, text]))
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
}, 120_000)

test('a council’s own template stands in place of the one of its name, and one that is wrong is refused with its line', async () => {
  const own = join(home, 'papers')
  mkdirSync(own)
  const file = join(own, 'members-summary.yaml')
  writeFileSync(
    file,
    'title: Ours\nabout: Our own\nsections:\n  - {title: A, blocks: [{text: "{{CP1.value}} children"}]}\n',
  )
  const page = join(newFolder(), 'a.html')
  expect(await paper('--template', 'members-summary', '--to', page)).toBe(0)
  expect(readFileSync(page, 'utf8')).toMatch(/<h1>Ours<\/h1>/)
  expect(await paper('--list')).toBe(0)
  expect(said.out).toContain('members-summary: Our own\n')
  writeFileSync(file, 'title: Ours\nabout: Our own\nsections:\n  - {title: A, blcoks: []}\n')
  expect(await paper('--template', 'members-summary', '--to', page)).toBe(2)
  expect(said.err).toMatch(/members-summary\.yaml:4: .*Did you mean "blocks"/)
  rmSync(own, { recursive: true })
}, 60_000)

test('an edition’s paper has the edition’s figures', async () => {
  const edition = ['--by', 'A. Writer', '--role', 'Analyst']
  expect(await run(['--home', home, 'edition', 'make', ...edition], 'test')).toBe(0)
  const page = join(newFolder(), 'a.html')
  expect(await paper('--template', 'scorecard-and-highlights', '--edition', '1', '--to', page)).toBe(0)
  expect(readFileSync(page, 'utf8')).toContain('Draft of edition 1')
}, 120_000)

test.each([
  [['--to', 'a.odt'], 'HEARTH-1001'],
  [[], 'HEARTH-1003'],
  [['--template', 'council-reprot', '--to', 'a.html'], 'HEARTH-1802'],
  [['--edition', '1', '--at', '2026-10-31', '--to', 'a.html'], 'HEARTH-1003'],
  [['--audience', 'bord', '--to', 'a.html'], 'HEARTH-1001'],
])('what cannot be made is refused before anything is written: %j', async (words, code) => {
  expect(await paper(...words)).toBe(2)
  expect(said.err).toContain(code)
  expect(existsSync('a.html')).toBe(false)
  expect(readdirSync('.')).not.toContain('a.odt')
})

test('a paper that cannot be had in one of the formats asked for is written in none', async () => {
  const folder = newFolder()
  const files = ['a.html', 'a.csv'].map(name => join(folder, name))
  expect(await paper('--template', 'young-people', '--audience', 'public', '--to', ...files)).toBe(2)
  expect(said.err).toContain('has no table')
  expect(readdirSync(folder)).toEqual([])
}, 60_000)

test('what officers wrote is held against the figures as it is saved, and reaches the paper of its month', async () => {
  const folder = newFolder()
  const head = 'measure,period,tag,status,approved_by,figure,data_version,queried,author,date,text\n'
  const both = 'We are above our target. We are below our target.'
  const imported = (...rows: readonly string[]) => {
    writeFileSync(join(folder, 'commentary.csv'), head + rows.map(row => `${row}\n`).join(''))
    return run(['--home', home, 'words', 'import', folder], 'test')
  }
  expect(await imported(`CP1,2026-10,performance,submitted,,,,,A. Lister,2026-11-09,${both}`)).toBe(2)
  expect(said.err).toContain('HEARTH-1605')
  expect(said.err).toMatch(/commentary\.csv:2: “We are (above|below) our target\.” The figures: \d+; the target is/)
  process.exitCode = undefined
  said.clear()
  writeFileSync(
    join(folder, 'actions.csv'),
    'measure,period,text,owner,due,author,date\nCP1,2026-10,Help families sooner than we do.,A head,2027-01-31,A. Lister,2026-11-12\n',
  )
  writeFileSync(
    join(folder, 'number_only.csv'),
    'measure,reason,author,date\nCP7,The board asked for numbers,A. Lister,2026-03-11\n',
  )
  expect(
    await imported(
      'CP1,2026-10,performance,approved,R. Marsh,9999,1,,A. Lister,2026-11-09,We care for {{CP1.value}}; dental checks: {{dental-checks-in-date.value}}.',
      `CP8,2026-10,performance,draft,,,,,A. Lister,2026-11-09,${both}`,
      `CP9,2026-10,performance,submitted,,,,It is of last year,A. Lister,2026-11-09,${both}`,
    ),
    said.err,
  ).toBe(0)
  expect(said.out).toMatch(/To look at again:\n {2}.*commentary\.csv:3: .*\n {2}.*commentary\.csv:4: /)
  const own = join(home, 'papers')
  mkdirSync(own)
  writeFileSync(
    join(own, 'ours.yaml'),
    'title: Ours\nabout: Our own\nsections:\n  - {title: A, blocks: [{story: full, measures: [CP1, CP7]}, {actions: To do}]}\n',
  )
  const file = join(folder, 'report.html')
  expect(await paper('--template', 'ours', '--to', file), said.err).toBe(0)
  rmSync(own, { recursive: true })
  const html = readFileSync(file, 'utf8')
  expect(html).toMatch(/We care for\s+<data[^>]*>\d+<\/data>; dental checks:\s+<data[^>]*>[\d.]+%<\/data>/)
  expect(html).toMatch(/Told in numbers only, and not judged: [^<]*\(\s*<data[^>]*>\d+<\/data>/)
  expect(html).toMatch(/Written about 9999, now\s+<data[^>]*>\d+<\/data>: to be said again\./)
  expect(html).toContain('Help families sooner than we do.')
  expect(html).not.toContain('below our target')
  expect(said.err).toContain('without what we will do')
}, 120_000)
