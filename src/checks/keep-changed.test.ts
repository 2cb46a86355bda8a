import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Engine } from '../engine/engine.ts'
import { type CheckBy, type KeptReport, keepChanged } from './keep-changed.ts'
import { COUNCIL, emptyImport, holdHeaders, someRules } from './kept.fixture.ts'

const rules = someRules('101')
let engine: Engine
let steps: string[] = []
beforeEach(async () => {
  engine = await emptyImport()
})
afterEach(() => engine.close())

type Came = readonly (readonly [authority: string, year: number])[]
const keep = (
  came: Came,
  references: readonly string[] = [],
  mark = 'today',
  rulesNow: CheckBy['rules'] = () => rules,
): Promise<KeptReport> => {
  steps = []
  return keepChanged(
    engine,
    { returns: came.map(([authority, year]) => ({ authority, year })), references },
    { mark, rules: rulesNow },
    words => steps.push(/\d{4}-\d\d/.exec(words)?.[0] ?? words),
  )
}
const counts = ({ returns }: KeptReport) =>
  returns.map(({ authority, year, found, since }) => [authority, year, found, since && [since.fresh, since.fixed]])

test('the first import checks the two latest returns, and says which it did not; the next what changed and the year after, and carries on the rest', async () => {
  for (const year of [2022, 2023, 2024, 2025, 2026]) await holdHeaders(engine, year, [['1', 'X']])
  const first = await keep([2022, 2023, 2024, 2025, 2026].map(year => [COUNCIL, year]))
  expect(counts(first)).toEqual([2025, 2026].map(year => [COUNCIL, year, 1, null]))
  expect(first.leftOut.map(({ year }) => year)).toEqual([2023, 2024])
  expect(steps).toEqual(['2024-25', '2025-26'])
  await keep([[COUNCIL, 2024]])
  expect(steps).toEqual(['2023-24', '2024-25'])
  await holdHeaders(engine, 2024, [
    ['2', 'Y'],
    ['3', 'Y'],
    ['4', '1'],
  ])
  expect(counts(await keep([[COUNCIL, 2024]]))).toEqual([
    [COUNCIL, 2024, 2, [2, 1]],
    [COUNCIL, 2025, 1, [0, 0]],
    [COUNCIL, 2026, 1, [0, 0]],
  ])
  expect(steps).toEqual(['2023-24', '2024-25'])
  await keep([])
  expect(steps).toEqual([])
})

test('a provider list or postcodes, and rules of another mark, have all returns checked anew; other files none', async () => {
  await holdHeaders(engine, 2026, [['1', 'X']])
  const anew = ['2025-26']
  await keep([[COUNCIL, 2026]])
  for (const stem of ['providers', 'postcodes']) {
    await keep([], [stem])
    expect(steps).toEqual(anew)
  }
  await keep([], ['targets'])
  expect(steps).toEqual([])
  await keep([], [], 'tomorrow')
  expect(steps).toEqual(anew)
})

test('what is kept of a return that is held no more goes', async () => {
  await holdHeaders(engine, 2026, [['1', 'X']], 'council')
  await keep([['council', 2026]])
  await engine.run(
    `update returned.header set authority = '${COUNCIL}'; update reference.return_held set authority = '${COUNCIL}'`,
  )
  expect(counts(await keep([]))).toEqual([[COUNCIL, 2026, 1, null]])
})

const councils = Array.from({ length: 11 }, (_, i) => `E060000${10 + i}`)

test('the returns of ten councils are checked with an import, of eleven none, which is said; of many held, those that came are', async () => {
  const own: Came = councils.map(code => [code, 2026])
  // What is tried fails at once here: only which are tried is asked.
  const tried = async (came: Came): Promise<readonly number[]> => {
    const { returns, leftOut } = await keep(came, [], 'today', () => {
      throw new Error('no rules')
    })
    const whys = leftOut.map(({ why }) => why)
    expect(await engine.rows('select why from checks.left_out order by all')).toEqual(
      whys.toSorted().map(why => ({ why })),
    )
    return [
      returns.length,
      whys.filter(why => why === 'the check failed: no rules').length,
      whys.filter(why => why === 'an import checks up to 10 councils').length,
    ]
  }
  for (const code of councils.slice(0, 10)) await holdHeaders(engine, 2026, [['1', 'X']], code)
  expect(await tried(own.slice(0, 10))).toEqual([0, 10, 0])
  await holdHeaders(engine, 2026, [['1', 'X']], councils[10])
  expect(await tried(own)).toEqual([0, 0, 11])
  expect(await tried(own.slice(0, 1))).toEqual([0, 1, 10])
})

test('tables of the import with the names that rules use are not touched, nor read', async () => {
  await engine.run("create temp table header as select 'mine' as whose")
  await holdHeaders(engine, 2026, [['1', 'X']])
  expect(counts(await keep([[COUNCIL, 2026]]))).toEqual([[COUNCIL, 2026, 1, null]])
  expect(await engine.rows('from header')).toEqual([{ whose: 'mine' }])
})

test('a check that fails is left out and said, and what was kept of the return goes with it', async () => {
  await holdHeaders(engine, 2026, [['1', 'X']])
  await keep([[COUNCIL, 2026]])
  const broken = keep([[COUNCIL, 2026]], [], 'today', () => {
    throw new Error('the rules cannot be read')
  })
  expect(await broken).toEqual({
    returns: [],
    leftOut: [{ authority: COUNCIL, year: 2026, why: 'the check failed: the rules cannot be read' }],
  })
})
