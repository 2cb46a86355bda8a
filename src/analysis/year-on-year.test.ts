import { describe, expect, it } from 'vitest'
import { proportionDifference } from './difference.ts'
import { yearOnYear } from './year-on-year.ts'

const change = (now: number, then: number) =>
  yearOnYear(confidence => proportionDifference({ x: now, n: 100 }, { x: then, n: 100 }, confidence))

describe('yearOnYear', () => {
  it('shows the 95% interval and calls a small change chance', () => {
    expect(change(52, 50)).toMatchObject({ couldBeChance: true, signal: null })
    expect(change(52, 50)?.change).toEqual(proportionDifference({ x: 52, n: 100 }, { x: 50, n: 100 }))
  })
  it('says a change beyond 95% is hardly chance, but makes a signal only beyond 99%', () => {
    expect(change(65, 50)).toMatchObject({ couldBeChance: false, signal: null })
    expect(change(70, 50)).toMatchObject({ couldBeChance: false, signal: 'high' })
    expect(change(30, 50)).toMatchObject({ signal: 'low' })
  })
  it('has nothing to compare where a year is missing', () => expect(yearOnYear(() => null)).toBeNull())
})
