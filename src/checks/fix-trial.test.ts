import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRules } from '../definitions/rule.ts'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { type ReadReturn, readReturn } from '../ingest/return-files.ts'
import { day } from '../kit/day.ts'
import { makeMacros, readSettings, returnNames } from '../model/model.ts'
import { writeSample } from '../sample/sample.ts'
import { type CheckReport, checkReturn } from './check.ts'
import { collectionOf } from './collection.ts'
import { fillFromFiles } from './fill-from-files.ts'
import type { Candidate } from './fix-candidates.ts'
import { sayingOf, type Trial, tryCandidates } from './fix-trial.ts'

let read: ReadReturn
let report: CheckReport
let again: CheckReport
let trials: ReadonlyMap<string, Trial>

beforeAll(async () => {
  const to = join(newFolder(), 'council')
  await writeSample({
    to,
    children: 60,
    years: 2,
    authorities: 1,
    toDate: day('2026-03-31'),
    seed: 3,
    faults: 0.3,
    xml: false,
  })
  read = await readReturn({
    paths: [join(to, '2025-26')],
    last: [join(to, '2024-25')],
    year: 2026,
    authority: 'E06990001',
  })
  await makeMacros(read.engine, readSettings())
  const names = (year: number): ReadonlySet<string> =>
    new Set([...read.tables(year).keys()].map(table => returnNames[table]))
  const check = (): Promise<CheckReport> =>
    checkReturn(
      read.engine,
      readRules(join(import.meta.dirname, '../../rules/ssda903')),
      collectionOf(2026, { authority: 'E06990001' }),
      engine => fillFromFiles(engine, (table, lastYear) => read.rows(table, lastYear ? 2025 : 2026)),
      { tables: names(2026), last: names(2025) },
    )
  report = await check()
  // A candidate for every child that changes nothing.
  const children = await read.engine.rows<{ child: string; id: number; sex: string | null }>(
    'select child, min(id) as id, arg_min(sex_text, id) as sex from header where child is not null group by child',
  )
  const same = children.map(
    ({ child, id, sex }): Candidate => ({
      id,
      table: 'header',
      child,
      column: 'sex',
      from: sex,
      to: sex ?? '',
      why: '',
    }),
  )
  const tried = await tryCandidates(
    read.engine,
    report.run.flatMap(code => report.rules.get(code)?.definition ?? []),
    report.collection,
    same,
  )
  trials = new Map(tried.flatMap((trial, i) => [[same[i]?.child ?? '', trial] as const]))
  again = await check()
}, 120_000)
afterAll(() => {
  read.engine.close()
  removeFolders()
})

test('every rule, but for that of a UPN that two children share, says of a child’s rows alone what it says of them among all others', () => {
  const together = Map.groupBy(
    report.found.filter(({ rule }) => rule !== '444'),
    ({ child }) => child ?? '',
  )
  expect(report.found.length).toBeGreaterThan(50)
  for (const [child, { before }] of trials)
    expect([...before.found].sort()).toEqual(
      (together.get(child) ?? []).map(({ rule, id }) => sayingOf(rule, id)).sort(),
    )
  const open = Map.groupBy(report.unjudged, ({ child }) => child ?? '')
  for (const [child, { before }] of trials)
    expect([...before.unjudged].sort()).toEqual(
      (open.get(child) ?? []).map(({ rule, id }) => sayingOf(rule, id)).sort(),
    )
})

test('a copy in which nothing changes comes out as the child itself', () => {
  for (const { before, after } of trials.values()) expect(after).toEqual(before)
})

test('the rows stand as they did before the trial', () => {
  expect(again.found).toEqual(report.found)
  expect(again.unjudged).toEqual(report.unjudged)
})
