/**
 * Starts, leavers and thresholds, as every group of measures uses them (decisions 2, 5, 6).
 *
 * Choices made where the specification is silent:
 * - Every measure about END(w) counts as unknown the periods that ended in the window unrecorded, whatever it picks out
 *   of the leavers; the adoption timings, whose population is the adopted, do not.
 * - A start at 18 or over is none (history.ts).
 */
import { addMonths, type Day, type Window } from './calendar.ts'
import { childrenInCare, type History, type Spot } from './history.ts'
import type { Item } from './measure.ts'
import type { Period } from './periods.ts'

export const within = (day: Day | null, window: Window): boolean =>
  day !== null && day >= window.from && day <= window.to

/** START(w): periods begun with RNE S in the window. */
export function starts(history: History, window: Window): Period[] {
  return history.periods.filter(period => period.isStart && within(period.start, window))
}

/** END(w): periods with a recorded end in the window. */
export function leavers(history: History, window: Window): Period[] {
  return history.periods.filter(period => period.ending === 'recorded' && within(period.end, window))
}

/** Periods that ended in the window in a way no return recorded. */
export function unrecordedLeavers(history: History, window: Window): Period[] {
  return history.periods.filter(period => period.ending === 'unrecorded' && within(period.end, window))
}

/** One item for each leaver, and an unknown one for each unrecorded end. */
export function leaverItems(history: History, window: Window, counted: (period: Period) => boolean | null): Item[] {
  const known = leavers(history, window).map(period => ({ child: period.child, counted: counted(period) }))
  return [...known, ...unrecordedItems(history, window)]
}

/** The leavers with one of these reasons. */
export const leftBy =
  (reasons: readonly string[]) =>
  (history: History, window: Window): Item[] =>
    leaverItems(history, window, period => reasons.includes(period.rec))

export function unrecordedItems(history: History, window: Window): Item[] {
  return unrecordedLeavers(history, window).map(period => ({ child: period.child, counted: null }))
}

export function startItems(history: History, window: Window, counted: (period: Period) => boolean | null): Item[] {
  return starts(history, window).map(period => ({ child: period.child, counted: counted(period) }))
}

/** One item for each child in care on the last day of the window. */
export function careItems(history: History, window: Window, counted: (spot: Spot) => boolean | null): Item[] {
  return childrenInCare(history, window.to).map(spot => ({ child: spot.person.id, counted: counted(spot) }))
}

/** One item for each child: counted if any item of the child is, else unknown if any is. */
export function distinct(items: readonly Item[]): Item[] {
  const byChild = new Map<string, Item>()
  for (const item of items) {
    const seen = byChild.get(item.child)
    if (!seen || item.counted === true || (item.counted === null && seen.counted === false)) {
      byChild.set(item.child, seen?.counted === true ? seen : { child: item.child, counted: item.counted })
    }
  }
  return [...byChild.values()]
}

/** "Longer than n months": the anniversary lies before the day. */
export const longerThan = (start: Day, months: number, day: Day): boolean => addMonths(start, months) < day

/** "At least n months": the anniversary lies on or before the day. */
export const atLeast = (start: Day, months: number, day: Day): boolean => addMonths(start, months) <= day

/** A threshold on a start that may not be held: the earliest day held settles it only if it already passes. */
export function settled(passes: boolean, startHeld: boolean): boolean | null {
  if (passes) return true
  return startHeld ? false : null
}

/** Residents aged 0 to 17 at the latest mid-year on or before the day that is loaded. */
export function population(history: History, day: Day): number | null {
  const { authority, population: rows } = history.files
  if (authority === null || rows === null) return null
  const byYear = new Map<number, { whole: number | null; parts: number }>()
  for (const row of rows) {
    if (row.cell('AREA_CODE') !== authority || row.cell('AREA_TYPE') !== 'la') continue
    if (row.cell('POPULATION_TYPE') !== 'resident' || row.cell('ETHNIC_GROUP') !== 'all') continue
    const year = Number(row.cell('YEAR'))
    if (`${year}-06-30` > day) continue
    const from = Number(row.cell('AGE_FROM'))
    const to = Number(row.cell('AGE_TO'))
    const persons = Number(row.cell('PERSONS'))
    const sum = byYear.get(year) ?? { whole: null, parts: 0 }
    if (from === 0 && to === 17) sum.whole = persons
    else if (to <= 17) sum.parts += persons
    byYear.set(year, sum)
  }
  const latest = Math.max(...byYear.keys())
  const sum = byYear.get(latest)
  return sum ? (sum.whole ?? sum.parts) : null
}
