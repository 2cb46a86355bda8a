import { groupNames } from '../forecast/groups.ts'
import { type Day, isMonthEnd, sayDay, sayMonth } from '../kit/day.ts'
import { capitalised, sayCount, sayNumber } from '../kit/text.ts'
import { sayShort } from './say.ts'

/** A difference with its sign: `+4`, `−1.6`, `0`. */
export const signedBy =
  (say: (value: number) => string) =>
  (value: number): string => {
    const size = say(Math.abs(value))
    return size === say(0) ? size : `${value > 0 ? '+' : '−'}${size}`
  }

const places: Readonly<Record<string, number>> = { children: 0, ratio: 2, weeks: 0, '£': 0 }
/** A figure in its unit: children, weeks, £, a share or a ratio. */
export const saying =
  (unit: string) =>
  (value: number): string =>
    unit === 'share'
      ? `${sayNumber(value * 100, 1)}%`
      : `${unit === '£' ? '£' : ''}${sayNumber(value, places[unit] ?? 0)}${unit === 'ratio' ? ':1' : ''}`
/** `598 to 627`, and where both ends are printed alike `598`. */
export const spanOf = (say: (value: number) => string, [low, high]: readonly [number, number]): string =>
  say(low) === say(high) ? say(low) : `${say(low)} to ${say(high)}`
export const span = (ends: readonly [number, number], unit: string): string => spanOf(saying(unit), ends)
/** What stands where there is nothing to tell. */
export const NOTHING = '–'

/** The furthest ahead that could be tested, in months; 0: nothing was. */
export const testedTo = (tests: readonly { readonly horizon: number }[]): number =>
  Math.max(0, ...tests.map(({ horizon }) => horizon))
/** The tests that speak for so many months ahead: those of the nearest horizon, which is said where none reach so far. Null: there are none. */
export function testsFor(tests: readonly { readonly horizon: number }[], months: number): string | null {
  const furthest = testedTo(tests)
  if (furthest === 0) return null
  return months <= furthest
    ? 'tests so far ahead'
    : `the tests furthest ahead that could be made (${sayCount(furthest, 'month')})`
}
export const percent = (chance: number): string => `${sayNumber(chance * 100)}%`
export const groupOf = (group: string | null): string =>
  capitalised(group === null ? 'all' : (groupNames[group] ?? group))

/** A month end as its month, any other day as itself. */
export const monthSaid = (d: Day): string => (isMonthEnd(d) ? sayMonth(d) : sayDay(d))

/** A month of a drawing: `31 October 2026`, and for an axis `Oct 26`. */
export const named = (
  periodEnd: Day,
): { readonly periodEnd: Day; readonly period: string; readonly short: string } => ({
  periodEnd,
  period: sayDay(periodEnd),
  short: isMonthEnd(periodEnd) ? sayShort(periodEnd) : sayDay(periodEnd),
})

/** The months shown: every third, and the last. */
export const shownMonths = (horizon: number): readonly number[] => [
  ...new Set([...Array.from({ length: Math.floor(horizon / 3) }, (_, i) => i * 3 + 2), horizon - 1]),
]

/** The months compared: a year, two and three ahead; the last where the forecast is shorter. */
export const yearsAhead = (horizon: number): readonly number[] => {
  const years = [11, 23, 35].filter(month => month < horizon)
  return years.length > 0 ? years : [horizon - 1]
}

/** Pounds as people say them: `£4.61 million`, `£9,200`. */
export const sayPounds = (value: number): string =>
  Math.abs(value) >= 1e6 ? `£${sayNumber(value / 1e6, 2)} million` : saying('£')(value)
