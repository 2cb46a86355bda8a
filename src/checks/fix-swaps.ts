import { literal } from '../engine/sql.ts'
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

/** Makes `day_of(child, id, col, d)`: every day in the rows of these children, this year’s and last’s. Columns are asked of it many times. */
export function makeDays(children: readonly string[]): string {
  const each = returnedTables.flatMap(table =>
    [false, true].flatMap(lastYear =>
      days(table).map(
        column =>
          `insert into day_of select child, id, '${column}', ${column} from ${ruleTable(table, lastYear)} where ${column} is not null and child in (select child from day_child)`,
      ),
    ),
  )
  return `create or replace temp table day_child as select unnest([${children.map(literal).join(', ')}]::varchar[]) as child;
    create or replace temp table day_of (child varchar, id bigint, col varchar, d date);
    ${each.join(';\n')}`
}

/**
 * Days of a column with day and month swapped, where something says that they were: another cell of the child has that day, or the
 * day as it stands is outside the year and the other is in it, or a row ends before it begins and would not. A day that merely
 * makes a finding go away could be any day. `makeDays` comes before. Gives `id, child, text, typed, to, why`.
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
      where child is not null and day(${column}) <= 12 and day(${column}) <> month(${column}) and id in (select unnest([${ids.join(', ')}]::integer[]))
    ), elsewhere as (
      select distinct cell.id from cell join day_of o on o.child = cell.child and o.d = cell.turned where not (o.id = cell.id and o.col = '${column}')
    )
    select t.id, t.child, t.${column}_text as text, t.${column}::varchar as typed, turned::varchar as "to",
      'day and month swapped: ' || case when ${inOrder} then 'as it stands, it ends before it begins'
        when ${inYear} then 'as it stands, it is outside the year'
        when elsewhere.id is not null then 'another cell of the child has that day' end as why
    from ${table} t join cell using (id) left join elsewhere using (id)
    where why is not null`
}

/** The day of birth that every other row of the child has, where two or more do. */
export const bornElsewhere = (table: ReturnedTable, ids: readonly number[]): string =>
  `select t.id, any_value(t.child) as child, any_value(t.dob_text) as text, any_value(t.dob)::varchar as typed, any_value(b.d)::varchar as "to",
      'every other row of the child has it' as why
    from ${table} t join day_of b on b.child = t.child and b.id <> t.id and b.col = 'dob'
    where t.id in (select unnest([${ids.join(', ')}]::integer[]))
    group by t.id
    having count(*) > 1 and count(distinct b.d) = 1 and any_value(b.d) is distinct from any_value(t.dob)`
