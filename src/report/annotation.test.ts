import { describe, expect, it } from 'vitest'
import { addMonths, type Day, day, monthEnd } from '../kit/day.ts'
import { someAnnotation } from '../records/builders.ts'
import { annotationsFor, bandsOn, rebasesOf } from './annotation.ts'

const ends = Array.from({ length: 12 }, (_, i): Day => monthEnd(addMonths(day('2025-11-01'), i)))
const bands = (...all: Parameters<typeof someAnnotation>[0][]) =>
  bandsOn(all.map(someAnnotation), ends).map(({ label, from, to }) => `${label} ${from} ${to ?? ''}`.trim())
const rebase = (from: string, more: Parameters<typeof someAnnotation>[0] = {}) =>
  someAnnotation({ kind: 'rebase', from: day(from), text: 'Why', author: 'R. Marsh', date: day('2026-09-01'), ...more })

describe('bandsOn', () => {
  it('marks a time from the point its first day is in to the point its last day is in', () => {
    expect(bands({ from: day('2026-01-31'), to: day('2026-02-01') })).toEqual(['1 2026-01-31 2026-02-28'])
    expect(bands({ from: day('2026-02-01'), to: day('2026-02-28') })).toEqual(['1 2026-02-28 2026-02-28'])
  })
  it('marks a change at its point, and none before the first point or after the last', () => {
    expect(bands({ from: day('2026-04-01') })).toEqual(['1 2026-04-30'])
    expect(bands({ from: day('2025-11-01') })).toEqual(['1 2025-11-30'])
    expect(bands({ from: day('2025-10-30') })).toEqual([])
    expect(bands({ from: day('2026-11-01') })).toEqual([])
  })
  it('draws a time that began before or ends after the chart as far as the chart goes', () => {
    expect(bands({ from: day('2020-01-01'), to: day('2030-01-01') })).toEqual(['1 2025-11-30 2026-10-31'])
  })
  it('marks what comes every year by the same number, and says when and by whom', () => {
    const yearly = someAnnotation({
      from: day('2024-08-01'),
      to: day('2024-08-31'),
      recurs: 'yearly',
      author: 'R. Marsh',
      kind: 'definition',
    })
    const long = bandsOn([yearly], [day('2024-12-31'), day('2025-12-31'), day('2026-12-31')])
    expect(long.map(({ label }) => label)).toEqual(['1', '1', '1'])
    expect(long[0]).toMatchObject({
      when: '1 August 2024 to 31 August 2024, and each year after',
      about: 'What is counted changed. R. Marsh',
      kind: 'break',
    })
  })
})

describe('annotationsFor', () => {
  it('has those of the measure by any name and those of all, in the order of their days', () => {
    const all = [
      someAnnotation({ measure: 'CP9', text: 'other' }),
      someAnnotation({ measure: 'cp8', text: 'second', from: day('2026-05-01') }),
      someAnnotation({ measure: null, text: 'first', from: day('2026-01-01') }),
    ]
    expect(annotationsFor(all, ['an-id', 'CP8', null]).map(({ text }) => text)).toEqual(['first', 'second'])
  })
})

describe('rebasesOf', () => {
  it('starts limits anew at the point that the first day is in, with the day it was decided', () => {
    expect(rebasesOf([rebase('2026-04-01')], ends)).toEqual({
      good: [{ at: '2026-04-30', reason: 'Why', author: 'R. Marsh', decided: '2026-09-01' }],
      unused: [],
    })
  })
  it('takes one decided within the period it starts', () => {
    const { good, unused } = rebasesOf([rebase('2026-04-01', { date: day('2026-04-03') })], ends)
    expect(unused).toEqual([])
    expect(good).toMatchObject([{ at: '2026-04-30', decided: '2026-04-03' }])
  })
  it('says which cannot be used, and why', () => {
    const { good, unused } = rebasesOf(
      [rebase('2019-04-01'), rebase('2025-11-10'), rebase('2027-01-01', { date: day('2027-02-01') })],
      ends,
    )
    expect(good).toEqual([])
    expect(unused).toEqual([
      'Limits do not start anew on 1 April 2019, as asked. No point of the series is on this day.',
      'Limits do not start anew on 10 November 2025, as asked. The series begins here, so there is nothing to rebase.',
      'Limits do not start anew on 1 January 2027, as asked. No point of the series is on this day.',
    ])
  })
  it('takes no other annotation for a rebase', () => {
    expect(rebasesOf([someAnnotation({ from: day('2026-04-01') })], ends).good).toEqual([])
  })
})
