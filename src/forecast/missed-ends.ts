import type { CareHistory } from '../analysis/forecast/care-history.ts'
import { monthlyOf } from '../analysis/forecast/monthly.ts'

/** Months at the beginning of a history in which no end of care is known, though some would be usual. */
export type MissedEnds = {
  readonly months: number
  /** Ends that there would be in them, as often as care has ended since. */
  readonly usual: number
  /** The first day after them, as days since 1 January 1970. */
  readonly from: number
}

/** So many ends that were to be expected stay out by chance once in a thousand times. */
const NOT_BY_CHANCE = 7

/**
 * A return that lists only children still in care tells of earlier years who has stayed, and of nobody who left. Where no care ends for so
 * long at first that chance cannot be why, ends are not known there. Null where that is not so, or no care ends at all.
 */
export function missedEnds(history: CareHistory): MissedEnds | null {
  const { ends, total, leavers } = monthlyOf(history)
  const left = ends.map((_, i) => leavers.reduce((sum, row) => sum + (row[i] ?? 0), 0))
  const first = left.findIndex(n => n > 0)
  if (first < 2) return null
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
  // Who was in care at the end of a month may leave in the next.
  const [before, since] = [sum(total.slice(0, first - 1)), sum(total.slice(first - 1, -1))]
  const usual = (sum(left.slice(first)) / Math.max(1, since)) * before
  return usual < NOT_BY_CHANCE ? null : { months: first - 1, usual, from: (ends[first - 1] ?? 0) + 1 }
}
