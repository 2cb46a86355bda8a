import type { Difference } from './difference.ts'
import { wayFrom } from './paired-change.ts'
import type { Way } from './run-rules.ts'

/** This month against the same month last year: the only two-point comparison offered (statistics.md 5.3). */
export type YearOnYear = {
  /** With its 95% interval, as shown. */
  readonly change: Difference
  /** Whether the 95% interval holds 0: "the difference could be chance". */
  readonly couldBeChance: boolean
  /** Which way, where even the 99% interval does not hold 0: enough to call it a signal among many measures. */
  readonly signal: Way | null
}

/** A board looks at every measure every month, so a signal asks for more than the interval that is shown. */
const SIGNAL_CONFIDENCE = 0.99

/**
 * Judges a change by any of the difference functions of this room: give it as a function of the confidence. Null where the
 * difference is null (a year without data, or too few).
 */
export function yearOnYear(changeAt: (confidence: number) => Difference | null): YearOnYear | null {
  const change = changeAt(0.95)
  const strict = changeAt(SIGNAL_CONFIDENCE)
  if (change === null || strict === null) return null
  return { change, couldBeChance: wayFrom(change.interval) === null, signal: wayFrom(strict.interval) }
}
