import { describe, expect, it } from 'vitest'
import { expectedSignals, falseAlarmRate, type Look } from './expected-signals.ts'

const looks = (n: number, chart: Look['chart'] = 'xmr'): readonly Look[] => Array(n).fill({ chart, points: 36 })

describe('expectedSignals', () => {
  it('expects about one of 60 XmR charts', () => {
    const found = expectedSignals(looks(60), 1)
    expect(found.of).toBe(60)
    expect(found.expected).toBeCloseTo(1.44, 9)
    // Binomial(60, 0.024): P(≤ 3) = 0.945, P(≤ 4) = 0.985.
    expect(found.chanceOfSeen).toBeCloseTo(1 - 0.976 ** 60, 9)
    expect(found.mostByChance).toBe(4)
  })
  it('adds looks with their own rates', () => {
    const mixed = expectedSignals([...looks(1), ...looks(1, 'same month last year')], 2)
    expect(mixed.expected).toBeCloseTo(0.034, 9)
    expect(mixed.chanceOfSeen).toBeCloseTo(0.024 * 0.01, 12)
  })
  it('does not count what could not have signalled', () => {
    expect(expectedSignals([...looks(3, 'line only'), ...looks(2, 'none')], 0)).toEqual({
      of: 0,
      expected: 0,
      mostByChance: 0,
      chanceOfSeen: 1,
    })
  })
  it('takes nothing, none seen, more seen than looked for, and very many', () => {
    expect(expectedSignals([], 0)).toMatchObject({ of: 0, chanceOfSeen: 1 })
    expect(expectedSignals(looks(60), 0).chanceOfSeen).toBeCloseTo(1, 12)
    expect(expectedSignals(looks(3), 4).chanceOfSeen).toBe(0)
    expect(expectedSignals(looks(3000), 60)).toMatchObject({ of: 3000, mostByChance: 86 })
  })
})

describe('falseAlarmRate', () => {
  it('is lower for a short series', () =>
    expect(falseAlarmRate({ chart: 'xmr', points: 19 })).toBeLessThan(falseAlarmRate({ chart: 'xmr', points: 20 })))
})
