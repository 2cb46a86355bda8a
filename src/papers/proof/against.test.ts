import { expect, test } from 'vitest'
import type { TextBlock } from '../../files/text-block.ts'
import { type EditionRow, heldAgainst } from './against.ts'

const value = (text: string, period: string) => ({ what: 'value', text, period })
const rows: readonly EditionRow[] = [
  {
    title: 'Children in care',
    names: ['Children in care', 'CP1'],
    latest: value('571', '31 October 2026'),
    figures: [
      value('571', '31 October 2026'),
      value('574', '30 September 2026'),
      { what: 'target', text: 'at most 550', period: '' },
    ],
  },
  {
    title: 'Children placed more than 20 miles from home',
    names: ['Children placed more than 20 miles from home', 'CP12'],
    latest: value('26.0%', '31 October 2026'),
    figures: [
      value('26.0%', '31 October 2026'),
      value('25.1%', '30 September 2026'),
      { what: 'numerator', text: '146', period: '31 October 2026' },
      { what: 'denominator', text: '562', period: '31 October 2026' },
      { what: 'England', text: '21.0%', period: 'position at 31 March 2025' },
    ],
  },
]
const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', lines: [{ page: 1, line: 1, text }] })
const said = (text: string) =>
  heldAgainst([paragraph(text)], rows).findings.map(({ certainty, found, expected }) => [certainty, found, expected])

test.each([
  'Children in care: 571.',
  'On 31 October 2026 the number of children in care was 571.',
  'Children placed more than 20 miles from home were 26% at the end of October 2026.',
  'Children placed more than 20 miles from home stood at 25.1% in September 2026.',
  'Children placed more than 20 miles from home: 146 of 562 (26.0%).',
  'CP12 stands at 26.0%; England’s figure is 21.0%.',
  'We cared for 580 young people.',
  'Of children in care and children placed more than 20 miles from home, 12% are new.',
  'Children in care were about 580.',
  'Children in care were 612 in March 2019.',
])('a figure that the edition has, or that it cannot judge, is left: %s', text => {
  expect(said(text)).toEqual([])
})

test.each([
  ['Children in care: 581.', ['wrong', '581', '571']],
  ['At 31 October 2026 children in care stood at 517.', ['wrong', '517', '571']],
  ['Children placed more than 20 miles from home were 25.1% at 31 October 2026.', ['wrong', '25.1%', '26.0%']],
  ['Children placed more than 20 miles from home stood at 24.1% in September 2026.', ['wrong', '24.1%', '25.1%']],
  ['CP12 rose once more and has now reached 62.0%.', ['question', '62.0%', '26.0%']],
])('a figure that the edition does not have is found: %s', (text, expected) => {
  expect(said(text)).toEqual([expected])
})

test('a row of a table is held against the edition under the period that its column names', () => {
  const table = (latest: string, before: string): TextBlock => ({
    kind: 'table',
    rows: [
      { page: 1, line: 1, cells: ['Indicator', 'September 2026', 'October 2026'] },
      { page: 1, line: 2, cells: ['CP12 Children placed more than 20 miles from home', before, latest] },
    ],
  })
  const found = (latest: string, before: string) => heldAgainst([table(latest, before)], rows).findings
  expect(found('26.0%', '25.1%')).toEqual([])
  expect(found('28.0%', '25.1%')).toMatchObject([{ certainty: 'wrong', found: '28.0%', expected: '26.0%' }])
})
