import type { Day } from '../kit/day.ts'

export const operators = ['>=', '<=', '>', '<', '=', 'between'] as const
export type Operator = (typeof operators)[number]

/**
 * A target for a measure, in force on days d with from <= d and (to is null or to > d). Values are in the unit that people
 * write (percentages 0 to 100). Source: local-extracts.md 4.7.
 */
export type Target = {
  /** A measure reference (`NUM-07`, `PRM-10:started`), a scorecard number (`CP8`) or a measure's id. */
  readonly measure: string
  readonly from: Day
  readonly to: Day | null
  readonly operator: Operator
  readonly value: number
  /** The upper end, for `between`. */
  readonly upper: number | null
  /** How far on the wrong side is still within tolerance, in the unit of the measure, inclusive. */
  readonly amberWithin: number | null
  /** The target month by month through the year, April first, where it is not flat. */
  readonly profile: readonly number[] | null
  readonly rationale: string
  readonly setBy: string
  readonly agreedOn: Day
}

/** What is known of a measure's target on a day. */
export type TargetStanding =
  | {
      readonly kind: 'set'
      readonly target: Target /** The value for that day's month, profile applied. */
      readonly value: number
    }
  /** Other years have a target; this one has none yet. */
  | { readonly kind: 'being set' }
  | { readonly kind: 'none' }

const inForce = (target: Target, d: Day): boolean => target.from <= d && (target.to === null || target.to > d)

/**
 * The target of a measure on a day. `names` are all the names by which targets may call it, most particular first: its id,
 * its full catalogue reference, its scorecard number. A later change never recolours an earlier day.
 */
export function targetOn(targets: readonly Target[], names: readonly string[], d: Day): TargetStanding {
  const named = (name: string): readonly Target[] =>
    targets.filter(target => target.measure.toUpperCase() === name.toUpperCase())
  const found = names.flatMap(named)
  const target = found.find(candidate => inForce(candidate, d))
  if (target) {
    const month = (Number(d.slice(5, 7)) + 8) % 12
    return { kind: 'set', target, value: target.profile?.[month] ?? target.value }
  }
  return { kind: found.length ? 'being set' : 'none' }
}
