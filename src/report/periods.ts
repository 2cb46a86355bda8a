import type { Day } from '../kit/day.ts'
import { endsBefore, latestPeriod, type Period, periodEnding, type Window } from '../kit/period.ts'

/** The last `count` periods of a window up to a day, oldest first. */
export function periodsFor(window: Window, at: Day, count: number): readonly Period[] {
  if (window === 'between') return []
  return endsBefore(window, latestPeriod(window, at).end, count).map(end => periodEnding(window, end))
}
