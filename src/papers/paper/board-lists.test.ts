import { describe, expect, it } from 'vitest'
import { day } from '../../kit/day.ts'
import type { PaperView } from '../../report/paper-view.ts'
import { draft, figure, target } from '../../report/row.fixture.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import { showRows } from '../../report/show-rows.ts'
import { NOTHING } from '../../report/signal-found.ts'
import { view as scorecard, sources } from '../scorecard.fixture.ts'
import { cells, paperOf, tables, textOf } from './assembled.fixture.ts'
import { wordsOf } from './figures.ts'

describe('lists', () => {
  it('says of what we await which figures are older than the paper, and that none is missing', () => {
    const of = (...rows: Parameters<typeof showRows>[0]) =>
      paperOf('  - {title: A, blocks: [{highlights: awaited}]}\n', {
        scorecard: { ...scorecard, themes: [{ id: 't', title: 'T', rows: showRows(rows, 'analyst') }] },
      }).sections[0]?.blocks.map(block => (block.kind === 'list' ? block.items.map(wordsOf).join() : textOf(block)))
    const older = draft('count', [figure(40, null, { picture: { asAt: day('2026-09-30'), alone: true } })], {
      id: 'a',
      title: 'Older',
    })
    expect(of(draft('count', [figure(40, null)], { id: 'b' }))).toEqual(['No figure is awaited.'])
    expect(of(older)).toEqual(['No figure is missing. Older than this paper:', 'Older: 30 September 2026'])
  })
  it('asks of a figure with the question, the figure and the target, and says which is too close to be sure', () => {
    const row = {
      ...draft('proportion', [figure(50, 70)], { id: 'a', good: 'high', target: target('>=', 74, 0) }),
      number: 'CP7',
      title: 'Share of children',
    }
    const rows = showRows([row], 'board')
    const of = (block: string) => {
      const [one] =
        paperOf(`  - {title: A, blocks: [${block}]}\n`, {
          scorecard: { ...scorecard, themes: [{ id: 't', title: 'T', rows }] },
        }).sections[0]?.blocks ?? []
      return one?.kind === 'list' ? one.items.map(wordsOf) : []
    }
    expect(of('{highlights: questions}')).toEqual([
      `${rows[0]?.asks} 71.4% (50 of 70); the target is at least 74%; off target, but too close to be sure (CP7)`,
    ])
    expect(of('{highlights: questions}, {table: B, measures: [a], columns: [latest]}')[0]).toMatch(/ \(Table 1\)$/)
  })
  it('writes the apostrophes of titles as they are printed', () => {
    const rows = showRows(
      [{ ...draft('count', [figure(40, null)], { id: 'a' }), title: "Officers' and children's" }],
      'board',
    )
    const paper = paperOf('  - {title: A, blocks: [{table: B, measures: [a], columns: [indicator]}]}\n', {
      scorecard: { ...scorecard, themes: [{ id: 't', title: 'T', rows }] },
    })
    expect(cells(tables(paper)[0])).toEqual([['Officers’ and children’s']])
  })
  it('lists as working well or as worrying nothing whose figure is hidden', () => {
    const paper = paperOf('  - {title: A, blocks: [{highlights: working well}, {highlights: worries us}]}\n')
    expect(JSON.stringify(paper)).not.toContain('[c]')
  })
})

describe('the table of sources', () => {
  const feeds = (id: string, name: string, fresh = true) => ({
    ...(sources.groups[0]?.sources[0] as (typeof sources)['groups'][number]['sources'][number]),
    name,
    fresh,
    used: [{ id, catalogue: id, title: id }],
  })
  const held = [
    { ...feeds('a', 'Episodes'), last: day('2026-10-31') },
    feeds('a', 'visits.csv', false),
    feeds('other', 'budget.csv', false),
  ]
  const of = (audience: 'analyst' | 'board', told: string) =>
    paperOf(`  - {title: A, blocks: [{table: T, measures: [${told}], columns: [indicator, latest]}, {sources: S}]}\n`, {
      sources: { ...sources, groups: [{ title: 'A', sources: held }], inFull: audience === 'analyst' },
    })
  const names = (...asked: Parameters<typeof of>) => cells(tables(of(...asked))[1]).map(row => row[0])
  it('has for an analyst what feeds a figure of the paper, for a board what is late of that or missing', () => {
    expect(names('analyst', 'CP1')).toEqual(['Episodes', 'visits.csv'])
    expect(cells(tables(of('board', 'CP1'))[1])).toEqual([
      ['A', 'Up to 31 October 2026', 'visits.csv ends before the day of the paper, and with it CP1'],
    ])
  })
  it('has for a board each kind of source with its dates, of a source that ends on another day too', () => {
    const early = { ...feeds('a', 'OC2'), heldText: 'Up to 31 March 2026', last: day('2026-03-31') }
    const dated = { ...feeds('a', 'Episodes'), last: day('2026-10-31') }
    const missing = { ...feeds('a', 'audits.csv', false), here: false, used: [], missing: feeds('a', '').used }
    const paper = paperOf('  - {title: A, blocks: [{table: T, measures: [CP1], columns: [latest]}, {sources: S}]}\n', {
      sources: {
        ...sources,
        inFull: false,
        groups: [
          { title: 'Return', sources: [dated, early] },
          { title: 'Own', sources: [missing] },
        ],
      },
    })
    expect(cells(tables(paper)[1])).toEqual([
      ['Return', 'Up to 31 October 2026; OC2 up to 31 March 2026', 'Nothing'],
      ['Own', 'Nothing', 'audits.csv is missing, and with it CP1'],
    ])
  })
  it('says under it that figures are older than the paper, where some are', () => {
    const older = showRows(
      [draft('count', [figure(40, null, { picture: { asAt: day('2026-09-30'), alone: true } })], { id: 'a' })],
      'analyst',
    )
    const view = {
      scorecard: { ...scorecard, themes: [{ id: 't', title: 'T', rows: older }] },
      sources: { ...sources, inFull: false, groups: [{ title: 'A', sources: held }] },
    }
    const notesOf = (more: object) =>
      tables(
        paperOf('  - {title: A, blocks: [{table: T, themes: all, columns: [latest]}, {sources: S}]}\n', {
          ...view,
          ...more,
        }),
      )
        .at(-1)
        ?.notes.join()
    expect(notesOf({})).toContain('Some figures are older than this paper')
    expect(notesOf({ scorecard })).not.toContain('older than this paper')
  })
  it('says so where there is none', () => {
    expect(textOf(of('board', 'CP2').sections[0]?.blocks[1])).toMatch(/^No source that we hold feeds/)
    expect(textOf(of('analyst', 'CP2').sections[0]?.blocks[1])).toMatch(/^No source that we hold feeds/)
  })
})

it('a list of what worries says what is getting worse, and a table why a figure is hidden once, under it', () => {
  const rows = showRows(
    [
      {
        ...draft('proportion', [figure(40, 70), figure(50, 70)], {
          id: 'a',
          signal: { ...NOTHING, direction: { direction: 'getting worse', from: 'latest point' } },
        }),
        title: 'Children who moved',
      },
      { ...draft('proportion', [figure(1, 70)], { id: 'b' }), title: 'Few' },
    ],
    'board',
  )
  const paper = paperOf(
    '  - {title: A, blocks: [{highlights: worries us}, {table: T, measures: [a, b], columns: [indicator, latest]}]}\n',
    { scorecard: { ...scorecard, themes: [{ id: 't', title: 'T', rows }] } },
  )
  const [told] = paper.sections[0]?.blocks ?? []
  expect(told?.kind === 'list' && told.items.map(wordsOf)).toEqual([
    'Children who moved: 71.4% (50 of 70); getting worse (Table 1)',
  ])
  expect(cells(tables(paper)[0]).map(([first]) => first)).toEqual(['Children who moved', 'Few'])
  expect(tables(paper)[0]?.notes).toEqual(['[c]: hidden so that nobody can be identified.'])
})

describe('a breakdown', () => {
  const view = (hidden: number): Partial<PaperView> => {
    const [seen, few] = showRows(
      [draft('count', [figure(40, null)], { id: 'a' }), draft('count', [figure(2, null)], { id: 'b' })],
      'board',
    )
    if (!seen || !few) throw new Error('no rows')
    const cell = (row: RowView) => ({
      ...row.latest,
      measure: 'a',
      catalogue: 'A',
      unit: 'number',
      slice: 'ward=W',
      denominator: null,
    })
    const line = (label: string, row: RowView, total = false) => ({ label, total, cells: [cell(row)] })
    const lines = [
      ...['Ash', 'Birch', 'Cedar', 'Elm', 'Fir'].map((name, i) => line(name, i < hidden ? few : seen)),
      line('All', seen, true),
    ]
    return {
      breakdowns: [
        {
          title: 'Ward',
          columns: [{ title: 'N', unit: 'number' }],
          lines,
          periodText: '31 October 2026',
          periodEnd: day('2026-10-31'),
        },
      ],
    }
  }
  const of = (hidden: number) =>
    tables(paperOf('  - {title: A, blocks: [{breakdown: B, by: ward, measures: [a]}]}\n', view(hidden)))[0]
  it('whose lines are nearly all hidden names them in a sentence and has no line of them', () => {
    expect(of(4)?.rows.map(([first]) => wordsOf(first ?? []))).toEqual(['Fir', 'All'])
    expect(of(4)?.notes).toEqual([
      'All figures are hidden, so that nobody can be identified, of: Ash, Birch, Cedar, Elm.',
    ])
  })
  it('with some hidden has a line of each', () => expect(of(2)?.rows).toHaveLength(6))
})

describe('a chart', () => {
  const of = (figures: Parameters<typeof draft>[1]) =>
    paperOf('  - {title: A, blocks: [{chart: B, measure: a}]}\n', {
      scorecard: {
        ...scorecard,
        themes: [{ id: 't', title: 'T', rows: showRows([draft('proportion', figures, { id: 'a' })], 'board') }],
      },
    }).sections[0]?.blocks[0]
  it('is drawn of four figures or more, and not where each is of a few people', () => {
    expect(of([40, 40, 41, 42].map(n => figure(n, 70)))).toBeUndefined()
    expect(of([40, 40, 41, 42, 43].map(n => figure(n, 70)))?.kind).toBe('chart')
    const mostlyHidden = [2, 2, 2, 2, 2, 2, 40, 41, 42, 43]
    expect(of(mostlyHidden.map(n => figure(n, 70)))).toBeUndefined()
    expect(of([6, 6, 7, 8, 9].map(n => figure(n, 18)))).toBeUndefined()
  })
  it('says in one note which of its figures are told by older data', () => {
    const older = { picture: { asAt: day('2026-07-20'), alone: false } }
    const block = of([40, 40, 41, 42, 43].map((n, i) => figure(n, 70, i > 2 ? {} : older)))
    expect(block?.kind === 'chart' && block.data.notes).toHaveLength(1)
  })
  it('says what the symbols in its data mean', () => {
    const block = of([2, 2, 40, 41, 42, 43].map(n => figure(n, 70)))
    expect(block?.kind === 'chart' && block.data.notes).toEqual(['[c]: hidden so that nobody can be identified.'])
  })
})
