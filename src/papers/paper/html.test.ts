import { describe, expect, it } from 'vitest'
import { figuresOf } from './figures.ts'
import { paperHtml } from './html.ts'
import { paper, words } from './paper.fixture.ts'

const page = paperHtml(paper)
const plain = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const each = (pattern: RegExp): readonly (readonly string[])[] => [...page.matchAll(pattern)].map(found => [...found])

describe('a paper as one HTML file', () => {
  it('holds every figure of the paper, in order, as a data element of its code', () => {
    expect(each(/<data value="([^"]+)">([^<]*)<\/data>/g).map(([, code, text]) => [code, plain(text ?? '')])).toEqual(
      figuresOf(paper).map(({ source, shown }) => [source.code, shown.text]),
    )
  })
  it('has its language, its title, one first heading, and below it the headings in their levels', () => {
    expect(page).toContain('<html lang="en-GB">')
    expect(page).toMatch(new RegExp(`<title>${paper.title}: Alderham, 31 October 2026</title>`))
    expect(each(/<h(\d)>(.*?)<\/h\1>/g).map(([, level, words_]) => [Number(level), plain(words_ ?? '')])).toEqual([
      [1, paper.title],
      ...paper.sections.map(({ level, number, title }) => [level + 1, number === null ? title : `${number} ${title}`]),
    ])
  })
  it('has for each table a caption and scopes, and for each chart a name and its data', () => {
    const tables = page.split('<table').slice(1)
    expect(tables.length).toBeGreaterThan(2)
    for (const table of tables) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/)
      expect(table).toContain('<th scope="col"')
      expect(table).toContain('<th scope="row">')
    }
    expect(each(/<svg [^>]*role="img"/g)).toHaveLength(each(/<figure>/g).length)
  })
  it('stands alone: nothing is fetched and nothing runs', () => {
    expect(page).not.toMatch(/<script|<link|@import|src=|url\(/)
  })
  it('says how far it is on the page and on each sheet that is printed', () => {
    expect(page).toContain(`<p class="watermark">${paper.watermark}</p>`)
    expect(page).toMatch(/@top-left \{ content: "Draft\\2c {2}with/)
    expect(page).toContain('size: A4 portrait')
  })
  it('shows words of a council as words, whatever they hold', () => {
    const [first] = paper.sections
    const hostile = '<script>alert(1)</script> & "x" \'; } body { display: none } </style>'
    const made = paperHtml({
      ...paper,
      title: hostile,
      watermark: hostile,
      sections: first
        ? [{ ...first, title: hostile, blocks: [{ kind: 'paragraph', runs: [words(hostile)], asOf: null }] }]
        : [],
    })
    expect(made).not.toContain('<script>')
    expect(made.match(/<\/style>/g)).toHaveLength(1)
  })
})
