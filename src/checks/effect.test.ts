import { beforeAll, expect, test } from 'vitest'
import { readTable } from '../definitions/examples.ts'
import type { MeasureDefinition } from '../definitions/measure.ts'
import { Engine } from '../engine/engine.ts'
import { olderExtractTable } from '../ingest/older-extract.ts'
import { settleRows } from '../ingest/settle.ts'
import { day } from '../kit/day.ts'
import { at, measureOf } from '../measures/council.fixture.ts'
import { loadExamples } from '../measures/example-data.ts'
import { openSession, type Session } from '../measures/measures.ts'
import { buildModel, emptyTables, type ReturnedTable, readSettings } from '../model/model.ts'
import type { Asked } from './behind-figures.ts'
import type { RowFound } from './check.ts'
import { effectsOf, type Moved, type RuleEffect } from './effect.ts'
import type { Measures } from './touches.ts'
import type { Rebuild } from './trial.ts'

const AUTHORITY = 'E06000999'

/** For tests: a council of these tables with its rows settled as an import does, and what a trial of it needs. */
async function settledCouncil(
  measures: readonly MeasureDefinition[],
  tables: Readonly<Record<string, string>>,
  also = '',
): Promise<{ readonly session: Session; readonly rebuild: Rebuild; readonly opened: () => number }> {
  let opened = 0
  const rows = async (): Promise<Engine> => {
    opened += 1
    const engine = await Engine.open({ threads: 1 })
    for (const statement of [...emptyTables(), olderExtractTable]) await engine.run(statement)
    const held = { from: day('2020-04-01'), to: day('2026-03-31') }
    const given = Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, readTable(text)]))
    await loadExamples(engine, [
      {
        authority: AUTHORITY,
        file: 'test',
        example: { title: 'a', line: 1, shows: 'other', at: held.to, window: null, held, tables: given, expect: {} },
      },
    ])
    if (also) await engine.run(also)
    await settleRows(engine)
    return engine
  }
  const engine = await rows()
  await buildModel(engine, readSettings())
  return {
    session: await openSession(engine, new Map(measures.map(measure => [measure.id, measure]))),
    rebuild: { rows, settle: settleRows, settings: readSettings() },
    opened: () => opened - 1,
  }
}

/** A row found by a rule: the nth of a table, from 0, as the council's tables give it. */
const rowFound = (
  rule: string,
  table: ReturnedTable,
  row: number,
  child: string,
  fields: readonly string[],
): RowFound => ({ rule, id: row + 1, table, fileId: 1, line: row + 2, row, child, fields })

const withParents = measureOf(
  'with-parents',
  { unknown: 'no placement', unknown_is: 'left out' },
  `select period_end, child_id as subject, placement_type = 'P1' as counted from in_care_at`,
)
const inCare = measureOf(
  'in-care',
  { kind: 'count' },
  'select period_end, child_id as subject, true as counted from in_care_at',
)
const days = measureOf(
  'days-in-care',
  { kind: 'average', unit: 'days' },
  'select period_end, child_id as subject, true as counted, days_in_care as amount from in_care_at',
)
const measures = [withParents, inCare, days]
const period = at('2026-03-31')
const figures: readonly Asked[] = measures.map(measure => ({ measure, period }))

/**
 * Ten children in care for a year, the first two with their parents, 2 for ten years. 11 left in January; 12 moved to their parents in
 * June; 13's first day cannot be read; 14 was returned twice, as CSV and as XML. In care: 12 children, three with parents.
 */
const episodes = `
  child | decom      | place | dec        | rec
  ${Array.from({ length: 10 }, (_, i) => `${i + 1} | ${i === 1 ? '2016-03-31' : '2025-03-31'} | ${i < 2 ? 'P1' : 'U6'} | |`).join('\n  ')}
  11    | 2025-06-01 | U6    | 2026-01-10 | E4A
  12    | 2025-01-01 | U6    | 2025-06-01 | X1
  12    | 2025-06-01 | P1    |            |
  13    | 2025-05-01 | U6    |            |
  14    | 2025-03-31 | U6    |            |
`
const header = `
  child | upn
  ${Array.from({ length: 14 }, (_, i) => `${i + 1} | A`).join('\n  ')}
`
const also = `
  update returned.episodes set decom = null where child = '13';
  insert into returned.episodes by name select * replace (2 as file_id) from returned.episodes where child = '14'`
const found: readonly RowFound[] = [
  rowFound('counted', 'episodes', 0, '1', ['PLACE']),
  rowFound('same rows', 'episodes', 0, '1', ['PLACE']),
  rowFound('not counted', 'episodes', 5, '6', ['PLACE']),
  rowFound('two', 'episodes', 3, '4', ['PLACE']),
  rowFound('two', 'episodes', 4, '5', ['PLACE']),
  rowFound('long', 'episodes', 1, '2', ['PLACE']),
  rowFound('left', 'episodes', 10, '11', ['DEC', 'REC']),
  rowFound('moved on', 'episodes', 11, '12', ['PLACE']),
  rowFound('undated', 'episodes', 13, '13', ['DECOM']),
  { ...rowFound('twice', 'episodes', 14, '14', ['PLACE']), fileId: 2 },
  { ...rowFound('no child', 'episodes', 0, '1', ['CHILD']), child: null },
  ...Array.from({ length: 9 }, (_, i) => rowFound('school number', 'header', i, `${i + 1}`, ['UPN'])),
  rowFound('liberty', 'dolo', 0, '1', ['DOLO_START']),
]
/** As if every field of episodes and headers fed every measure. */
const readings: Measures = { touched: () => [], read: (_, feeds) => feeds }

let effects: readonly RuleEffect[] = []
let inTurns: readonly RuleEffect[] = []
let untried: { readonly effects: readonly RuleEffect[]; readonly opened: number } | undefined
beforeAll(async () => {
  const { session, rebuild, opened } = await settledCouncil(measures, { episodes, header }, also)
  const options = { figures, authority: AUTHORITY, readings, rebuild }
  const liberty = found.filter(({ rule }) => rule === 'liberty')
  untried = { effects: await effectsOf(session, { ...options, found: liberty }), opened: opened() }
  effects = await effectsOf(session, { ...options, found })
  const few = found.filter(({ rule }) => rule === 'left' || rule === 'two')
  inTurns = await effectsOf(session, { ...options, found: few, atOnce: 1 })
})
const of = (rule: string): RuleEffect | undefined => effects.find(effect => effect.rule === rule)
const moved = (rule: string, { id }: MeasureDefinition): Moved | undefined =>
  of(rule)?.moved.find(({ measure }) => measure === id)

test('without the row the child is not in the figure; at the extremes they are counted, and they are not', () => {
  expect(moved('counted', withParents)).toMatchObject({ value: 3 / 12, without: 2 / 11, low: 2 / 12, high: 3 / 12 })
  expect(moved('counted', inCare)).toMatchObject({ value: 12, without: 11, low: 11, high: 12 })
  expect(of('counted')).toMatchObject({ rows: 1, children: 1 })
})

test('a child not counted who may be: the share could lie above the figure', () => {
  expect(moved('not counted', withParents)).toMatchObject({ value: 3 / 12, without: 3 / 11, low: 3 / 12, high: 4 / 12 })
})

test('a cell of a placement that was left moves no figure of where the child lives now', () => {
  expect(moved('moved on', withParents)).toBeUndefined()
  // Their days in care hang on it: without the row care began in June.
  const average = moved('moved on', days)
  expect(average?.without).toBeLessThan(average?.value ?? 0)
})

test('a child whose day of leaving is at fault may be in care', () => {
  expect(moved('left', inCare)).toMatchObject({ value: 12, without: 12, low: 12, high: 13 })
  expect(moved('left', withParents)).toMatchObject({ without: 3 / 12, low: 3 / 13, high: 4 / 13 })
})

test('a row that could not be used for want of its first day may bring its child in', () => {
  expect(moved('undated', inCare)).toMatchObject({ value: 12, without: 12, low: 12, high: 13 })
})

test('a row returned twice, as CSV and as XML, is taken out with its copy', () => {
  expect(moved('twice', inCare)).toMatchObject({ without: 11, low: 11, high: 12 })
})

test('an average lies between what it is with the child’s own days and without them', () => {
  const average = moved('long', days)
  expect(average?.without).toBeLessThan(average?.value ?? 0)
  expect(average?.low).toBe(average?.without)
  expect(average?.high).toBe(average?.value)
})

test('those that could move a figure furthest come first, whatever they find', () => {
  const rules = effects.map(({ rule }) => rule)
  expect(rules.indexOf('two')).toBeLessThan(rules.indexOf('counted'))
  expect(rules.indexOf('counted')).toBeLessThan(rules.indexOf('school number'))
  expect(of('school number')).toEqual({ rule: 'school number', rows: 9, children: 9, moved: [], reach: 0 })
})

test('the reach of a share is in points, and of a number over itself', () => {
  expect(moved('two', withParents)?.reach).toBeCloseTo(5 / 12 - 3 / 12, 9)
  expect(moved('two', inCare)?.reach).toBeCloseTo(2 / 12, 9)
})

test('two rules that found the same rows have the same effect', () => {
  expect(of('same rows')?.moved).toEqual(of('counted')?.moved)
})

test('children built in turns come to the same as all at once', () => {
  expect(inTurns.map(({ rule }) => rule).sort()).toEqual(['left', 'two'])
  for (const effect of inTurns) expect(effect).toEqual(of(effect.rule))
})

test('rows of a table that feeds no figure are not tried', () => {
  expect(untried).toEqual({
    effects: [{ rule: 'liberty', rows: 1, children: 1, moved: [], reach: 0 }],
    opened: 0,
  })
})

test('a row without a child is nobody’s, and moves nothing', () => {
  expect(of('no child')).toMatchObject({ rows: 1, children: 0, moved: [], reach: 0 })
})
