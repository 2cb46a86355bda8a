import { afterAll, beforeEach, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { heard } from './heard.fixture.ts'
import { allMeasures } from './home.ts'
import { run } from './main.ts'
import { measureAsked } from './measure-reference.ts'

const said = heard()
beforeEach(() => said.clear())
afterAll(() => removeFolders())

const home = newFolder()
const measures = allMeasures(home)
const idOf = (name: string): string => measureAsked(home, { measures }, name).id

test('a measure is known by its id, its catalogue reference and its number on the scorecard, in any case', () => {
  expect(['children-in-care', 'NUM-01', 'CP1', 'cp1'].map(idOf)).toEqual(Array(4).fill('children-in-care'))
})

test('a reference that nothing measures says why, and suggests no other', () => {
  expect(() => idOf('FCT-02')).toThrow(/^FCT-02 has no measure yet\. A forecast/)
  expect(() => idOf('CP99')).toThrow(/^The scorecard has no row CP99\.$/)
})

test('a name that is none of these is answered with the nearest', () => {
  expect(() => idOf('children-in-car')).toThrow(/children-in-care/)
})

test('hearth measure show takes a number of the scorecard', async () => {
  expect(await run(['--home', home, '--json', 'measure', 'show', 'CP1'], 'test')).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ id: 'children-in-care' })
})

test.each([
  [['measure', 'show', 'CP1', '--colour'], /Unknown option '--colour'/],
  [['people', 'NUM-01'], /Required option '--at <day>'/],
  [['measure', 'show'], /Missing required argument/],
  [['unheard'], /Unknown command 'unheard'/],
  [[], /A command is needed/],
])('a command line that is not understood is one object on the error stream with --json: %s', async (line, message) => {
  expect(await run(['--home', home, '--json', ...line], 'test')).toBe(2)
  expect(said.out).toBe('')
  expect(JSON.parse(said.err)).toEqual({
    error: {
      code: 'HEARTH-1001',
      message: expect.stringMatching(message),
      fix: expect.any(String),
      file: null,
      line: null,
    },
  })
})

test('without --json it is said in words', async () => {
  expect(await run(['--home', home, 'people', 'NUM-01'], 'test')).toBe(2)
  expect(said.err).toContain("required option '--at <day>'")
})

test('an earlier day after the later one is refused; a home without a version says so', async () => {
  expect(await run(['--home', home, 'why', 'NUM-01', '--from', '2026-03-31', '--to', '2025-03-31'], 'test')).toBe(2)
  expect(said.err).toContain('HEARTH-1003')
  said.clear()
  expect(await run(['--home', home, 'versions'], 'test')).toBe(0)
  expect(said.out).toContain('No data version yet')
})
