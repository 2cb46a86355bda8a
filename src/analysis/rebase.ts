import type { Day } from '../kit/day.ts'

/** A decision to start new limits at a point: never automatic, always with a reason, an author and the day it was decided. */
export type Rebase = {
  readonly at: Day
  readonly reason: string
  readonly author: string
  readonly decided: Day
}

export type RebaseFault = { readonly at: Day; readonly what: string }

/**
 * Sorts rebases into those that can be used and what is wrong with the rest: a date that is no point of the series (the
 * NHS package ignores these silently, statistics.md 1.2), no reason or author, decided before the points it is about, twice the same.
 * `days` are the days of the series in order.
 */
export function checkRebases(
  rebases: readonly Rebase[],
  days: readonly Day[],
): { readonly good: readonly Rebase[]; readonly faults: readonly RebaseFault[] } {
  const faults: RebaseFault[] = []
  const good: Rebase[] = []
  for (const rebase of rebases) {
    const before = faults.length
    const fault = (what: string): number => faults.push({ at: rebase.at, what })
    if (!days.includes(rebase.at)) fault('No point of the series is on this day')
    else if (rebase.at === days[0]) fault('The series begins here, so there is nothing to rebase')
    if (rebase.reason.trim() === '') fault('A rebase needs a reason')
    if (rebase.author.trim() === '') fault('A rebase needs the name of who decided it')
    if (rebase.decided < rebase.at) fault('A rebase is decided after the change is seen, not before')
    if (good.some(other => other.at === rebase.at)) fault('There is another rebase on this day')
    if (faults.length === before) good.push(rebase)
  }
  return { good: good.sort((a, b) => (a.at < b.at ? -1 : 1)), faults }
}
