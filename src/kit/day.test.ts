import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  anniversary,
  day,
  daysBetween,
  financialYearEnding,
  fromNumber,
  monthEnd,
  parseDay,
  sayDay,
  toNumber,
} from './day.ts'

const anyDay = fc.integer({ min: -10_000, max: 40_000 }).map(fromNumber)

describe('parseDay', () => {
  it('reads ISO and British days as the same day', () => expect(parseDay('31/03/2026')).toBe(parseDay('2026-03-31')))
  it('reads 1/4/2026 as 1 April, never 4 January', () => expect(parseDay('1/4/2026')).toBe('2026-04-01'))
  it.each(['31/04/2026', '29/02/2025', '2026-13-01', '01/04/26', '45000', '', '2026-04-01x'])(
    'finds no day in "%s"',
    text => expect(parseDay(text)).toBeNull(),
  )
})

describe('counting', () => {
  it('finds 29 February between 28 February and 1 March of a leap year only', () => {
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    expect(daysBetween(day('2025-02-28'), day('2025-03-01'))).toBe(1)
  })
  it('goes to numbers and back without loss', () =>
    fc.assert(
      fc.property(anyDay, d => {
        expect(fromNumber(toNumber(d))).toBe(d)
      }),
    ))
  it('adds days one after another', () =>
    fc.assert(
      fc.property(anyDay, fc.nat(900), (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n)
      }),
    ))
})

describe('addMonths', () => {
  it('falls on the last day of a month that is too short', () => {
    expect(addMonths(day('2026-08-31'), 6)).toBe('2027-02-28')
    expect(addMonths(day('2026-06-30'), -30)).toBe('2023-12-30')
  })
  it('goes back over a year end', () => expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15'))
})

describe('anniversary', () => {
  it('of a 29 February start is 1 March in a year without one, and 29 February in a year with', () => {
    expect(anniversary(day('2024-02-29'), 12)).toBe('2025-03-01')
    expect(anniversary(day('2024-02-29'), 48)).toBe('2028-02-29')
  })
  it('of a 31 August start six months on is the last day of February', () =>
    expect(anniversary(day('2025-08-31'), 6)).toBe('2026-02-28'))
})

describe('ageOn', () => {
  it('is reached on the birthday, not the day before', () => {
    expect(ageOn(day('2010-05-20'), day('2026-05-19'))).toBe(15)
    expect(ageOn(day('2010-05-20'), day('2026-05-20'))).toBe(16)
  })
  it('of someone born on 29 February is reached on 1 March', () => {
    expect(ageOn(day('2008-02-29'), day('2026-02-28'))).toBe(17)
    expect(ageOn(day('2008-02-29'), day('2026-03-01'))).toBe(18)
  })
})

describe('years and words', () => {
  it('puts 31 March in the year that ends and 1 April in the next', () => {
    expect(financialYearEnding(day('2026-03-31'))).toBe(2026)
    expect(financialYearEnding(day('2026-04-01'))).toBe(2027)
  })
  it('ends February where it ends', () => expect(monthEnd(day('2024-02-10'))).toBe('2024-02-29'))
  it('writes a day as GOV.UK does', () => expect(sayDay(day('2026-03-01'))).toBe('1 March 2026'))
})
