import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMeasures } from '../definitions/measure.ts'
import { readRules } from '../definitions/rule.ts'
import type { Engine } from '../engine/engine.ts'
import { mustImport, newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { settleRows } from '../ingest/settle.ts'
import { versionFolder } from '../ingest/version-folder.ts'
import { day } from '../kit/day.ts'
import { latestPeriod } from '../kit/period.ts'
import { measureNamed, openSession, type Session, series } from '../measures/measures.ts'
import { buildModel, makeInCareAt, makeMacros, modelTables, readSettings, returnNames } from '../model/model.ts'
import { openVersion } from '../model/version.ts'
import { openVersionRows } from '../model/version-rows.ts'
import { readScorecard } from '../report/scorecard-file.ts'
import { writeSample } from '../sample/sample.ts'
import type { Asked } from './behind-figures.ts'
import type { RowFound } from './check.ts'
import { effectsOf, type RuleEffect } from './effect.ts'
import { checkHeld, heldReturns } from './held-returns.ts'
import { returnedTables } from './rule-tables.ts'
import { feedsOf, readingsIn } from './touches.ts'
import { type Change, type Rebuild, runTrials } from './trial.ts'

const shipped = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const settings = readSettings()
const AT = day('2026-03-31')

let folder = ''
let authority = ''
let rebuild: Rebuild
beforeAll(async () => {
  const home = newFolder()
  const files = newFolder()
  const sample = await writeSample({
    to: files,
    children: 50,
    years: 3,
    authorities: 1,
    toDate: AT,
    seed: 11,
    faults: 0.08,
    xml: false,
    extracts: false,
  })
  authority = sample.authorities[0]?.code ?? ''
  const { version } = await mustImport(home, [files], { authority })
  folder = versionFolder(home, version)
  rebuild = { rows: () => openVersionRows(folder), settle: settleRows, settings }
})
afterAll(() => removeFolders())

describe('what a figure would be without the rows, beside an import without them', () => {
  let effects: readonly RuleEffect[] = []
  let found: readonly RowFound[] = []
  let figures: readonly Asked[] = []
  let session: Session
  beforeAll(async () => {
    session = await openSession(await openVersion(folder, settings), readMeasures(shipped('measures')))
    const rows = readScorecard(shipped('scorecards/corporate-parenting.yaml')).themes.flatMap(theme => theme.rows)
    figures = rows.flatMap(({ measure: name, window }) => {
      const measure = name === undefined ? null : measureNamed(session, name)
      const asked = window ?? measure?.windows[0] ?? 'month'
      return measure && asked !== 'between' ? [{ measure, period: latestPeriod(asked, AT) }] : []
    })
    const engine = await openVersionRows(folder)
    await makeMacros(engine, settings)
    const held = (await heldReturns(engine)).at(-1)
    if (!held) throw new Error('no return is held')
    found = (await checkHeld(engine, readRules(shipped('rules/ssda903')), held)).found
    engine.close()
    const readings = readingsIn([shipped('measures')])
    effects = await effectsOf(session, { found, figures, authority, readings, rebuild })
  })
  afterAll(() => session.engine.close())

  /** The figures of a model built from every row but these. */
  async function rebuilt(rows: readonly RowFound[]): Promise<ReadonlyMap<string, number | null>> {
    const engine = await openVersionRows(folder)
    try {
      await engine.run(`attach ':memory:' as whole; use whole`)
      for (const schema of ['returned', 'reference', 'extract']) {
        await engine.run(`create schema ${schema}`)
        const tables = await engine.rows(
          `select table_name as t from information_schema.tables where table_catalog = 'memory' and table_schema = '${schema}'`,
        )
        for (const { t } of tables) await engine.run(`create table ${schema}.${t} as from memory.${schema}.${t}`)
      }
      for (const { table, fileId, line, row } of rows)
        await engine.run(`delete from returned.${table} where file_id = ${fileId} and line = ${line} and row = ${row}`)
      await settleRows(engine)
      await buildModel(engine, settings)
      return await valuesOf(await openSession(engine, session.measures))
    } finally {
      engine.close()
    }
  }
  async function valuesOf(of: Session): Promise<ReadonlyMap<string, number | null>> {
    const values = new Map<string, number | null>()
    for (const { measure, period } of figures) {
      const [point] = await series(of, { measure, periods: [period], authority })
      values.set(measure.id, point?.value ?? null)
    }
    return values
  }

  test('rules of several tables find rows that figures hang on', () => {
    const moving = new Set(effects.filter(({ reach }) => reach > 0).map(({ rule }) => rule))
    expect(moving.size).toBeGreaterThan(8)
    expect(new Set(found.filter(({ rule }) => moving.has(rule)).map(({ table }) => table)).size).toBeGreaterThan(1)
  })

  test('they are the same, for the rules that find most in each table and one that moves nothing', async () => {
    const base = await valuesOf(session)
    const tableOf = (rule: string): string => found.find(one => one.rule === rule)?.table ?? ''
    const moving = effects.filter(({ reach }) => reach > 0).toSorted((a, b) => b.rows - a.rows)
    const still = effects.find(({ reach, rows }) => reach === 0 && rows > 0)
    const tried = [...Map.groupBy(moving, ({ rule }) => tableOf(rule)).values()].flatMap((own, i) =>
      own.slice(0, i === 0 ? 2 : 1),
    )
    for (const { rule, moved } of [...tried, ...(still ? [still] : [])]) {
      const rebuiltValues = await rebuilt(found.filter(one => one.rule === rule))
      for (const [measure, value] of base) {
        const own = moved.find(one => one.measure === measure)
        expect
          .soft([rule, measure, own ? own.without : value])
          .toEqual([rule, measure, near(rebuiltValues.get(measure) ?? null)])
        if (own?.without !== null && own !== undefined) {
          expect(own.without).toBeGreaterThanOrEqual(own.low)
          expect(own.without).toBeLessThanOrEqual(own.high)
        }
      }
    }
  })
  const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 9))
})

describe('what a field feeds, beside a model in which it is blank', () => {
  /** Of each table so many children, each with a row in which one field is blank. */
  const TRIED = 12
  test('whatever changes in the model is told of in returns/ssda903/touches.yaml', async () => {
    const engine = await rebuild.rows()
    const changes: Change[] = []
    for (const table of returnedTables) {
      const rows = await engine.rows<{ file_id: number; line: number; row: number; child: string }>(
        `select file_id, line, row, child from returned.${table} where use = 'used' order by hash(child || line) limit ${TRIED}`,
      )
      for (const field of Object.keys(await fieldsOf(engine, table)))
        changes.push({
          how: 'blank',
          rows: rows.map(({ file_id, line, row, child }) => ({
            rule: '',
            id: 0,
            table,
            fileId: file_id,
            line,
            row,
            child,
            fields: [field],
          })),
        })
    }
    engine.close()
    const untold = await runTrials(rebuild, authority, changes, new Set(), async trial => {
      await makeInCareAt(trial, [day('2024-12-31'), day('2025-09-30'), AT])
      const relations = [
        ...modelTables,
        'start_of_care',
        'end_of_care',
        'placement_start',
        'placement_end',
        'in_care_at',
      ]
      const wrong: string[] = []
      for (const relation of relations) wrong.push(...(await differences(trial, relation, changes)))
      return wrong
    })
    expect(untold).toEqual([])
  })

  async function fieldsOf(engine: Engine, table: RowFound['table']): Promise<Readonly<Record<string, true>>> {
    const columns = await engine.columns(`from returned.${table}`)
    const texts = columns.flatMap(({ name }) => (name.endsWith('_text') ? [name.slice(0, -'_text'.length)] : []))
    // A day of birth elsewhere than in Header speaks for a child who is in no Header row: not all of it is told of.
    const left = table === 'header' ? ['child'] : ['child', 'dob']
    return Object.fromEntries(texts.filter(name => !left.includes(name)).map(name => [name.toUpperCase(), true]))
  }

  /** What of a relation is other where a field is blank, and not told of. */
  async function differences(trial: Engine, relation: string, changes: readonly Change[]): Promise<readonly string[]> {
    const all = (await trial.columns(`from ${relation}`)).map(({ name }) => name)
    if (!all.includes('child_id')) return []
    const own = all.filter(name => !/^(child_id|local_id|authority|(end_)?file_id|(end_)?line)$/.test(name))
    const rows = await trial.rows(
      `with told as (
         select split_part(p.local_id, '|', 1)::integer as trial, split_part(p.local_id, '|', 2) as child, count(*) as n,
           ${own.map(name => `md5(list_sort(list(coalesce(r."${name}"::varchar, '-')))::varchar) as "${name}"`).join(', ')}
         from ${relation} r join person p on p.child_id = r.child_id group by all
       )
       select c.trial, bool_or(coalesce(a.n, 0) <> coalesce(b.n, 0)) as other_rows,
         ${own.map(name => `bool_or(a.n = b.n and a."${name}" <> b."${name}") as "${name}"`).join(', ')}
       from copied c
       left join told a on a.trial = c.trial and a.child = c.child
       left join told b on b.trial = 0 and b.child = c.child
       where c.trial > 0 group by c.trial`,
    )
    return rows.flatMap(row => {
      const [first] = changes[Number(row.trial) - 1]?.rows ?? []
      if (!first) return []
      const feeds = feedsOf(first.table, first.fields).filter(feed => feed.relation === relation)
      if (feeds.some(({ columns }) => columns === 'rows')) return []
      const whose = `${returnNames[first.table]}.${first.fields} feeds ${relation}`
      const told = (name: string): boolean =>
        feeds.some(({ columns }) => columns === 'any' || (columns !== 'rows' && columns.includes(name)))
      return [
        ...(row.other_rows ? [whose] : []),
        ...own.filter(name => row[name] && !told(name)).map(name => `${whose}.${name}`),
      ]
    })
  }
})
