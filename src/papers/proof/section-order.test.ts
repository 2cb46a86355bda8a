import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

const paper = (...numbers: readonly string[]): string =>
  numbers.map(number => `${number} Something is said here.`).join('\n\n')

test('a number that comes again, or too late, is wrong', () => {
  expect(shortly(paper('1.1', '1.2', '1.2', '1.3'))).toEqual(['wrong section numbers: 1.2 → 1.3'])
  expect(shortly(paper('3.1', '3.2', '3.3', '3.3.1', '3.2.5', '3.4'))[0]).toMatch(/^wrong section numbers: 3\.2\.5/)
})

test('a number left out is only asked about', () => {
  expect(shortly(paper('1', '2', '4').replaceAll(/^(\d) /gm, '$1. '))).toEqual(['question section numbers: 4 → 3'])
})

test('a paper whose cover has numbers of its own begins again, and a chapter with its first section', () => {
  expect(
    shortly(paper('1.1', '2.1', '1.', '1.1', '1.2', '2.', '2.1', '2.2', '3.', '3.1', '3.1.1', '3.1.2', '3.2')),
  ).toEqual([])
})
