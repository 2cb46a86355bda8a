import { groupNames } from '../forecast/groups.ts'
import { type Day, isMonthEnd, sayDay, sayMonth } from '../kit/day.ts'
import { capitalised, sayNumber } from '../kit/text.ts'
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
/** `598 to 627`. */
export const span = ([low, high]: readonly [number, number], unit: string): string =>
  `${saying(unit)(low)} to ${saying(unit)(high)}`
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
