import { inForce, type RuleDefinition, saysIn } from '../definitions/rule.ts'
import type { Engine } from '../engine/engine.ts'
import type { ReturnedTable } from '../model/model.ts'
import type { Collection } from './collection.ts'
import { type ColumnsOf, lackingColumns } from './missing-columns.ts'
import type { Present, WhyNotRun } from './not-run.ts'
import { prepareRules } from './prepare.ts'
import { hasColumn, makeRuleTables, ruleTable, tableOfId } from './rule-tables.ts'
import { runRules } from './run-rules.ts'
import { workOut } from './worked-out.ts'

/** A row of the return, and where it stands. `row` counts the rows of its table in its file from 0; the header is line 1. */
export type RowPlace = {
  readonly id: number
  readonly table: ReturnedTable
  readonly fileId: number
  readonly line: number
  readonly row: number
  readonly child: string | null
}
/** A row that a rule finds, with the columns to mark. */
export type RowFound = RowPlace & { readonly rule: string; readonly fields: readonly string[] }
/** A row that a rule could not judge. */
export type RowUnjudged = RowPlace & { readonly rule: string; readonly why: string }

/** A rule that did not run, and why. */
export type RuleNotRun = { readonly rule: string; readonly why: WhyNotRun }

/** What a check of a return came to. Rules in force are in `run` or in `notRun`, every one. */
export type CheckReport = {
  readonly collection: Collection
  readonly rules: ReadonlyMap<string, { readonly says: string; readonly definition: RuleDefinition }>
  readonly run: readonly string[]
  readonly notRun: readonly RuleNotRun[]
  /** By table, then as the rows stand, then by rule. */
  readonly found: readonly RowFound[]
  readonly unjudged: readonly RowUnjudged[]
}

/** Checks one council's return of one year, and the year before, which `fill` puts into the rule tables. `beside`: another connection of an engine that holds nothing else, to share the work. */
export async function checkReturn(
  engine: Engine,
  rules: ReadonlyMap<string, RuleDefinition>,
  collection: Collection,
  fill: (engine: Engine) => Promise<void>,
  there: Pick<Present, 'tables' | 'last'>,
  columnsOf: ColumnsOf = () => null,
  onDone?: (done: number, of: number) => void,
  beside: Engine | null = null,
): Promise<CheckReport> {
  const kept = beside ? 'by engine' : 'by connection'
  await makeRuleTables(engine, kept)
  await fill(engine)
  const more = await workOut(engine, collection.authority)
  await prepareRules(engine, collection, kept)
  const current = [...rules.values()].filter(rule => inForce(rule, collection.year))
  const lacking = await lackingColumns(current, collection, columnsOf)
  const runs = await runRules(
    engine,
    current.filter(({ code }) => !lacking.has(code)),
    collection,
    { ...there, ...more },
    done => onDone?.(done + lacking.size, current.length),
    beside,
  )
  const places = await placesOf(
    engine,
    runs.flatMap(run => (run.kind === 'run' ? [...run.found, ...run.unjudged.map(({ id }) => id)] : [])),
  )
  const at = (id: number): readonly RowPlace[] => [places.get(id)].filter(place => place !== undefined)
  const order = new Map(current.map(({ code }, i) => [code, i]))
  const inOrder = <T extends RowPlace & { readonly rule: string }>(rows: readonly T[]): readonly T[] =>
    rows.toSorted((a, b) => a.id - b.id || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0))
  return {
    collection,
    rules: new Map(
      current.map(definition => [definition.code, { says: saysIn(definition, collection.year), definition }]),
    ),
    run: runs.flatMap(run => (run.kind === 'run' ? [run.code] : [])),
    notRun: current.flatMap(({ code }) => {
      const run = runs.find(one => one.code === code)
      const why = lacking.get(code) ?? (run?.kind === 'not run' ? run.why : null)
      return why === null ? [] : [{ rule: code, why }]
    }),
    found: inOrder(
      runs.flatMap(run =>
        run.kind === 'run'
          ? run.found.flatMap(id =>
              at(id).map(place => ({ ...place, rule: run.code, fields: marked(rules.get(run.code), place.table) })),
            )
          : [],
      ),
    ),
    unjudged: inOrder(
      runs.flatMap(run =>
        run.kind === 'run'
          ? run.unjudged.flatMap(({ id, why }) => at(id).map(place => ({ ...place, rule: run.code, why })))
          : [],
      ),
    ),
  }
}

/** The columns that a rule marks in a row of a table; the child's id where the rule is about the row as a whole. */
function marked(rule: RuleDefinition | undefined, table: ReturnedTable): readonly string[] {
  const own = rule?.fields.filter(field => hasColumn(table, field)) ?? []
  return own.length ? own : ['CHILD']
}

async function placesOf(engine: Engine, ids: readonly number[]): Promise<ReadonlyMap<number, RowPlace>> {
  const places = new Map<number, RowPlace>()
  for (const [table, own] of Map.groupBy(new Set(ids), tableOfId)) {
    if (table === null) continue
    const rows = await engine.rows<{ id: number; file_id: number; line: number; row: number; child: string | null }>(
      `select id, file_id, line, row, child from ${ruleTable(table, false)} where id in (select unnest([${own.join(', ')}]::integer[]))`,
    )
    for (const { id, file_id, line, row, child } of rows)
      places.set(id, { id, table, fileId: file_id, line, row, child })
  }
  return places
}
