import type { Engine } from '../engine/engine.ts'
import { values } from '../engine/sql.ts'
import type { ReturnedTable } from '../model/returned.ts'
import { trimmed, typedSql } from '../model/typed-cell.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import type { LoadedFile } from './load-file.ts'
import { tableShapes, tables } from './shape.ts'

const financialYear = (date: string): string => `(year(${date}) + case when month(${date}) >= 4 then 1 else 0 end)`

/**
 * The day that tells which year a row is of: what ended or happened in it. An episode or a worker may have begun years
 * before and been carried on, so that its start tells little.
 */
export function tellingColumn(table: ReturnedTable): string | null {
  const { start, end, tells } = tableShapes[table]
  return tells ?? end ?? start ?? null
}
function tellingDay(table: ReturnedTable, prefix = ''): string | null {
  const column = tellingColumn(table)
  return column ? typedSql(`${prefix}${column}`, 'date') : null
}

const NONE =
  'select null::integer as file_id, null::integer as rank, null::date as happened, null::date as began where false'

/** Of a large file a part is enough to tell its year. */
const SOME = 'row < 5000 or row % 20 = 0'

/** Episodes tell a year best: a review or a spell missing may be dated years away from the return that has it. */
export const tellingRank = (table: ReturnedTable): number => (table === 'episodes' ? 1 : 2)

/** Makes `file_year(file_id, collection_year, spread, …)` from what is in staging: the year each file is of, from its name, its days or its neighbours. */
export async function placeInYears(engine: Engine, files: readonly LoadedFile[]): Promise<readonly Finding[]> {
  const given = tables.filter(table => files.some(file => file.tables.includes(table)))
  const dated = given.flatMap(table => {
    const day = tellingDay(table)
    const { start } = tableShapes[table]
    return day && start
      ? [
          `select file_id, ${tellingRank(table)} as rank, ${day} as happened, ${typedSql(start, 'date')} as began from staging.${table} where ${SOME}`,
        ]
      : []
  })
  await placeByDays(engine, files, dated)
  return yearFindings(engine, files)
}

/** Makes `file_year` from queries that give `file_id`, `rank` and the days `happened` and `began` of rows. */
export async function placeByDays(
  engine: Engine,
  files: readonly LoadedFile[],
  dated: readonly string[],
): Promise<void> {
  const rows = files.map(({ id, namedYear, loneYear, group }) => [id, namedYear, loneYear, group] as const)
  const lastYear = new Date().getUTCFullYear() + 1
  await engine.run(
    `create or replace temp table loaded_file as select file_id, named_year::integer as named_year, lone_year::integer as lone_year, grp from (values ${values(rows)}) t(file_id, named_year, lone_year, grp)`,
  )
  await engine.run(`create or replace temp table file_year as
    with every as materialized (${[NONE, ...dated].join(' union all ')}),
    event as (select * from every qualify rank = min(rank) over (partition by file_id)),
    counted as (
      select file_id, rank, ${financialYear('happened')} as y, count(*) as n, count(*) * 1.0 / sum(count(*)) over (partition by file_id) as share
      from event where happened is not null group by file_id, rank, y
    ),
    told as (
      -- The latest year with more than a slip in it: what is still open in a file of several years is of that one.
      select file_id, rank, max_by(y, (n, y)) as y, max(share) as share, coalesce(max(y) filter (share > 0.02 and y <= ${lastYear}), max_by(y, (n, y))) as latest
      from counted group by file_id, rank
      union all
      select file_id, rank, max(${financialYear('began')}), 1.0, max(${financialYear('began')}) from event
      where file_id not in (select file_id from counted) and began is not null group by file_id, rank
    ),
    own as (
      select f.*, t.rank, t.y as told_year, t.share as told_share, f.named_year is null and coalesce(t.share < 0.8, false) as mixed,
        coalesce(f.named_year, case when t.share < 0.8 then t.latest else t.y end) as y
      from loaded_file f left join told t using (file_id)
    ),
    -- The year of a return: that of its episodes, else of most of its files. A file whose own days say many years follows it.
    neighbour as (
      select grp, coalesce(mode(y) filter (rank = 1 or named_year is not null), mode(y)) as y from own where y is not null and not mixed group by grp
    )
    select o.file_id, o.mixed and n.y is null as spread, o.named_year, o.told_year, o.told_share, o.y is null and n.y is null as guessed,
      coalesce(case when o.mixed then n.y end, o.y, n.y, o.lone_year, (select max(y) from own), ${lastYear - 1})::integer as collection_year
    from own o left join neighbour n using (grp)`)
}

/** Files whose days are of another year than their name, and files whose year nothing tells. */
async function yearFindings(engine: Engine, files: readonly LoadedFile[]): Promise<readonly Finding[]> {
  const paths = new Map(files.map(({ id, path }) => [id, path]))
  const doubtful = await engine.rows(
    'select * from file_year where guessed or (told_year <> named_year and told_share > 0.5) order by file_id',
  )
  const said = (year: unknown): string => `${Number(year) - 1} to ${year}`
  const byDays = await engine.rows(
    `select collection_year, any_value(f.file_id) as file_id, count(*) as n from file_year y join loaded_file f using (file_id)
     where not guessed and y.named_year is null and coalesce(f.lone_year not in (collection_year - 1, collection_year), true)
       and file_id in (${rowsWithoutYear(files)}) group by all order by collection_year`,
  )
  const guesses = byDays.map(({ collection_year, file_id, n }) =>
    finding({
      severity: 'tolerated',
      code: 'year-guessed',
      file: paths.get(Number(file_id)) ?? null,
      found: said(collection_year),
      count: Number(n),
      why: `No folder, file name or column says the year; by the days in the files it was taken as ${said(collection_year)}.`,
      fix: 'Nothing, if that is right; otherwise put the files in a folder named by their year, such as 2025-26.',
    }),
  )
  const doubts = doubtful.map(({ file_id, guessed, named_year, told_year, collection_year }) =>
    finding({
      severity: 'warning',
      file: paths.get(Number(file_id)) ?? null,
      ...(guessed
        ? {
            code: 'year-guessed',
            found: said(collection_year),
            why: `Nothing says which year the file is of; it was taken as ${said(collection_year)}.`,
            fix: 'Put the file in a folder named by its year, such as 2025-26.',
          }
        : {
            code: 'year-contradicted',
            found: said(told_year),
            why: `The name says ${said(named_year)}, and most of its days are of ${said(told_year)}. The name was followed.`,
            fix: 'Check that the file is in the folder of its year.',
          }),
    }),
  )
  return [...doubts, ...guesses]
}

/** The files that have a row without a YEAR of its own, as SQL. */
function rowsWithoutYear(files: readonly LoadedFile[]): string {
  const given = tables.filter(table => files.some(file => file.tables.includes(table)))
  return [
    'select null::integer where false',
    ...given.map(table => `select file_id from staging.${table} where coalesce(${trimmed('year')}, '') = ''`),
  ].join(' union ')
}

/** How a row says which year it is of: its YEAR cell, else its file; in a file that spans years, the year it ended or happened in. */
export function rowYear(table: ReturnedTable): string {
  const said = `case when try_cast(${trimmed('s.year')} as integer) between 2000 and 2100 then try_cast(${trimmed('s.year')} as integer)
    when regexp_matches(s.year, '^20\\d\\d[-/]\\d\\d') then try_cast(left(s.year, 4) as integer) + 1 end`
  const day = tellingDay(table, 's.')
  return `coalesce(${said}, ${day ? `case when y.spread then ${financialYear(day)} end, ` : ''}y.collection_year)::integer`
}
