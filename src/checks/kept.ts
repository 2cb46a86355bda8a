import { inForce, type RuleDefinition, saysIn } from '../definitions/rule.ts'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { type ReturnedTable, returnNames } from '../model/model.ts'
import type { Whose } from './as-returned.ts'
import type { CheckReport, RowFound, RowUnjudged, RuleNotRun } from './check.ts'
import { collectionOf } from './collection.ts'
import { gssCode } from './held-returns.ts'
import { readWhyNotRun } from './not-run.ts'

/** A row found, with what names the finding whatever line its row stands on, and what the cells say that the rule marks. */
export type RowKept = RowFound & { readonly key: string; readonly mark: string }
/** What a data version keeps of the check of a return. */
export type KeptCheck = Omit<CheckReport, 'found'> & {
  readonly found: readonly RowKept[]
  /** By which rules it was made: see `checkMark`. */
  readonly mark: string
}

const tableOf = new Map(Object.entries(returnNames).map(([table, name]) => [name, table as ReturnedTable]))

/**
 * Reads what is kept of the check of a council's return; null where none is, or an earlier Hearth kept it in a form that this one does
 * not read. `whose.authority` must be given.
 */
export async function readKept(
  engine: Engine,
  whose: Whose,
  rules: ReadonlyMap<string, RuleDefinition>,
  schema = 'checks',
): Promise<KeptCheck | null> {
  const own = `authority = ${literal(whose.authority)} and collection_year = ${whose.year}`
  const head = await engine.row<{ as_at: Day; format: 'csv' | 'xml'; rules: string; run: string[] }>(
    `select as_at, format, rules, run from ${schema}.checked where ${own}`,
  )
  if (!head) return null
  const notRun: RuleNotRun[] = []
  for (const { rule, why } of await engine.rows<{ rule: string; why: string }>(
    `select rule, why from ${schema}.not_run where ${own}`,
  )) {
    const read = readWhyNotRun(why)
    if (read === null) return null
    notRun.push({ rule, why: read })
  }
  const current = [...rules.values()].filter(rule => inForce(rule, whose.year))
  const order = new Map(current.map(({ code }, i) => [code, i]))
  const inOrder = <T extends { readonly rule: string; readonly id?: number }>(rows: readonly T[]): readonly T[] =>
    rows.toSorted((a, b) => (a.id ?? 0) - (b.id ?? 0) || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0))
  const rows = await engine.rows<Place & { fields: string[]; key: string; mark: string }>(
    `select rule, ${place}, fields, key, mark from ${schema}.found where ${own}`,
  )
  const open = await engine.rows<Place & { why: string }>(
    `select rule, ${place}, why from ${schema}.unjudged where ${own}`,
  )
  return {
    collection: collectionOf(whose.year, {
      asAt: head.as_at,
      authority: gssCode(whose.authority),
      format: head.format,
    }),
    rules: new Map(current.map(definition => [definition.code, { says: saysIn(definition, whose.year), definition }])),
    run: head.run,
    notRun: inOrder(notRun),
    found: inOrder(
      rows.flatMap(row => placed(row).map(at => ({ ...at, fields: row.fields, key: row.key, mark: row.mark }))),
    ),
    unjudged: inOrder(open.flatMap(row => placed(row).map((at): RowUnjudged => ({ ...at, why: row.why })))),
    mark: head.rules,
  }
}

type Place = {
  readonly rule: string
  readonly table_name: string
  readonly file_id: number
  readonly line: number
  readonly row: number
  readonly child: string | null
  readonly id: number
}
const place = 'table_name, file_id, line, row, child, id'
const placed = ({ rule, table_name, file_id, line, row, child, id }: Place): readonly Omit<RowUnjudged, 'why'>[] => {
  const table = tableOf.get(table_name)
  return table ? [{ rule, id, table, fileId: file_id, line, row, child }] : []
}

/** How much is kept of each return: rows found, rows that could not be judged, and rules that did not run. */
export type KeptCount = {
  readonly authority: string
  readonly year: number
  readonly asAt: Day
  readonly found: number
  readonly unjudged: number
  readonly notRun: number
}

/** What is kept, by council and year, counted. */
export async function countKept(engine: Engine): Promise<readonly KeptCount[]> {
  const of = (table: string): string =>
    `(select count(*) from checks.${table} t where t.authority = c.authority and t.collection_year = c.collection_year)`
  const rows = await engine.rows<{
    a: string
    y: number
    as_at: Day
    found: number
    unjudged: number
    not_run: number
  }>(
    `select authority as a, collection_year as y, as_at, ${of('found')} as found, ${of('unjudged')} as unjudged, ${of('not_run')} as not_run
     from checks.checked c order by all`,
  )
  return rows.map(({ a, y, as_at, found, unjudged, not_run }) => ({
    authority: a,
    year: y,
    asAt: as_at,
    found,
    unjudged,
    notRun: not_run,
  }))
}
