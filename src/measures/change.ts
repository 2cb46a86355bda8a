import type { QueriedMeasure } from '../definitions/measure.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { refuseTwice } from './proven.ts'
import { memberSql, type ReadQuery } from './query.ts'
import type { Session } from './session.ts'

/** Who came into a measure's numerator since the period before, and who went out of it; `group` is how many were in its group then. */
export type NumeratorFlow = {
  readonly end: Day
  readonly entered: number
  readonly left: number
  readonly group: number
}

/** The members of one authority with what they count as: an unknown is left out, or not counted, as the measure says. */
function judged(query: ReadQuery, authority: string): string {
  const { measure } = query
  const answer = measure.unknown_is === 'not counted' ? 'coalesce(counted, false)' : 'counted'
  return `select period_end, subject, ${answer} as counted, amount from (${memberSql(query, [])})
    where authority = ${literal(authority)}${measure.unknown_is === 'not counted' ? '' : ' and counted is not null'}`
}

/** The flows into and out of a measure's numerator from each period to the next: one for each period but the first. */
export async function numeratorFlows(
  session: Session,
  measure: QueriedMeasure,
  periods: readonly Period[],
  authority: string,
): Promise<readonly NumeratorFlow[]> {
  const query = await session.query(measure)
  const rows = await session.during(periods, async () => {
    await refuseTwice(session.engine, session.proven, query, periods)
    return session.engine.rows(
      // Who stands in two periods one after the other neither came nor went: each looks to the period before and after that they stand in.
      `with member as (${judged(query, authority)}),
       step as (
         select period_end, lag(period_end) over days as before, lead(period_end) over days as after
         from (select distinct period_end from period) window days as (order by period_end)
       ),
       standing as (
         select period_end, counted, lag(period_end) over own as was, lead(period_end) over own as next
         from member window own as (partition by subject, counted order by period_end)
       ),
       told as (
         select s.period_end, s.before,
           count(*) filter (m.counted and m.was is distinct from s.before) as entered,
           count(*) filter (m.counted and m.next is distinct from s.after) as leaving,
           count(m.period_end) as in_group
         from step s left join standing m using (period_end) group by s.period_end, s.before
       )
       select period_end, entered, lag(leaving) over days as left_it, lag(in_group) over days as in_group
       from told window days as (order by period_end) qualify before is not null order by period_end`,
    )
  })
  return rows.map(({ period_end, entered, left_it, in_group }) => ({
    end: period_end as Day,
    entered: Number(entered),
    left: Number(left_it),
    group: Number(in_group),
  }))
}

/** One member on two days: whether counted (null: not in the group that day), and the amount. */
export type OnBothDays = {
  readonly earlier: boolean | null
  readonly later: boolean | null
  readonly amountEarlier: number | null
  readonly amountLater: number | null
}

/** Every member of a measure's group on either of two days, told apart by the two. */
export async function membersOnBoth(
  session: Session,
  measure: QueriedMeasure,
  then: Period,
  now: Period,
  authority: string,
): Promise<readonly OnBothDays[]> {
  const query = await session.query(measure)
  const rows = await session.during([then, now], async () => {
    await refuseTwice(session.engine, session.proven, query, [then, now])
    return session.engine.rows(
      `with member as materialized (${judged(query, authority)}),
       earlier as (from member where period_end = date ${literal(then.end)}),
       later as (from member where period_end = date ${literal(now.end)})
       select e.counted as was, l.counted as is_now, e.amount as amount_then, l.amount as amount_now
       from earlier e full join later l using (subject)`,
    )
  })
  return rows.map(({ was, is_now, amount_then, amount_now }) => ({
    earlier: was as boolean | null,
    later: is_now as boolean | null,
    amountEarlier: amount_then === null ? null : Number(amount_then),
    amountLater: amount_now === null ? null : Number(amount_now),
  }))
}

/** The number, mean and spread of the amounts of each period, for one authority. */
export async function amountsOf(
  session: Session,
  measure: QueriedMeasure,
  periods: readonly Period[],
  authority: string,
): Promise<ReadonlyMap<Day, { readonly n: number; readonly mean: number }>> {
  const query = await session.query(measure)
  const rows = await session.during(periods, async () => {
    await refuseTwice(session.engine, session.proven, query, periods)
    return session.engine.rows(
      `select period_end, count(*) as n, avg(amount) as mean from (${judged(query, authority)}) where counted and amount is not null group by period_end`,
    )
  })
  return new Map(rows.map(({ period_end, n, mean }) => [period_end as Day, { n: Number(n), mean: Number(mean) }]))
}
