import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { heard } from './heard.fixture.ts'
import { run } from './main.ts'

const said = heard()
beforeEach(() => said.clear())
afterAll(() => removeFolders())

const folder = newFolder()
const faulty = join(folder, 'faulty', '2025-26')
const clean = join(folder, 'clean', '2025-26')
const UPN = 'H000000000001'
beforeAll(() => {
  const episode = { DECOM: '01/05/2025', URN: 'XXXXXXX' }
  writeReturn(faulty, { header: [{ UPN }], episodes: [{ ...episode, PLACE: 'u6' }] })
  writeReturn(clean, { header: [{ UPN }], episodes: [episode] })
})

const check = (...more: readonly string[]): Promise<number> =>
  run(['--home', join(folder, 'home'), 'check', ...more], 'test')
const lines = (text: string): readonly Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

test('JSON lines are a row at fault each, then the summary; it ends with 1 where anything is found', async () => {
  expect(await check(faulty, '--format', 'jsonl')).toBe(1)
  const [found, last, ...more] = lines(said.out)
  expect(more).toEqual([])
  expect(found).toEqual({
    rule: '146',
    table: 'Episodes',
    file: 'episodes.csv',
    line: 2,
    row: 0,
    child: 'A',
    fields: ['PLACE'],
    says: 'Placement type code is not a valid code.',
    touches: expect.any(Array),
  })
  expect(last).toEqual({
    summary: {
      year: '2025-26',
      rules: {
        run: expect.any(Number),
        notRun: expect.arrayContaining([{ rule: '1008', why: 'no provider list given' }]),
        couldNotJudge: [],
      },
      found: 1,
    },
  })
})

test('a fix stands on its line where it is asked for', async () => {
  await check(faulty, '--format', 'jsonl', '--fixes')
  expect(lines(said.out)[0]?.fix).toEqual({
    field: 'PLACE',
    from: 'u6',
    to: 'U6',
    why: 'the same code, written as the return asks',
  })
})

test('it ends with 0 where nothing is at fault', async () => {
  expect(await check(clean)).toBe(0)
  expect(said.out).toContain('Nothing at fault in what was judged.')
})

test('the ending of the file says the format, and a workbook has the fixes', async () => {
  const file = (name: string): string => join(folder, name)
  expect(await check(faulty, '--to', file('check.csv'))).toBe(1)
  expect(await check(faulty, '--to', file('check.xlsx'))).toBe(1)
  expect(said.out).toBe('')
  expect(readFileSync(file('check.csv'), 'utf8')).toMatch(/^Outcome,Child,/)
  expect(readFileSync(file('check.xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test('a workbook for the terminal, or a file whose ending says nothing, is refused before anything is read', async () => {
  expect(await check('nowhere', '--format', 'xlsx')).toBe(2)
  expect(said.err).toContain('HEARTH-1003')
  said.clear()
  expect(await check('nowhere', '--to', join(folder, 'check.docx'))).toBe(2)
  expect(said.err).toContain('--format is "docx"')
  expect(existsSync(join(folder, 'check.docx'))).toBe(false)
})
