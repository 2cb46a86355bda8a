import { describe, expect, it } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import { day } from '../kit/day.ts'
import { read } from '../review/word.fixture.ts'
import type { StandingWords } from '../review/word.ts'
import { type Kind, kindNames } from '../review/word-kinds.ts'
import type { DraftRow } from './draft-row.ts'
import type { PaperWords, Written } from './paper-words.ts'
import { draft, figure, target } from './row.fixture.ts'
import { showRows } from './show-rows.ts'
import { signal } from './story.fixture.ts'
import { textOfParts } from './words-filled-in.ts'
import { measuresOfWords, wordsOfPaper } from './words-of-paper.ts'

type Fields = Readonly<Record<string, string | readonly string[] | null>>
/** Words that stand, each of a kind with what is changed of one that is whole. */
function wordsOf(...said: readonly (readonly [Kind, Fields?])[]): StandingWords {
  const all = said.map(([kind, fields], i) => ({ ...read(kind, fields), id: i + 1, savedAt: '' }))
  return Object.fromEntries(
    kindNames.map(kind => [kind, all.filter(one => one.kind === kind)]),
  ) as unknown as StandingWords
}
const approved = { status: 'approved', approved_by: 'R. Marsh', figure: '25.8%', data_version: '12' }

const far = (now = 146): DraftRow => ({
  ...draft('proportion', [figure(140, 566), figure(now, 566)], {
    id: 'placed-over-20-miles',
    number: 'CP12',
    target: target('<=', 15),
    signal: signal('no clear change'),
  }),
  title: 'Far from home',
})
const inCare = draft('count', [figure(560, null), figure(566, null)], { id: 'children-in-care', number: 'CP1' })

type Asked = { readonly audience?: Audience; readonly paper?: string; readonly row?: DraftRow; readonly today?: string }
function paperOf(words: StandingWords, asked: Asked = {}): PaperWords {
  const { audience = 'board', paper, row = far(), today = '2026-11-12' } = asked
  const [rows, open] = [showRows([row, inCare], audience), showRows([row, inCare], 'analyst')]
  return wordsOfPaper({
    words,
    at: day('2026-10-31'),
    audience,
    today: day(today),
    ...(paper === undefined ? {} : { paper }),
    rows,
    open,
    scorecard: rows,
  })
}
const text = (one: Written | undefined): string => textOfParts(one?.parts ?? [])
const remarks = (one: Written | undefined): readonly string[] =>
  (one?.remarks ?? []).map(runs => textOfParts([{ kind: 'paragraph', runs }]))
const about = ({ measures }: PaperWords): Written | undefined => measures['placed-over-20-miles']?.[0]

describe('commentary in a paper', () => {
  it('is filled from the rows, each figure a run that leads to its measure and period', () => {
    const words = wordsOf(['commentary', { ...approved, text: 'Of {{CP1.value}}, {{CP12.value}}: {{CP12.target}}.' }])
    const one = about(paperOf(words))
    expect(text(one)).toBe('Of 566, 25.8%: at most 15%.')
    const figures = one?.parts.flatMap(part =>
      part.kind === 'paragraph' ? part.runs.filter(run => run.kind === 'figure') : [],
    )
    expect(figures).toMatchObject([
      { measure: 'children-in-care', part: 'value', periodEnd: '2026-10-31', shown: { kind: 'number' } },
      { measure: 'placed-over-20-miles', part: 'value' },
    ])
  })
  it('is read by a board only when approved, by officers when submitted too, and as a draft by nobody', () => {
    const read = (status: object, audience: Audience): boolean =>
      about(paperOf(wordsOf(['commentary', { ...status }]), { audience })) !== undefined
    const each = (status: object) => (['analyst', 'manager', 'board', 'public'] as const).map(who => read(status, who))
    expect(each({ status: 'draft' })).toEqual([false, false, false, false])
    expect(each({ status: 'submitted' })).toEqual([true, true, false, false])
    expect(each(approved)).toEqual([true, true, true, true])
    const seen = about(paperOf(wordsOf(['commentary', { status: 'submitted' }]), { audience: 'manager' }))
    expect(remarks(seen)).toEqual(['Not approved yet: not shown to the board or the public.'])
  })
  it('is of the month, or of the last period of its row', () => {
    const of = (period: string): boolean =>
      about(paperOf(wordsOf(['commentary', { ...approved, period }]))) !== undefined
    expect(['2026-09', '2026-10', '2026-11'].map(of)).toEqual([false, true, false])
    const yearly = {
      ...far(),
      figures: far().figures.map(one => ({ ...one, periodEnd: day('2026-03-31') })),
      window: 'year' as const,
    }
    const words = wordsOf(['commentary', { ...approved, period: '2026-03' }])
    expect(about(paperOf(words, { row: yearly }))).toBeDefined()
    const both = wordsOf(
      ['commentary', { ...approved, text: 'October.' }],
      ['commentary', { ...approved, period: '2026-03', text: 'March.' }],
    )
    expect(paperOf(both, { row: yearly }).measures['placed-over-20-miles']?.map(text)).toEqual(['October.'])
  })
  it('about an area stands under the name of the area', () => {
    const words = wordsOf([
      'commentary',
      { ...approved, measure: null, area: 'Children’s homes', figure: null, data_version: null },
    ])
    expect(Object.keys(paperOf(words).areas)).toEqual(['childrens-homes'])
  })
})

describe('words about a figure that has moved', () => {
  const words = (of: string) => wordsOf(['commentary', { ...approved, figure: of }])
  it('say which figure they are of and what it is now, to a board too', () => {
    const one = about(paperOf(words('12.4%')))
    expect(remarks(one)).toEqual(['Written about 12.4%, now 25.8%: to be said again.'])
    expect(one?.remarks[0]?.[1]).toMatchObject({ kind: 'figure', part: 'value' })
  })
  it('say nothing where it is as it was, however it was written', () => {
    for (const of of ['25.8%', '25.8 %', '146', '146 of 566'])
      expect(remarks(about(paperOf(words(of)))), of).toEqual([])
    const gap = {
      ...draft('gap', [figure(-3, 9, { value: -3 }), figure(-2, 9, { value: -2.5 })], { id: 'placed-over-20-miles' }),
      unit: { unit: 'per 10,000', places: 1 },
    }
    for (const of of ['-2.5', '−2.5', '−2.5 per 10,000'])
      expect(remarks(about(paperOf(words(of), { row: gap }))), of).toEqual([])
    expect(remarks(about(paperOf(words('0.5%'), { row: far(3) })))).toEqual([])
  })
  it('tell a board no number where the figure is hidden, or where the old one is too small to be told', () => {
    for (const [row, of] of [
      [far(3), '12.4%'],
      [far(), '3'],
      [far(), '3 of 7'],
    ] as const)
      expect(remarks(about(paperOf(words(of), { row }))).join(), of).not.toMatch(/\d/)
    expect(remarks(about(paperOf(words('12.4%'), { row: far(3) })))).toEqual([
      'Written about an earlier figure, which has moved since: to be said again.',
    ])
  })
})

describe('words that are held back', () => {
  const held = (fields: Fields, asked: Asked = {}) => {
    const paper = paperOf(wordsOf(['commentary', { ...approved, ...fields }]), asked)
    return [about(paper)?.held ?? null, text(about(paper)), paper.heldBack.length] as const
  }
  it('are those that the figures contradict, unless they say why they stand', () => {
    expect(held({ text: 'We are below our target.' })).toEqual(['the figures say otherwise', '', 1])
    expect(held({ text: 'We are below our target.', queried: 'It is the target of the year.' })[0]).toBeNull()
  })
  it('are those with a figure that is not there', () => {
    const words = wordsOf(['standing-note', { measure: 'CP12', area: null, text: 'It was {{CP1.value}}.' }])
    const rows = showRows([far()], 'board')
    const paper = wordsOfPaper({
      words,
      at: day('2026-10-31'),
      audience: 'board',
      today: day('2026-11-12'),
      rows,
      open: rows,
      scorecard: rows,
    })
    expect(paper.notes.measures['placed-over-20-miles']?.[0]?.held).toBe('they name a figure that is not there')
    expect(paper.heldBack).toEqual([{ about: 'Far from home', why: '{{CP1.value}}: CP1 is not on this scorecard.' }])
  })
  it('are those that name a number where the figure is hidden; days are none', () => {
    const row = far(3)
    expect(held({ text: 'Three children moved.' }, { row })[0]).toContain('hidden')
    expect(held({ text: 'It was 0.5% then.' }, { row })[0]).toContain('hidden')
    expect(held({ text: 'Homes open in January 2027, on 4 January.' }, { row })[0]).toBeNull()
    expect(held({ text: 'Three homes opened.' })[0]).toBeNull()
    expect(held({ text: 'We are above our target.' }, { row })[0]).toBe('the figures say otherwise')
  })
  it('are given to officers, with what is to be mended', () => {
    const paper = paperOf(wordsOf(['commentary', { ...approved, text: 'We are below our target.' }]), {
      audience: 'analyst',
    })
    expect(text(about(paper))).toBe('We are below our target.')
    expect(remarks(about(paper))).toEqual([
      'To be said again: “We are below our target.” The figures: 25.8%; the target is at most 15%.',
    ])
    expect(paper.heldBack).toEqual([])
  })
})

describe('the paper that words belong to', () => {
  const calendar = ['calendar', {}] as const
  const front = (fields: Fields = {}) =>
    [
      'front-matter',
      { board: 'Corporate Parenting Board', meeting: '2026-11-24', summary: 'We cared for {{CP1.value}}.', ...fields },
    ] as const
  it('is the one whose meeting hears figures of this day', () => {
    expect(paperOf(wordsOf(calendar, front())).paper).toBe('november')
    expect(paperOf(wordsOf(calendar, front({ meeting: '2027-01-26' }))).paper).toBeNull()
    expect(paperOf(wordsOf(calendar, front({ board: 'Another board' }))).paper).toBeNull()
    expect(paperOf(wordsOf(calendar, front(), front({ paper: 'other' }))).paper).toBeNull()
    expect(paperOf(wordsOf(calendar, front(), front({ paper: 'other' })), { paper: 'other' }).paper).toBe('other')
  })
  it('is refused where nothing is written for it, with what may have been meant', () =>
    expect(() => paperOf(wordsOf(front()), { paper: 'novembre' })).toThrow('Did you mean "november"?'))
  it('has its front matter, lists and meeting included', () => {
    const { sections } = paperOf(
      wordsOf(
        calendar,
        front({ wards: 'East; West', exempt: 'part', exempt_paragraph: '2', other_panels: 'One; Two' }),
      ),
    )
    const said = Object.fromEntries(Object.entries(sections).map(([name, [one]]) => [name, text(one)]))
    expect(said).toMatchObject({
      meeting: 'Corporate Parenting Board',
      'meeting-date': '24 November 2026',
      title: 'A paper',
      'key-decision': 'No',
      director: 'R. Marsh',
      authors: 'A. Lister',
      wards: 'East, West',
      exempt: 'In part: paragraph 2 of Part 1 of Schedule 12A to the Local Government Act 1972',
      'other-panels': 'One\nTwo',
      summary: 'We cared for 566.',
    })
    expect(said.consultation).toBeUndefined()
  })
  it('has what follows its front matter after it', () => {
    const words = wordsOf(front({ consultation: 'Asked.' }), [
      'section',
      { section: 'Consultation', place: 'follows', text: 'Told.' },
    ])
    expect(paperOf(words, { paper: 'november' }).sections.consultation?.map(text)).toEqual(['Asked.', 'Told.'])
  })
  it('has its meeting from the calendar where there is no front matter', () =>
    expect(text(paperOf(wordsOf(calendar)).sections['meeting-date']?.[0])).toBe('24 November 2026'))
  it('is kept from the public where all of it is exempt', () => {
    const words = wordsOf(front({ exempt: 'yes', exempt_paragraph: '2' }))
    expect(() => paperOf(words, { paper: 'november', audience: 'public' })).toThrow('exempt from the public')
    expect(paperOf(words, { paper: 'november' }).paper).toBe('november')
  })
  it('has sections of its own before those of every paper, and none of another’s', () => {
    const section = (paper: string | null, said: string) => ['section', { paper, text: said }] as const
    const words = wordsOf(front(), section(null, 'Every.'), section('november', 'Own.'), section('other', 'Other.'))
    const legal = (asked: Asked) => (paperOf(words, asked).sections['legal-implications'] ?? []).map(text)
    expect(legal({ paper: 'november' })).toEqual(['Own.'])
    expect(legal({})).toEqual(['Every.'])
    expect(paperOf(words, { paper: 'november' }).ownSections).toEqual(['Legal implications'])
  })
})

describe('standing notes and priorities', () => {
  it('stand from their first day to the day before their last', () => {
    const words = (from: string, to: string) =>
      wordsOf(
        ['standing-note', { measure: 'CP12', area: null, from, to }],
        ['priority', { from, to, owner: 'A head', text: 'We open homes.' }],
      )
    const stand = (from: string, to: string) => {
      const { notes, priorities } = paperOf(words(from, to))
      return [Object.keys(notes.measures).length, priorities.length]
    }
    expect(stand('2026-10-31', '2026-11-01')).toEqual([1, 1])
    expect(stand('2026-10-30', '2026-10-31')).toEqual([0, 0])
    expect(stand('2026-11-01', '2026-12-01')).toEqual([0, 0])
  })
  it('have those named in words asked for, and the measures of priorities where a paper tells these', () => {
    const words = wordsOf(['priority'], ['commentary', { text: 'It is {{PLC-01.value}}.' }])
    expect(measuresOfWords({ words, at: day('2026-10-31'), priorities: false })).toEqual(['PLC-01'])
    expect(measuresOfWords({ words, at: day('2026-10-31'), priorities: true })).toEqual([
      'placed-over-20-miles',
      'children-in-care',
      'PLC-01',
    ])
  })
})

describe('what will be done', () => {
  it('answers an adverse signal; one without an answer is listed', () => {
    expect(paperOf(wordsOf()).unanswered.map(({ measure }) => measure)).toEqual(['placed-over-20-miles'])
    const { actions, unanswered } = paperOf(wordsOf(['action']))
    expect(actions).toMatchObject([{ measure: 'placed-over-20-miles', owner: 'Head of Placements', due: '2027-01-31' }])
    expect(unanswered).toEqual([])
  })
  it('is what was last said of this month, or of an earlier one that is not due yet', () => {
    const said = (...of: readonly Fields[]) =>
      paperOf(wordsOf(...of.map(fields => ['action', fields] as const))).actions.map(({ words }) => text(words))
    expect(said({ period: '2026-09', date: '2026-10-09', text: 'Old.' }, { text: 'New.' })).toEqual(['New.'])
    expect(said({ period: '2026-09', date: '2026-10-09', text: 'Old.' })).toEqual(['Old.'])
    expect(said({ period: '2026-09', date: '2026-10-09', due: '2026-10-30', text: 'Done.' })).toEqual([])
    expect(said({ period: '2026-11', text: 'Later.' })).toEqual([])
  })
})

describe('a case study', () => {
  const told = (fields: Fields, asked: Asked = {}) =>
    paperOf(wordsOf(['front-matter', {}], ['case-study', fields]), { paper: 'november', ...asked }).caseStudies.length
  it('is in its own paper and in no other', () => {
    expect(told({})).toBe(1)
    expect(told({ paper: 'other' })).toBe(0)
    expect(paperOf(wordsOf(['case-study'])).caseStudies).toEqual([])
  })
  it('goes as far as the consent: one for the board not to the public', () => {
    expect(told({}, { audience: 'public' })).toBe(0)
    expect(told({ consent_scope: 'public' }, { audience: 'public' })).toBe(1)
  })
  it('is not told when the consent has ended, by the day it is made or by the day of the meeting', () => {
    expect(told({}, { today: '2026-11-01' })).toBe(0)
    expect(told({ consent_ends: '2026-11-13' })).toBe(1)
    expect(told({ consent_ends: '2026-11-12' })).toBe(0)
    const words = wordsOf(['front-matter', { meeting: '2026-11-24' }], ['case-study', { consent_ends: '2026-11-24' }])
    expect(paperOf(words, { paper: 'november' }).caseStudies).toEqual([])
  })
})
