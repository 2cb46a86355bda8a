import { describe, expect, test } from 'vitest'
import { measureOf } from '../measures/council.fixture.ts'
import { isQueried, type MeasureDefinition, type QueriedMeasure } from '../measures/measures.ts'
import { combined, common, type Figured, figureOf, NOBODY, type Opened, type Tally } from './tally.ts'

const sql = 'select period_end, child_id as subject, true as counted, 1 as amount from in_care_at'
function queried(header: Readonly<Record<string, string>>): QueriedMeasure {
  const measure = measureOf('m', header, sql)
  if (!isQueried(measure)) throw new Error('it has no query')
  return measure
}
const tally = (own: Partial<Tally>): Tally => ({ ...NOBODY, ...own })
const opened = (own: Partial<Opened>): Opened => ({ settled: NOBODY, open: [], population: 0, ...own })
const five = tally({ members: 10, hits: 5, unknown: 2, amount: 50 })
const open = [
  [0, 4],
  [20, 30],
] as const

describe('a figure of which some may be counted or not', () => {
  test('a count goes from those who are to all', () => {
    expect(figureOf(queried({ kind: 'count' }), opened({ settled: five, open }))?.value).toEqual([5, 7])
  })
  test('a share has all of them below the line; who is not known is left out, or stays in', () => {
    const out = queried({ unknown: 'x', unknown_is: 'left out' })
    const stays = queried({ unknown: 'x', unknown_is: 'not counted' })
    expect(figureOf(out, opened({ settled: five, open }))?.value).toEqual([5 / 10, 7 / 10])
    expect(figureOf(stays, opened({ settled: five, open }))?.value).toEqual([5 / 12, 7 / 12])
  })
  test('a rate is of its population', () => {
    const rate = queried({ kind: 'rate', base: '10000', reference: '{population: resident, from_age: 0, to_age: 17}' })
    expect(figureOf(rate, opened({ settled: five, open, population: 1000 }))?.value).toEqual([50, 70])
    expect(figureOf(rate, opened({ settled: five }))).toBeNull()
  })
  test('an average takes in those who bring it down, and those who bring it up', () => {
    const average = queried({ kind: 'average', unit: 'days' })
    // 50 over 5 is 10: down with the first at 0 and not the second at 20, up with the second at 30 and not the first at 4.
    expect(figureOf(average, opened({ settled: five, open }))?.value).toEqual([50 / 6, 80 / 6])
    expect(figureOf(average, opened({ open }))?.value).toEqual([0, 30])
    expect(figureOf(average, opened({}))).toBeNull()
  })
  test('a sum has all that could be added, and all that could be taken off', () => {
    const total = queried({ kind: 'total', unit: '£' })
    expect(figureOf(total, opened({ settled: five, open: [...open, [-7, -2]] }))?.value).toEqual([43, 84])
  })
  test('with none open it is the figure itself; of nobody there is no share', () => {
    const share = queried({ unknown: 'x', unknown_is: 'left out' })
    expect(figureOf(share, opened({ settled: five }))?.value).toEqual([5 / 8, 5 / 8])
    expect(figureOf(share, opened({}))).toBeNull()
  })
})

describe('a measure made from others', () => {
  const figures: Readonly<Record<string, Figured>> = {
    starts: { value: [8, 10], top: [8, 10] },
    ends: { value: [4, 5], top: [4, 5] },
    none: { value: [0, 2], top: [0, 2] },
  }
  const of = (name: string): Figured | null => figures[name] ?? null
  const made = (header: Readonly<Record<string, string>>): MeasureDefinition => measureOf('m', header, '')
  const ratio = (denominator: string): MeasureDefinition => made({ kind: 'ratio', numerator: 'starts', denominator })

  test('a ratio goes to the least above the most, and the most above the least', () => {
    expect(combined(ratio('ends'), of, 0)?.value).toEqual([8 / 5, 10 / 4])
  })
  test('where nobody may be below the line the ratio is bounded by one', () => {
    expect(combined(ratio('none'), of, 0)?.value).toEqual([8 / 2, 10])
  })
  test('without one of them there is none', () => {
    expect(combined(ratio('unheard'), of, 0)).toBeNull()
  })
  test('a gap is taken from what it is held against, or from another measure at its other end', () => {
    const region = made({ kind: 'gap', of: 'starts', against: 'region' })
    const other = made({ kind: 'gap', of: 'starts', against: 'another measure', than: 'ends' })
    expect(combined(region, of, 6)?.value).toEqual([2, 4])
    expect(combined(other, of, 6)?.value).toEqual([3, 6])
  })
})

test('what is the same in every trial is as many of each outcome as all of them have', () => {
  const now = tally({ members: 5, hits: 1, amount: 9 })
  const out = tally({ members: 4, hits: 1, unknown: 1 })
  const blank = tally({ members: 5, hits: 2, unknown: 1 })
  expect(common([now, out, blank])).toEqual({ members: 3, hits: 1, unknown: 0, amount: 0 })
  expect(common([now, NOBODY])).toEqual(NOBODY)
})
