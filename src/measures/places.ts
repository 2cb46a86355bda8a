import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { periodEnding } from '../kit/period.ts'
import type { Session } from './session.ts'

/** The children in care on a month end who live in an authority, or of whom that is not known (null): the council's own ids. */
export const childrenPlacedIn = (
  session: Session,
  authority: string,
  at: Day,
  host: string | null,
): Promise<readonly string[]> =>
  session.during([periodEnding('month', at)], async () => {
    const rows = await session.engine.rows(
      `select p.local_id from in_care_at s join person p using (child_id)
       where s.authority = ${literal(authority)} and s.placement_la is not distinct from ${host === null ? 'null' : literal(host)}
       order by p.local_id`,
    )
    return rows.map(({ local_id }) => String(local_id))
  })
