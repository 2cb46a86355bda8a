import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collectionOf } from '../../src/checks/collection.ts'
import { columnsRead, type TableColumn } from '../../src/checks/columns-read.ts'
import { loadRows } from '../../src/checks/example-rows.ts'
import { openForRules } from '../../src/checks/examples.ts'
import { prepareRules } from '../../src/checks/prepare.ts'
import { returnedTables, ruleTable } from '../../src/checks/rule-tables.ts'
import { runRules } from '../../src/checks/run-rules.ts'
import { inForce, type RuleDefinition, readRules } from '../../src/definitions/rule.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { day } from '../../src/kit/day.ts'
import { keptColumns } from '../../src/model/model.ts'
import { writeSample } from '../../src/sample/sample.ts'
import { returnedRows } from './returned-rows.ts'

/** Of so many rules one is tried in the suite; `HEARTH_COLUMNS=1` tries all. */
const ONE_OF = Number(process.env.HEARTH_COLUMNS ?? 12)

const collection = collectionOf(2026, { authority: 'E06999999' })
const rules = [...readRules(fileURLToPath(new URL('../../rules/ssda903/', import.meta.url))).values()].filter(rule =>
  inForce(rule, collection.year),
)
const tables = returnedTables.flatMap(table => [false, true].map(lastYear => ({ table, lastYear })))
const everyColumn: readonly TableColumn[] = tables.flatMap(one =>
  Object.keys(keptColumns(one.table)).map(column => ({ ...one, column })),
)
const folder = mkdtempSync(join(tmpdir(), 'hearth-columns-'))
let engine: Engine

const everything = { tables: new Set<string>(), last: new Set<string>(), providers: true, postcodes: true }
/** What a rule makes of each row. */
async function outcomesOf(asked: readonly RuleDefinition[]): Promise<ReadonlyMap<string, readonly string[]>> {
  await prepareRules(engine, collection)
  const runs = await runRules(
    engine,
    asked.map(rule => ({ ...rule, tables: [], last: [] })),
    collection,
    everything,
  )
  return new Map(
    runs.map(run => [
      run.code,
      run.kind === 'run'
        ? [...run.found.map(id => `${id} at fault`), ...run.unjudged.map(({ id }) => `${id} not judged`)]
        : [run.why.kind],
    ]),
  )
}

beforeAll(async () => {
  await writeSample({
    to: folder,
    children: 40,
    years: 2,
    authorities: 1,
    toDate: day('2026-03-31'),
    seed: 7,
    faults: 0.05,
    xml: false,
    extracts: false,
  })
  engine = await openForRules()
  await loadRows(engine, {
    ...returnedRows(join(folder, '2025-26'), ''),
    ...returnedRows(join(folder, '2024-25'), '_last'),
  })
  await engine.run(
    "update episodes set pl_la = case when id % 3 = 0 then 'E06000002' else 'E06999999' end, pl_distance = id % 400, pl_location = case when id % 3 = 0 then 'OUT' else 'IN' end",
  )
  for (const { table, lastYear } of tables)
    await engine.run(`alter table ${ruleTable(table, lastYear)} rename to whole_${ruleTable(table, lastYear)}`)
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The tables with every cell of these columns blank, as a check would have them of files that lack the columns. */
async function blank(columns: readonly TableColumn[]): Promise<void> {
  for (const { table, lastYear } of tables) {
    const gone = columns.filter(one => one.table === table && one.lastYear === lastYear)
    const nothing = gone.map(
      ({ column }) => `null::${keptColumns(table)[column]} as ${column}, null::varchar as ${column}_text`,
    )
    const name = ruleTable(table, lastYear)
    await engine.run(
      `create or replace temp table ${name} as select *${nothing.length ? ` replace (${nothing.join(', ')})` : ''} from whole_${name}`,
    )
  }
}

// A rule that reads a column which a file lacks is not run. So no file makes a rule find a row for what it lacks, if this is so:
test('what a rule does not read may be blank in every row, and the rule finds the same rows', async () => {
  const read = await columnsRead(rules, collection, everyColumn)
  await blank([])
  const whole = await outcomesOf(rules)
  expect([...whole.values()].flat().length).toBeGreaterThan(100)
  // Rules that find something here first: of the others less is learnt.
  const tried = rules
    .toSorted((a, b) => Math.sign(whole.get(b.code)?.length ?? 0) - Math.sign(whole.get(a.code)?.length ?? 0))
    .filter((_, i) => i % ONE_OF === 0)
  const differing: string[] = []
  for (const rule of tried) {
    await blank(everyColumn.filter(column => !read.get(rule.code)?.includes(column)))
    const outcome = (await outcomesOf([rule])).get(rule.code)
    if (JSON.stringify(outcome) !== JSON.stringify(whole.get(rule.code))) differing.push(rule.code)
  }
  expect(differing).toEqual([])
}, 120_000)
