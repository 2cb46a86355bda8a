import { fromNumber, toNumber } from '../../kit/day.ts'
import { monthsBefore } from '../../kit/period.ts'

/**
 * The days that lie whole months from a day, `n` of them, nearest first: months later, or earlier where `step` is −1. A month end
 * stays a month end. Days since 1 January 1970.
 */
export const monthsFrom = (day: number, n: number, step: 1 | -1 = 1): number[] =>
  Array.from({ length: n }, (_, i) => toNumber(monthsBefore(fromNumber(day), -step * (i + 1))))

/** The ends of every whole month from `from` (its first day) to `until`, counted back from `until`, oldest first, with the day before the first. */
export function monthEndsBetween(from: number, until: number): number[] {
  const ends = [until]
  for (let i = 1; ; i++) {
    const end = toNumber(monthsBefore(fromNumber(until), i))
    if (end < from - 1) break
    ends.push(end)
  }
  return ends.reverse()
}
