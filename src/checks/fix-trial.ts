import { returnTables } from '../definitions/names.ts'
import type { RuleDefinition } from '../definitions/rule.ts'
import type { Engine } from '../engine/engine.ts'
import { literal, values } from '../engine/sql.ts'
import { keptColumns, type ReturnedTable } from '../model/model.ts'
import { typedSql } from '../model/typed-cell.ts'
import type { Collection } from './collection.ts'
import type { Candidate } from './fix-candidates.ts'
import type { Present } from './not-run.ts'
import { prepareRules } from './prepare.ts'
import { firstId, returnedTables, ruleTable } from './rule-tables.ts'
import { runRules } from './run-rules.ts'
import { placesFromPostcodes } from './worked-out.ts'

/** What rules say of one child's rows: `rule id`, at fault and not to be judged. */
export type Said = { readonly found: ReadonlySet<string>; readonly unjudged: ReadonlySet<string> }
/** What they say of the child's rows as they are, and with one cell changed. */
export type Trial = { readonly before: Said; readonly after: Said }

/** Rules that hold children against each other: of copies of one child they would say what is not so. A UPN that another child has is no candidate. */
const amongChildren: ReadonlySet<string> = new Set(['444'])
/** So many copies of children are judged at once: enough that the rules are asked seldom, few enough for any machine. */
const TOGETHER = 2000
const everything: Present = {
  tables: new Set(returnTables),
  last: new Set(returnTables),
  providers: true,
  postcodes: true,
}
const every = (work: (name: string, table: ReturnedTable, lastYear: boolean) => string): string =>
  returnedTables.flatMap(table => [false, true].map(last => work(ruleTable(table, last), table, last))).join(';\n')

/**
 * Tries each candidate by itself: the child's rows of this year and last are copied under a name of their own, once as they are and once
 * with the cell changed, and every rule that sees one child at a time is asked of the copies: they are judged as the child is among
 * the others. The rule tables are as they were when it ends.
 */
export async function tryCandidates(
  engine: Engine,
  rules: readonly RuleDefinition[],
  collection: Collection,
  candidates: readonly Candidate[],
): Promise<readonly Trial[]> {
  const trials: Trial[] = []
  const asked = rules.filter(({ code }) => !amongChildren.has(code))
  await engine.run(every(name => `alter table ${name} rename to kept_${name}`))
  try {
    for (let from = 0; from < candidates.length; from += TOGETHER)
      trials.push(...(await tryTogether(engine, asked, collection, candidates.slice(from, from + TOGETHER))))
  } finally {
    await engine.run(every(name => `drop table if exists ${name}; alter table kept_${name} rename to ${name}`))
    await prepareRules(engine, collection)
  }
  return trials
}

/** Copies are numbered: those of children as they are from 0, those with a cell changed after them. */
async function tryTogether(
  engine: Engine,
  rules: readonly RuleDefinition[],
  collection: Collection,
  candidates: readonly Candidate[],
): Promise<readonly Trial[]> {
  const children = [...new Set(candidates.map(({ child }) => child))]
  const plainCopy = new Map(children.map((child, i) => [child, i]))
  const copies = [...children, ...candidates.map(({ child }) => child)].map((child, copy) => [copy, child])
  await engine.run(
    `create or replace temp table copy_of as from (values ${values(copies)}) t(copy, of_child);
     create or replace temp table copied (copy integer, new_id bigint, id bigint);
     ${every(copyRows)}`,
  )
  await engine.run(change(candidates, children.length))
  if (candidates.some(({ column }) => column.endsWith('_post')))
    await engine.run(placesFromPostcodes('', collection.authority))
  await prepareRules(engine, collection)
  const said = await sayings(engine, rules, collection)
  const nothing: Said = { found: new Set(), unjudged: new Set() }
  return candidates.map(({ child }, i) => ({
    before: said.get(plainCopy.get(child) ?? -1) ?? nothing,
    after: said.get(children.length + i) ?? nothing,
  }))
}

function copyRows(name: string, table: ReturnedTable, lastYear: boolean): string {
  const id = `${firstId(table, lastYear)} + row_number() over () - 1`
  return `create or replace temp table copying as select ${id} as new_id, c.copy, k.* from kept_${name} k join copy_of c on c.of_child = k.child;
    create or replace temp table ${name} as select * exclude (copy, new_id) replace (new_id as id, 'copy ' || copy as child, 'copy ' || copy as child_text) from copying;
    ${lastYear ? '' : 'insert into copied select copy, new_id, id from copying;'}
    drop table copying`
}

/** Puts each candidate into its own copy. Where a postcode changes, what was worked out from the one before goes. */
function change(candidates: readonly Candidate[], first: number): string {
  const made = candidates.map(({ id, column, to }, i) => [first + i, id, column, to])
  const cells = new Map(candidates.map(({ table, column }) => [`${table}.${column}`, { table, column }] as const))
  const updates = [...cells.values()].map(({ table, column }) => {
    const derived = column.endsWith('_post')
      ? `, ${['pl_la', 'pl_distance', 'pl_location'].map(other => `${other} = case when ${other}_text is not null then ${other} end`).join(', ')}`
      : ''
    return `update ${table} set ${column}_text = c.put, ${column} = ${typedSql('c.put', keptColumns(table)[column] ?? 'varchar')}${derived}
      from changed c where c.new_id = ${table}.id and c.col = ${literal(column)}`
  })
  return `create or replace temp table changed as
    select m.new_id, t.col, t.put from (values ${values(made)}) t(copy, id, col, put) join copied m on m.copy = t.copy and m.id = t.id;
    ${updates.join(';\n')}`
}

/** What the rules say of each copy. */
async function sayings(
  engine: Engine,
  rules: readonly RuleDefinition[],
  collection: Collection,
): Promise<ReadonlyMap<number, Said>> {
  const origin = new Map(
    (await engine.rows<{ copy: number; new_id: number; id: number }>('select copy, new_id, id from copied')).map(
      ({ copy, new_id, id }) => [new_id, { copy, id }],
    ),
  )
  const said = new Map<number, { readonly found: Set<string>; readonly unjudged: Set<string> }>()
  for (const run of await runRules(engine, rules, collection, everything)) {
    if (run.kind !== 'run') continue
    const note = (newId: number, kind: keyof Said): void => {
      const at = origin.get(newId)
      if (!at) return
      const own = said.get(at.copy) ?? { found: new Set(), unjudged: new Set() }
      said.set(at.copy, own)
      own[kind].add(sayingOf(run.code, at.id))
    }
    for (const id of run.found) note(id, 'found')
    for (const { id } of run.unjudged) note(id, 'unjudged')
  }
  return said
}

/** A rule and a row, as `Said` names them. */
export const sayingOf = (rule: string, id: number): string => `${rule} ${id}`
