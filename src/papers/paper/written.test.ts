import { describe, expect, it } from 'vitest'
import { day } from '../../kit/day.ts'
import { NO_WORDS, type PaperWords, type WordsRun, type Written } from '../../report/paper-words.ts'
import { draft, figure, target } from '../../report/row.fixture.ts'
import { showRows } from '../../report/show-rows.ts'
import { view as scorecard } from '../scorecard.fixture.ts'
import { paperOf as assembled, templateOf } from './assembled.fixture.ts'
import { runsOfBlock, textOf, wordsOf } from './figures.ts'
import type { Block, Paper } from './paper.ts'
import { unplaced } from './written.ts'

/** The blocks of one section written as a template writes it, with words of officers. */
function blocksOf(section: string, words: Partial<PaperWords>, themes = scorecard.themes): readonly Block[] {
  return paperOf(section, words, themes).sections[0]?.blocks ?? []
}
const paperOf = (section: string, words: Partial<PaperWords>, themes = scorecard.themes): Paper =>
  assembled(`  - ${section}\n`, { scorecard: { ...scorecard, themes }, words: { ...NO_WORDS, ...words } })
const said = (text: string, more: Partial<Written> = {}): Written => ({
  parts: [{ kind: 'paragraph', runs: [{ kind: 'words', text }] }],
  by: 'A. Writer',
  informedBy: null,
  on: day('2026-11-20'),
  place: 'replaces',
  remarks: [],
  held: null,
  ...more,
})
const held = said('', { parts: [], held: 'the figures say otherwise' })
const texts = (blocks: readonly Block[]): readonly string[] =>
  blocks.map(block =>
    block.kind === 'table'
      ? `${block.id}: ${block.rows.map(row => row.map(wordsOf).join(' | ')).join('; ')}`
      : runsOfBlock(block).map(textOf).join(''),
  )
const row = scorecard.themes[0]?.rows[0]
if (!row) throw new Error('no row')
const value: WordsRun = {
  kind: 'figure',
  shown: row.latest.figure,
  measure: 'a',
  catalogue: row.catalogue,
  window: row.window,
  part: 'value',
  period: row.latest.period,
  periodEnd: row.latest.periodEnd,
}
const SIGNED = 'Written by A. Writer, 20 November 2026.'

describe('a figure that officers name', () => {
  it('is a run with the same code as in a table', () => {
    const words = { measures: { a: [said('', { parts: [{ kind: 'paragraph', runs: [value] }] })] } }
    const [line] = blocksOf(
      '{title: A, blocks: [{table: B, measures: [a], columns: [latest, commentary, code]}]}',
      words,
    )
    const cells = line?.kind === 'table' ? (line.rows[0] ?? []) : []
    expect(cells[1]?.[0]).toEqual(cells[0]?.[0])
    expect(cells[1]?.[0]).toMatchObject({ kind: 'figure', source: { code: wordsOf(cells[2] ?? []) } })
  })
  it('says why where it is hidden', () => {
    const hidden = scorecard.themes[0]?.rows[1]?.latest.figure
    if (hidden?.kind !== 'hidden') throw new Error('not hidden')
    const parts = [{ kind: 'paragraph' as const, runs: [{ ...value, shown: hidden }] }]
    expect(
      texts(blocksOf('{title: A, blocks: [{text: B, written: b}]}', { sections: { b: [said('', { parts })] } }))[0],
    ).toBe(`[c] ([c]: hidden so that nobody can be identified.) ${SIGNED}`)
  })
})

describe('who wrote what is written', () => {
  const legal = (one: Written) =>
    blocksOf('{title: A, blocks: [{text: None., written: legal}]}', { sections: { legal: [one] } })
  it('ends its last paragraph and takes none of its own', () =>
    expect(texts(legal(said('Ours.')))).toEqual([`Ours. ${SIGNED}`]))
  it('stands under a list, without a number', () => {
    const parts = [{ kind: 'list' as const, items: [[{ kind: 'words' as const, text: 'One' }]] }]
    const [, signed] = legal(said('', { parts }))
    expect(signed).toMatchObject({ kind: 'paragraph', unnumbered: true, runs: [{ text: SIGNED }] })
    expect(
      paperOf('{title: A, numbered: true, blocks: [{text: None., written: legal}, {text: B}]}', {
        sections: { legal: [said('', { parts })] },
      }).sections[0]?.blocks.map(block => ('number' in block ? block.number : null)),
    ).toEqual([null, null, '1.1'])
  })
})

describe('words for a section', () => {
  const section =
    '{title: Legal matters, blocks: [{text: None., written: legal}, {story: full, themes: all}, {table: B, measures: [a], columns: [number]}]}'
  const of = (name: string, ...words: readonly Written[]) => texts(blocksOf(section, { sections: { [name]: words } }))
  const [, story] = of('another', said('Nowhere.'))
  it('stand in the place of its own words and narrative by its title, its tables stay', () => {
    expect(of('legal-matters', said('Ours.'))).toEqual([`Ours. ${SIGNED}`, 'Table 1: CP1'])
  })
  it('follow all of it where they say so', () => {
    const found = of('legal-matters', said('Ours.', { place: 'follows' }))
    expect([found[0], found[1], ...found.slice(-1)]).toEqual(['None.', story, `Ours. ${SIGNED}`])
  })
  it('stand for one block of it by the name that the block gives', () => {
    const found = of('legal', said('Ours.'))
    expect(found.slice(0, 2)).toEqual([`Ours. ${SIGNED}`, story])
  })
  it('stand once where the section and its block are called the same', () =>
    expect(
      texts(
        blocksOf('{title: Legal, blocks: [{text: None., written: legal}]}', { sections: { legal: [said('Ours.')] } }),
      ),
    ).toEqual([`Ours. ${SIGNED}`]))
  it('replace nothing where they are held back, and the paper says so', () =>
    expect(of('legal', held).slice(0, 2)).toEqual([
      'None.',
      'What was written about this is held back: the figures say otherwise.',
    ]))
  it('have their remarks after them', () => {
    const remarks = [[{ kind: 'words' as const, text: 'Written about 1%, now ' }, value]]
    expect(of('legal', said('Ours.', { remarks })).slice(0, 2)).toEqual([
      `Ours. ${SIGNED}`,
      'Written about 1%, now 85.7%',
    ])
  })
  it('are found by the area too, under the name of a block', () =>
    expect(
      texts(blocksOf('{title: A, blocks: [{text: None., written: health}]}', { areas: { health: [said('Well.')] } })),
    ).toEqual([`Well. ${SIGNED}`]))
  it('keep lists as lists', () => {
    const parts = [
      {
        kind: 'list' as const,
        items: [[{ kind: 'words' as const, text: 'One' }], [{ kind: 'words' as const, text: 'Two' }]],
      },
    ]
    const [list] = blocksOf('{title: A, blocks: [{text: B, written: b}]}', { sections: { b: [said('', { parts })] } })
    expect(list).toMatchObject({ kind: 'list', items: [[{ text: 'One' }], [{ text: 'Two' }]] })
  })
})

it('a section that the template has no place for is told to whoever makes the paper', () => {
  const { sections } = templateOf(
    'title: A\nabout: B\nsections:\n  - {title: Law, sections: [{title: Costs, blocks: [{text: C, written: financial}]}]}\n',
  )
  const words = { ...NO_WORDS, ownSections: ['Law', 'Costs', 'Financial', 'Staff'] }
  expect(unplaced(sections, words)).toEqual(['Staff'])
})

describe('front matter', () => {
  const facts = (...words: readonly Written[]) =>
    texts(
      blocksOf('{title: A, blocks: [{facts: [{label: L, text: None, written: wards}]}]}', {
        sections: { wards: words },
      }),
    )
  it('fills the facts of a front sheet, several with semicolons between them', () => {
    const [one] = said('East').parts
    expect(facts(said('East', { parts: one ? [one, one] : [] }))).toEqual(['East; East'])
  })
  it('that is held back says so', () => expect(facts(held)[0]).toContain('held back'))
})

describe('commentary', () => {
  const cell = (words: Partial<PaperWords>) =>
    texts(blocksOf('{title: A, blocks: [{table: B, measures: [a], columns: [number, commentary]}]}', words))[0]
  it('of a measure and what stands with it are in the cell of its row', () => {
    expect(cell({ measures: { a: [said('Said.')] }, notes: { measures: { a: [said('Noted.')] }, areas: {} } })).toBe(
      'Table 1: CP1 | Said. Noted.',
    )
    expect(cell({ notes: { measures: { a: [said('Noted.')] }, areas: {} } })).toBe('Table 1: CP1 | Noted.')
    expect(cell({ measures: { a: [held] } })).toContain('held back: the figures say otherwise')
  })
  it('has no column where nobody wrote any, and its area says so only then', () => {
    const section =
      '{title: A, blocks: [{table: B, measures: [a], columns: [number, commentary]}, {text: None was written., only: without commentary, written: x}]}'
    expect(texts(blocksOf(section, {}))).toEqual(['Table 1: CP1', 'None was written.'])
    const measures = { a: [said('Said.')] }
    expect(texts(blocksOf(section, { measures }))).toEqual(['Table 1: CP1 | Said.'])
    expect(texts(blocksOf(section, { measures, areas: { x: [said('Area.')] } }))[1]).toContain('Area.')
  })
  it('follows the narrative: what was written of the area, then of each measure, then what stands with them', () => {
    const words = {
      areas: { t: [said('Area.')] },
      measures: { a: [said('Measure.')] },
      notes: { measures: { a: [said('Noted.')] }, areas: { t: [said('All.')] } },
    }
    const found = texts(blocksOf('{title: A, blocks: [{story: full, themes: all}]}', words))
    expect(found.slice(-4)).toEqual([
      `Area. ${SIGNED}`,
      `${row.title}. Measure. ${SIGNED}`,
      `${row.title}. Noted.`,
      'All.',
    ])
  })
  it('that stands with a figure is said once, where a table of the paper has the row', () => {
    const words = { notes: { measures: { a: [said('Noted.')] }, areas: {} } }
    for (const more of [
      '{table: B, measures: [a], columns: [number]}',
      '{chart: C, measure: a}, {table: B, measures: [a], columns: [number]}',
      '{table: B, measures: [a], columns: [commentary]}',
    ])
      expect(
        JSON.stringify(paperOf(`{title: A, blocks: [{story: full, themes: all}, ${more}]}`, words)).split('Noted.'),
      ).toHaveLength(2)
  })
  it('that begins with a list has the title of its measure before it', () => {
    const parts = [{ kind: 'list' as const, items: [[{ kind: 'words' as const, text: 'One' }]] }]
    const found = texts(
      blocksOf('{title: A, blocks: [{story: full, themes: all}]}', { measures: { a: [said('', { parts })] } }),
    )
    expect(found.slice(-3)).toEqual([`${row.title}. `, 'One', SIGNED])
  })
  it('in a short narrative is of what stands out only, and in one for young people of nothing', () => {
    const words = { measures: { a: [said('Measure.')] } }
    for (const form of ['short', 'young people'])
      expect(texts(blocksOf(`{title: A, blocks: [{story: ${form}, themes: all}]}`, words)).join()).not.toContain(
        'Measure.',
      )
  })
  it('says to young people what will be done where a promise was not kept', () => {
    const rows = showRows(
      [draft('proportion', [figure(40, 70)], { id: 'a', good: 'high', target: target('>=', 90, 0) })],
      'board',
    )
    const action = { measure: 'a', title: 'First', words: said('Open homes.'), owner: 'A head', due: day('2027-01-31') }
    const of = (measure: string) =>
      texts(
        blocksOf('{title: A, blocks: [{story: young people, themes: all}]}', { actions: [{ ...action, measure }] }, [
          { id: 't', title: 'T', rows },
        ]),
      ).join()
    expect(of('a')).toMatch(/What we will do: Open homes\.$/)
    expect(of('b')).not.toContain('What we will do')
  })
  it('that stands with a figure is under a table without commentary, and under its chart', () => {
    const words = { notes: { measures: { a: [said('Noted.')] }, areas: {} } }
    const under = (block: string, themes = scorecard.themes) =>
      texts(blocksOf(`{title: A, blocks: [${block}]}`, words, themes)).at(-1)
    expect(under('{table: B, measures: [a], columns: [number]}')).toBe(`${row.title}. Noted.`)
    expect(
      under('{chart: B, measure: a}', [
        { id: 't', title: 'T', rows: [{ ...row, trend: [...row.trend, ...row.trend] }] },
      ]),
    ).toBe(`${row.title}. Noted.`)
  })
})

describe('what will be done', () => {
  const table = (words: Partial<PaperWords>) =>
    texts(blocksOf('{title: A, blocks: [{actions: What we will do}]}', words))
  it('is a table of measure, action, owner and day, with what has no answer yet', () =>
    expect(
      table({
        actions: [
          { measure: 'a', title: 'First', words: said('Open homes.'), owner: 'A head', due: day('2027-01-31') },
        ],
        unanswered: [
          { measure: 'b', title: 'Second', because: ['off target'], missing: ['what we will do', 'owner', 'date'] },
        ],
      }),
    ).toEqual(['Table 1: First | Open homes. | A head | 31 January 2027; Second (off target) | No answer yet | – | –']))
  it('has first what answers a worry, and last what is about a figure that is not shown', () => {
    const action = (measure: string, title: string) => ({
      measure,
      title,
      words: said('X.'),
      owner: 'A',
      due: day('2027-01-31'),
    })
    const [told] = table({ actions: [action('b', 'Hidden'), action('c', 'No worry'), action('a', 'Off target')] })
    expect(
      ['Off target', 'No worry', 'Hidden']
        .map(one => told?.indexOf(one) ?? -1)
        .every((at, i, all) => at > (all[i - 1] ?? -1)),
    ).toBe(true)
  })
  it('is nothing where nothing worries us', () => expect(table({})[0]).toMatch(/^Nothing is off target/))
})

describe('priorities', () => {
  const of = (words: Partial<PaperWords>) =>
    texts(blocksOf('{title: A, blocks: [{priorities: [{title: T, we want: W, measures: [a]}]}]}', words))
  it('are those of the template where the council decided none, else its own', () => {
    expect(of({})[0]).toBe('T. W')
    const own = { title: 'Ours', parts: said('We open homes.').parts, measures: ['b'], owner: 'A head' }
    const [first, table, ...more] = of({ priorities: [own] })
    expect([first, more]).toEqual(['Ours. Answers for it: A head. We open homes.', []])
    expect(table).toContain('A measure')
  })
})

describe('a case study', () => {
  const study = { title: 'Back near school', parts: said('A young person moved.').parts }
  it('stands where the template has a place for it, unsigned, and nowhere else', () => {
    const words = { caseStudies: [study] }
    expect(texts(blocksOf('{title: A, blocks: [{case studies: None was given.}]}', words))).toEqual([
      'Back near school. A young person moved.',
    ])
    const other = paperOf('{title: A, blocks: [{text: B}, {story: full, themes: all}, {notes: scorecard}]}', words)
    expect(JSON.stringify(other)).not.toContain('young person')
  })
  it('that was not given is said so', () =>
    expect(texts(blocksOf('{title: A, blocks: [{case studies: None was given.}]}', {}))).toEqual(['None was given.']))
})
