import { expect, it } from 'vitest'
import { checkReferences, partsOf } from './reference.ts'
import type { Named } from './target-file.ts'

const named = (reference: string): Named =>
  ['CP12', 'PLC-01', 'placed-over-20-miles'].includes(reference)
    ? { kind: 'measure', id: 'placed-over-20-miles', share: true }
    : { kind: 'none', says: `There is no measure "${reference}". Did you mean "CP12"?` }
const says = (words: string): readonly string[] => checkReferences(words, named).faults.map(fault => fault.says)

it('takes words apart into text and references, which together are the words again', () => {
  const words = 'Now {{CP12.value}}, {{ placed-over-20-miles.prior }} before; {{CP7:agreed.change}}.'
  const parts = partsOf(words)
  expect(parts.map(({ text }) => text).join('')).toBe(words)
  expect(parts.flatMap(part => (part.kind === 'reference' ? [[part.measure, part.field]] : []))).toEqual([
    ['CP12', 'value'],
    ['placed-over-20-miles', 'prior'],
    ['CP7:agreed', 'change'],
  ])
})
it('leaves words without references, and single brackets, as they are', () =>
  expect(partsOf('{CP12.value} and } alone {')).toEqual([{ kind: 'text', text: '{CP12.value} and } alone {' }]))
it('refuses a measure and a field that there is not, with what may have been meant', () => {
  expect(says('{{CP21.value}}')).toEqual(['There is no measure "CP21". Did you mean "CP12"?'])
  expect(says('{{CP12.neighbors}}')[0]).toContain('Did you mean "neighbours"?')
  expect(says('{{CP12.value}} {{CP12.target}} {{CP12.neighbours}} {{CP12.numerator}} {{CP12.denominator}}')).toEqual([])
  expect(says('{{CP12.prior}} {{CP12.change}} {{CP12.period}} {{PLC-01.Value}}')).toEqual([])
})
it('refuses a reference without a field, without a measure, and one that is not closed', () => {
  expect(says('{{CP12}}')[0]).toContain('{{CP12.value}}')
  expect(says('{{.value}}')[0]).toContain('names no measure')
  expect(says('{{CP12.value} more')[0]).toContain('does not end')
  expect(says('CP12.value}} more')[0]).toContain('does not begin')
})
it('does not take words up to the next reference into one that is not closed', () => {
  const { faults, named: names } = checkReferences('{{CP12.value and {{CP12.prior}}', named)
  expect(faults).toMatchObject([{ found: '{{' }])
  expect(names).toEqual({ CP12: 'placed-over-20-miles' })
})
it('says on which line of the words each fault stands', () => {
  const { faults } = checkReferences('First {{CP12.value}}\n{{CP12\n.prior}} {{CP9.value}}\n\n{{CP8.value}}', named)
  expect(faults.map(({ line }) => line)).toEqual([2, 4])
})
it('remembers what each name stood for, unless it is the measure’s own', () => {
  const names = (words: string) => checkReferences(words, named).named
  expect(names('{{PLC-01.value}} {{CP12.value}} {{placed-over-20-miles.value}}')).toEqual({
    CP12: 'placed-over-20-miles',
    'PLC-01': 'placed-over-20-miles',
  })
})
