import { type Day, isMonthEnd, sayDay, sayMonth, yearOf } from '../kit/day.ts'
import { type Window, windowStart } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import type { Operator } from '../review/target.ts'

/** What saying a figure depends on. `unit` is as printed: `%`, `number`, `per 10,000`, `:1`, `weeks`… */
export type Unit = { readonly unit: string; readonly places: number }

/** Under this many in the group a share reads "5 of 6" (indicators.md section 1; a setting). */
export const SMALL_GROUP = 20

/** Pounds in GOV.UK style: `£1,234`, `−£1,234`. */
const sayPounds = (amount: number, places: number): string => sayNumber(amount, places).replace(/\d/, '£$&')

/** A value in words and digits: `59.6%`, `689`, `105.9`, `1.8:1`, `£1,234`. A share is given as a fraction. */
export function sayValue({ unit, places }: Unit, value: number): string {
  if (unit === '%') return `${sayNumber(value * 100, places)}%`
  if (unit === ':1') return `${sayNumber(value, places)}:1`
  if (unit === '£') return sayPounds(value, places)
  return sayNumber(value, places)
}

/** A share of a small group as people: `5 of 6`. */
export const sayOf = (numerator: number, denominator: number): string =>
  `${sayNumber(numerator)} of ${sayNumber(denominator)}`

/** A change with its sign: `+6.9`, `−0.8`, `0.0`, `+£1,234`. Shares change in percentage points. */
export function sayChange({ unit, places }: Unit, change: number): string {
  const scaled = unit === '%' ? change * 100 : change
  const words = sayNumber(scaled, places)
  const sign = words.startsWith('−') || Number(words.replaceAll(',', '')) === 0 ? '' : '+'
  return `${sign}${unit === '£' ? sayPounds(scaled, places) : words}${unit === '%' ? ' points' : ''}`
}

const operatorWords: Readonly<Record<Operator, string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
  '=': 'exactly',
  between: 'between',
}

/** The decimals a target is printed with: as many as it has, up to two; one with more is printed as the figure is. */
export function targetPlaces({ unit, places }: Unit, value: number): number {
  const scaled = unit === '%' ? value * 100 : value
  return [0, 1, 2].find(n => Math.abs(scaled - Number(scaled.toFixed(n))) < 1e-9) ?? places
}

/** `at most 15%`, `at most 1 week`, `less than 1:1`, `between 10 and 15 weeks`. The value is in the base of the measure's value. */
export function sayTarget(as: Unit, operator: Operator, value: number, upper: number | null): string {
  const { unit } = as
  const exact = (v: number): string => sayValue({ unit, places: targetPlaces(as, v) }, v)
  const one = operator !== 'between' && exact(value) === '1'
  const tail = /^[a-z]/.test(unit) && unit !== 'number' ? ` ${one ? unit.replace(/s$/, '') : unit}` : ''
  return `${operatorWords[operator]} ${exact(value)}${operator === 'between' && upper !== null ? ` and ${exact(upper)}` : ''}${tail}`
}

/** A period in words. `at` says whether the figure is a position (at period end) or events (within the period). */
export function sayPeriod(window: Window, end: Day, at: 'period end' | 'within period'): string {
  if (window === 'between') return `to ${sayDay(end)}`
  const span: Partial<Record<Window, string>> = {
    'rolling 3 months': '3 months to',
    'rolling 6 months': '6 months to',
    'rolling 12 months': '12 months to',
    'rolling 36 months': '36 months to',
    'three years': 'three years to',
    year: 'year ending',
    quarter: 'quarter ending',
    term: 'term ending',
    'academic year': 'academic year ending',
    'year to date': `${sayDay(windowStart('year to date', end))} to`,
  }
  const words = span[window]
  if (words) return `${words} ${sayDay(end)}`
  if (at === 'period end') return sayDay(end)
  return isMonthEnd(end) ? sayMonth(end) : `month to ${sayDay(end)}`
}

/** For an axis: `Oct 26`. */
export const sayShort = (end: Day): string => `${sayMonth(end).slice(0, 3)} ${String(yearOf(end)).slice(2)}`

/** An axis value is written as figures are, in pounds where they are, with as many decimals as it has: 1.05 is not written as 1.1, and pence are two. */
export const sayAxis =
  (unit: string) =>
  (value: number): string => {
    const scaled = unit === '%' ? Math.round(value * 1e6) / 1e4 : value
    const places = [0, 1, 2].find(n => Math.abs(scaled - Number(scaled.toFixed(n))) < 1e-9) ?? 3
    return sayValue({ unit, places: unit === '£' && places === 1 ? 2 : places }, value)
  }
