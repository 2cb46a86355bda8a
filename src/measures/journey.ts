import { literal } from '../engine/sql.ts'
import { addDays, type Day } from '../kit/day.ts'
import { periodEnding } from '../kit/period.ts'
import type { Session } from './session.ts'

/** Where a child came from and went to in a period: `in:<placement group>`, `came:<legal status>`, `left:<route>`. */
export type Leg = { readonly from: string; readonly to: string; readonly children: number }
export type LegChild = { readonly local_id: string; readonly from: string; readonly to: string }

/**
 * Every child in care at any time in a period, once: where they lived the day before it began, or the legal status under
 * which they first came into care in it; and where they lived on its last day, or how they last left. Short breaks left out.
 */
const legsSql = (authority: string, start: Day, end: Day): string => `
  with here as (
    select child_id, period_end, placement_group from in_care_at where authority = ${literal(authority)}
  ),
  first_start as (
    select child_id, arg_min(legal_status, day) as legal_status from start_of_care
    where authority = ${literal(authority)} and day between date ${literal(start)} and date ${literal(end)} group by child_id
  ),
  last_end as (
    select child_id, arg_max_null(end_reason, day) as end_reason from end_of_care
    where authority = ${literal(authority)} and day between date ${literal(start)} and date ${literal(end)} group by child_id
  ),
  child as (select child_id from here union select child_id from first_start union select child_id from last_end)
  select child.child_id,
    case when b.child_id is not null then 'in:' || b.placement_group
         when s.child_id is not null then 'came:' || s.legal_status
         else 'came:not_known' end as from_where,
    case when e.child_id is not null then 'in:' || e.placement_group
         when l.child_id is not null then 'left:' || leaving_route(l.end_reason)
         else 'left:not_known' end as to_where
  from child
  left join here b on b.child_id = child.child_id and b.period_end = date ${literal(addDays(start, -1))}
  left join here e on e.child_id = child.child_id and e.period_end = date ${literal(end)}
  left join first_start s on s.child_id = child.child_id
  left join last_end l on l.child_id = child.child_id`

const during = <T>(session: Session, start: Day, end: Day, work: () => Promise<T>): Promise<T> =>
  session.during([periodEnding('month', addDays(start, -1)), periodEnding('month', end)], work)

/** How many children took each way through a period, both days included. */
export async function journeyLegs(session: Session, authority: string, start: Day, end: Day): Promise<readonly Leg[]> {
  const rows = await during(session, start, end, () =>
    session.engine.rows(
      `select from_where, to_where, count(*) as n from (${legsSql(authority, start, end)}) group by all order by all`,
    ),
  )
  return rows.map(({ from_where, to_where, n }) => ({
    from: String(from_where),
    to: String(to_where),
    children: Number(n),
  }))
}

/** The children who took one way. */
export async function journeyChildren(
  session: Session,
  authority: string,
  start: Day,
  end: Day,
  from: string,
  to: string,
): Promise<readonly LegChild[]> {
  const rows = await during(session, start, end, () =>
    session.engine.rows(
      `select p.local_id, from_where, to_where from (${legsSql(authority, start, end)}) j join person p using (child_id)
       where from_where = ${literal(from)} and to_where = ${literal(to)} order by p.local_id`,
    ),
  )
  return rows.map(({ local_id, from_where, to_where }) => ({
    local_id: String(local_id),
    from: String(from_where),
    to: String(to_where),
  }))
}
