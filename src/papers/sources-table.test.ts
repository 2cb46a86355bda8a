import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { scorecardHtml } from './html.ts'
import { sources, view } from './scorecard.fixture.ts'
import { lateLines, sourceLines } from './sources-table.ts'
import { scorecardWorkbook } from './workbook.ts'

describe('the table of sources of a paper', () => {
  it('has what is here and what is missed, not what nobody misses', () => {
    expect(sourceLines(sources).map(({ source }) => source)).toEqual(['Episodes', 'OC2', 'visits.csv'])
  })
  it('says what is held, what is late, what each feeds and what one that is not here would', () => {
    expect(sourceLines(sources)).toMatchObject(
      [
        { held: '1 April 2018 to 31 October 2026', feeds: /^NUM-10, .*NUM-17 and 2 more$/ },
        { held: '1 April 2018 to 31 October 2026; not up to the last month end; 3 rows set aside', feeds: 'Nothing' },
        { held: 'Not loaded', wouldFeed: 'STB-09' },
      ].map(line => ({
        ...line,
        ...(line.feeds instanceof RegExp ? { feeds: expect.stringMatching(line.feeds) } : {}),
      })),
    )
  })
  it('is in the HTML file for an analyst, with what stands in for a better source', () => {
    const html = scorecardHtml({ ...view, audience: 'analyst' }, sources)
    expect(html).toContain('<caption>Sources: what these figures stand on</caption>')
    expect(html).toContain('<th scope="row">visits.csv</th><td>Not loaded</td><td>Nothing</td><td>STB-09</td>')
    expect(html).toContain('since the return does not reach 31 October 2026')
  })
  it('has no column of what would feed where nothing is missed', () => {
    const html = scorecardHtml({ ...view, audience: 'analyst' }, { ...sources, groups: sources.groups.slice(0, 1) })
    expect(html).toContain('<th scope="col">Feeds</th></tr>')
    expect(html).not.toContain('Would feed')
  })
  it('tells a board what is late or missing and which rows of the scorecard that affects, and nothing of the rest', () => {
    const [theme] = view.themes
    const rows = ['CP1', 'CP2', 'CP3'].flatMap((number, i) =>
      theme?.rows[0] ? [{ ...theme.rows[0], number, measure: `m${i + 1}` }] : [],
    )
    const card = { ...view, audience: 'board' as const, themes: theme ? [{ ...theme, rows }] : [] }
    const measure = (id: string) => ({ id, catalogue: id, title: id })
    const [group] = sources.groups
    const [episodes, oc2] = group?.sources ?? []
    const missed = sources.groups[1]?.sources[0]
    if (!group || !episodes || !oc2 || !missed) throw new Error('the fixture has changed')
    const of = (...held: readonly (typeof episodes)[]) => ({
      ...sources,
      inFull: false,
      groups: [{ ...group, sources: held }],
    })
    const onTime = { ...episodes, used: [measure('m1')] }
    const late = { ...oc2, used: [measure('m2'), measure('other')] }
    const notHere = { ...missed, missing: [measure('m3'), measure('m1')] }
    expect(lateLines(of(onTime, late, notHere, missed), card)).toEqual([
      { source: 'OC2', held: '1 April 2018 to 31 October 2026', affects: 'CP2' },
      { source: 'visits.csv', held: 'Not loaded', affects: 'CP1, CP3' },
    ])
    expect(scorecardHtml(card, of(onTime, late))).toContain(
      '<th scope="row">OC2</th><td>1 April 2018 to 31 October 2026</td><td>CP2</td>',
    )
    expect(scorecardHtml(card, of(onTime))).toContain('No source that this scorecard stands on is late or missing.')
  })
  it('is a sheet of the workbook, linked from its contents, with every measure named', async () => {
    const book = new exceljs.Workbook()
    await book.xlsx.load((await scorecardWorkbook(view, sources)).buffer as ArrayBuffer)
    const sheet = book.getWorksheet('Sources')
    expect(sheet?.getRow(3).values).toEqual([undefined, 'Kind', 'Source', 'Held', 'Feeds', 'Would feed'])
    expect(String(sheet?.getCell('D4').value)).toMatch(/NUM-19$/)
    expect(sheet?.rowCount).toBe(6)
    expect(JSON.stringify(book.getWorksheet('Contents')?.getCell('A5').value)).toContain("#'Sources'!A1")
  })
})
