import type { Engine } from '../engine/engine.ts'
import { type ReturnedTable, returnedColumns, returnNames } from '../model/returned.ts'
import { tableShapes, tables } from './shape.ts'

/** What makes a row one that cannot be used, as SQL over `returned.<table>`. */
export function unusable(table: ReturnedTable): string {
  const dates = tableShapes[table].key.filter(
    column => (returnedColumns[table] as Readonly<Record<string, string>>)[column] === 'date',
  )
  const reasons = ['child is null', ...dates.map(column => `${column} is null`)]
  if (table === 'episodes')
    reasons.push(
      "(dec is null and trim(coalesce(dec_text, '')) <> '' and upper(trim(dec_text)) not in ('NULL', 'N/A', 'NA', '-'))",
      'dec <= decom',
    )
  if (table === 'missing') reasons.push('mis_end < mis_start')
  if (table === 'sw_episodes') reasons.push('sw_dec < sw_decom')
  return reasons.join(' or ')
}

/** Which of two rows of one key wins: a later return, then (episodes) one that covers days, then the later line. */
const order = 'collection_year desc, file_id desc, line desc, row desc'

/**
 * Says of every returned row whether it is used, and if not why: set aside (it cannot be used), duplicate (all its cells are
 * those of the row that is used) or superseded (a later return or a later line has the same key).
 */
export async function settleRows(engine: Engine): Promise<void> {
  for (const table of tables) {
    const columns = Object.keys(returnedColumns[table])
    const key = ['authority', ...tableShapes[table].key].join(', ')
    // Keys that do not name the year: the latest return wins; two rows of one return: the last line.
    const rank =
      table === 'episodes'
        ? `collection_year desc, (dec is null or dec > decom) desc, file_id desc, line desc, row desc`
        : order
    const unfit = unusable(table)
    // Zero-day rows are compared first and set aside if they win, so that the row that covers days stands.
    const aside = table === 'episodes' ? unfit.replace(' or dec <= decom', '') : unfit
    const content = `hash(${columns.map(column => `coalesce(${column}::varchar, '')`).join(', ')})`
    await engine.run(`create or replace temp table settled as
      select rowid as id, case
        when ${aside} then 'set aside'
        when row_number() over best > 1 then case when ${content} = first_value(${content}) over best then 'duplicate' else 'superseded' end
        ${table === 'episodes' ? "when dec <= decom then 'set aside'" : ''}
        else 'used' end as verdict
      from returned.${table}
      window best as (partition by ${key}, (${aside}) order by ${rank})`)
    await engine.run(`update returned.${table} set use = s.verdict from settled s where returned.${table}.rowid = s.id`)
  }
  await engine.run('drop table if exists settled; delete from reference.set_aside')
  for (const table of tables)
    await engine.run(
      `insert into reference.set_aside select authority, '${returnNames[table]}', count(*) from returned.${table} where use = 'set aside' group by authority`,
    )
}
