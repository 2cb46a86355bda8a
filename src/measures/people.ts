import type { QueriedMeasure } from '../definitions/measure.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { refuseTwice } from './proven.ts'
import { memberSql } from './query.ts'
import type { Session } from './session.ts'

/** One member of a measure's population in one period. */
export type Member = {
  readonly authority: string
  readonly period_end: Day
  readonly subject: string
  /** The council's own id of the child, null where the measure is not about children. */
  readonly local_id: string | null
  readonly counted: boolean | null
  readonly amount: number | null
}

/** Every member of a measure's population, period by period. The figures are counts of exactly these rows. */
export async function members(
  session: Session,
  measure: QueriedMeasure,
  periods: readonly Period[],
  authority?: string,
): Promise<readonly Member[]> {
  const query = await session.query(measure)
  return session.during(periods, async () => {
    await refuseTwice(session.engine, session.proven, measure)
    const rows = await session.engine.rows(
      `select r.authority, r.period_end, r.subject::varchar as subject, p.local_id, r.counted, r.amount
       from (${memberSql(query, [])}) r left join person p using (child_id)
       ${authority === undefined ? '' : `where r.authority = ${literal(authority)}`} order by r.authority, r.period_end, p.local_id, r.subject`,
    )
    return rows as unknown as readonly Member[]
  })
}
