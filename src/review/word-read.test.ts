import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { faultsOf, given, read } from './word.fixture.ts'
import { holdsOn } from './word.ts'
import { kindNames } from './word-kinds.ts'

const says = (...asked: Parameters<typeof given>): string => {
  const answer = given(...asked)
  return 'key' in answer ? '' : answer.map(fault => fault.says).join(' ')
}

describe('a word of any kind', () => {
  it.each(kindNames)('%s: needs its author and its day, and knows no other fields', kind => {
    expect(faultsOf(kind)).toEqual([])
    expect(faultsOf(kind, { author: null })).toEqual(['author'])
    expect(faultsOf(kind, { date: 'soon' })).toEqual(['date'])
    expect(says(kind, { informd_by: 'x' })).toContain('Did you mean "informed_by"?')
  })
  it('collects every fault, each with its line', () => {
    const answer = given('commentary', { period: 'then', tag: 'perfomance', text: 'See {{CP12.valu}}\n{{CP99.value}}' })
    expect('key' in answer ? [] : answer.map(({ field, line }) => [field, line])).toEqual([
      ['period', 5],
      ['tag', 6],
      ['text', 7],
      ['text', 8],
    ])
    expect(says('commentary', { tag: 'perfomance' })).toContain('Did you mean "performance"?')
  })
  it('has its measure by its one name, and remembers what the numbers in its words stood for', () => {
    const word = read('commentary', { text: '{{CP1.value}} of {{placed-over-20-miles.value}}' })
    expect(word.key).toBe('placed-over-20-miles')
    expect(word.body).toMatchObject({ measure: 'placed-over-20-miles', named: { CP1: 'children-in-care' } })
    expect(faultsOf('action', { measure: 'CP99' })).toEqual(['measure'])
    expect(faultsOf('priority', { measures: 'CP12; CP98; CP99' })).toEqual(['measures', 'measures'])
  })
})

it('names figures in its words only: elsewhere they would not be filled in', () => {
  expect(faultsOf('priority', { title: '{{CP1.value}} children', text: '{{CP1.value}} children' })).toEqual(['title'])
  expect(faultsOf('front-matter', { wards: ['Ash', '{{CP1.value}}'], summary: '{{CP1.value}}' })).toEqual(['wards'])
  expect(faultsOf('number-only', { reason: '{{CP1.value}}' })).toEqual([])
})

describe('commentary', () => {
  it.each(['2026-10', '2026-10-31', '31/10/2026', 'October 2026', 'oct 2026'])('is of the month %s', period =>
    expect(read('commentary', { period }).period).toBe('2026-10-31'),
  )
  it.each(['2026-10-30', '2026-13', 'Octember 2026', 'Q3'])('is of no month that is %s', period =>
    expect(faultsOf('commentary', { period })).toEqual(['period']),
  )
  it('is about a measure or an area, not both and not neither', () => {
    expect(faultsOf('commentary', { area: 'Fostering' })).toEqual(['area'])
    expect(faultsOf('commentary', { measure: null })).toEqual(['measure'])
    expect(read('commentary', { measure: null, area: 'Children’s homes' }).key).toBe('area:childrens-homes')
  })
  it('says what it speaks of', () => {
    expect(faultsOf('commentary', { tag: null })).toEqual(['tag'])
    expect(read('commentary', { tag: 'Data Capture' }).tag).toBe('data capture')
  })
  it('is a draft unless it says otherwise; approved, it has its approver and the figure it is about', () => {
    expect(read('commentary').body).toMatchObject({ status: 'draft' })
    expect(faultsOf('commentary', { status: 'approved' })).toEqual(['approved_by', 'figure'])
    const approved = { status: 'approved', approved_by: 'R. Marsh', figure: '25.8%', data_version: '12' }
    expect(read('commentary', approved).body).toMatchObject({ figure: '25.8%', dataVersion: 12 })
    expect(faultsOf('commentary', { ...approved, data_version: null })).toEqual(['data_version'])
    expect(faultsOf('commentary', { ...approved, data_version: '13' })).toEqual(['data_version'])
    expect(faultsOf('commentary', { ...approved, status: 'draft' })).toEqual(['status'])
    expect(
      faultsOf('commentary', { ...approved, measure: null, area: 'Health', figure: null, data_version: null }),
    ).toEqual([])
  })
})

describe('what holds from a day to another', () => {
  it('holds on the first day and no longer on the last', () => {
    const note = { from: day('2026-04-01'), to: day('2027-04-01') }
    const on = (...days: readonly string[]) => days.map(d => holdsOn(note, day(d)))
    expect(on('2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01')).toEqual([false, true, true, false])
    expect(holdsOn({ from: null, to: null }, day('1999-01-01'))).toBe(true)
  })
  it('does not end on the day it begins', () => {
    expect(faultsOf('standing-note', { from: '2026-04-01', to: '2026-04-01' })).toEqual(['to'])
    expect(faultsOf('priority', { from: '2026-04-01', to: '2026-04-02' })).toEqual([])
    expect(faultsOf('number-only', { from: '2026-04-02', to: '2026-04-01' })).toEqual(['to'])
  })
})

describe('the reporting calendar', () => {
  it('has the figures’ day, then that of the papers, then the meeting', () => {
    expect(read('calendar').key).toBe('corporate-parenting-board/2026-11-24')
    expect(faultsOf('calendar', { papers_due: '2026-11-25' })).toEqual(['papers_due'])
    expect(faultsOf('calendar', { data_as_at: '2026-11-17' })).toEqual(['data_as_at'])
    expect(faultsOf('calendar', { papers_due: '2026-11-24', data_as_at: '2026-11-24' })).toEqual([])
  })
})

describe('front matter', () => {
  it('reads lists as lists or with semicolons, and yes and no', () => {
    const body = read('front-matter', {
      wards: ['Ash', 'Elm'],
      background_papers: 'One; Two',
      key_decision: 'Yes',
      forward_plan: 'yes',
    }).body
    expect(body).toMatchObject({
      wards: ['Ash', 'Elm'],
      backgroundPapers: ['One', 'Two'],
      keyDecision: true,
      councilApproval: false,
      appendices: [],
    })
    expect(faultsOf('front-matter', { wards: null, key_decision: 'maybe' })).toEqual(['key_decision', 'wards'])
  })
  it('has a key decision on the forward plan', () =>
    expect(faultsOf('front-matter', { key_decision: 'yes' })).toEqual(['forward_plan']))
  it('names the paragraph of Schedule 12A under which it is exempt, 1 to 7, and none where it is not', () => {
    expect(faultsOf('front-matter', { exempt: 'yes' })).toEqual(['exempt_paragraph'])
    expect(faultsOf('front-matter', { exempt: 'part', exempt_paragraph: '7' })).toEqual([])
    expect(faultsOf('front-matter', { exempt: 'part', exempt_paragraph: '8' })).toEqual(['exempt_paragraph'])
    expect(faultsOf('front-matter', { exempt_paragraph: '2' })).toEqual(['exempt'])
  })
})

describe('a case study', () => {
  it('is kept only anonymised and with consent, its day and its scope', () => {
    expect(faultsOf('case-study', { anonymised: 'no', consent: 'no' })).toEqual(['anonymised', 'consent'])
    expect(
      faultsOf('case-study', { anonymised: null, consent: null, consent_date: null, consent_scope: null }),
    ).toEqual(['anonymised', 'consent', 'consent_date', 'consent_scope'])
    expect(faultsOf('case-study', { consent_date: '2026-11-10' })).toEqual(['consent_date'])
    expect(faultsOf('case-study', { consent_date: '2026-11-09' })).toEqual([])
    expect(faultsOf('case-study', { consent_ends: '2026-11-02' })).toEqual(['consent_ends'])
  })
  it('names no figures', () => expect(faultsOf('case-study', { text: 'Of {{CP1.value}}' })).toEqual(['text']))
})

describe('an action', () => {
  it('has an owner and a day that is not past, and a name where there are several', () => {
    expect(faultsOf('action', { owner: null, due: null })).toEqual(['owner', 'due'])
    expect(faultsOf('action', { due: '2026-11-08' })).toEqual(['due'])
    expect(faultsOf('action', { due: '2026-11-09' })).toEqual([])
    expect(read('action', { name: 'Foster carers' }).key).toBe('placed-over-20-miles/foster-carers')
  })
})

it('a section is of one paper or of every one', () => {
  expect(read('section').key).toBe('every-paper/legal-implications')
  expect(read('section', { paper: 'november' }).key).toBe('november/legal-implications')
  expect(read('section').body).toMatchObject({ place: 'replaces' })
})
