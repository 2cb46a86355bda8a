import { describe, expect, it } from 'vitest'
import { disclose } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import { smallNumbers } from './small-numbers.ts'

const cell = (n: number, audience: Audience = 'analyst'): Shown => {
  const shown = disclose({ audience, cells: [{ id: 'a', value: n, text: String(n), people: [n] }] }).get('a')
  if (!shown) throw new Error('no cell')
  return shown
}
const share = (n: number, d: number) => ({ figure: cell(n / d), numerator: cell(n), denominator: cell(d) })
const count = (n: number, audience: Audience = 'analyst') => ({
  figure: cell(n, audience),
  numerator: cell(n, audience),
  denominator: null,
})

describe('smallNumbers', () => {
  it('warns of shares of fewer than 20, and says of how many points', () => {
    expect(smallNumbers('proportion', [share(3, 19), share(4, 20), share(5, 40)])).toContain(
      '1 of 3 points stands for fewer than 20',
    )
    expect(smallNumbers('proportion', [share(4, 20)])).toBeNull()
  })
  it('warns of counts under 10, but not of none at all', () => {
    expect(smallNumbers('count', [count(9), count(12)])).toContain('1 of 2 points stands for fewer than 10')
    expect(smallNumbers('count', [count(0), count(10)])).toBeNull()
  })
  it('counts a hidden figure as small, which its symbol has already said', () => {
    expect(smallNumbers('count', [count(4, 'board'), count(60, 'board')])).toContain('1 of 2')
  })
  it('has nothing to say of a gap or a sum', () => {
    expect(smallNumbers('gap', [count(2)])).toBeNull()
    expect(smallNumbers('total', [count(2)])).toBeNull()
  })
})
