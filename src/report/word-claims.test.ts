import { describe, expect, it } from 'vitest'
import type { DraftRow } from './draft-row.ts'
import { draft, figure, target } from './row.fixture.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'
import { england, signal } from './story.fixture.ts'
import { claimFaults } from './word-claims.ts'
import { filledParts } from './words-filled-in.ts'

const neighbours = (value: number, text: string): DraftRow['compared'] => {
  const compared = england(value, text)
  return compared?.headline
    ? { ...compared, headline: { ...compared.headline, comparator: 'statistical neighbours', label: 'Neighbours' } }
    : null
}
const rate: DraftRow = {
  ...draft('rate', [figure(600, 66000, { value: 93.1 }), figure(628, 66000, { value: 95.2 })], {
    id: 'in-care-rate',
    number: 'CP2',
    target: target('<=', 90),
    compared: neighbours(92.2, '92.2'),
    signal: signal('getting worse'),
  }),
  unit: { unit: 'per 10,000', places: 1 },
}
const plans = draft('proportion', [figure(81, 100), figure(94, 100)], {
  id: 'plans',
  number: 'CP7',
  good: 'high',
  target: target('>=', 90),
  compared: england(0.88, '88.0%'),
  signal: signal('no clear change'),
})
const rows: readonly RowView[] = showRows([rate, plans], 'analyst')
const [rateRow, plansRow] = rows
/** The faults in words about a row in short: `wrong better than similar councils`. */
const about = (row: RowView | undefined, text: string): readonly string[] =>
  claimFaults(filledParts(text, rows).parts, rows, row ?? null).map(({ certainty, found }) => `${certainty} ${found}`)
const ofRate = (text: string): readonly string[] => about(rateRow, text)
const ofPlans = (text: string): readonly string[] => about(plansRow, text)

describe('a claim against the figures of others', () => {
  it('is wrong at 95.2 against 92.2 where less is better, and says why', () => {
    const [fault] = claimFaults(
      filledParts('Demand is high. We are better than similar councils.', rows).parts,
      rows,
      rateRow ?? null,
    )
    expect(fault).toEqual({
      certainty: 'wrong',
      sentence: 'We are better than similar councils.',
      found: 'better than similar councils',
      why: 'The figures: 95.2 against 92.2 (statistical neighbours, position at 31 March 2026): lower is better.',
    })
  })
  it('is let stand where the figures bear it out', () => {
    expect(ofRate('Our rate is above our statistical neighbours.')).toEqual([])
    expect(ofRate('We do worse than our statistical neighbours.')).toEqual([])
    expect(ofPlans('Performance is better than the national average.')).toEqual([])
  })
  it('is told by words that need no good: above, below', () => {
    expect(ofRate('The rate is below the statistical neighbour average.')).toEqual([
      'wrong below the statistical neighbour average',
    ])
    expect(ofPlans('We exceed England.')).toEqual([])
  })
  it('is false of two that print the same, whatever stands behind them', () => {
    const same = showRows(
      [draft('proportion', [figure(2201, 2500)], { good: 'high', compared: england(0.88, '88.0%') })],
      'analyst',
    )[0]
    expect(about(same, 'Performance is better than England.')).toEqual(['wrong better than England'])
  })
  it('is none of a measure of which neither more nor less is good', () => {
    const [neither] = showRows([{ ...plans, about: { ...plans.about, good: 'neither' } }], 'analyst')
    expect(about(neither, 'We are better than England. This has improved.')).toEqual([])
  })
  it('is against whom it names', () => {
    const headline = england(0.88, '88.0%')?.headline
    const compared = headline && {
      ...england(0.88, '88.0%'),
      comparators: [{ ...headline, comparator: 'region' as const, value: 0.97, text: '97.0%' }],
    }
    const [row] = showRows([{ ...plans, compared: compared as DraftRow['compared'] }], 'analyst')
    expect(about(row, 'We are better than England. We are better than the region.')).toEqual([
      'wrong better than the region',
    ])
  })
  it('is left where no such figure is held', () => expect(ofPlans('We are worse than our neighbours.')).toEqual([]))
})

describe('a claim against the target', () => {
  it('is judged by the numbers for above and below, by the colour for met', () => {
    expect(ofRate('We are below our target.')).toEqual(['wrong below our target'])
    expect(ofRate('We are currently above our target of 90 per 10,000.')).toEqual([])
    expect(ofPlans('It has met the target.')).toEqual([])
    expect(ofPlans('This is off target.')).toEqual(['wrong off target'])
    expect(ofRate('We are on target.')).toEqual(['wrong on target'])
    expect(ofRate('We work on a new target.')).toEqual([])
  })
  it('is above a band only when it is above the whole of it', () => {
    const band = target('between', 80)
    const within = band.kind === 'set' ? { ...band, target: { ...band.target, high: 96 } } : band
    const [row] = showRows([{ ...plans, target: within }], 'analyst')
    expect(about(row, 'We are above target.')).toEqual(['wrong above target'])
  })
  it('is none of what is planned, denied or past', () => {
    for (const text of [
      'We expect to be below our target by March.',
      'It is not below target.',
      'Previously we were below target.',
      'If we were below target, we would say so.',
    ])
      expect(ofRate(text), text).toEqual([])
  })
})

describe('a claim of movement', () => {
  it('is wrong where every figure goes the other way', () => {
    expect(ofRate('Our rate has improved.')).toEqual(['wrong improved'])
    expect(ofRate('The rate has fallen.')).toEqual(['wrong fallen'])
    expect(ofRate('The rate is getting worse and has risen.')).toEqual([])
  })
  it('is asked about where chance could explain it', () =>
    expect(ofPlans('Performance has improved since last month.')).toEqual(['question improved']))
  it('is let stand by a change since last year that chance does not explain, though the month went the other way', () => {
    const row = (year: readonly [number, number, number]) =>
      showRows(
        [{ ...plans, figures: [figure(96, 100), figure(94, 100)], signal: signal('no clear change', '', year) }],
        'analyst',
      )[0]
    expect(about(row([0.1, 0.02, 0.18]), 'Performance has improved.')).toEqual([])
    expect(about(row([0.1, -0.02, 0.22]), 'Performance has improved.')).toEqual(['question improved'])
  })
  it('is asked about where nothing moved at all', () => {
    const [row] = showRows([{ ...plans, figures: [figure(94, 100), figure(94, 100)] }], 'analyst')
    expect(about(row, 'Performance has improved.')).toEqual(['question improved'])
  })
  it('is asked about only, where the sentence may be about something else', () => {
    for (const text of [
      'Carer recruitment has improved.',
      'Carer recruitment, with the rate at 95.2, has improved.',
      'The rate is {{CP2.value}}, and recruitment has improved.',
      'Our recruitment has improved.',
      'The number of foster carers has fallen.',
      'The number of foster carers fell.',
    ])
      expect(ofRate(text)[0], text).toMatch(/^question/)
    expect(ofRate('Our recruitment is below target.')).toEqual(['question below target'])
  })
  it('is the figure’s own where it says of what, and the title has all of that', () => {
    const [row] = showRows([{ ...rate, title: 'Children placed far from home' }], 'analyst')
    expect(about(row, 'The number of children placed far from home has fallen.')).toEqual(['wrong fallen'])
    expect(about(row, 'The number of children placed with carers far from home has fallen.')).toEqual([
      'question fallen',
    ])
  })
  it('is none over another span than the figures tell of', () => {
    expect(ofRate('The rate has fallen over the last five years.')).toEqual([])
    expect(ofRate('The rate has improved from 96.1 to 95.2.')).toEqual([])
    expect(ofRate('The rate has fallen since October 2019.')).toEqual([])
    expect(ofRate('The rate has fallen over the last 12 months.')).toEqual(['wrong fallen'])
  })
  it('is none where somebody moved something', () => {
    expect(ofRate('We have improved our recording. It has decreased caseloads.')).toEqual([])
  })
})

describe('whose claim a sentence is', () => {
  it('is that of the one figure it names, whatever the words are about', () => {
    expect(about(undefined, 'At {{CP2.value}} we are below target.')).toEqual(['wrong below target'])
    expect(about(plansRow, 'Of the rate, {{CP2.value}}, we can say that it is below target.')).toEqual([
      'wrong below target',
    ])
  })
  it('is nobody’s where it names the figures of several, or none and is about none', () => {
    expect(about(rateRow, 'At {{CP2.value}} and {{CP7.value}} we are below target.')).toEqual([])
    expect(about(undefined, 'We are below target.')).toEqual([])
  })
  it('is none of a figure that may not be seen', () => {
    const [hidden] = showRows(
      [draft('proportion', [figure(2, 40), figure(3, 40)], { target: target('<=', 1) })],
      'board',
    )
    expect(about(hidden, 'We are below target.')).toEqual([])
  })
})
