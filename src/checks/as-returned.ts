import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { keptColumns, type ReturnedTable, returnedColumns } from '../model/model.ts'
import { given, trimmed } from '../model/typed-cell.ts'
import type { Present } from './not-run.ts'
import { firstId, returnedTables, ruleTable } from './rule-tables.ts'

/** Whose rows of `returned.*` are checked, and as which year. */
export type Whose = { readonly year: number; readonly authority: string }

/**
 * Rows as they were returned: not those of an extract that a later one replaced, and of a return that came twice (as CSV and as
 * XML) each once. A row that stands twice in one file stands twice. What `use` says is no help here: a row is a duplicate too where
 * the return of another year has it.
 */
export const standing = (table: ReturnedTable): string => {
  const returned = 'authority, collection_year'
  const older = `(file_id, ${returned}) in (select file_id, ${returned} from reference.older_extract where table_name = ${literal(table)})`
  const cells = Object.keys(returnedColumns[table]).map(column => `coalesce(${column}::varchar, '')`)
  return `not (${older}) and (file_id, row) not in (
    with of_several as (
      select file_id, row, ${returned}, hash(${cells.join(', ')}) as says from returned.${table}
      where not (${older}) and (${returned}) in (select ${returned} from returned.${table} group by all having count(distinct file_id) > 1)
    ),
    counted as (select *, row_number() over (partition by ${returned}, says, file_id order by row) as n from of_several)
    select file_id, row from counted qualify row_number() over (partition by ${returned}, says, n order by file_id desc) > 1)`
}

/** The tables of which not every row may stand: most have one file a year, and are spared the asking. */
async function inDoubt(engine: Engine, { year, authority }: Whose): Promise<ReadonlySet<ReturnedTable>> {
  const own = `authority = ${literal(authority)} and collection_year in (${year - 1}, ${year})`
  const several = returnedTables.map(
    table =>
      `select ${literal(table)} as t from returned.${table} where ${own} group by collection_year having count(distinct file_id) > 1`,
  )
  const rows = await engine.rows<{ t: ReturnedTable }>(
    [`select table_name as t from reference.older_extract where ${own}`, ...several].join(' union all '),
  )
  return new Set(rows.map(({ t }) => t))
}

/** Fills the rule tables from `returned.*` of a data version, this year's and last year's. */
export async function fillFromVersion(engine: Engine, { year, authority }: Whose): Promise<void> {
  const doubtful = await inDoubt(engine, { year, authority })
  for (const table of returnedTables) {
    const whose = `authority = ${literal(authority)}${doubtful.has(table) ? ` and ${standing(table)}` : ''}`
    // A version made before Hearth kept a column has none of it.
    const held = new Set((await engine.columns(`from returned.${table}`)).map(({ name }) => name))
    const cells = Object.entries(keptColumns(table)).map(([column, type]) =>
      // A code is null where its cell is blank, and nowhere else.
      held.has(column)
        ? `${column}, case when ${type === 'varchar' ? `${column} is not null` : given(`${column}_text`)} then ${trimmed(`${column}_text`)} end`
        : 'null, null',
    )
    for (const lastYear of [false, true])
      await engine.run(
        `delete from ${ruleTable(table, lastYear)};
         insert into ${ruleTable(table, lastYear)}
         select ${firstId(table, lastYear)} + row_number() over (order by file_id, row) - 1, file_id, line, row, ${cells.join(', ')}
         from returned.${table} where collection_year = ${lastYear ? year - 1 : year} and ${whose}`,
      )
  }
}

/** The tables of a data version that came for a year: those with rows, and those of which a file came with none. */
export async function presentInVersion(
  engine: Engine,
  { year, authority }: Whose,
): Promise<Pick<Present, 'tables' | 'last'>> {
  const there = async (collectionYear: number): Promise<Present['tables']> => {
    const rows = await engine.rows<{ source: string }>(
      `select distinct source from reference.return_held where collection_year = ${collectionYear} and authority = ${literal(authority)}`,
    )
    return new Set(rows.map(({ source }) => source))
  }
  return { tables: await there(year), last: await there(year - 1) }
}
