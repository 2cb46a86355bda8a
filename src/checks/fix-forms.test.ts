import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { codeInOtherForm, dayInOtherForm, plainInOtherForm } from './fix-forms.ts'

const read = (text: string): string | null => dayInOtherForm(text, day('2026-03-31'))?.to ?? null

test.each([
  '25.12.2009',
  '2009/12/25',
  '25 Dec 2009',
  '25-December-2009',
  '20091225',
  '12/25/2009',
  '25/12/09',
  '25-Dec-09',
  '40172',
  '25.12.2009 00:00',
])('%s is 25 December 2009', text => expect(read(text)).toBe('2009-12-25'))

test.each([
  ['27/02/202026', 'a year of six digits'],
  ['13/14/2009', 'no month either way'],
  ['31.09.2025', 'no such day'],
  ['25/12/1909', 'nobody of the return is so old'],
  ['01.04.2026', 'after the end of the year'],
  ['99999', 'a number that is no day of ours'],
  ['UNKNOWN', 'no day at all'],
])('%s is left alone: %s', text => expect(read(text)).toBeNull())

test('a year of two digits is read where one century fits: 26 is this one, 27 is neither', () => {
  expect(read('01/02/26')).toBe('2026-02-01')
  expect(read('01/02/27')).toBeNull()
  expect(read('01/02/99')).toBe('1999-02-01')
})

const codes = ['K1', 'K2', 'U1', '1', '0', 'PR1', 'WBRI', 'MWBA']
test.each([
  ['k2', 'K2'],
  ['K-2', 'K2'],
  ['K2 - Children’s home', 'K2'],
  ['01', '1'],
  ['1.0', '1'],
  ['PRl', 'PR1'],
  ['WBIR', 'WBRI'],
])('%s is the code %s', (text, code) => expect(codeInOtherForm(text, codes)?.to).toBe(code))

test('a code that is in no list, as it should be, or like two others is left alone', () => {
  expect(codeInOtherForm('Z9', codes)).toBeNull()
  expect(codeInOtherForm('2K', codes)).toBeNull()
  expect(codeInOtherForm('WBIR', [...codes, 'WIRB'])).toBeNull()
  expect(codeInOtherForm('K2', codes)).toBeNull()
  expect(codeInOtherForm('UL', ['UI', 'U1'])).toBeNull()
})

test('a postcode keeps its space, a URN has none', () => {
  expect(plainInOtherForm('qa1  1aa.', true)?.to).toBe('QA1 1AA')
  expect(plainInOtherForm('sc 900001', false)?.to).toBe('SC900001')
  expect(plainInOtherForm('SC900001', false)).toBeNull()
})
