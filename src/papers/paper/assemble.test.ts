import { describe, expect, it } from 'vitest'
import { day } from '../../kit/day.ts'
import { someForecast } from '../../report/forecast.fixture.ts'
import { forecastView } from '../../report/forecast-page.ts'
import type { PaperView } from '../../report/paper-view.ts'
import { NO_WORDS, type Written } from '../../report/paper-words.ts'
import { draft, figure } from '../../report/row.fixture.ts'
import { showRows } from '../../report/show-rows.ts'
import { view as scorecard, sources } from '../scorecard.fixture.ts'
import { askedFor } from './asked.ts'
import { cells, paperOf, tables, templateOf, textOf } from './assembled.fixture.ts'
import type { Block, Paper, TableBlock } from './paper.ts'

const forAudience = (audience: 'analyst' | 'public'): Partial<PaperView> => ({ scorecard: { ...scorecard, audience } })
const written = (...paragraphs: readonly string[]): Written => ({
  parts: paragraphs.map(text => ({ kind: 'paragraph', runs: [{ kind: 'words', text }] })),
  by: 'A. Writer',
  informedBy: 'Assistant Director',
  on: day('2026-11-20'),
  place: 'replaces',
  remarks: [],
  held: null,
})

describe('the numbers of a paper', () => {
  const numbers = ({ sections }: Paper) =>
    sections.map(({ number, blocks }) => [number, ...blocks.flatMap(block => ('number' in block ? block.number : []))])
  it('are shared by the paragraphs and the sections that stand in one', () => {
    const paper = paperOf(
      '  - {title: Front, numbered: false, blocks: [{text: A}]}\n  - title: B\n    blocks: [{text: "C\\n\\nD"}]\n    sections:\n      - {title: E, blocks: [{text: F}]}\n  - {title: G, blocks: [{text: H}]}\n',
      {},
      'numbered: true\n',
    )
    expect(numbers(paper)).toEqual([[null], ['1', '1.1', '1.2'], ['1.3', '1.3.1'], ['2', '2.1']])
  })
  it('are none where the template has none', () =>
    expect(numbers(paperOf('  - {title: B, blocks: [{text: C}]}\n'))).toEqual([[null]]))
})

describe('what stands in a section', () => {
  const section = '  - title: Law\n    blocks: [{text: There are none., written: legal}]\n'
  it('is the template’s own words where nothing was written, so that no section is empty', () =>
    expect(textOf(paperOf(section).sections[0]?.blocks[0])).toBe('There are none.'))
  it('is what an officer wrote, with who, informed by whom, and when', () => {
    const words = { ...NO_WORDS, sections: { legal: [written('There is one.')] } }
    expect(paperOf(section, { words }).sections[0]?.blocks.map(textOf)).toEqual([
      'There is one. Written by A. Writer, informed by the Assistant Director, 20 November 2026.',
    ])
  })
  it('is kept from the public where it is exempt, and its heading stays and says so', () => {
    const exempt =
      '  - title: Costs\n    exempt: exempt under paragraph 3\n    blocks: [{text: Secret.}]\n    sections: [{title: More, blocks: [{text: Secret.}]}]\n'
    const open = paperOf(exempt, forAudience('public'))
    expect(open.sections.map(({ title }) => title)).toEqual(['Costs'])
    expect(JSON.stringify(open)).not.toContain('Secret')
    expect(textOf(open.sections[0]?.blocks[0])).toBe('This section is not for publication: exempt under paragraph 3.')
    expect(JSON.stringify(paperOf(exempt))).toContain('Secret')
  })
  it('is for those whom the template names, tables and their numbers too', () => {
    const some =
      '  - title: A\n    blocks:\n      - {table: B, measures: [a], columns: [latest], for: [analyst]}\n      - {table: C, measures: [a], columns: [latest]}\n'
    expect(tables(paperOf(some)).map(({ id, caption }) => `${id} ${caption}`)).toEqual(['Table 1 C'])
    expect(tables(paperOf(some, forAudience('analyst'))).map(({ id }) => id)).toEqual(['Table 1', 'Table 2'])
  })
  it('is left out where an edition froze none of it', () =>
    expect(
      paperOf('  - title: A\n    blocks: [{grid: B, lines: [d]}, {breakdown: C, by: ward, measures: [d]}]\n', {
        grids: [null],
        breakdowns: [null],
      }).sections[0]?.blocks,
    ).toEqual([]))
})

describe('a table of measures', () => {
  const one = (columns: string, view: Partial<PaperView> = {}): TableBlock | undefined =>
    tables(paperOf(`  - title: A\n    blocks: [{table: B, themes: all, columns: [${columns}]}]\n`, view))[0]
  it('has a number with its share in one cell, and a hidden figure as its symbol with why', () => {
    const table = one('numbered indicator, latest and rate')
    expect(cells(table).map(row => row[1])).toEqual(['60 (85.7%)', '[c]', '0.9:1'])
    expect(table?.notes).toContain('[c]: hidden so that nobody can be identified.')
    expect(JSON.stringify(table?.rows[1])).not.toMatch(/"value":/)
  })
  it('has a hidden number with its hidden rate as one symbol', () => {
    const both =
      '  - {title: A, blocks: [{table: B, measures: [{measure: CP2, with: b}, {measure: CP1, with: c}], columns: [latest and rate]}]}\n'
    expect(cells(tables(paperOf(both))[0])).toEqual([['[c]'], ['85.7% (0.9:1)']])
  })
  it('has the year’s out-turn with its unit and its span, and not again where the latest figure is that year’s', () => {
    const [row] = showRows([draft('average', [figure(40, 70)], { id: 'a' })], 'analyst')
    if (!row) throw new Error('no row')
    const shown = { ...row, unit: 'days' }
    const cell = { ...shown.latest, measure: 'a', catalogue: 'A', unit: 'days', slice: null }
    const of = (more: object) =>
      cells(
        one('out-turn, latest', {
          scorecard: { ...scorecard, themes: [{ id: 't', title: 'T', rows: [shown] }] },
          outturns: [{ ...cell, ...more }],
        }),
      )[0]
    expect(of({})?.[0]).toBe('As the latest')
    expect(of({ periodEnd: day('2026-03-31'), period: 'March 2026' })?.[0]).toBe(`${shown.latest.figure.text} days`)
    expect(of({ periodEnd: day('2026-03-31'), period: 'year ending 31 March 2026' })).toEqual([
      `${shown.latest.figure.text} days in the year`,
      `${shown.latest.figure.text} days in the month`,
    ])
  })
  it('says that changes are worked out before rounding, where a reader who subtracts finds another', () => {
    const notes = (before: number, columns = 'latest, prior, change') => {
      const rows = showRows([draft('proportion', [figure(before, 1000), figure(286.6, 1000)], { id: 'a' })], 'analyst')
      return one(columns, { scorecard: { ...scorecard, themes: [{ id: 't', title: 'T', rows }] } })?.notes
    }
    expect(notes(294.4)).toEqual(['Changes are worked out before rounding.'])
    expect(notes(293.6)).toEqual([])
    expect(notes(294.4, 'latest, change')).toEqual([])
  })
  it('states the year of what a figure is compared with', () => {
    expect(cells(one('neighbours'))[0]).toEqual(['Statistical neighbours: 80.0% (position at 31 March 2026)'])
    expect(one('neighbours')?.notes.join()).toContain('no published figure')
  })
  it('has a column’s shares of the whole width', () =>
    expect(one('indicator, latest, code')?.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1))
  it('prints the day of its data where all are of one that is not the paper’s, and each row’s where they differ', () => {
    const rows = (...asAts: readonly (string | null)[]) => ({
      scorecard: {
        ...scorecard,
        themes: [
          {
            id: 't',
            title: 'T',
            rows: showRows(
              asAts.map((asAt, i) =>
                draft('count', [figure(40 + i, null, asAt ? { picture: { asAt: day(asAt), alone: true } } : {})], {
                  id: `m${i}`,
                }),
              ),
              'analyst',
            ),
          },
        ],
      },
    })
    expect(one('indicator, latest', rows('2026-09-30', '2026-09-30'))?.asOf?.text).toBe('30 September 2026')
    const mixed = one('indicator, latest', rows('2026-09-30', null))
    expect(mixed?.asOf).toBeNull()
    expect(cells(mixed).map(row => row[0])).toEqual(['A measure (data at 30 September 2026)', 'A measure'])
    expect(one('indicator, latest', rows(null, null))?.asOf).toBeNull()
  })
})

describe('the narrative', () => {
  it('leads each figure to the last table that holds it', () => {
    const paper = paperOf(
      '  - {title: A, blocks: [{story: full, measures: [a]}, {table: B, measures: [a], columns: [latest]}]}\n  - {title: C, blocks: [{table: D, themes: all, columns: [latest]}]}\n',
    )
    expect(textOf(paper.sections[0]?.blocks[0])).toMatch(/\(Table 2\)$/)
  })
  it('prints the day of data that are not of the paper’s day, of a paragraph or of one row in it', () => {
    const stood = (...asAts: readonly (string | null)[]) => {
      const rows = showRows(
        asAts.map((asAt, i) =>
          draft('count', [figure(40 + i, null, asAt ? { picture: { asAt: day(asAt), alone: true } } : {})], {
            id: 'ab'[i] ?? 'c',
            title: `Row ${i}`,
          }),
        ),
        'analyst',
      )
      const view = { scorecard: { ...scorecard, themes: [{ id: 't', title: 'T', rows }] } }
      return paperOf('  - {title: A, blocks: [{story: full, themes: all}]}\n', view).sections[0]?.blocks ?? []
    }
    // The first row is the section's number, in a paragraph that says when by itself.
    const [late, mixed] = [stood(null, '2026-09-30', '2026-09-30'), stood(null, '2026-09-30', null)]
    const dates = (blocks: readonly Block[]) => blocks.map(one => (one.kind === 'paragraph' ? one.asOf?.text : null))
    expect(dates(late)).toEqual([undefined, '30 September 2026'])
    expect(dates(mixed)).toEqual([undefined, undefined])
    expect(mixed.map(textOf).join()).toContain('“row 1” is at 30 September 2026')
    expect(stood('2026-09-30', null).map(textOf)[0]).toContain('on data of 30 September 2026')
    expect(stood(null, null, null).map(textOf).join()).not.toContain('is at')
  })
  it('fills in what words refer to, and says why where that is hidden', () => {
    const paper = paperOf('  - {title: "At {{at}}", blocks: [{text: "{{CP1.value}} and {{CP2.value}}."}]}\n')
    expect(paper.sections[0]?.title).toBe('At 31 October 2026')
    expect(textOf(paper.sections[0]?.blocks[0])).toBe('85.7% and [c]. ([c]: hidden so that nobody can be identified.)')
  })
  it('says of what it is compared with whose each year is, once', () => {
    expect(textOf(paperOf('  - {title: A, blocks: [{text: "{{benchmarks}}"}]}\n').sections[0]?.blocks[0])).toBe(
      'statistical neighbours, position at 31 March 2026',
    )
  })
})

describe('what must be seen on every page', () => {
  const markOf = (more: object, stands = sources) =>
    paperOf('  - {title: A}\n', { scorecard: { ...scorecard, synthetic: false, ...more }, sources: stands }).watermark
  const fresh = { ...sources, groups: [] }
  it('is that it is a draft, of an edition too, until it is published', () => {
    expect(markOf({}, fresh)).toBe('Draft')
    expect(markOf({ edition: '3', status: 'draft' }, fresh)).toBe('Draft of edition 3')
    expect(markOf({ edition: '3', status: 'approved' }, fresh)).toBe('Edition 3, approved')
    expect(markOf({ edition: '3', status: 'published' }, fresh)).toBeNull()
  })
  it('is that figures are indicative where a source does not reach the day, and that a council is synthetic', () => {
    const late = sources.groups[0]?.sources[0]
    if (!late) throw new Error('no source')
    const stale = { ...sources, groups: [{ title: 'A', sources: [{ ...late, fresh: false }] }] }
    expect(markOf({}, stale)).toBe('Draft, with indicative figures')
    expect(markOf({ synthetic: true }, fresh)).toBe('Draft. Synthetic council: every child is invented')
  })
})

describe('what a template says of slides and pages', () => {
  const paper = paperOf(
    '  - {title: A, slides: false, sections: [{title: B, blocks: [{text: b}]}]}\n  - {title: C, new page: true, blocks: [{text: c, slides: false}, {text: d}]}\n',
  )
  it('is that a deck does without a section and what is in it, or without a block', () => {
    expect(paper.sections.map(({ offSlides }) => offSlides)).toEqual([true, true, undefined])
    expect(paper.sections[2]?.blocks.map(({ offSlides }) => offSlides)).toEqual([true, undefined])
  })
  it('is that a deck does without words that nobody wrote', () => {
    const section = '  - {title: A, blocks: [{text: None., written: x, slides: when written}]}\n'
    const of = (view: Partial<PaperView>) => paperOf(section, view).sections[0]?.blocks[0]?.offSlides
    expect([of({}), of({ words: { ...NO_WORDS, sections: { x: [written('One.')] } } })]).toEqual([true, undefined])
  })
  it('is that a section begins on a new page', () =>
    expect(paper.sections.map(({ newPage }) => newPage)).toEqual([undefined, undefined, true]))
})

it('the table of a priority says why a figure in it is hidden', () => {
  const paper = paperOf('  - {title: A, blocks: [{priorities: [{title: P, we want: W, measures: [CP1, CP2]}]}]}\n')
  expect(tables(paper).map(({ notes }) => notes)).toEqual([['[c]: hidden so that nobody can be identified.']])
})

describe('what is coming', () => {
  const blocksOf = (form: 'full' | 'short', forecast: PaperView['forecast']) =>
    paperOf(`  - {title: A, blocks: [{forecast: ${form}}]}\n`, { forecast }).sections[0]?.blocks ?? []
  const view = forecastView(someForecast(40, 30, 20), { code: 'E06990001', name: 'Alderham' }, 'board', [])
  it('is the answer, the fan with its data, and tables numbered as the paper’s', () => {
    const blocks = blocksOf('full', view)
    expect(textOf(blocks[0])).toContain('8 in 10 chance that between 84 and 96')
    const chart = blocks.find(block => block.kind === 'chart')
    expect(chart).toMatchObject({ id: 'Chart 1', data: { id: 'Chart 1 data' } })
    expect(blocks.flatMap(block => (block.kind === 'table' ? [block.id] : []))).toEqual(['Table 1', 'Table 2'])
    expect(blocksOf('short', view).length).toBeLessThan(blocks.length)
  })
  it('is asked for where a template has it, and only there', () => {
    const asks = (block: string): boolean => {
      const template = templateOf(`title: A\nabout: A\nsections:\n  - {title: A, blocks: [${block}]}\n`)
      return askedFor(template, { audience: 'board' }).forecast
    }
    expect([asks('{forecast: short}'), asks('{text: A}')]).toEqual([true, false])
  })
  it('says so where no forecast was made', () => {
    expect(blocksOf('full', null).map(textOf)).toEqual(['No forecast has been made for this day.'])
  })
})
