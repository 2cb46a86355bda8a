import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { heard } from './heard.fixture.ts'
import { run } from './main.ts'

const said = heard()
beforeEach(() => said.clear())
afterAll(() => removeFolders())

const home = newFolder()
beforeAll(async () => {
  const folder = newFolder()
  writeReturn(join(folder, '2024-25'), {
    header: [{}, { CHILD: 'B' }],
    // The return of A begins with a move: no return held says when A came into care.
    episodes: [{ RNE: 'P' }, { CHILD: 'B', DECOM: '01/10/2024', PLACE: 'K2', LS: 'V2' }],
  })
  await run(['--home', home, 'import', folder, '--authority', 'E06990001'], 'test')
}, 60_000)

const ask = async (...more: readonly string[]): Promise<readonly string[]> => {
  await run(['--home', home, 'people', 'PRM-01', '--at', '2025-03-31', ...more], 'test')
  return said.out.trimEnd().split('\n')
}

test('the heading says how many are on each side, whichever side is listed; those counted come first', async () => {
  const lines = await ask()
  expect(said.err).toContain('Average time in care, 31 March 2025\n2 in the group: 1 counted, 1 not known\n')
  expect(lines.slice(1).map(line => line.split(/ {2,}/).slice(1, 3))).toEqual([
    ['B', 'counted'],
    ['A', 'not known'],
  ])
  said.clear()
  expect(await ask('--unknown')).toHaveLength(2)
  expect(said.err).toContain('2 in the group: 1 counted, 1 not known\n')
})

test('codes are in words, and a day that no return holds is one that care began before', async () => {
  const [, b, a] = (await ask()).map(line => line.split(/ {2,}/))
  expect(b?.slice(3, 9)).toEqual(['25.9', '10', 'Section 20', 'Children’s home', '2024-10-01', '2024-10-01'])
  expect(a?.slice(3, 8)).toEqual([
    '10',
    'Full care order',
    'With foster carers',
    'before 2024-05-01',
    'before 2024-05-01',
  ])
})

test('an amount is not shown of those of whom it is not known, and a column that says nothing is left out', async () => {
  expect((await ask('--counted'))[0]).toMatch(/counted {2}weeks {2}age/)
  said.clear()
  expect((await ask('--unknown'))[0]).toMatch(/counted +age/)
})

test('--json keeps the codes and the days as returned', async () => {
  await run(['--home', home, '--json', 'people', 'PRM-01', '--at', '2025-03-31', '--unknown'], 'test')
  const [only] = JSON.parse(said.out).people
  expect(only).toMatchObject({ local_id: 'A', legal_status: 'C2', placement_type: 'U6', care_start: '2024-05-01' })
  expect(Object.keys(only)).not.toContain('care_start_known')
})
