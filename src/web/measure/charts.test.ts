import { describe, expect, it } from 'vitest'
import { disclose } from '../../disclosure/pack.ts'
import { bothWidths } from './charts.ts'

const drawn = (unit: string, values: readonly number[]): string => {
  const cells = values.map((value, i) => ({ id: String(i), value, text: String(value), people: [] }))
  const points = [...disclose({ audience: 'analyst', cells }).values()].map((figure, i) => ({
    period: `Month ${i}`,
    short: `M${i}`,
    figure,
  }))
  return bothWidths({ id: 'a', title: 'A measure', subtitle: '', unit, points })
}

describe('the axis of a chart', () => {
  it('is in pounds where the figures are', () => expect(drawn('£', [0, 2_000])).toContain('>£2,000<'))
  it('has as many decimals as its values have, and pence in two', () => {
    expect(drawn('£', [1.2, 1.3])).toContain('>£1.24<')
    expect(drawn('£', [1.2, 1.3])).toContain('>£1.20<')
    expect(drawn('children', [1.2, 1.3])).toContain('>1.2<')
  })
  it('is in percent and in so many to one as the figures are', () => {
    expect(drawn('%', [0.2, 0.4])).toContain('>40%<')
    expect(drawn(':1', [0, 2])).toContain('>2:1<')
    expect(drawn('children', [0, 2])).toContain('>2<')
  })
})
