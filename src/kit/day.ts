/**
 * A calendar day, written `2026-03-31`. Text, so that it sorts, compares with `<` and prints as itself;
 * never a JS `Date`, which has a time and a zone. Spells are half-open: [start, end).
 */
export type Day = string & { readonly __day: true }

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const BRITISH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const DAY_MS = 86_400_000

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** The last day number (28 to 31) of a month; `month` is 1 to 12. */
export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A day from its parts, or null where there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > lastOfMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}` as Day
}

/** Reads `2026-03-31` or `31/03/2026`; null for anything else, a day that does not exist included. */
export function parseDay(text: string): Day | null {
  const iso = ISO.exec(text.trim())
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const british = BRITISH.exec(text.trim())
  return british ? dayOf(Number(british[3]), Number(british[2]), Number(british[1])) : null
}

/** A day known to be well formed; throws on a programming slip. */
export function day(text: string): Day {
  const found = parseDay(text)
  if (found === null) throw new Error(`not a day: ${text}`)
  return found
}

export const yearOf = (d: Day): number => Number(d.slice(0, 4))
export const monthOf = (d: Day): number => Number(d.slice(5, 7))
export const dateOf = (d: Day): number => Number(d.slice(8, 10))

/** Days since 1 January 1970. */
export const toNumber = (d: Day): number => Date.UTC(yearOf(d), monthOf(d) - 1, dateOf(d)) / DAY_MS

/** The day that is `n` days after 1 January 1970. */
export function fromNumber(n: number): Day {
  return new Date(n * DAY_MS).toISOString().slice(0, 10) as Day
}

export const addDays = (d: Day, n: number): Day => fromNumber(toNumber(d) + n)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from)

/** `n` calendar months later (or earlier); a date that does not exist falls on the last day of its month. */
export function addMonths(d: Day, n: number): Day {
  const index = yearOf(d) * 12 + monthOf(d) - 1 + n
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(dateOf(d), lastOfMonth(year, month)))}` as Day
}

/**
 * The day on which something that began on `start` is `n` months old. As `addMonths`, except that a 29 February start
 * has its anniversary on 1 March of a year without one (indicators.md section 9, decision 5).
 */
export function anniversary(start: Day, n: number): Day {
  const plain = addMonths(start, n)
  return start.endsWith('-02-29') && plain.endsWith('-02-28') ? addDays(plain, 1) : plain
}

/** Completed years on `d`; someone born on 29 February reaches the age on 1 March. */
export function ageOn(born: Day, d: Day): number {
  return yearOf(d) - yearOf(born) - (d.slice(5) < born.slice(5) ? 1 : 0)
}

/** The months in small letters, as people write them. */
export const monthNames: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

export const monthEnd = (d: Day): Day => day(`${d.slice(0, 8)}${lastOfMonth(yearOf(d), monthOf(d))}`)
export const isMonthEnd = (d: Day): boolean => monthEnd(d) === d

/** The year that a financial (and collection) year ends in: 1 April 2025 to 31 March 2026 is 2026. */
export const financialYearEnding = (d: Day): number => yearOf(d) + (monthOf(d) >= 4 ? 1 : 0)

// Made once: a formatter costs far more than a day.
const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `October 2026`. */
export const sayMonth = (d: Day): string => sayDay(d).replace(/^\d+ /, '')

/** `31 March 2026`, as GOV.UK style writes a date. */
export function sayDay(d: Day): string {
  return inWords.format(toNumber(d) * DAY_MS)
}
