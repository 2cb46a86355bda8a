import { type Day, monthEnd } from '../kit/day.ts'
import type { Target } from '../records/records.ts'

export type { Target }
export type Operator = Target['operator']
export const operators: readonly Operator[] = ['>=', '<=', '>', '<', '=', 'between']

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

/** In force on days d with from <= d and (to is null or to > d). */
const inForce = (target: Target, d: Day): boolean => target.from <= d && (target.to === null || target.to > d)

/**
 * The target of a measure on a day (local-extracts.md 4.7). `names` are all the names by which targets may call it, most
 * particular first: its id, its full catalogue reference, its scorecard number. A later change never recolours an earlier day.
 */
export function targetOn(targets: readonly Target[], names: readonly string[], d: Day): TargetStanding {
  const found = names.flatMap(name => targets.filter(({ measure }) => measure.toUpperCase() === name.toUpperCase()))
  const target = found.find(candidate => inForce(candidate, d))
  if (target) return { kind: 'set', target, value: target.profile?.[monthEnd(d)] ?? target.value }
  return { kind: found.length ? 'being set' : 'none' }
}
