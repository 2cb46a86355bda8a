import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collectionOf } from '../../src/checks/collection.ts'
import { loadRows } from '../../src/checks/example-rows.ts'
import { openForRules, presentIn } from '../../src/checks/examples.ts'
import { prepareRules } from '../../src/checks/prepare.ts'
import { firstId, returnedTables, ruleTable, tableOfId } from '../../src/checks/rule-tables.ts'
import { runRules } from '../../src/checks/run-rules.ts'
import type { ExampleRow } from '../../src/definitions/examples.ts'
import { inForce, readRules } from '../../src/definitions/rule.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { day } from '../../src/kit/day.ts'
import { writeSample } from '../../src/sample/sample.ts'
import { returnedRows } from './returned-rows.ts'

/** How many corruptions: a few in the suite, `HEARTH_CORRUPTIONS` in a campaign. */
const RUNS = Number(process.env.HEARTH_CORRUPTIONS ?? 3)

type Tables = Record<string, readonly ExampleRow[]>
const collection = collectionOf(2026, { authority: 'E06999999' })
const rules = [...readRules(fileURLToPath(new URL('../../rules/ssda903/', import.meta.url))).values()].filter(rule =>
  inForce(rule, collection.year),
)
const folder = mkdtempSync(join(tmpdir(), 'hearth-corrupted-'))
let engine: Engine
let clean: Tables
let before: Outcome

/** What each rule that runs makes of each row: `fault` or `unknown`, by rule and row. */
type Outcome = { readonly ran: readonly string[]; readonly rows: ReadonlyMap<string, string> }

async function outcomeOf(tables: Tables): Promise<Outcome> {
  await loadRows(engine, tables)
  await prepareRules(engine, collection)
  const runs = await runRules(engine, rules, collection, { ...presentIn(tables), postcodes: true, providers: true })
  return {
    ran: runs.flatMap(run => (run.kind === 'run' ? [run.code] : [])),
    rows: new Map(
      runs.flatMap(run =>
        run.kind === 'run'
          ? [
              ...run.found.map(id => [`${run.code} ${id}`, 'fault'] as const),
              ...run.unjudged.map(({ id }) => [`${run.code} ${id}`, 'unknown'] as const),
            ]
          : [],
      ),
    ),
  }
}

/** The rows of one rule that differ between two outcomes, as rows of tables. */
const differing = (
  one: Outcome,
  other: Outcome,
): readonly { readonly rule: string; readonly table: string; readonly row: number }[] =>
  [...new Set([...one.rows.keys(), ...other.rows.keys()])]
    .filter(key => one.rows.get(key) !== other.rows.get(key))
    .map(key => {
      const [rule = '', id = ''] = key.split(' ')
      const table = tableOfId(Number(id)) ?? 'header'
      return { rule, table, row: Number(id) - firstId(table, false) }
    })

beforeAll(async () => {
  await writeSample({
    to: folder,
    children: 30,
    years: 2,
    authorities: 1,
    toDate: day('2026-03-31'),
    seed: 4,
    faults: 0.02,
    xml: false,
    extracts: false,
  })
  engine = await openForRules()
  clean = { ...returnedRows(join(folder, '2025-26'), ''), ...returnedRows(join(folder, '2024-25'), '_last') }
  before = await outcomeOf(clean)
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const garbage = fc.constantFrom(
  '',
  '31/02/2025',
  '2025-06-15',
  '15/06/1890',
  '15/06/2099',
  'zz',
  "x'); drop table episodes; --",
  '0',
  '-1',
  'S',
  'X1',
  'V3',
  '\u{1f642}',
  'A'.repeat(500),
)

it(
  'a cell that is spoilt, whichever it is, makes no rule vanish and changes nothing beyond its child',
  async () => {
    expect(before.ran.length).toBeGreaterThan(250)
    const cells = [false, true].flatMap(lastYear =>
      returnedTables.flatMap(table => {
        const name = ruleTable(table, lastYear)
        return (clean[name] ?? []).flatMap((row, n) => Object.keys(row).map(column => ({ name, n, column })))
      }),
    )
    const spoiling = fc.array(fc.tuple(fc.constantFrom(...cells), garbage), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(spoiling, async spoils => {
        const tables: Record<string, ExampleRow[]> = Object.fromEntries(
          Object.entries(clean).map(([name, rows]) => [name, [...rows]]),
        )
        // What a change reaches: its row, its child, the child it now names, and those who share what is theirs alone (a UPN).
        const [children, rows] = [new Set<string | undefined>(), new Set<string>()]
        for (const [{ name, n, column }, text] of spoils) {
          const { [column]: cell, ...rest } = tables[name]?.[n] ?? {}
          const spoilt = text === '' ? rest : { ...rest, [column]: text }
          tables[name]?.splice(n, 1, spoilt)
          rows.add(`${name} ${n}`)
          for (const child of [cell, text, rest.child, spoilt.child]) children.add(child)
          if (column === 'upn')
            for (const { child, upn } of clean.header ?? []) if (upn === cell || upn === text) children.add(child)
        }
        const after = await outcomeOf(tables)
        expect(after.ran).toEqual(before.ran)
        const beyond = differing(before, after).filter(
          ({ table, row }) => !children.has(clean[table]?.[row]?.child) && !rows.has(`${table} ${row}`),
        )
        expect(beyond).toEqual([])
      }),
      { numRuns: RUNS },
    )
  },
  120_000 + 20_000 * RUNS,
)
