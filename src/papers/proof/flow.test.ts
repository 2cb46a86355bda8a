import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('opening plus in minus out that is not closing', () => {
  expect(
    shortly(
      'At the start of the year 288 children were supported. 35 joined and 21 left during the year, which makes 304 at its end.',
    ),
  ).toEqual(['wrong opening, in, out and closing: 304 → 302'])
  expect(
    shortly(
      'At the start of the year 288 children were supported. 35 joined and 21 left during the year, which makes 302 at its end.',
    ),
  ).toEqual([])
})

test('a table of stock and flow', () => {
  const table = (closing: number): string =>
    `| | Q1 | Q2 |\n| Households at the start | 40 | 43 |\n| Approved | 5 | 2 |\n| Resigned | 2 | 4 |\n| Households at the end | 43 | ${closing} |`
  expect(shortly(table(42))).toEqual(['wrong opening, in, out and closing: 42 → 41'])
  expect(shortly(table(41))).toEqual([])
})

test('a net change that its in and out do not give', () => {
  expect(shortly('Over the year 176 children started and 170 ceased, a net rise of eight.')).toEqual([
    'wrong opening, in, out and closing: eight → a rise of 6',
  ])
  expect(shortly('Over the year 170 children started and 176 ceased, a net rise of six.')).toEqual([
    'wrong opening, in, out and closing: six → a fall of 6',
  ])
})
