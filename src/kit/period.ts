import { addDays, addMonths, type Day, day, financialYearEnding, isMonthEnd, monthEnd, monthOf, yearOf } from './day.ts'

/** The windows a figure can cover. `month` also stands for the position at a month end. */
export const windows = [
  'month',
  'quarter',
  'term',
  'academic year',
  'year to date',
  'rolling 3 months',
  'rolling 6 months',
  'rolling 12 months',
  'rolling 36 months',
  'year',
  'three years',
  'between',
] as const
export type Window = (typeof windows)[number]

/** A period, both days included: `start` is the first day in it, `end` the last. */
export type Period = { readonly window: Window; readonly start: Day; readonly end: Day }

const months: Partial<Record<Window, number>> = {
  month: 1,
  quarter: 3,
  'rolling 3 months': 3,
  'rolling 6 months': 6,
  'rolling 12 months': 12,
  'rolling 36 months': 36,
  year: 12,
  'three years': 36,
}

/** School terms as whole months: autumn September to December, spring January to April, summer May to August. */
const termStart = (d: Day): Day => {
  const first = monthOf(d) >= 9 ? 9 : monthOf(d) >= 5 ? 5 : 1
  return day(`${yearOf(d)}-${String(first).padStart(2, '0')}-01`)
}

/**
 * The first day of the window that ends on `end`. For a month end, rolling windows are whole calendar months; for any
 * other day they begin on the day after the same date n months before (indicators.md section 9, decision 4).
 */
export function windowStart(window: Exclude<Window, 'between'>, end: Day): Day {
  if (window === 'year to date') return day(`${financialYearEnding(end) - 1}-04-01`)
  if (window === 'academic year') return day(`${monthOf(end) >= 9 ? yearOf(end) : yearOf(end) - 1}-09-01`)
  if (window === 'term') return termStart(end)
  const n = months[window] ?? 1
  return isMonthEnd(end) ? addMonths(addDays(end, 1), -n) : addDays(addMonths(end, -n), 1)
}

/** The period of `window` that ends on `end`, whatever day that is. */
export const periodEnding = (window: Exclude<Window, 'between'>, end: Day): Period => ({
  window,
  start: windowStart(window, end),
  end,
})

/** Whether `end`, a month end, is where a period of this window naturally closes: a quarter in June, a year in March. */
function closes(window: Window, end: Day): boolean {
  const month = monthOf(end)
  if (window === 'quarter') return month % 3 === 0
  if (window === 'year' || window === 'three years') return month === 3
  if (window === 'term') return month === 4 || month === 8 || month === 12
  if (window === 'academic year') return month === 8
  return true
}

/** Every period of `window` that closes from `from` to `to`, both included, oldest first. Periods close on month ends. */
export function periodsBetween(window: Exclude<Window, 'between'>, from: Day, to: Day): readonly Period[] {
  const found: Period[] = []
  for (let end = monthEnd(from); end <= to; end = monthEnd(addDays(end, 1))) {
    if (end >= from && closes(window, end)) found.push(periodEnding(window, end))
  }
  return found
}

/** The latest period of `window` that has closed by `at`. `at` itself is the end for `month` and for rolling windows, any day. */
export function latestPeriod(window: Exclude<Window, 'between'>, at: Day): Period {
  const natural = ['quarter', 'year', 'three years', 'term', 'academic year'].includes(window)
  if (!natural) return periodEnding(window, at)
  let end = isMonthEnd(at) ? at : addDays(day(`${at.slice(0, 8)}01`), -1)
  while (!closes(window, end)) end = addDays(day(`${end.slice(0, 8)}01`), -1)
  return periodEnding(window, end)
}

/** The same day n months earlier; a month end stays a month end. */
export const monthsBefore = (end: Day, n: number): Day =>
  isMonthEnd(end) ? addDays(addMonths(addDays(end, 1), -n), -1) : addMonths(end, -n)

/** How often a new figure of a window comes, in months: a rolling or cumulative one comes every month. */
const steps: Partial<Record<Window, number>> = { quarter: 3, term: 4, 'academic year': 12, year: 12, 'three years': 12 }

/** The ends of the `count` figures of a window up to and including the one that ends on `end`, oldest first. */
export function endsBefore(window: Window, end: Day, count: number): readonly Day[] {
  const step = steps[window] ?? 1
  return Array.from({ length: count }, (_, i) => monthsBefore(end, (count - 1 - i) * step))
}
