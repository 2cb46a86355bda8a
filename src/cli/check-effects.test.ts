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
const home = join(folder, 'home')
const returned = join(folder, '2025-26')
const hearth = (...words: readonly string[]): Promise<number> => run(['--home', home, ...words], 'test')

beforeAll(async () => {
  const children = ['A', 'B', 'C', 'D']
  const UPN = 'H000000000001'
  const episode = { DECOM: '01/05/2025', URN: 'XXXXXXX' }
  writeReturn(returned, {
    header: children.map(CHILD => ({ CHILD, UPN, ...(CHILD === 'D' ? { UPN: 'none' } : {}) })),
    episodes: children.map(CHILD => ({ ...episode, CHILD, ...(CHILD === 'B' ? { PLACE: 'ZZ' } : {}) })),
  })
  await hearth('import', returned, '--authority', 'E06990001')
})

type Summary = {
  readonly summary: {
    readonly effects: {
      readonly at: string
      readonly rules: readonly {
        readonly rule: string
        readonly reach: number
        readonly moved: readonly Readonly<Record<string, unknown>>[]
      }[]
    }
  }
}

test('the summary has what each rule could do to the scorecard, the furthest first', async () => {
  expect(await hearth('check', '--effects', '--format', 'jsonl')).toBe(1)
  const last = JSON.parse(said.out.trimEnd().split('\n').at(-1) ?? '') as Summary
  const { at, rules } = last.summary.effects
  expect(at).toBe('2026-03-31')
  expect(rules[0]?.rule).toBe('146')
  expect(JSON.parse(said.out.split('\n')[0] ?? '')).toMatchObject({ rule: '146', child: 'B' })
  expect(rules[0]?.moved).toContainEqual({
    number: 'CP1',
    measure: 'children-in-care',
    catalogue: 'NUM-01',
    value: 4,
    without: 3,
    low: 3,
    high: 4,
  })
  expect(rules.toSorted((a, b) => b.reach - a.reach)).toEqual(rules)
  expect(rules.at(-1)?.moved).toEqual([])
})

test('in text the rule that could move a figure furthest stands first, with the figures', async () => {
  await hearth('check', '--effects')
  expect(said.out).toContain('those that could move the scorecard furthest first')
  expect(said.out.replace(/\s+/g, ' ')).toContain(
    'CP1 Children in care: 4, could lie from 3 to 4; 3 without these rows.',
  )
  expect(said.out).toMatch(/No figure of the scorecard hangs on the rows of (this rule|these \d+ rules)\n/)
  expect(said.out.replace(/\s+/g, ' ')).toContain(
    'Mend the 1 row of rule 146 first: no rule could move a figure of the scorecard further',
  )
})

test('effects are there without being asked for, as kept, but not by child as CSV, and not where nobody wants them', async () => {
  await hearth('check')
  expect(said.out).toContain('those that could move the scorecard furthest first')
  said.clear()
  await hearth('check', '--format', 'csv')
  expect(said.err).not.toContain('How far')
  said.clear()
  await hearth('check', '--no-effects')
  expect(said.out).not.toContain('could move')
  expect(said.out).toContain('those whose cells feed most figures of the scorecard first')
  said.clear()
  await hearth('check', '--no-effects', '--format', 'jsonl')
  expect(said.out).not.toContain('"effects"')
})

test('of files that are not imported there is no effect to measure', async () => {
  expect(await hearth('check', returned, '--effects')).toBe(2)
  expect(said.err).toContain('HEARTH-1003')
})
