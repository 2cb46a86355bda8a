import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../engine/engine.ts'
import { day } from '../kit/day.ts'
import { checkHeld } from './held-returns.ts'
import { keepCheck } from './keep.ts'
import { COUNCIL, checkedAndKept, emptyImport, type Head, holdHeaders, someRules } from './kept.fixture.ts'
import { countKept, type KeptCheck, readKept } from './kept.ts'
import { sayWhyNotRun } from './not-run.ts'
import { since } from './since.ts'

const rules = someRules('101', '103', '202')
let engine: Engine
beforeAll(async () => {
  engine = await emptyImport()
})
afterAll(() => engine.close())

const of = async (...rows: readonly Head[]): Promise<KeptCheck> => {
  await holdHeaders(engine, 2026, rows)
  return checkedAndKept(engine, rules)
}
const said = (rows: readonly { readonly rule: string; readonly child: string | null }[]): readonly string[] =>
  rows.map(({ rule, child }) => `${rule} ${child}`)
/** What became of findings, each as its rule and child. */
const between = async (before: readonly Head[], now: readonly Head[]) => {
  const then = await of(...before)
  const { fresh, still, fixed, untold } = since(await of(...now), then)
  return { new: said(fresh), still: said(still), fixed: said(fixed), untold: said(untold) }
}

test('what is kept reads as what the check said: rows in order with their places and marked columns, rules run and not run', async () => {
  await holdHeaders(engine, 2026, [
    ['1', 'F'],
    ['2', 'X', 'none'],
    ['3', 'F', 'none'],
  ])
  const held = { authority: COUNCIL, year: 2026, asAt: day('2026-03-31') }
  const report = await checkHeld(engine, rules, held)
  expect(said(report.found)).toEqual(['101 2', '103 2', '103 3'])
  await keepCheck(engine, report, COUNCIL, 'by these rules')
  const kept = await readKept(engine, held, rules)
  expect(kept).toMatchObject({ ...report, mark: 'by these rules' })
  expect(kept?.found[0]).toMatchObject({ table: 'header', fileId: 2026, line: 3, row: 1, child: '2', fields: ['SEX'] })
  expect(kept?.notRun).toEqual([{ rule: '202', why: { kind: 'no table', tables: ['Header'], last: true } }])
  expect(await countKept(engine)).toEqual([
    { authority: COUNCIL, year: 2026, asAt: '2026-03-31', found: 3, unjudged: 0, notRun: 1 },
  ])
  expect(await readKept(engine, { authority: COUNCIL, year: 2025 }, rules)).toBeNull()
  expect(await readKept(engine, { authority: 'E06000002', year: 2026 }, rules)).toBeNull()
})

test('a rule is not run on a version whose file lacked a column that it reads; where files differ, one that lacks it is enough', async () => {
  const whyNot = async (): Promise<readonly string[]> => {
    const { notRun } = await checkHeld(engine, someRules('101', '103'), {
      authority: COUNCIL,
      year: 2026,
      asAt: day('2026-03-31'),
    })
    return notRun.map(({ rule, why }) => `${rule}: ${sayWhyNotRun(why)}`)
  }
  await holdHeaders(engine, 2026, [
    ['1', 'F'],
    ['2', 'F'],
  ])
  await engine.run("update returned.header set file_id = 1 where child = '2'")
  expect(await whyNot()).toEqual([])
  await engine.run("insert into reference.file values (2026, 'header.csv', ['CHILD', 'SEX', 'DOB', 'ETHNIC'])")
  expect(await whyNot()).toEqual([])
  await engine.run("insert into reference.file values (1, 'more.csv', ['CHILD', 'ETHNIC'])")
  expect(await whyNot()).toEqual(['101: Header has no column SEX'])
  await engine.run("insert into reference.older_extract values (1, 'header', 'E06000001', 2026)")
  expect(await whyNot()).toEqual([])
  await engine.run('alter table reference.file drop column column_names; delete from reference.older_extract')
  expect(await whyNot()).toEqual([])
  await engine.run('delete from reference.file; alter table reference.file add column column_names varchar[]')
})

test('what an earlier Hearth kept in another form is not read: the check is to be made anew', async () => {
  await of(['1', 'F'])
  await engine.run("update checks.not_run set why = 'no Header table of last year given'")
  expect(await readKept(engine, { authority: COUNCIL, year: 2026 }, rules)).toBeNull()
})

test('a row that could not be judged is kept with why', async () => {
  await holdHeaders(engine, 2026, [['1', 'F']])
  await engine.run("update returned.header set dob = null, dob_text = 'soon'")
  const kept = await checkedAndKept(engine, someRules('370'))
  const report = await checkHeld(engine, someRules('370'), { authority: COUNCIL, year: 2026, asAt: day('2026-03-31') })
  expect(kept.unjudged).toEqual(report.unjudged)
})

test('a finding is still there though its row stands on another line, and new or fixed where its row came, went or was mended', async () => {
  const came = await between(
    [
      ['1', 'F'],
      ['2', 'X'],
      ['3', 'Y'],
      ['4', 'Z'],
    ],
    [
      ['4', 'Z'],
      ['5', 'Q'],
      ['2', 'X'],
      ['3', 'F'],
    ],
  )
  expect(came).toEqual({ new: ['101 5'], still: ['101 4', '101 2'], fixed: ['101 3'], untold: [] })
})

test('rows that say the same in all their cells are counted: of three one mended leaves two', async () => {
  const three: readonly Head[] = [
    ['1', 'X'],
    ['1', 'X'],
    ['1', 'X'],
  ]
  expect(
    await between(three, [
      ['1', 'X'],
      ['1', 'F'],
      ['1', 'X'],
    ]),
  ).toEqual({
    new: [],
    still: ['101 1', '101 1'],
    fixed: ['101 1'],
    untold: [],
  })
  const keys = (await of(...three)).found.map(({ key }) => key)
  expect(new Set(keys).size).toBe(3)
})

test('a cell changed that the rule does not mark leaves its finding; one that it marks makes another', async () => {
  const before: readonly Head[] = [['1', 'X', 'none']]
  // By 101 it is another finding, by 103 the same.
  expect(await between(before, [['1', 'Y', 'none']])).toEqual({
    new: ['101 1'],
    still: ['103 1'],
    fixed: ['101 1'],
    untold: [],
  })
  expect((await between(before, [['2', 'X', 'none']])).new).toEqual(['101 2', '103 2'])
})

test('the same row of another year or council is another finding', async () => {
  const [own] = (await of(['1', 'X'])).found
  const keys = []
  for (const [authority, year] of [
    [COUNCIL, 2025],
    ['E06000002', 2026],
  ] as const) {
    await holdHeaders(engine, year, [['1', 'X']], authority)
    const held = { authority, year, asAt: day('2025-03-31') }
    await keepCheck(engine, await checkHeld(engine, rules, held), authority, '')
    keys.push((await readKept(engine, held, rules))?.found[0]?.key)
  }
  expect(new Set([own?.key, ...keys]).size).toBe(3)
  await engine.run('delete from returned.header where collection_year = 2025; delete from reference.return_held')
})

const row = (rule: string, child: string, key = `${rule} ${child}`) => ({
  rule,
  table: 'header',
  child,
  key,
  mark: key,
})

test('a finding is not fixed where its rule did not run, or cannot judge a row of the child that it could judge', () => {
  const before = { run: ['1', '2'], found: [row('1', 'A'), row('2', 'A'), row('2', 'B')], unjudged: [row('2', 'B')] }
  expect(since({ run: ['2'], found: [], unjudged: [] }, before)).toMatchObject({
    fixed: [row('2', 'A'), row('2', 'B')],
    untold: [row('1', 'A')],
  })
  const open = since({ run: ['1', '2'], found: [], unjudged: [row('2', 'A'), row('2', 'B')] }, before)
  expect(said(open.untold)).toEqual(['2 A'])
  expect(said(open.fixed)).toEqual(['1 A', '2 B'])
})

test('what a rule finds that did not run before is new, and the rule is told', () => {
  const now = { run: ['1', '2'], found: [row('1', 'A'), row('2', 'A')], unjudged: [] }
  expect(since(now, { run: ['1'], found: [], unjudged: [] })).toMatchObject({
    fresh: now.found,
    ranNotThen: ['2'],
  })
})
