import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Limits } from './control-chart.ts'
import { EVEN, nhsRules, type Placed, sideOf, signalsOf } from './run-rules.ts'
import { place } from './xmr.ts'

const limits: Limits = { centre: 0, low: -3, high: 3, nearLow: -2, nearHigh: 2 }
const at = (values: readonly (number | null)[], chance: Placed['chance'] = EVEN) =>
  values.map(v => (v === null ? null : place(v, limits, chance)))
/** One letter a point: o outside, t trend, p two of three, s shift, capital when high; '.' none. */
const read = (values: readonly (number | null)[], settings = nhsRules, chance: Placed['chance'] = EVEN): string =>
  signalsOf(at(values, chance), settings)
    .map(signal => {
      if (!signal) return '.'
      const letter = { 'outside the limits': 'o', trend: 't', 'two of three near a limit': 'p', shift: 's' }[
        signal.rule
      ]
      return signal.way === 'high' ? letter.toUpperCase() : letter
    })
    .join('')

describe('the NHS rules', () => {
  it('flag nothing in nothing, and nothing in one quiet point', () => {
    expect(read([])).toBe('')
    expect(read([1])).toBe('.')
  })
  it('flag a point outside a limit, and not one on it', () => {
    expect(read([0.5, 3, -3, 3.01, -3.01, 0.4])).toBe('...Oo.')
  })
  it('flag all seven points on one side, and not six', () => {
    expect(read([1, 0.5, 1, 0.5, 1, 0.5, -1])).toBe('.......')
    expect(read([-1, 1, 0.5, 1, 0.5, 1, 0.5, 1, -1])).toBe('.SSSSSSS.')
    expect(read([-1, -0.5, -1, -0.5, -1, -0.5, -1, -0.5])).toBe('ssssssss')
  })
  it('let a point exactly on the centre break a run', () =>
    expect(read([1, 0.5, 1, 0, 1, 0.5, 1, 0.5])).toBe('........'))
  it('let a gap break a run and a trend', () => {
    expect(read([1, 0.5, 1, null, 1, 0.5, 1, 0.5])).toBe('........')
    expect(read([-1.5, -1, -0.5, null, 0.1, 0.5, 1, 1.5])).toBe('........')
  })
  it('flag seven points that only rise, and not six', () => {
    expect(read([-1.5, -1, -0.5, 0.1, 0.5, 1, 1.5])).toBe('TTTTTTT')
    expect(read([-1, -0.5, 0.1, 0.5, 1, 1.5, 1.2])).toBe('.......')
  })
  it('let a tie break a trend', () => expect(read([-1.5, -1, -0.5, 0.1, 0.1, 0.5, 1, 1.5])).toBe('........'))
  it('name the point where two trends meet by its next step', () => {
    expect(read([-1.5, -1, -0.5, 0.1, 0.5, 1, 1.5, 1, 0.5, 0.1, -0.5, -1, -1.5])).toBe('TTTTTTttttttt')
  })
  it('flag two of three near a limit, only the near ones, all three on one side', () => {
    expect(read([0.1, 2.5, 0.5, 2.5, -1])).toBe('.P.P.')
    expect(read([2.5, -0.5, 2.5, -1])).toBe('....')
    expect(read([2.5, 2.5, -1])).toBe('...')
    expect(read([-2.5, -0.5, -2.5])).toBe('p.p')
  })
  it('do not count a point on a near limit, or outside the limits, as near', () => {
    expect(read([2.5, 0.5, 2])).toBe('...')
    expect(read([2.5, 0.5, 4])).toBe('..O')
  })
  it('name a point by the first rule that holds: outside, trend, two of three, shift', () => {
    expect(read([0.2, 0.4, 0.6, 0.8, 2.1, 2.5, 3.5])).toBe('TTTTTTO')
    expect(read([0.2, 0.4, 0.3, 0.8, 2.1, 0.5, 2.5])).toBe('SSSSPSP')
  })
  it('take another length of run and of trend', () => {
    const eight = { runLength: 8, trendLength: 6 }
    expect(read([1, 0.5, 1, 0.5, 1, 0.5, 1], eight)).toBe('.......')
    expect(read([1, 0.5, 1, 0.5, 1, 0.5, 1, 0.5], eight)).toBe('SSSSSSSS')
    expect(read([-1.5, -1, -0.5, 0.1, 0.5, 1], eight)).toBe('TTTTTT')
  })
  it('ask for a longer run on the side that chance prefers', () => {
    const run = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => (i % 2 ? 0.5 : 1))
    // 0.65^9 = 0.021 and 0.65^10 = 0.0135: the tenth brings it below 2 × ½^7 = 0.0156.
    const likely = { above: 0.65, below: 0.35 }
    expect(read(run(9), nhsRules, likely)).toBe('.........')
    expect(read(run(10), nhsRules, likely)).toBe('SSSSSSSSSS')
    expect(
      read(
        run(7).map(v => -v),
        nhsRules,
        likely,
      ),
    ).toBe('sssssss')
  })
  it('say the same upside down', () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -8, max: 8 }), { nil: null, freq: 8 }), { maxLength: 40 }),
        halves => {
          const values = halves.map(v => (v === null ? null : v / 2))
          const swapped = read(values.map(v => (v === null ? null : -v)))
          expect([...swapped].map(c => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('')).toBe(
            read(values),
          )
        },
      ),
    ))
})

describe('sideOf', () => {
  it('takes a mean of equal fractions for that fraction', () => expect(sideOf((0.1 + 0.2 + 0.3) / 3, 0.2)).toBe(0))
  it('tells small values apart', () => expect(sideOf(0.00001, 0)).toBe(1))
})

describe('sideOf about 0', () => {
  it('takes rounding about 0 for 0', () => expect(sideOf(0.1 + 0.2 - 0.3, 0)).toBe(0))
})
