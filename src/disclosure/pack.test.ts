import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disclose, type PackCell } from './pack.ts'

const count = (id: string, n: number): PackCell => ({ id, value: n, text: String(n), people: [n] })
const share = (id: string, numerator: number, denominator: number): PackCell => ({
  id,
  value: numerator / denominator,
  text: `${numerator} of ${denominator}`,
  people: [numerator, denominator],
  share: { numerator, denominator },
})
const kinds = (cells: readonly PackCell[], more: Partial<Parameters<typeof disclose>[0]> = {}) =>
  [...disclose({ audience: 'board', cells, ...more }).values()].map(shown => shown.kind)

describe('disclose', () => {
  it('shows an analyst every figure', () => {
    expect(disclose({ audience: 'analyst', cells: [count('a', 3)] }).get('a')).toMatchObject({
      kind: 'number',
      value: 3,
    })
  })
  it('hides 1 to 5 from the board, and shows 0 and 6', () => {
    expect(kinds([0, 1, 5, 6].map(n => count(String(n), n)))).toEqual(['number', 'hidden', 'hidden', 'number'])
  })
  it('hides a share whose complement is 1 to 5: 97 of 100 tells of 3 children', () => {
    expect(kinds([share('a', 97, 100), share('b', 94, 100), share('c', 100, 100)])).toEqual([
      'hidden',
      'number',
      'number',
    ])
  })
  it('says what is small without its number, and of whom: no worker is a child', () => {
    const why = (cell: PackCell): unknown => {
      const shown = disclose({ audience: 'board', cells: [cell] }).get('a')
      return shown?.kind === 'hidden' && shown.why
    }
    expect(why({ ...share('a', 3, 61), who: 'children' })).toBe(
      'Fewer than 6 children: hidden so that no child can be identified',
    )
    expect(why({ ...share('a', 37, 38), who: 'children' })).toBe(
      'All but a few children: hidden so that no child can be identified',
    )
    expect(why({ ...share('a', 4, 7), who: 'social workers' })).toMatch(/^Fewer than 6 social workers: .* nobody/)
    expect(why(count('a', 2))).toBe('Fewer than 6: hidden so that nobody can be identified')
  })
  it('does not say of a figure of 40 that it is small because it stands with one that is', () => {
    const shown = disclose({ audience: 'board', cells: [count('a', 40), count('b', 4)], together: [['a', 'b']] })
    expect(shown.get('a')).toMatchObject({ why: 'Hidden so that a number of fewer than 6 cannot be worked out' })
  })
  it('hides the next smallest part so that a lone hidden part cannot be found by subtraction', () => {
    const cells = [count('total', 40), count('a', 4), count('b', 10), count('c', 26)]
    expect(kinds(cells, { sums: [{ total: 'total', parts: ['a', 'b', 'c'] }] })).toEqual([
      'number',
      'hidden',
      'hidden',
      'number',
    ])
  })
  it('hides figures that stand together, and what a sum through them would give away', () => {
    const cells = [count('value', 4), count('change', 8), count('other', 9), count('total', 17)]
    const sums = [{ total: 'total', parts: ['change', 'other'] }]
    expect(kinds(cells, { together: [['value', 'change']], sums })).toEqual(['hidden', 'hidden', 'hidden', 'number'])
  })
  it('keeps a state as it is: there is no number to hide', () => {
    const cells: PackCell[] = [
      { id: 'a', value: null, state: 'awaiting data', text: 'Awaiting data', why: 'No file', people: [] },
    ]
    expect(disclose({ audience: 'public', cells }).get('a')).toMatchObject({ kind: 'none', state: 'awaiting data' })
  })
  describe('of a sum with small parts hidden', () => {
    const inSum = (...parts: readonly number[]): string => {
      const total = count(
        'total',
        parts.reduce((a, b) => a + b, 0),
      )
      const cells = [...parts.map((n, i) => count(`p${i}`, n)), total]
      const shown = disclose({
        audience: 'board',
        cells,
        sums: [{ total: 'total', parts: parts.map((_, i) => `p${i}`) }],
      })
      return cells.map(({ id }) => shown.get(id)?.text).join(' ')
    }
    it('hides another where two hidden ones leave a rest of 3: they could be 1 and 2 only, and beside one 8 no more than 4', () => {
      expect(inSum(8, 9, 8, 1, 2)).toBe('[c] 9 [c] [c] [c] 28')
    })
    it('hides another where they leave 2, which is 1 and 1, or 10, which is 5 and 5', () => {
      expect(inSum(1, 1, 30, 40)).toBe('[c] [c] [c] 40 72')
      expect(inSum(5, 5, 30, 40)).toBe('[c] [c] [c] 40 80')
    })
    it('hides no more where they leave 6, which is any of 1 to 5 and the other', () => {
      expect(inSum(2, 4, 30, 40)).toBe('[c] [c] 30 40 76')
    })
    it('hides another where the next smallest leaves too little room: 7 of which 6 or more are the other', () => {
      expect(inSum(1, 6, 30, 40)).toBe('[c] [c] [c] 40 77')
      expect(inSum(1, 10, 30, 40)).toBe('[c] [c] 30 40 81')
    })
    it('hides another where the next smallest is known to be smaller than what is shown: 14 less at most 10 is 4 or more', () => {
      expect(inSum(4, 10, 10, 40)).toBe('[c] [c] [c] 40 64')
    })
    it('hides the total where no other part is left', () => {
      expect(inSum(1, 6, 0)).toBe('[c] [c] 0 [c]')
    })
    it('leaves each small part any of 1 to 5, whatever the others are, or hides the total', () => {
      fc.assert(
        fc.property(fc.array(fc.nat({ max: 15 }), { minLength: 2, maxLength: 6 }), parts => {
          const texts = inSum(...parts).split(' ')
          if (texts.at(-1) === '[c]' || !texts.includes('[c]')) return
          const hidden = parts.filter((_, i) => texts[i] === '[c]')
          const rest = hidden.reduce((a, b) => a + b, 0)
          const most = Math.min(rest, ...parts.filter((n, i) => n > 0 && texts[i] !== '[c]'))
          const could = (n: number): readonly number[] =>
            Array.from({ length: rest + 1 }, (_, i) => i).filter(i => (n <= 5 ? i >= 1 && i <= 5 : i >= 6 && i <= most))
          for (const [at, n] of hidden.entries()) {
            let reached = [0]
            for (const other of hidden.filter((_, i) => i !== at))
              reached = [...new Set(reached.flatMap(sum => could(other).map(i => sum + i)))].filter(i => i <= rest)
            if (n <= 5) expect([1, 2, 3, 4, 5].filter(i => reached.includes(rest - i))).toEqual([1, 2, 3, 4, 5])
          }
        }),
      )
    })
  })
  it('never leaves one hidden member alone in a sum of two or more shown parts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 8 }), parts => {
        const cells = [
          count(
            'total',
            parts.reduce((a, b) => a + b, 0),
          ),
          ...parts.map((n, i) => count(`p${i}`, n)),
        ]
        const shown = kinds(cells, { sums: [{ total: 'total', parts: parts.map((_, i) => `p${i}`) }] })
        expect(shown.filter(kind => kind === 'hidden').length).not.toBe(1)
      }),
    )
  })
})
