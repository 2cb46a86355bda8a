/**
 * The oracle's own days, written out longhand and sharing nothing with src/.
 *
 * A day is its text, '2026-03-31': such texts sort as days do. Only differences and weekdays need a number.
 *
 * Choices made where the specification is silent:
 * - A date that does not exist falls on the last day of its month; 29 February plus whole years is 1 March
 *   (indicators.md section 9, 5), which is also the birthday of a child born on 29 February.
 * - Windows end on the day asked for. A quarter is Apr-Jun, Jul-Sep, Oct-Dec, Jan-Mar and is given only at its end;
 *   a year only on 31 March.
 */
export type Day = string

export type Window = { readonly name: string; readonly from: Day; readonly to: Day }

const two = (n: number): string => String(n).padStart(2, '0')
export const year = (day: Day): number => Number(day.slice(0, 4))
export const month = (day: Day): number => Number(day.slice(5, 7))
export const dayOfMonth = (day: Day): number => Number(day.slice(8, 10))
export const make = (y: number, m: number, d: number): Day => `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`

export const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0

export function lengthOfMonth(y: number, m: number): number {
  if (m === 2) return isLeap(y) ? 29 : 28
  return m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31
}

/** Days since 1 January of the year 1 (which is number 0). */
export function number(day: Day): number {
  const y = year(day) - 1
  let days = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  for (let m = 1; m < month(day); m++) days += lengthOfMonth(year(day), m)
  return days + dayOfMonth(day) - 1
}

export const daysBetween = (from: Day, to: Day): number => number(to) - number(from)

export function addDays(day: Day, n: number): Day {
  let y = year(day)
  let m = month(day)
  let d = dayOfMonth(day) + n
  while (d > lengthOfMonth(y, m)) {
    d -= lengthOfMonth(y, m)
    m++
    if (m > 12) {
      m = 1
      y++
    }
  }
  while (d < 1) {
    m--
    if (m < 1) {
      m = 12
      y--
    }
    d += lengthOfMonth(y, m)
  }
  return make(y, m, d)
}

export function addMonths(day: Day, n: number): Day {
  const months = year(day) * 12 + (month(day) - 1) + n
  const y = Math.floor(months / 12)
  const m = months - y * 12 + 1
  if (day.endsWith('-02-29') && n % 12 === 0 && !isLeap(y)) return make(y, 3, 1)
  return make(y, m, Math.min(dayOfMonth(day), lengthOfMonth(y, m)))
}

export const addYears = (day: Day, n: number): Day => addMonths(day, n * 12)

/** Completed years on a day; null before birth is 0 (a birth date after the day is an error in the file). */
export function ageOn(born: Day, day: Day): number {
  let age = year(day) - year(born)
  if (addYears(born, age) > day) age--
  return Math.max(0, age)
}

export const isMonthEnd = (day: Day): boolean => dayOfMonth(day) === lengthOfMonth(year(day), month(day))

/** 1 April on or before the day. */
export const yearStart = (day: Day): Day => make(month(day) >= 4 ? year(day) : year(day) - 1, 4, 1)

/** A term ends on 31 December, 30 April or 31 August, an academic year on 31 August. */
export function schoolWindowsEnding(d: Day): Window[] {
  const windows: Window[] = []
  if (/-(12-31|04-30|08-31)$/.test(d)) windows.push({ name: 'term', from: rollingStart(d, 4), to: d })
  if (d.endsWith('-08-31')) windows.push({ name: 'academic year', from: rollingStart(d, 12), to: d })
  return windows
}

/** The same day of an earlier month; the end of a month stays the end of a month. */
export function monthsBefore(day: Day, n: number): Day {
  const first = addMonths(make(year(day), month(day), 1), -n)
  const length = lengthOfMonth(year(first), month(first))
  return make(year(first), month(first), isMonthEnd(day) ? length : Math.min(dayOfMonth(day), length))
}

/** First day of the n months ending on the day (indicators.md section 9, 4). */
export const rollingStart = (day: Day, n: number): Day => addDays(monthsBefore(day, n), 1)

export const monthWindow = (d: Day): Window => ({ name: 'month', from: make(year(d), month(d), 1), to: d })

/** Every window that ends on the day. */
export function windowsEnding(d: Day): Window[] {
  const windows: Window[] = [
    monthWindow(d),
    { name: 'rolling 3 months', from: rollingStart(d, 3), to: d },
    { name: 'year to date', from: yearStart(d), to: d },
    { name: 'rolling 6 months', from: rollingStart(d, 6), to: d },
    { name: 'rolling 12 months', from: rollingStart(d, 12), to: d },
    { name: 'rolling 36 months', from: rollingStart(d, 36), to: d },
    { name: 'three years', from: rollingStart(d, 36), to: d },
  ]
  if (isMonthEnd(d) && month(d) % 3 === 0) windows.push({ name: 'quarter', from: rollingStart(d, 3), to: d })
  if (d.endsWith('-03-31')) windows.push({ name: 'year', from: yearStart(d), to: d })
  return windows
}

/** 0 is Monday. 1 January of the year 1 was a Monday. */
export const weekday = (day: Day): number => number(day) % 7

/** Easter Sunday, by the anonymous Gregorian method. */
function easter(y: number): Day {
  const a = y % 19
  const b = Math.floor(y / 100)
  const c = y % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return make(y, Math.floor(n / 31), (n % 31) + 1)
}

function firstMonday(y: number, m: number): Day {
  let day = make(y, m, 1)
  while (weekday(day) !== 0) day = addDays(day, 1)
  return day
}

function lastMonday(y: number, m: number): Day {
  let day = make(y, m, lengthOfMonth(y, m))
  while (weekday(day) !== 0) day = addDays(day, -1)
  return day
}

/** English bank holidays of a year, with substitute days and the known one-offs. */
export function bankHolidays(y: number): Day[] {
  let newYear = make(y, 1, 1)
  while (weekday(newYear) > 4) newYear = addDays(newYear, 1)
  const christmas = weekday(make(y, 12, 25)) > 4 ? make(y, 12, 27) : make(y, 12, 25)
  const boxing = weekday(make(y, 12, 26)) > 4 ? make(y, 12, 28) : make(y, 12, 26)
  const days = [newYear, addDays(easter(y), -2), addDays(easter(y), 1), lastMonday(y, 8), christmas, boxing]
  days.push(y === 2020 ? '2020-05-08' : firstMonday(y, 5))
  if (y === 2022) days.push('2022-06-02', '2022-06-03', '2022-09-19')
  else days.push(lastMonday(y, 5))
  if (y === 2023) days.push('2023-05-08')
  return days.sort()
}

const holidaysOf = new Map<number, Set<Day>>()

export function isWorkingDay(day: Day): boolean {
  if (weekday(day) > 4) return false
  const y = year(day)
  const holidays = holidaysOf.get(y) ?? new Set(bankHolidays(y))
  holidaysOf.set(y, holidays)
  return !holidays.has(day)
}

/** The n-th working day after a day; day 1 is the first working day after it. */
export function addWorkingDays(day: Day, n: number): Day {
  let left = n
  let at = day
  while (left > 0) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left--
  }
  return at
}
