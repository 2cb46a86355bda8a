import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { scorecardHtml } from './html.ts'
import { sources, view } from './scorecard.fixture.ts'
import { spanWords } from './span-words.ts'
import { scorecardWorkbook } from './workbook.ts'

const html = scorecardHtml(view, sources)

describe('the scorecard as a page', () => {
  it('says beside a change whether it is one beyond chance, with a sign, and one comparison', () => {
    expect(html).toContain('<span aria-hidden="true">=</span> No clear change')
    expect(html).toContain('Statistical neighbours: 80.0% (position at 31 March 2026)')
  })
  it('calls nothing better or worse from two points alone', () => {
    expect(html).not.toMatch(/>\s*(better|worse)\s*</)
  })
})

describe('the head of a paper made from live figures', () => {
  const draft = 'Draft. Not for publication: it is made from live figures, which nobody has released.'

  it('says to a board and the public that it is a draft, before anything else', () => {
    expect(html.indexOf(draft)).toBeGreaterThan(0)
    expect(html.indexOf(draft)).toBeLessThan(html.indexOf('<h1>'))
    expect(scorecardHtml({ ...view, audience: 'public' }, sources)).toContain(draft)
    expect(scorecardHtml({ ...view, audience: 'analyst' }, sources)).not.toContain('Not for publication')
  })
  it('says so on the cover of the workbook and over its table', async () => {
    const book = new exceljs.Workbook()
    await book.xlsx.load((await scorecardWorkbook(view, sources)).buffer as ArrayBuffer)
    expect(book.getWorksheet('Cover')?.getCell('A2').value).toBe(draft)
    expect(book.getWorksheet('Scorecard')?.getCell('A1').value).toMatch(/draft, not for publication/)
  })
})

describe('a trend whose points are no months', () => {
  const [row] = view.themes[0]?.rows ?? []
  if (!row) throw new Error('no row')

  it('says how far it reaches, from the first figure it has', () => {
    expect(spanWords({ ...row, window: 'year' })).toBe('2 years')
    expect(spanWords({ ...row, window: 'quarter', trend: row.trend.slice(1) })).toBe('1 quarter')
    const yearly = { ...view, themes: [{ id: 't', title: 'T', rows: [{ ...row, window: 'year' as const }] }] }
    expect(scorecardHtml(yearly, sources)).toContain('<span class="hearth-quiet">2 years</span>')
  })
  it('says nothing of months, nor of no figures', () => {
    expect([spanWords(row), spanWords({ window: 'year', trend: [] })]).toEqual(['', ''])
  })
})
