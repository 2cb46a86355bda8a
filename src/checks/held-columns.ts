import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { ReturnedTable } from '../model/model.ts'
import type { Whose } from './as-returned.ts'
import type { ColumnsOf } from './missing-columns.ts'
import { returnedTables } from './rule-tables.ts'

/**
 * The columns of the files that a council's returns of a year and the year before came in. A column that one of a table's files has and
 * another lacks is not there: what the other has of it would be blank. Not known of XML, and of files that came before they were kept.
 */
export async function columnsHeld(engine: Engine, { authority, year }: Whose): Promise<ColumnsOf> {
  const kept = (await engine.columns('from reference.file')).some(({ name }) => name === 'column_names')
  if (!kept) return () => null
  const files = returnedTables.map(
    table => `select distinct ${literal(table)} as t, collection_year as y, file_id from returned.${table}
      where authority = ${literal(authority)} and collection_year in (${year - 1}, ${year})
        and (file_id, authority, collection_year) not in
          (select file_id, authority, collection_year from reference.older_extract where table_name = ${literal(table)})`,
  )
  const rows = await engine.rows<{ t: ReturnedTable; y: number; columns: readonly string[] }>(
    `select t, y, column_names as columns from (${files.join(' union all ')}) join reference.file using (file_id) where column_names is not null`,
  )
  const byTable = Map.groupBy(rows, ({ t, y }) => `${y} ${t}`)
  return (table, lastYear) => {
    const [first, ...rest] = byTable.get(`${lastYear ? year - 1 : year} ${table}`) ?? []
    return first ? new Set(first.columns.filter(column => rest.every(({ columns }) => columns.includes(column)))) : null
  }
}
