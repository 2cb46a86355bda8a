import { expect, test } from 'vitest'
import { codeBook } from './figure-code.ts'

const figure = (more: object = {}) => ({
  measure: 'children-in-care',
  part: 'value',
  periodEnd: '2026-10-31',
  window: 'month',
  slice: null,
  ...more,
})

test('a figure has the same code in every paper of one version, wherever it stands in it', () => {
  const [one, other] = [codeBook('X', 'data 1'), codeBook('X', 'data 1')]
  other(figure({ part: 'prior' }))
  expect(one(figure())).toBe(other(figure()))
  expect(one(figure())).toMatch(/^[2-9B-DF-HJ-NP-TV-Z]{5}$/)
})

test.each([
  { measure: 'placed-with-parents' },
  { part: 'prior' },
  { periodEnd: '2026-09-30' },
  { window: 'quarter' },
  { slice: 'ward=E1' },
])('another figure has another code: %o', more => {
  const code = codeBook('X', 'data 1')
  expect(code(figure(more))).not.toBe(code(figure()))
})

test('the same figure of another version or council has another code', () => {
  const codes = [codeBook('X', 'data 1'), codeBook('X', 'data 2'), codeBook('Y', 'data 1')].map(book => book(figure()))
  expect(new Set(codes).size).toBe(3)
})

test('no two figures of one book have one code, however many there are', () => {
  const code = codeBook('X', 'data 1')
  const many = Array.from({ length: 20_000 }, (_, i) => code(figure({ slice: `n=${i}` })))
  expect(new Set(many).size).toBe(many.length)
  expect(many.some(one => one.length > 5)).toBe(true)
})
