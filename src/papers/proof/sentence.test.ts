import { expect, test } from 'vitest'
import { sentencesOf } from './sentence.ts'

const read = (...lines: readonly string[]): readonly string[] =>
  sentencesOf(lines.map((text, i) => ({ text, page: 1, line: i + 1 }))).map(
    ({ text, where }) => `${where.line}: ${text}`,
  )

test('a sentence is placed where it begins, over the ends of lines', () => {
  expect(read('There were 12.4 children on', 'average. Cllr. Ash asked', 'for more, e.g. by age.')).toEqual([
    '1: There were 12.4 children on average.',
    '2: Cllr. Ash asked for more, e.g. by age.',
  ])
})

test('a closing quotation mark stays with its sentence', () => {
  expect(read('He said “yes.” Then he left.')).toEqual(['1: He said “yes.”', '1: Then he left.'])
})
