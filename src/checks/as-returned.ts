import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { keptColumns, type ReturnedTable, returnedColumns } from '../model/model.ts'
import { given, trimmed } from '../model/typed-cell.ts'
import { uascFromTable } from './example-rows.ts'
import type { Present } from './not-run.ts'
import { fillProviders } from './provider-list.ts'
import { firstId, returnedTables, ruleTable } from './rule-tables.ts'

/** Whose rows of `returned.*` are checked, and as which year. */
export type Whose = {
  readonly year: number
  /** Null: all rows as they stand in the files, settled or not. */
  readonly authority: string | null
}

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
  if (authority === null) return new Set()
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

/**
 * Fills the rule tables from `returned.*`, this year's and last year's, and the list of providers. Says what is there. `own` is the
 * council whose area a placement is in or out of.
 */
export async function fillRows(
  engine: Engine,
  { year, authority }: Whose,
  own: string | null,
): Promise<Pick<Present, 'providers' | 'postcodes'>> {
  const doubtful = await inDoubt(engine, { year, authority })
  for (const table of returnedTables) {
    const whose =
      authority === null
        ? ''
        : `and authority = ${literal(authority)}${doubtful.has(table) ? ` and ${standing(table)}` : ''}`
    // A version made before Hearth kept a column has none of it.
    const held =
      authority === null ? null : new Set((await engine.columns(`from returned.${table}`)).map(({ name }) => name))
    for (const lastYear of [false, true]) {
      const cells = Object.entries(keptColumns(table)).map(([column, type]) =>
        // Cells of files are clean. A code is null where its cell is blank, and nowhere else.
        held === null
          ? `${column}, ${column}_text`
          : held.has(column)
            ? `${column}, case when ${type === 'varchar' ? `${column} is not null` : given(`${column}_text`)} then ${trimmed(`${column}_text`)} end`
            : 'null, null',
      )
      await engine.run(
        `delete from ${ruleTable(table, lastYear)};
         insert into ${ruleTable(table, lastYear)}
         select ${firstId(table, lastYear)} + row_number() over (order by file_id, row) - 1, file_id, line, row, ${cells.join(', ')}
         from returned.${table} where collection_year = ${lastYear ? year - 1 : year} ${whose}`,
      )
    }
  }
  const fromPostcodes = (await engine.row('select 1 from reference.postcode limit 1')) !== null
  const postcodes = fromPostcodes || (await carriesAreas(engine))
  if (postcodes)
    for (const suffix of ['', '_last'] as const)
      await engine.run(fromPostcodes ? placesFromPostcodes(suffix, own) : inOrOut(suffix, own))
  for (const suffix of ['', '_last'])
    if ((await engine.row(`select 1 from header${suffix} where uasc is not null limit 1`)) === null)
      await engine.run(uascFromTable(suffix))
  return { providers: await fillProviders(engine), postcodes }
}

/** Area and distance of each placement from postcodes, where the return does not carry them (ssda903.md 3.8: miles, one decimal). */
export const placesFromPostcodes = (suffix: '' | '_last', authority: string | null): string => `
  create or replace temp table place_of as
  with asked as (select plain_postcode(home_post) as postcode from episodes${suffix} union select plain_postcode(pl_post) from episodes${suffix})
  select a.postcode, coalesce(f.easting, s.easting) as easting, coalesce(f.northing, s.northing) as northing, coalesce(f.la_code, s.la_code) as la
  from asked a
  left join reference.postcode f on f.postcode = a.postcode
  left join reference.postcode s on s.postcode = left(a.postcode, length(a.postcode) - 2)
  where a.postcode is not null;
  update episodes${suffix} e set
    pl_la = coalesce(pl_la, (select la from place_of p where p.postcode = plain_postcode(e.pl_post))),
    pl_distance = coalesce(pl_distance, (select round(sqrt(pow(h.easting - p.easting, 2) + pow(h.northing - p.northing, 2)) / 1000 / 1.6093, 1)
      from place_of h, place_of p where h.postcode = plain_postcode(e.home_post) and p.postcode = plain_postcode(e.pl_post)));
  ${inOrOut(suffix, authority)}`

/** Whether each placement is in the council's area, where the return does not say. */
const inOrOut = (suffix: '' | '_last', authority: string | null): string =>
  `update episodes${suffix} set pl_location = case when pl_la = upper(${literal(authority)}) then 'IN' else 'OUT' end
   where pl_location is null and pl_la is not null ${authority === null ? 'and false' : ''}`

/** Returns of older years carry the areas themselves (ssda903.md 3.8): last year's must too, or the two cannot be held against each other. */
const carriesAreas = async (engine: Engine): Promise<boolean> =>
  (await engine.row(
    `select 1 where (select bool_or(pl_la is not null) from episodes)
       and (select coalesce(bool_or(pl_la is not null), true) from episodes_last)`,
  )) !== null

/** The tables of a data version that came for a year: those with rows, and those of which a file came with none. */
export async function presentInVersion(
  engine: Engine,
  { year, authority }: Whose,
): Promise<Pick<Present, 'tables' | 'last'>> {
  const there = async (collectionYear: number): Promise<Present['tables']> => {
    const whose = authority === null ? '' : `and authority = ${literal(authority)}`
    const rows = await engine.rows<{ source: string }>(
      `select distinct source from reference.return_held where collection_year = ${collectionYear} ${whose}`,
    )
    return new Set(rows.map(({ source }) => source))
  }
  return { tables: await there(year), last: await there(year - 1) }
}
