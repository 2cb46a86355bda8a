import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { RowFound } from '../checks/check.ts'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { day } from '../kit/day.ts'
import type { RuleEffects } from '../report/rule-effects.ts'
import { type KeptEffects, keptEffects } from './kept-effects.ts'

afterAll(() => removeFolders())

const found: readonly RowFound[] = [
  { rule: '146', id: 1, table: 'episodes', fileId: 1, line: 2, row: 0, child: 'CHILD-ONE', fields: ['PLACE'] },
]
const effects = (reach: number): RuleEffects => ({
  at: day('2026-03-31'),
  atText: '31 March 2026',
  scorecard: 'Ours',
  byRule: new Map([['146', { reach, moved: [] }]]),
})

/** A home with a rule, a measure of the council's own, a scorecard and groups of codes; shipped folders that are not there. */
function newHome(): KeptEffects {
  const folder = newFolder()
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  write('rules/146.sql', 'select 1')
  write('measures/ours/in-care.sql', 'select 1')
  write('scorecards/ours.yaml', 'title: Ours')
  write('groups.yaml', 'groups: {}')
  return {
    home: folder,
    version: 3,
    year: '2025-26',
    authority: 'E06990001',
    rules: join(folder, 'rules'),
    measures: [join(folder, 'none'), join(folder, 'measures')],
    scorecards: [join(folder, 'scorecards')],
    groups: join(folder, 'groups.yaml'),
  }
}

/** What is answered, and whether it was measured for it. */
async function ask(of: KeptEffects, rows = found): Promise<readonly [reach: number | undefined, measured: boolean]> {
  let measured = false
  const answer = await keptEffects(of, rows, async () => {
    measured = true
    return effects(0.5)
  })
  return [answer.byRule.get('146')?.reach, measured]
}

test('effects are measured once, and are then what was measured', async () => {
  const of = newHome()
  expect(await ask(of)).toEqual([0.5, true])
  expect(await ask(of)).toEqual([0.5, false])
  const again = await keptEffects(of, found, () => Promise.reject(new Error('measured')))
  expect(again).toEqual(effects(0.5))
})

test.each<[string, (of: KeptEffects) => KeptEffects]>([
  ['a rule is written otherwise', of => rewritten(of, 'rules/146.sql')],
  ['a measure is', of => rewritten(of, 'measures/ours/in-care.sql')],
  ['the scorecard is', of => rewritten(of, 'scorecards/ours.yaml')],
  ['the groups of codes are', of => rewritten(of, 'groups.yaml')],
  ['a measure is added', of => rewritten(of, 'measures/ours/another.sql')],
  ['they are of another council', of => ({ ...of, authority: 'E06990002' })],
  ['they are of another data version', of => ({ ...of, version: 4 })],
  ['they are of another return', of => ({ ...of, year: '2024-25' })],
])('they are measured anew where %s', async (_, change) => {
  const of = newHome()
  await ask(of)
  const changed = change(of)
  expect(await ask(changed)).toEqual([0.5, true])
  expect(await ask(changed)).toEqual([0.5, false])
})
function rewritten(of: KeptEffects, name: string): KeptEffects {
  writeFileSync(join(of.home, name), 'select 2')
  return of
}

test.each<[string, Partial<RowFound>]>([
  ['another rule', { rule: '147' }],
  ['another row', { row: 1 }],
  ['another child', { child: 'CHILD-TWO' }],
  ['another cell', { fields: ['REC'] }],
])('they are measured anew where %s is found', async (_, change) => {
  const of = newHome()
  await ask(of)
  expect((await ask(of, [{ ...found[0], ...change } as RowFound]))[1]).toBe(true)
})

test('two versions and two returns are kept side by side', async () => {
  const of = newHome()
  for (const one of [of, { ...of, version: 4 }, { ...of, year: '2024-25' }]) await ask(one)
  expect((await ask(of))[1]).toBe(false)
})

test('what is kept names no child', async () => {
  const of = newHome()
  await ask(of)
  const kept = readdirSync(of.home).filter(name => name.startsWith('effects-'))
  expect(kept).toEqual(['effects-3-2025-26.json'])
  expect(readFileSync(join(of.home, kept[0] ?? ''), 'utf8')).not.toContain('CHILD-ONE')
})

test('half a file is none, and a home that cannot be written to has them measured each time', async () => {
  const of = newHome()
  await ask(of)
  const file = join(of.home, 'effects-3-2025-26.json')
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20))
  expect((await ask(of))[1]).toBe(true)
  const gone = { ...newHome(), home: join(of.home, 'gone') }
  expect([(await ask(gone))[1], (await ask(gone))[1], existsSync(gone.home)]).toEqual([true, true, false])
})

test('what fails to be measured is not kept', async () => {
  const of = newHome()
  await expect(keptEffects(of, found, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await ask(of))[1]).toBe(true)
})
