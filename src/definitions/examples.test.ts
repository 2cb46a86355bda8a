import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DefinitionError } from '../kit/error.ts'
import { readExamples, readTable } from './examples.ts'

const folder = mkdtempSync(join(tmpdir(), 'examples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'far.examples.yaml')
const read = (text: string) => {
  writeFileSync(file, text)
  return readExamples(file)
}
const good = `at: 2026-03-31
postcodes: |
  postcode | easting
  AA1 1AA  | 400000
examples:
  - title: One
    shows: boundary
    episodes: |
      child | decom
      A     | 2025-05-01
    expect: {counted: [A]}
  - title: Two
    shows: empty
    expect: {numerator: 0, denominator: null}
`
function fault(text: string): DefinitionError {
  try {
    read(text)
  } catch (error) {
    if (error instanceof DefinitionError) return error
    throw error
  }
  throw new Error('it was read')
}

describe('readTable', () => {
  it('reads cells between bars, with or without outer ones, and leaves blanks out', () =>
    expect(readTable('| child | DECOM | home post |\n| A | | AA1 1AA |\n')).toEqual([
      { child: 'A', home_post: 'AA1 1AA' },
    ]))
  it('reads cells between tabs, as a spreadsheet copies them', () =>
    expect(readTable('child\tdecom\nA\t01/05/2025\n')).toEqual([{ child: 'A', decom: '01/05/2025' }]))
})

describe('readExamples', () => {
  it("gives every example the file's tables and its own, with the line its title stands on", () => {
    const { examples } = read(good)
    expect(examples.map(({ title, line, tables }) => [title, line, Object.keys(tables)])).toEqual([
      ['One', 6, ['episodes', 'postcodes']],
      ['Two', 12, ['postcodes']],
    ])
  })
  it('says which kinds of example are not there, but for those that cannot be', () => {
    expect(read(good).missingKinds).toEqual(['exclusion', 'unknown'])
    expect(read(`not_applicable: {unknown: every child has one}\n${good}`).missingKinds).toEqual(['exclusion'])
  })
  it.each([
    ['an unknown table', good.replace('    episodes: |', '    episode: |'), 8, 'Did you mean "episodes"?'],
    ['an unknown expectation', good.replace('{counted: [A]}', '{countd: [A]}'), 11, 'countd'],
    ['a kind that is not one', good.replace('shows: boundary', 'shows: edge'), 7, 'examples.0.shows'],
    ['a day that is not one', good.replace('2026-03-31', '2026-03-32'), 1, 'is not a day'],
    ['an example without what is expected', good.replace(/ {4}expect: \{counted.*\n/, ''), 6, 'examples.0.expect'],
    ['broken YAML', good.replace('title: One', 'title: One: two'), 6, 'not valid YAML'],
  ])('refuses %s by file and line', (_, text, line, message) => {
    const error = fault(text)
    expect(error.message).toContain(message)
    expect(error.where).toEqual({ file, line })
  })
})
