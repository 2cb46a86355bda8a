import { type Range, rangeOf } from '../analysis/forecast/ranges.ts'
import type { Day } from '../kit/day.ts'
import type { PlacesHeld } from './places.ts'

/** What there is of a kind of placement, and from what that is known. */
export type Held = { readonly places: number; readonly from: 'pictured places' | 'approvals' }

/** Children who will need places of one kind, by month, against places held now. */
export type Sufficiency = {
  /** A placement group. */
  readonly group: string
  readonly held: Held | null
  readonly months: readonly {
    readonly periodEnd: Day
    readonly needed: Range
    /** The share of futures that need more places than are held now; null where it is not known how many are. */
    readonly chanceShort: number | null
  }[]
}

/** Equally likely numbers of children in a placement group, month by month, as they are printed in the forecast itself. */
export type LikelyNeed = {
  readonly group: string
  readonly months: readonly { readonly periodEnd: Day; readonly values: Float64Array }[]
}

/** Places that could have a child in them: filled and vacant. Those kept for short breaks or not to be had are none. */
function fosterPlaces({ filled, vacant, approved }: PlacesHeld): Held | null {
  if (filled !== null && vacant !== null) return { places: filled + vacant, from: 'pictured places' }
  return approved === null ? null : { places: approved, from: 'approvals' }
}

/** Places held of a placement group; only our own foster carers have any that are known. */
export const placesIn = (group: string, places: PlacesHeld): Held | null =>
  group === 'in_house_foster' ? fosterPlaces(places) : null

/**
 * Needed places by type against places held. Only our own foster carers have places that are held; of every other kind the need is
 * told, with nothing to set it against.
 */
export function sufficiencyOf(groups: readonly LikelyNeed[], places: PlacesHeld): readonly Sufficiency[] {
  return groups.map(({ group, months }) => {
    const held = placesIn(group, places)
    return {
      group,
      held,
      months: months.map(({ periodEnd, values }) => ({
        periodEnd,
        needed: rangeOf(values),
        chanceShort: held === null ? null : values.filter(n => n > held.places).length / values.length,
      })),
    }
  })
}
