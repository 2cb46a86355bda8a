import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { periodEnding } from '../kit/period.ts'
import type { Session } from './session.ts'

/** Where a child in care lives: the council's own id, the authority of the placement and how far from home. */
export type ChildPlaced = {
  readonly id: string
  /** Null where it is not known. */
  readonly host: string | null
  readonly band: string
}

/** The children in care on a month end, by the council's own ids, each with where they live. */
export const childrenPlaced = (session: Session, authority: string, at: Day): Promise<readonly ChildPlaced[]> =>
  session.during([periodEnding('month', at)], async () => {
    const rows = await session.engine.rows(
      `select p.local_id, s.placement_la, s.distance_band from in_care_at s join person p using (child_id)
       where s.authority = ${literal(authority)} order by p.local_id`,
    )
    return rows.map(({ local_id, placement_la, distance_band }) => ({
      id: String(local_id),
      host: placement_la === null ? null : String(placement_la),
      band: String(distance_band),
    }))
  })
