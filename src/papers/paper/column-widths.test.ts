import { expect, test } from 'vitest'
import { lengthOf, shareWidths } from './column-widths.ts'

const whole = (shares: readonly number[]): number => shares.reduce((sum, one) => sum + one, 0)

test('columns are as wide as asked where every row takes a line', () => {
  expect(shareWidths([2, 1, 1], [['A'], ['B'], ['C']], 80, 1)).toEqual({ shares: [0.5, 0.25, 0.25], breaks: false })
})

test('a column is as wide as its longest word, and others give of what they do not need', () => {
  const word = 'Unaccompanied'
  const { shares, breaks } = shareWidths([8, 1, 1], [['A'], ['B', `is ${word}`], ['C']], 40, 1)
  expect((shares[1] ?? 0) * 40).toBeGreaterThan(lengthOf(word) + 1)
  expect(whole(shares)).toBeCloseTo(1)
  expect(breaks).toBe(false)
})

test('where the words do not fit at all, columns are shared by their longest and words are broken', () => {
  const { shares, breaks } = shareWidths([1, 1], [['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'], ['aaaaaaaaaa']], 10, 1)
  expect(breaks).toBe(true)
  expect(shares[0]).toBeGreaterThan(0.6)
  expect(whole(shares)).toBeCloseTo(1)
})

test('words go on after a hyphen or a slash, but not after a space that holds them together', () => {
  const breaks = (title: string): boolean => shareWidths([1, 1], [['mmmmmmm'], [title]], 12.5, 0).breaks
  expect([breaks('asylum-seeking'), breaks('mmmm/mmmm'), breaks('mmmm mmmm')]).toEqual([false, false, false])
  expect([breaks('asylumseeking'), breaks('mmmm\u00a0mmmm')]).toEqual([true, true])
})

test('a column of long cells is given width by one of short cells, so that rows take fewer lines', () => {
  const long = 'many words that go on and on and do not end soon enough'
  const { shares } = shareWidths(
    [1, 1],
    [
      ['A', '–', '–'],
      ['B', long, long],
    ],
    40,
    1,
  )
  expect(shares[1]).toBeGreaterThan(0.6)
  expect(whole(shares)).toBeCloseTo(1)
})

test('a short cell is not broken where there is room, and is where there is not', () => {
  const long = 'many words that go on and on and do not end soon enough '.repeat(4)
  const second = (width: number) =>
    (shareWidths(
      [9, 1],
      [
        ['A', long],
        ['B', '79 (13.5%)'],
      ],
      width,
      0,
    ).shares[1] ?? 0) * width
  expect(second(30)).toBeGreaterThan(lengthOf('79 (13.5%)'))
  expect(second(8)).toBeLessThan(lengthOf('79 (13.5%)'))
})

test('a day is not broken where there is room', () => {
  const long = 'many words that go on and on and do not end soon enough '.repeat(4)
  const { shares } = shareWidths(
    [9, 1],
    [
      ['A', long],
      ['B', '31 December 2026'],
    ],
    40,
    0,
  )
  expect((shares[1] ?? 0) * 40).toBeGreaterThan(lengthOf('31 December 2026'))
})

test('a reference is not broken before its number, and columns that are as full as one another are given width together', () => {
  expect(shareWidths([1, 1], [['mmmmmmm'], ['HLT-03:in_year']], 12, 0).breaks).toBe(true)
  const { shares } = shareWidths([8, 1, 1], [['A'], ['two words'], ['two words']], 40, 1)
  for (const share of shares.slice(1)) expect(share * 40).toBeGreaterThan(lengthOf('two words'))
})
