import { describe, expect, it } from 'vitest'
import { scorecardJson } from '../papers/json.ts'
import type { DraftRow } from './draft-row.ts'
import { draft, figure, target } from './row.fixture.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'

const one = (row: DraftRow, audience: Parameters<typeof showRows>[1] = 'analyst'): RowView => {
  const [view] = showRows([row], audience)
  if (!view) throw new Error('nothing shown')
  return view
}
const json = (row: DraftRow, audience: Parameters<typeof showRows>[1]): Record<string, unknown> =>
  JSON.parse(
    scorecardJson({ dataVersion: '1', themes: [{ id: 't', title: 'T', rows: [one(row, audience)] }] } as never),
  ).themes[0].rows[0]

describe('an average of which some is not known', () => {
  const mean = (known: number, sum: number, unknown: number, bounds: DraftRow['bounds']): DraftRow =>
    draft('average', [figure(sum, known, { unknown })], { bounds, target: target('<=', 132.4) })

  it('says how many, and the least it could be where each unknown has a lower bound', () => {
    const { quality } = one(mean(111, 12_326.1, 37, { known: 37, sum: 1_385.1 }))
    expect(quality).toMatchObject({ why: '37 of 148 not known', text: '37 of 148 not known: at least 92.6 with them' })
    expect(json(mean(111, 12_326.1, 37, { known: 37, sum: 1_385.1 }), 'analyst').quality).toMatchObject({
      why: '37 of 148 not known',
      high: null,
    })
  })
  it('gives a board the range too, though how many rows could not be used is hidden: it does not come from these', () => {
    const row = { ...mean(570, 87_324, 45, { known: 45, sum: 900 }), setAside: 4 }
    expect(one(row, 'board').quality?.text).toBe(
      '45 of 615 not known; some returned rows could not be used: at least 143.5 with them',
    )
  })
  it('gives no range where one unknown has no bound', () => {
    expect(one(mean(111, 12_326.1, 37, { known: 36, sum: 13_855.1 })).quality).toMatchObject({ low: null, high: null })
  })
  it('has no colour where more than a tenth is not known, and has one at a tenth', () => {
    expect(one(mean(90, 9_000, 10, null)).rag.text).toBe('On target')
    expect(one(mean(89, 8_900, 10, null)).rag.text).toBe('Not rated: too much not known')
  })
  it('has no colour where the least it could be has another, however few are not known', () => {
    expect(one(mean(100, 13_000, 2, { known: 2, sum: 200 })).rag.kind).toBe('none')
    expect(one(mean(100, 14_000, 2, { known: 2, sum: 270 })).rag.text).toBe('Off target')
  })
  it('is judged for a board by the most a hidden number can be, so that the colour does not tell it', () => {
    expect([1, 5].map(unknown => one(mean(40, 4_000, unknown, null), 'board').rag.text)).toEqual(
      Array(2).fill('Not rated: too much not known'),
    )
  })
})

describe('what a board is told of what is not known', () => {
  const share = (unknown: number, setAside: number): DraftRow =>
    draft('proportion', [figure(40, 100, { unknown })], { setAside })

  it('has neither a number of 1 to 5 nor a range that gives it away', () => {
    expect(json(share(1, 4), 'board').quality).toEqual({
      low: null,
      high: null,
      why: 'Some not known; some returned rows could not be used',
    })
    expect(json(share(3, 0), 'board').quality).toEqual({ low: null, high: null, why: 'Some not known' })
    expect(json(share(30, 4), 'board').quality).toMatchObject({
      low: null,
      why: expect.stringMatching(/^30 of 130 not/),
    })
  })
  it('has both where neither number is small', () => {
    expect(json(share(30, 10), 'board').quality).toMatchObject({
      low: 40 / 140,
      why: '30 of 130 not known; 10 returned rows could not be used',
    })
  })
  it('is nothing where the figure is hidden', () => {
    expect(one(draft('proportion', [figure(3, 100, { unknown: 30 })]), 'board')).toMatchObject({
      quality: null,
      unknown: { kind: 'hidden' },
    })
  })
})

describe('the sum behind an average', () => {
  const mean = draft('average', [figure(1_200.4, 11), figure(1_234.5, 11)])
  it('is for analysts: a board gets the mean as printed and the number', () => {
    expect(json(mean, 'analyst')).toMatchObject({ numerator: 1_234.5, denominator: 11, value: 1_234.5 / 11 })
    expect(json(mean, 'board')).toMatchObject({
      numerator: null,
      denominator: 11,
      value: 112.2,
      change: { value: 3.1 },
    })
    expect(JSON.stringify(json(mean, 'public'))).not.toContain('112.22')
  })
  it('does not hide the average it is behind, nor does a number that may be seen', () => {
    expect(one(mean, 'board').latest).toMatchObject({ figure: { text: '112.2' }, denominator: { text: '11' } })
    expect(one(draft('average', [figure(400, 4)]), 'board').latest.figure.kind).toBe('hidden')
  })
})

describe('a printed figure', () => {
  const at = (value: number, aim: DraftRow['target'], unit?: DraftRow['unit']): RowView =>
    one(draft('proportion', [figure(value * 10_000, 10_000)], { target: aim, ...(unit ? { unit } : {}) }))

  it('has as many decimals as it takes not to contradict its colour', () => {
    const over = at(0.0883, target('<=', 8.8, 1))
    expect([over.latest.figure.text, over.targetText, over.rag.text]).toEqual([
      '8.83%',
      'at most 8.8%',
      'Within tolerance, but too close to be sure',
    ])
    const ratio = one(draft('ratio', [figure(86, 100)], { target: target('<', 0.87) }))
    expect([ratio.latest.figure.text, ratio.targetText, ratio.rag.text]).toEqual([
      '0.86:1',
      'less than 0.87:1',
      'On target',
    ])
  })
  it('has no more than usual where nothing is contradicted', () => {
    expect(at(0.0812, target('<=', 8.8, 1)).latest.figure.text).toBe('8.1%')
  })
  it('that has changed by what prints as 0.0 is the same', () => {
    const change = (before: number, after: number): RowView['change'] =>
      one(draft('proportion', [figure(before, 10_000), figure(after, 10_000)])).change
    expect(change(800, 804)).toMatchObject({ figure: { text: '0.0 points' }, reads: 'same' })
    expect(change(800, 806)).toMatchObject({ figure: { text: '+0.1 points' }, reads: 'worse' })
  })
})

describe('too few to rate', () => {
  const rag = (kind: 'average' | 'ratio', numerator: number, denominator: number, unit?: DraftRow['unit']): string =>
    one(draft(kind, [figure(numerator, denominator)], { target: target('<=', 100), ...(unit ? { unit } : {}) })).rag
      .text

  it('is an average of fewer than 10, whatever they add up to', () => {
    expect([rag('average', 9_000, 9), rag('average', 1_000, 10)]).toEqual(['Too few to rate', 'On target'])
  })
  it('is a ratio of which one number is under 10', () => {
    expect([rag('ratio', 9, 12), rag('ratio', 12, 9), rag('ratio', 10, 10)]).toEqual([
      'Too few to rate',
      'Too few to rate',
      'On target',
    ])
  })
  it('is not a ratio printed as a percentage with few above and many below: 7 breakdowns among 600 children', () => {
    expect(rag('ratio', 7, 600, { unit: '%', places: 1 })).toBe('On target')
  })
})

describe('what a board sees of figures that are not counts of children', () => {
  const text = (row: DraftRow): string => one(row, 'board').latest.figure.text

  it('is a change of 3, or a difference of two shares, where no number behind it is small', () => {
    expect(text(draft('gap', [figure(3, 601, { value: 3, behind: [604, 601] })]))).toBe('3')
    const shares = figure(0.3, 0.1, { value: 0.2, behind: [30, 100, 70] })
    expect(text(draft('gap', [shares], { unit: { unit: '%', places: 1 } }))).toBe('20.0%')
  })
  it('is not a difference with 1 to 5 children behind either side, nor one of which that is not known', () => {
    expect(text(draft('gap', [figure(0.3, 0.1, { value: 0.2, behind: [3, 10, 7] })]))).toBe('[c]')
    expect(text(draft('gap', [figure(3, 601, { value: 3 })]))).toBe('[c]')
  })
  it('is a budget, which is one line and no one child; a sum over 3 children is hidden', () => {
    const pounds = { unit: { unit: '£', places: 0 } }
    expect(text(draft('total', [figure(2_000_000, 1, { value: 2_000_000, behind: [] })], pounds))).toBe('£2,000,000')
    expect(text(draft('total', [figure(2_000_000, 3, { value: 2_000_000 })], pounds))).toBe('[c]')
  })
  it('is no change from an average of 3 children, which it would give away, nor what stands together with it', () => {
    const row = one(draft('average', [figure(36, 3), figure(400, 40)]), 'board')
    expect([row.change, row.latest.figure.kind]).toEqual([null, 'hidden'])
    expect(one(draft('average', [figure(360, 30), figure(400, 40)]), 'board').change?.figure.text).toBe('−2.0')
  })
})

describe('pounds', () => {
  it('are said in GOV.UK style: figure, change, target, and the sum behind a mean', () => {
    const pounds = { unit: { unit: '£', places: 0 } }
    const row = one(
      draft('total', [figure(1_300_000, 400, { value: 1_300_000 }), figure(1_234_567.4, 400, { value: 1_234_567.4 })], {
        ...pounds,
        target: target('<=', 1_500_000),
      }),
    )
    expect([row.latest.figure.text, row.change?.figure.text, row.targetText]).toEqual([
      '£1,234,567',
      '−£65,433',
      'at most £1,500,000',
    ])
    expect(row.latest.numerator.text).toBe('£1,234,567')
    const up = one(draft('ratio', [figure(9_000, 10), figure(12_000, 10)], pounds))
    expect([up.latest.figure.text, up.change?.figure.text, up.latest.numerator.text]).toEqual([
      '£1,200',
      '+£300',
      '£12,000',
    ])
    expect(one(draft('ratio', [figure(5, 10), figure(5, 10)], pounds)).change?.figure.text).toBe('£0')
    const share = one(
      draft('ratio', [figure(8_075_000, 15_269_230, { behind: [] })], { unit: { unit: '%', places: 1 } }),
    )
    expect([share.latest.figure, share.latest.numerator, share.latest.denominator].map(of => of?.text)).toEqual([
      '52.9%',
      '£8,075,000',
      '£15,269,230',
    ])
  })
})

describe('a share of fewer than 20', () => {
  const percent = { unit: { unit: '%', places: 1 } }
  const said = (row: DraftRow): readonly unknown[] => [one(row).latest.figure.text, one(row).change]

  it('is told as people, whether it is of a group or of one count in another', () => {
    expect(one(draft('ratio', [figure(6, 6)], percent)).latest.figure.text).toBe('6 of 6')
    expect(one(draft('ratio', [figure(6, 20)], percent)).latest.figure.text).toBe('30.0%')
    expect(one(draft('ratio', [figure(6, 6)])).latest.figure.text).toBe('1.0:1')
  })
  it('is not told as people where it is of money', () => {
    const pounds = figure(6, 12, { behind: [] })
    expect(one(draft('ratio', [pounds], percent)).latest.figure.text).toBe('50.0%')
  })
  it('has no change in points, nor has a larger one that was it before', () => {
    expect(said(draft('proportion', [figure(8, 40), figure(3, 4)]))).toEqual(['3 of 4', null])
    expect(said(draft('proportion', [figure(3, 19), figure(8, 40)]))).toEqual(['20.0%', null])
    expect(one(draft('proportion', [figure(5, 20), figure(8, 40)])).change?.figure.text).toBe('−5.0 points')
  })
})

describe('a change that what is not known could undo', () => {
  const share = (before: [number, number, number], now: [number, number, number]): DraftRow =>
    draft(
      'proportion',
      [before, now].map(([n, d, unknown]) => figure(n, d, { unknown })),
      { good: 'high' },
    )
  const read = (row: DraftRow, audience?: 'board'): unknown => {
    const { change } = one(row, audience)
    return [change?.reads, change?.doubt]
  }
  const undone = [null, 'Could be no change: some are not known']

  it('is neither better nor worse, and says so: 42 of 100 with 60 not known, then 65 of 100 with 5', () => {
    expect(read(share([42, 100, 60], [65, 100, 5]))).toEqual(undone)
  })
  it('is better or worse where the two ranges do not meet, or nothing is not known', () => {
    expect(read(share([42, 100, 2], [65, 100, 2]))).toEqual(['better', null])
    expect(read(share([64, 100, 0], [65, 100, 0]))).toEqual(['better', null])
  })
  it('is judged for a board by the most a hidden number can be, so that the words do not tell it', () => {
    expect([1, 5].map(unknown => read(share([40, 100, unknown], [42, 100, 0]), 'board'))).toEqual([undone, undone])
    expect(read(share([40, 100, 1], [42, 100, 0]))).toEqual(['better', null])
  })
})

describe('what would reach the target', () => {
  const toTarget = (who: string | null, x = 15) =>
    one(draft('proportion', [figure(x, 20)], { who, good: 'high', target: target('>=', 90) })).toTarget?.text
  it('names those whom the measure counts, one or many, and nobody where it counts no people', () => {
    expect(toTarget('children')).toBe('3 more children would reach the target')
    expect(toTarget('young people', 17)).toBe('1 more young person would reach the target')
    expect(toTarget('care leavers', 17)).toBe('1 more care leaver would reach the target')
    expect(toTarget(null)).toBe('3 more would reach the target')
  })
})

describe('a target', () => {
  const aim = (value: number) => one(draft('average', [figure(400, 40)], { target: target('<=', value) })).targetText
  it('of one is of one week', () => expect([aim(1), aim(2)]).toEqual(['at most 1 week', 'at most 2 weeks']))
})
