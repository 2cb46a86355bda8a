/** Days as whole numbers since 1 January 1970, as `toNumber` of the kit gives them: a simulation draws millions. */
const DAY_MS = 86_400_000
const FROM = dayNumber(1970, 1, 1)
const DAYS = 73_000

const years = new Int16Array(DAYS)
const months = new Uint8Array(DAYS)
const dates = new Uint8Array(DAYS)
const texts: string[] = new Array(DAYS)
for (let i = 0; i < DAYS; i++) {
  const date = new Date((FROM + i) * DAY_MS)
  years[i] = date.getUTCFullYear()
  months[i] = date.getUTCMonth() + 1
  dates[i] = date.getUTCDate()
  texts[i] = `${String(dates[i]).padStart(2, '0')}/${String(months[i]).padStart(2, '0')}/${years[i]}`
}

export function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY_MS
}

const part = (of: Int16Array | Uint8Array, n: number): number => {
  const found = of[n - FROM]
  if (found === undefined) throw new Error(`a day outside 1970 to 2169: ${n}`)
  return found
}

export const yearIn = (n: number): number => part(years, n)
export const monthIn = (n: number): number => part(months, n)
export const dateIn = (n: number): number => part(dates, n)

/** `31/03/2026`, as the return writes a day. */
export const british = (n: number): string => texts[n - FROM] ?? ''

/** The day on which someone reaches an age; a 29 February birthday falls on 1 March in other years. */
export const birthday = (born: number, age: number): number =>
  dayNumber(yearIn(born) + age, monthIn(born), dateIn(born))

export function ageAt(born: number, n: number): number {
  const before = monthIn(n) < monthIn(born) || (monthIn(n) === monthIn(born) && dateIn(n) < dateIn(born))
  return yearIn(n) - yearIn(born) - (before ? 1 : 0)
}

/** 0 is Sunday. */
const weekday = (n: number): number => (n + 4) % 7
export const isWeekend = (n: number): boolean => weekday(n) % 6 === 0
/** The same day, or the Monday after a weekend. */
export const working = (n: number): number => (weekday(n) === 6 ? n + 2 : weekday(n) === 0 ? n + 1 : n)

/** The collection year a day falls in, named by the year it ends in: 1 April 2025 is in 2026. */
export const collectionYear = (n: number): number => yearIn(n) + (monthIn(n) >= 4 ? 1 : 0)
