import { keptColumns, type ReturnedTable } from '../model/model.ts'
import { returnedTables, ruleTable } from './rule-tables.ts'

/** The two ends of what a row tells of, which come in this order. */
const ends: Partial<Record<ReturnedTable, readonly [first: string, last: string]>> = {
  episodes: ['decom', 'dec'],
  missing: ['mis_start', 'mis_end'],
  sw_episodes: ['sw_decom', 'sw_dec'],
  dolo: ['dolo_start', 'dolo_end'],
  placed_adoption: ['date_placed', 'date_placed_ceased'],
  ad1: ['date_int', 'date_match'],
}

const days = (table: ReturnedTable): readonly string[] =>
  Object.entries(keptColumns(table)).flatMap(([column, type]) => (type === 'date' ? [column] : []))

/** Every day in the rows of the children who have a `cell`, this year’s and last’s, as a select. */
const daysOfChildren = (): string =>
  returnedTables
    .flatMap(table =>
      [false, true].flatMap(lastYear =>
        days(table).map(
          column =>
            `select child, id, '${column}' as col, ${column} as d from ${ruleTable(table, lastYear)} where ${column} is not null and child in (select child from cell)`,
        ),
      ),
    )
    .join(' union all ')

/**
 * Days of a column with day and month swapped, where something says that they were: another cell of the child has that day, or the
 * day as it stands is outside the year and the other is in it, or a row ends before it begins and would not. A day that merely
 * makes a finding go away could be any day. Gives `id, child, text, typed, to, why`.
 */
export function swapsWithReason(table: ReturnedTable, column: string, ids: readonly number[]): string {
  const [first, last] = ends[table] ?? []
  const turnedRound =
    column === first
      ? `t.${column} > t.${last} and turned <= t.${last}`
      : `t.${column} < t.${first} and turned >= t.${first}`
  const inOrder = first !== undefined && (column === first || column === last) ? turnedRound : 'false'
  // A day of birth is of any year.
  const inYear = column.endsWith('dob')
    ? 'false'
    : `t.${column} not between year_start() and as_at() and turned between year_start() and as_at()`
  return `with cell as (
      select id, child, make_date(year(${column}), day(${column}), month(${column})) as turned
      from ${table}
      where child is not null and day(${column}) <= 12 and day(${column}) <> month(${column}) and id in (select unnest([${ids.join(', ')}]::bigint[]))
    ), days as (${daysOfChildren()}),
    elsewhere as (
      select distinct cell.id from cell join days on days.child = cell.child and days.d = cell.turned where not (days.id = cell.id and days.col = '${column}')
    )
    select t.id, t.child, t.${column}_text as text, t.${column}::varchar as typed, turned::varchar as "to",
      'day and month swapped: ' || case when ${inOrder} then 'as it stands, it ends before it begins'
        when ${inYear} then 'as it stands, it is outside the year'
        when elsewhere.id is not null then 'another cell of the child has that day' end as why
    from ${table} t join cell using (id) left join elsewhere using (id)
    where why is not null`
}
