import type { RuleDefinition } from '../definitions/rule.ts'
import type { Engine } from '../engine/engine.ts'
import { keptColumns } from '../model/model.ts'
import type { Collection } from './collection.ts'
import { type Present, type WhyNotRun, whyNot } from './not-run.ts'
import { ruleTable, tableOfId } from './rule-tables.ts'

/** What came of a rule: the rows at fault and the rows that it could not judge, by their ids, or why it did not run. */
export type RuleRun =
  | {
      readonly kind: 'run'
      readonly code: string
      readonly found: readonly number[]
      readonly unjudged: readonly Unjudged[]
    }
  | { readonly kind: 'not run'; readonly code: string; readonly why: WhyNotRun }
export type Unjudged = { readonly id: number; readonly why: string }

/** Rules asked in one query: most of what a small one costs is the round trip. */
const BATCH = 24

/**
 * Runs rules over the rows in the rule tables, which `prepareRules` has seen. Every rule comes back, in the order given: run, or
 * not run and why. One that fails is run by itself, so that it takes no other with it. `beside`: another connection that sees the
 * rule tables, which takes its share.
 */
export async function runRules(
  engine: Engine,
  rules: readonly RuleDefinition[],
  collection: Collection,
  present: Present,
  onDone: (done: number) => void = () => {},
  beside: Engine | null = null,
): Promise<readonly RuleRun[]> {
  const runs = new Map<string, RuleRun>()
  const asked: RuleDefinition[] = []
  for (const rule of rules) {
    const why = whyNot(rule, collection, present)
    if (why === null) asked.push(rule)
    else runs.set(rule.code, { kind: 'not run', code: rule.code, why })
  }
  const batches = Array.from({ length: Math.ceil(asked.length / BATCH) }, (_, i) =>
    asked.slice(i * BATCH, (i + 1) * BATCH),
  )
  const work = async (own: Engine): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      for (const run of await runBatch(own, batch)) runs.set(run.code, run)
      onDone(runs.size)
    }
  }
  await Promise.all([engine, ...(beside ? [beside] : [])].map(work))
  return rules.flatMap(({ code }) => runs.get(code) ?? [])
}

const query = ({ sql }: RuleDefinition, i: number): string =>
  `select ${i} as rule, id, fault, ${/\bas why\b/.test(sql) ? 'why' : 'null::varchar'} as why from (${sql}\n) where fault is null or fault`

async function runBatch(engine: Engine, batch: readonly RuleDefinition[]): Promise<readonly RuleRun[]> {
  try {
    const rows = await engine.rows<{ rule: number; id: number; fault: boolean | null; why: string | null }>(
      batch.map(query).join('\nunion all\n'),
    )
    const byRule = Map.groupBy(rows, ({ rule }) => rule)
    return await Promise.all(batch.map((rule, i) => sortOut(engine, rule, byRule.get(i) ?? [])))
  } catch (error) {
    const [only] = batch
    if (batch.length > 1 || !only) {
      const runs: RuleRun[] = []
      for (const rule of batch) runs.push(...(await runBatch(engine, [rule])))
      return runs
    }
    const [said = ''] = String(error instanceof Error ? error.message : error).split('\n')
    return [{ kind: 'not run', code: only.code, why: { kind: 'query failed', said } }]
  }
}

/** A row at fault in any way is at fault, whatever else of it cannot be judged. */
async function sortOut(
  engine: Engine,
  rule: RuleDefinition,
  rows: readonly { readonly id: number; readonly fault: boolean | null; readonly why: string | null }[],
): Promise<RuleRun> {
  const found = new Set(rows.flatMap(({ id, fault }) => (fault ? [id] : [])))
  const open = new Set(rows.flatMap(({ id, fault }) => (fault === null && !found.has(id) ? [id] : [])))
  const said = new Map(rows.flatMap(({ id, why }) => (why === null ? [] : [[id, why] as const])))
  const byId = (a: number, b: number): number => a - b
  return {
    kind: 'run',
    code: rule.code,
    found: [...found].sort(byId),
    unjudged: open.size ? await whyUnjudged(engine, rule, [...open].sort(byId), said) : [],
  }
}

/** Why rows could not be judged: what the rule says, else the cell that the rule reads or marks which cannot be read, else the one that is blank. */
async function whyUnjudged(
  engine: Engine,
  rule: RuleDefinition,
  ids: readonly number[],
  said: ReadonlyMap<number, string>,
): Promise<readonly Unjudged[]> {
  const why = new Map(said)
  for (const [table, own] of Map.groupBy(
    ids.filter(id => !said.has(id)),
    tableOfId,
  )) {
    if (table === null) continue
    const columns = Object.entries(keptColumns(table))
    // What is read of the row itself: `prior.dec` is another's.
    const ownSql = rule.sql.replaceAll(/\b(prior|next|last)\.\w+/g, '')
    const read = columns.filter(([name]) => new RegExp(`\\b${name}\\b`).test(ownSql))
    const marked = columns.filter(([name]) => rule.fields.includes(name.toUpperCase()))
    const unreadable = [...read, ...marked]
      .filter(([, type]) => type !== 'varchar')
      .map(
        ([name, type]) =>
          `when ${name} is null and ${name}_text is not null then '${name.toUpperCase()} is not a ${type === 'date' ? 'day' : 'number'}: ' || ${name}_text`,
      )
    const blank = read
      .filter(([name, type]) => type === 'date' && !MAY_BE_BLANK.has(name))
      .map(([name]) => `when ${name} is null then '${name.toUpperCase()} is blank'`)
    const ordered = [...unreadable, ...blank]
    if (ordered.length === 0) continue
    const rows = await engine.rows<{ id: number; why: string | null }>(
      `select id, case ${ordered.join(' ')} end as why from ${ruleTable(table, false)} where id in (select unnest([${own.join(', ')}]::integer[]))`,
    )
    for (const { id, why: found } of rows) if (found !== null) why.set(id, found)
  }
  return ids.map(id => ({ id, why: why.get(id) ?? 'a row that it depends on is not there or cannot be read' }))
}

/** Days of which a blank says something: that it goes on, or has not happened. */
const MAY_BE_BLANK = new Set(['dec', 'sw_dec', 'mis_end', 'dolo_end', 'date_placed_ceased', 'duc', 'mc_dob'])
