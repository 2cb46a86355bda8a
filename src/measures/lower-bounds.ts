import type { QueriedMeasure } from '../definitions/measure.ts'
import { literal } from '../engine/sql.ts'
import type { Period } from '../kit/period.ts'
import { refuseTwice } from './proven.ts'
import { memberSql } from './query.ts'
import type { Session } from './session.ts'

/** How many of an average's unknown carry an amount, and what these amounts come to. */
export type LowerBounds = { readonly known: number; readonly sum: number }

/**
 * The amounts of an average's members of whom it is not known what to count: each is the least it can be, such as the days
 * since the first day the return holds. One below nought is a fault of the dates and bounds nothing.
 */
export async function lowerBounds(
  session: Session,
  measure: QueriedMeasure,
  period: Period,
  authority: string,
): Promise<LowerBounds> {
  const query = await session.query(measure)
  const row = await session.during([period], async () => {
    await refuseTwice(session.engine, session.proven, query, [period])
    return session.engine.row(
      `select count(*) as known, coalesce(sum(amount), 0) as total from (${memberSql(query, [])})
       where authority = ${literal(authority)} and counted is null and amount >= 0`,
    )
  })
  return { known: Number(row?.known ?? 0), sum: Number(row?.total ?? 0) }
}
