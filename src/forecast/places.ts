import type { Engine } from '../engine/engine.ts'
import type { Day } from '../kit/day.ts'
import { queryOf } from './query.ts'

/** Places with the council's own mainstream foster carers on a day; what is not known is null. */
export type PlacesHeld = {
  /** The day of the picture of how they are used. */
  readonly asAt: Day | null
  readonly filled: number | null
  readonly vacant: number | null
  /** Kept for short breaks. */
  readonly respite: number | null
  /** Approved, and not to be had: a carer's break, a child's needs, brothers and sisters only. */
  readonly unavailable: number | null
  /** What households are approved for, connected carers left out. */
  readonly approved: number | null
  /** The households approved. */
  readonly households: number | null
}

export async function placesHeld(engine: Engine, authority: string, until: Day): Promise<PlacesHeld> {
  const rows = await engine.rows(queryOf('places', { authority, until }))
  const pictured = rows.filter(({ kind }) => kind === 'place')
  const ofStatus = (status: string): number | null =>
    pictured.length === 0 ? null : Number(pictured.find(row => row.status === status)?.places ?? 0)
  const approved = rows.find(({ kind, status }) => kind === 'approved' && status === 'mainstream')
  return {
    asAt: (pictured[0]?.as_at ?? null) as Day | null,
    filled: ofStatus('filled'),
    vacant: ofStatus('vacant'),
    respite: ofStatus('respite'),
    unavailable: ofStatus('not_available'),
    approved: approved ? Number(approved.places) : null,
    households: approved ? Number(approved.households) : null,
  }
}
