import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { literal, values } from '../engine/sql.ts'
import { codeRows } from '../model/code-lists.ts'
import { checkTables } from '../model/kept-checks.ts'
import { keptColumns, returnNames } from '../model/model.ts'
import type { CheckReport } from './check.ts'
import { returnedTables, ruleTable } from './rule-tables.ts'

const room = import.meta.dirname

/** What a check goes by, the rules of a folder and how they are run, as one short text: by one mark the same rows come to the same. */
export function checkMark(rulesFolder: string): string {
  const hash = createHash('sha256').update(JSON.stringify(codeRows))
  for (const folder of [room, join(room, 'sql'), rulesFolder])
    for (const name of readdirSync(folder).sort())
      if (/(?<!\.test|\.fixture)\.(sql|ts|js)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}

/** Takes out what is kept of the check of a return. */
export async function dropKept(engine: Engine, authority: string, year: number, schema = 'checks'): Promise<void> {
  const own = `authority = ${literal(authority)} and collection_year = ${year}`
  await engine.run(
    Object.keys(checkTables())
      .map(name => `delete from ${schema}.${name} where ${own}`)
      .join('; '),
  )
}

const list = (words: readonly string[]): string => `[${words.map(literal).join(', ')}]::varchar[]`
/** Cells apart, so that no two rows of other cells read the same. */
const APART = 'chr(31)'

/**
 * Keeps what came of a check, in place of what was kept of the same return. To be asked of the engine on which it ran, whose
 * rule tables are as they were: the key of a finding is made of the cells of its row.
 */
export async function keepCheck(
  engine: Engine,
  report: CheckReport,
  authority: string,
  mark: string,
  schema = 'checks',
): Promise<void> {
  const { year, asAt, format } = report.collection
  const whose = `${literal(authority)}, ${year}`
  await dropKept(engine, authority, year, schema)
  await engine.run(
    `insert into ${schema}.checked values (${whose}, ${literal(asAt)}, ${literal(format)}, ${literal(mark)}, ${list(report.run)})`,
  )
  if (report.notRun.length)
    await engine.run(
      `insert into ${schema}.not_run select ${whose}, * from (values ${values(report.notRun.map(({ rule, why }) => [rule, JSON.stringify(why)]))})`,
    )
  const found = Map.groupBy(report.found, ({ rule, table }) => `${table} ${rule}`)
  const unjudged = Map.groupBy(report.unjudged, ({ rule, table, why }) => `${table} ${rule} ${why}`)
  for (const table of returnedTables) {
    const place = `${literal(returnNames[table])}, r.file_id, r.line, r.row, r.child, r.id`
    const here = [...found.values()].filter(([first]) => first?.table === table)
    if (here.length) {
      // Blank cells are left out: a column that a later Hearth reads too changes no key.
      const cells = Object.keys(keptColumns(table)).map(name => [name.toUpperCase(), `r.${name}_text`] as const)
      await engine.run(
        `insert into ${schema}.found
         with outcome as (select rule, fields, unnest(ids) as id from (values ${here
           .map(rows => `(${literal(rows[0]?.rule ?? '')}, ${list(rows[0]?.fields ?? [])}, ${idsOf(rows)})`)
           .join(', ')}) t(rule, fields, ids)),
         cell as (
           select r.*, md5(concat_ws(${APART}, ${cells.map(([name, text]) => `'${name}=' || ${text}`).join(', ')})) as says,
             map([${cells.map(([name]) => literal(name)).join(', ')}], [${cells.map(([, text]) => text).join(', ')}]) as text
           from ${ruleTable(table, false)} r where id in (select id from outcome)
         )
         select ${whose}, o.rule, ${place}, o.fields,
           md5(concat_ws(${APART}, ${whose}, o.rule, ${literal(table)}, r.says)) || '-' || row_number() over (partition by o.rule, r.says order by r.id),
           md5(concat_ws(${APART}, ${whose}, o.rule, ${literal(table)}, coalesce(r.child, ''), list_transform(o.fields, lambda f: coalesce(r.text[f], ''))::varchar))
         from outcome o join cell r using (id)`,
      )
    }
    const open = [...unjudged.values()].filter(([first]) => first?.table === table)
    if (open.length)
      await engine.run(
        `insert into ${schema}.unjudged
         with outcome as (select rule, why, unnest(ids) as id from (values ${open
           .map(rows => `(${literal(rows[0]?.rule ?? '')}, ${literal(rows[0]?.why ?? '')}, ${idsOf(rows)})`)
           .join(', ')}) t(rule, why, ids))
         select ${whose}, o.rule, ${place}, o.why from outcome o join ${ruleTable(table, false)} r using (id)`,
      )
  }
}

const idsOf = (rows: readonly { readonly id: number }[]): string =>
  `'[${rows.map(({ id }) => id).join(', ')}]'::bigint[]`
