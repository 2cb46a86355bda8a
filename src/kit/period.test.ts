import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { endsBefore, latestPeriod, periodsBetween, type Window, windowStart } from './period.ts'

const starts = (window: Exclude<Window, 'between'>, end: string): string => windowStart(window, day(end))

describe('windowStart', () => {
  it('of 12 months to a month end is whole months: to 28 February 2025 it starts on 1 March 2024', () => {
    expect(starts('rolling 12 months', '2025-02-28')).toBe('2024-03-01')
  })
  it('of 12 months to 29 February 2024 starts on 1 March 2023', () =>
    expect(starts('rolling 12 months', '2024-02-29')).toBe('2023-03-01'))
  it('of 12 months to any other day starts on the day after the same date', () =>
    expect(starts('rolling 12 months', '2026-10-20')).toBe('2025-10-21'))
  it('of 6 months to 30 August starts on 1 March: there is no 30 February', () =>
    expect(starts('rolling 6 months', '2026-08-30')).toBe('2026-03-01'))
  it('of 36 months to 31 March starts on 1 April three years before', () =>
    expect(starts('three years', '2026-03-31')).toBe('2023-04-01'))
  it('of the year to date is 1 April, on 1 April itself too', () => {
    expect(starts('year to date', '2026-03-31')).toBe('2025-04-01')
    expect(starts('year to date', '2026-04-01')).toBe('2026-04-01')
  })
  it('of a quarter is three months before its end', () => expect(starts('quarter', '2026-06-30')).toBe('2026-04-01'))
  it('of the school year is 1 September', () => expect(starts('academic year', '2026-08-31')).toBe('2025-09-01'))
})

describe('periodsBetween', () => {
  it('gives every month end from the first to the last, both included', () => {
    expect(periodsBetween('month', day('2026-01-31'), day('2026-03-31')).map(p => p.end)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ])
  })
  it('closes quarters in March, June, September and December only', () => {
    expect(periodsBetween('quarter', day('2026-01-01'), day('2026-12-31')).map(p => p.end)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ])
  })
  it('closes years on 31 March', () =>
    expect(periodsBetween('year', day('2024-01-01'), day('2026-03-30')).map(p => p.end)).toEqual([
      '2024-03-31',
      '2025-03-31',
    ]))
})

describe('latestPeriod', () => {
  it('of a year at 31 October is the one that ended on 31 March', () => {
    expect(latestPeriod('year', day('2026-10-31'))).toEqual({ window: 'year', start: '2025-04-01', end: '2026-03-31' })
  })
  it('of a year at 31 March is that very year', () =>
    expect(latestPeriod('year', day('2026-03-31')).end).toBe('2026-03-31'))
  it('of a month at any day ends on that day', () =>
    expect(latestPeriod('month', day('2026-10-20')).end).toBe('2026-10-20'))
  it('of a quarter on the day before it closes is the one before', () =>
    expect(latestPeriod('quarter', day('2026-06-29')).end).toBe('2026-03-31'))
})

describe('endsBefore', () => {
  it('goes back month by month and keeps month ends', () =>
    expect(endsBefore('month', day('2026-03-31'), 3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']))
  it('goes back year by year for a yearly figure', () =>
    expect(endsBefore('three years', day('2026-03-31'), 2)).toEqual(['2025-03-31', '2026-03-31']))
  it('goes back to the same date from any other day', () =>
    expect(endsBefore('rolling 12 months', day('2026-03-30'), 2)).toEqual(['2026-02-28', '2026-03-30']))
})
