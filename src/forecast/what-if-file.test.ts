import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { UserError } from '../kit/error.ts'
import { forms } from './sentence.ts'
import { readWhatIfs, scenarioSaid } from './what-if-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'what-ifs.yaml')
const read = (text: string) => {
  writeFileSync(file, text)
  return readWhatIfs(file)
}
const fault = (text: string): UserError => {
  try {
    read(text)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('it was read')
}

test('a what-if is a sentence, several, or fields; each with where its size comes from', () => {
  const found = read(
    `
- say: from April 2027, 20% fewer teenagers enter
  source: Edge of care business case, 2026
- label: Homes and carers
  say: [4 more places in our own homes, 6 in-house carers more a quarter]
  changes:
    - kind: exits
      from: 2027-04
      until: 2028-03
      exit: home
      groups: [residential]
      factor: 1.3
      low: 1.1
      high: 1.5
`,
  )
  expect(found.map(({ label, source, changes }) => [label, source, changes.length])).toEqual([
    ['from April 2027, 20% fewer teenagers enter', 'Edge of care business case, 2026', 1],
    ['Homes and carers', null, 3],
  ])
  expect(found[1]?.changes[2]).toEqual({
    kind: 'exits',
    from: '2027-04-01',
    until: '2028-03-01',
    who: { groups: ['internal_residential', 'external_residential', 'residential_not_known'], exit: 'home' },
    factor: 1.3,
    low: 1.1,
    high: 1.5,
  })
})

const entries = '- label: y\n  changes:\n    - kind: entries\n      '
const capacity =
  '- label: y\n  changes:\n    - kind: capacity\n      groups: [ifa]\n      to: [in_house_foster]\n      '
test.each([
  ['- sya: x\n  label: y', 1, /"sya" is not a key here\. Did you mean "say"\?/],
  [
    '- label: y\n  changes:\n    - kind: entries\n      factor: 0.8\n      agse: [1, 2]',
    5,
    /"agse" is not a key here\. Did you mean "ages"\?/,
  ],
  ['- label: y\n  changes:\n    - kind: entries\n      factor: a lot', 4, /changes\.factor/],
  ['- label: y\n  changes:\n    - kind: moves\n      factor: 1\n      to: [homes]', 5, /changes\.to/],
  ['- label: y\n  changes:\n    - kind: entries\n      factor: 1\n      from: 2027-13', 5, /there is no month 2027-13/],
  [`${entries}factor: 0.75\n      low: 0.9\n      high: 0.95`, 5, /changes\.low: it is above `factor`/],
  [`${entries}factor: 0.75\n      low: 0.5\n      high: 0.6`, 6, /changes\.high: it is below `factor`/],
  [`${entries}factor: 0.75\n      from: 2027-05\n      until: 2027-04`, 6, /changes\.until: it is before `from`/],
  [`${capacity}add: 5\n      low: 9\n      high: 9`, 7, /changes\.low: it is above `add`/],
  [`${capacity.replace('[ifa]', '[foster]')}add: 5`, 5, /changes\.to: it has a placement in common/],
  ['- source: z', 1, /it needs `say` or `changes`/],
  ['- say: [a, b]', 1, /it needs a `label`/],
  ['a: b', 1, /^The file is no list of what-ifs: it is keys, each with its value; it needs a list\.$/],
  ['', 1, /^The file is no list of what-ifs: it is nothing; it needs a list\.$/],
  ['[]', 1, /^The file is no list of what-ifs: it is empty\.$/],
  ['- twenty', 1, /^A what-if: it is text; it needs keys, each with its value\.$/],
  ['- say: 5', 1, /^say: it is a number; it needs text, or a list of texts\.$/],
  ['- label: y\n  changes: entries', 2, /^changes: it is text; it needs a list\.$/],
  ['- label: y\n  changes:\n    - factor: 1', 3, /kind: it is missing; it is one of entries, exits, moves, capacity\./],
  ['- label: y\n  changes:\n    - kind: exit', 3, /kind: it is "exit"; it is one of .* Did you mean "exits"\?/],
  ['- label: y\n  changes:\n    - kind: entries', 3, /^changes\.factor: it is missing\.$/],
  [`${entries}factor: -1`, 4, /^changes\.factor: it is -1, under 0\.$/],
  [`${entries}factor: 1\n      ages: [1, 18]`, 5, /^changes\.ages: it is 18, over 17\.$/],
  [`${entries}factor: 1\n      ages: [1]`, 5, /^changes\.ages: it needs two values, the younger age first\.$/],
  [`${entries}factor: 1\n      ages: [1.5, 2]`, 5, /^changes\.ages: it is 1\.5; it needs a whole number\.$/],
  [`${entries}factor: 1\n      groups: []`, 5, /^changes\.groups: it is empty\.$/],
  [
    `${entries}factor: 1\n      stream: unacompanied`,
    5,
    /stream: it is "unacompanied"; it is one of general, unaccompanied\. Did/,
  ],
  ['- [', 1, /It is not YAML/],
])('what is wrong is said with its line: %j', (text, line, message) => {
  const found = fault(text)
  expect([found.code, found.where.line]).toEqual(['HEARTH-2002', line])
  expect(found.message).toMatch(message)
})

test('a sentence in a file that is not understood names its line; a file that is not there is said', () => {
  const found = fault('- say: adoption doubles\n- label: two\n  say:\n    - adoption doubles\n    - more money')
  expect([found.code, found.where.line]).toEqual(['HEARTH-2001', 5])
  expect(() => readWhatIfs(join(folder, 'none.yaml'))).toThrow(/There is no file/)
  expect(() => readWhatIfs(folder)).toThrow(/is a folder, not a file/)
})

test('what cannot be meant does not hide what can: ends alone, a range of one point, fewer places, one month', () => {
  const found = read(
    `${entries}factor: 1\n      low: 0.5\n${entries}factor: 1\n      low: 1\n      high: 1\n      from: 2027-04\n      until: 2027-04\n${capacity}add: -5\n      low: -6\n      high: -4`,
  )
  expect(found.map(({ changes }) => changes.length)).toEqual([1, 1, 1])
})

test('several sentences on one line are one what-if', () => {
  expect(scenarioSaid('adoption doubles; 10% fewer babies enter').changes.map(({ kind }) => kind)).toEqual([
    'exits',
    'entries',
  ])
})

test('every sentence and the file of the guide are read', () => {
  const guide = readFileSync(new URL('../../docs/guides/forecasts.md', import.meta.url), 'utf8')
  expect(read(/```yaml\n([^`]+)```/.exec(guide)?.[1] ?? '').map(({ changes }) => changes.length)).toEqual([1, 2])
  const [, table = ''] = /\| form \| example \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(guide) ?? []
  const examples = table
    .trim()
    .split('\n')
    .map(line => line.split('|')[2]?.trim() ?? '')
  expect(examples.map(example => scenarioSaid(example).changes.length)).toEqual(forms.map(() => 1))
  expect(examples).toEqual(forms.map(({ example }) => example))
})
