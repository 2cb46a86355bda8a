/** A month, quarter or year as a paper names it; what it leaves out is null. */
export type Named = { readonly year: number | null; readonly month: number | null; readonly quarter: number | null }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads "30 June 2025", "Oct 2020", "Q2", "01/06/20", "2024-25" (its last March). Null for what names no time. */
export function readNamed(text: string): Named | null {
  const british = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/.exec(text)
  if (british)
    return {
      year: Number(british[3]) + (british[3]?.length === 2 ? 2000 : 0),
      month: Number(british[2]),
      quarter: null,
    }
  const month = months.findIndex(name => new RegExp(`\\b${name}[a-z]*\\b`, 'i').test(text))
  const year = /\b((?:19|20)\d{2})\b/.exec(text)?.[1]
  const quarter = /\b(?:q|quarter )([1-4])\b/i.exec(text)?.[1]
  const span = /\b(?:20)?(\d{2}) ?[-/–] ?(?:20)?(\d{2})\b/.exec(text)
  if (month < 0 && quarter === undefined && span && Number(span[2]) === Number(span[1]) + 1)
    return { year: 2000 + Number(span[2]), month: 3, quarter: null }
  if (month < 0 && year === undefined && quarter === undefined) return null
  return {
    year: year === undefined ? null : Number(year),
    month: month < 0 ? null : month + 1,
    quarter: quarter === undefined ? null : Number(quarter),
  }
}

/** The same time, as far as both say: a month must be named by both; a year may be left out by one. */
export const sameTime = (a: Named, b: Named): boolean =>
  ((a.month !== null && a.month === b.month && a.quarter === b.quarter) ||
    (a.month === null && b.month === null && a.quarter !== null && a.quarter === b.quarter)) &&
  (a.year === null || b.year === null || a.year === b.year)
