import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { months } from './council.fixture.ts'
import { checkRebases, type Rebase } from './rebase.ts'

const days = months(24)
const [first = day('2020-01-31')] = days
const good: Rebase = {
  at: days[12] ?? first,
  reason: 'New recording system',
  author: 'Head of performance',
  decided: days[20] ?? first,
}
const faultsOf = (...rebases: Rebase[]): readonly string[] =>
  checkRebases(rebases, days).faults.map(fault => fault.what)

describe('checkRebases', () => {
  it('takes nothing, and a whole rebase', () => {
    expect(checkRebases([], days)).toEqual({ good: [], faults: [] })
    expect(checkRebases([good], days)).toEqual({ good: [good], faults: [] })
  })
  it('refuses a date that is no point of the series', () =>
    expect(faultsOf({ ...good, at: day('2021-01-15') })).toEqual(['No point of the series is on this day']))
  it('refuses the first point', () =>
    expect(faultsOf({ ...good, at: first })).toEqual(['The series begins here, so there is nothing to rebase']))
  it('needs a reason and a name, and says both at once', () =>
    expect(faultsOf({ ...good, reason: ' ', author: '' })).toEqual([
      'A rebase needs a reason',
      'A rebase needs the name of who decided it',
    ]))
  it('refuses one decided before the change', () => expect(faultsOf({ ...good, decided: first })).toHaveLength(1))
  it('refuses the second on one day, and sorts the good', () => {
    const later = { ...good, at: days[18] ?? first }
    expect(faultsOf(good, good)).toEqual(['There is another rebase on this day'])
    expect(checkRebases([later, good], days).good).toEqual([good, later])
  })
})
