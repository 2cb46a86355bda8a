import type { Engine } from '../engine/engine.ts'
import { type ReturnedTable, returnedColumns, returnNames } from '../model/returned.ts'
import { given } from '../model/typed-cell.ts'
import { fromOlderExtract } from './older-extract.ts'
import { tableShapes, tables } from './shape.ts'

const unreadable = (column: string): string => `(${column} is null and ${given(`${column}_text`)})`

/** What makes a row one that cannot be placed at all, as SQL over `returned.<table>`. */
function unplaced(table: ReturnedTable): string {
  const dates = tableShapes[table].key.filter(
    column => (returnedColumns[table] as Readonly<Record<string, string>>)[column] === 'date',
  )
  const reasons = ['child is null', ...dates.map(column => `${column} is null`)]
  if (table === 'episodes') reasons.push(unreadable('dec'))
  if (table === 'sw_episodes') reasons.push(unreadable('sw_dec'))
  return reasons.join(' or ')
}

/** Spells of no day, or that end before they begin. An incident of being missing is one even so: it began. */
const noTime: Partial<Record<ReturnedTable, string>> = { episodes: 'dec <= decom', sw_episodes: 'sw_dec <= sw_decom' }

/** Which of two rows of one key wins: a later return, then (episodes) one that covers days, then the later line. */
const order = 'collection_year desc, file_id desc, line desc, row desc'

/**
 * Says of every returned row whether it is used, and if not why: set aside (it cannot be used), duplicate (all its cells are
 * those of the row that is used) or superseded (a later return or a later line has the same key, or the whole file is of an
 * older extract).
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
    // An episode of no days is compared first and set aside if it wins, so that the row that covers days stands.
    const aside = unplaced(table)
    const empty = noTime[table]
    const older = fromOlderExtract(table)
    const content = `hash(${columns.map(column => `coalesce(${column}::varchar, '')`).join(', ')})`
    await engine.run(`create or replace temp table settled as
      select rowid as id, case
        when ${older} then 'superseded'
        when ${aside} then 'set aside'
        when row_number() over best > 1 then case when ${content} = first_value(${content}) over best then 'duplicate' else 'superseded' end
        -- Compared first and set aside only if it won: an older row of the same key does not come back.
        ${empty ? `when ${empty} then 'set aside'` : ''}
        else 'used' end as verdict
      from returned.${table}
      window best as (partition by ${key}, (${aside}), (${older}) order by ${rank})`)
    await engine.run(`update returned.${table} set use = s.verdict from settled s where returned.${table}.rowid = s.id`)
  }
  await engine.run(
    `drop table if exists settled; delete from reference.set_aside where source in (${tables.map(table => `'${returnNames[table]}'`).join(', ')})`,
  )
  for (const table of tables)
    await engine.run(
      `insert into reference.set_aside select authority, '${returnNames[table]}', collection_year, count(*) from returned.${table} where use = 'set aside' group by all`,
    )
}
