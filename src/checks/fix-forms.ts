import { addDays, type Day, day, dayOf, yearOf } from '../kit/day.ts'

/** A cell written otherwise, and why that is what was meant. A day is a `Day`; how a file writes it is said later. */
export type OtherForm = { readonly to: string; readonly why: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1

/** The years within which a day of the return can lie: a carer’s or a mother’s child is no older than this. */
const OLDEST = 30
const plausible = (found: Day | null, latest: Day): found is Day =>
  found !== null && found <= latest && yearOf(found) >= yearOf(latest) - OLDEST

/**
 * A cell that is not a day as the return writes one, read in another form that leaves no doubt: `25.12.2009`, `2009/12/25`, `25 Dec 2009`,
 * `20091225`, `12/25/2009`, `25/12/09` (one century fits), `40172` (the number a spreadsheet keeps). `latest`: no day of the return is after it.
 * Null where it is none of these, or where two would do.
 */
export function dayInOtherForm(text: string, latest: Day): OtherForm | null {
  const plain = text.trim().replace(/[ T]\d{1,2}:\d\d(:\d\d(\.\d+)?)?Z?$/, '')
  const said = 'the same day, written as the return asks'
  const one = (found: Day | null, why: string): OtherForm | null =>
    plausible(found, latest) ? { to: found, why } : null
  const yearFirst = /^(\d{4})[-./ ]?(\d{2})[-./ ]?(\d{2})$/.exec(plain)
  if (yearFirst) return one(dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])), said)
  if (/^\d{5}(\.0+)?$/.test(plain))
    return one(addDays(day('1899-12-30'), Number.parseInt(plain, 10)), `the day that a spreadsheet keeps as ${plain}`)
  const [, first = '', second = '', last = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)?[-./, ]*([A-Za-z]{3,9}|(?<=[-./ ])\d{1,2}(?=[-./ ]))[-./, ]*(\d{4}|\d{2})$/.exec(
      plain,
    ) ?? []
  if (first === '') return null
  const short = last.length === 2
  const years = short ? [1900 + Number(last), 2000 + Number(last)] : [Number(last)]
  const asMonth = /\d/.test(second) ? Number(second) : monthOf(second)
  const fits = years.map(year => dayOf(year, asMonth, Number(first))).filter(found => plausible(found, latest))
  const turned =
    asMonth > months.length
      ? years.map(year => dayOf(year, Number(first), Number(second))).filter(found => plausible(found, latest))
      : []
  const [only = null] = fits
  if (fits.length === 1) return one(only, short ? 'the year in full: no other century fits' : said)
  const [other = null] = turned
  return fits.length === 0 && turned.length === 1
    ? one(other, `there is no month ${second}: day and month stand the other way round`)
    : null
}

const squeezed = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/**
 * The code of a list that a cell means: its case and what stands between aside, else its words (`K2 - Children’s home`), its
 * decimals or leading zeros, else the one that O and 0, I and 1 taken for each other give, or its letters in another order. Null where
 * none does, or two.
 */
export function codeInOtherForm(text: string, codes: Iterable<string>): OtherForm | null {
  const known = new Map([...codes].map(code => [squeezed(code), code]))
  const exact = known.get(squeezed(text))
  const why = 'the same code, written as the return asks'
  if (exact !== undefined) return exact === text ? null : { to: exact, why }
  const number = known.get(
    text
      .trim()
      .replace(/^0+(?=\w)/, '')
      .replace(/\.0+$/, ''),
  )
  if (number !== undefined) return { to: number, why }
  const [, word = ''] = /^\s*(\w+)(?:\s*[-:(,]\s*|\s+)\D/.exec(text) ?? []
  const before = word === '' ? undefined : known.get(squeezed(word))
  if (before !== undefined) return { to: before, why: 'the code without the words behind it' }
  const alike = only([...known].filter(([one]) => lookAlike(one) === lookAlike(squeezed(text))))
  if (alike) return { to: alike[1], why: 'a letter that looks like a number, or a number like a letter' }
  const turned = only([...known].filter(([one]) => one.length > 2 && letters(one) === letters(squeezed(text))))
  return turned ? { to: turned[1], why: 'the same letters in another order' } : null
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)
const lookAlike = (code: string): string => code.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
const letters = (code: string): string => [...code].sort().join('')

/** A postcode, URN or UPN in capitals without what does not belong; null where nothing is to be changed. */
export function plainInOtherForm(text: string, spaces: boolean): OtherForm | null {
  const to = spaces
    ? text
        .toUpperCase()
        .replaceAll(/[^A-Z0-9]+/g, ' ')
        .trim()
    : squeezed(text.replace(/\.0+$/, ''))
  return to === '' || to === text ? null : { to, why: 'in capitals, without what does not belong' }
}
