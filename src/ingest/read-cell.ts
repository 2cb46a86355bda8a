import { parseDay } from '../kit/day.ts'
import type { CellKind, ColumnShape, Family } from '../model/file-shape.ts'

/** Words that stand for a blank (local-extracts.md 1.1), and those of the standard safeguarding dataset. */
const blanks: ReadonlySet<string> = new Set(['', 'NULL', 'N/A', 'NA', '-'])
const placeholders: ReadonlySet<string> = new Set(['SSD_PH', 'PLACEHOLDER_DATA'])

/** DfE's symbols for a figure that is not a number, and what older files wrote for them (local-extracts.md 4.5). */
const symbols: Readonly<Record<string, string>> = {
  c: 'c',
  z: 'z',
  x: 'x',
  k: 'k',
  low: 'k',
  u: 'u',
  ':': 'x',
  '~': 'x',
  '..': 'x',
  '-': 'x',
}

const yes: ReadonlySet<string> = new Set(['YES', 'Y', 'TRUE', '1'])
const no: ReadonlySet<string> = new Set(['NO', 'N', 'FALSE', '0'])

/**
 * A cell read: its value as text for the database (null where blank); `unlisted` where it is a code in no list; `symbol`
 * where it stands for no number; or what is wrong with it.
 */
export type ReadCell =
  | { readonly value: string | null; readonly unlisted?: true; readonly symbol?: string }
  | { readonly fault: string }

/** Words for a known unknown, where an answer is yes or no. */
const unsaid: ReadonlySet<string> = new Set(['UNKNOWN', 'U', 'NOT KNOWN', 'NOT STATED', 'NOT RECORDED'])

/** 1 January 1900 as databases write it: the placeholder for no date (local-extracts.md 1.1). */
const NO_DAY = /^(1900[-/]0?1[-/]0?1|0?1[-/. ](0?1|jan(uary)?)[-/. ]1900|jan(uary)? +0?1,? +1900|19000101)(?!\d)/i

/** Whether others say how files of the family look: Ofsted, or the standard dataset. */
const isStandard = (family: Family): boolean => family === 'annex-a' || family === 'ssd'

/**
 * What a coded cell may be read as, in capitals, the likeliest first. Ofsted's are `a) WBRI`, `C1: ICO` or `N1 - Abuse or neglect` (ssda903.md,
 * Part B): without the letters before the bracket, the code before the colon or dash, the words behind it, a code that stands first,
 * a code in brackets. The council's own files have the code alone.
 */
function readings(family: Family, text: string): readonly string[] {
  if (!isStandard(family)) return [text.toUpperCase()]
  const bare = family === 'annex-a' ? text.replace(/^\(?[a-z]{1,2}\)\s*/i, '') : text
  const [, code, words] = /^(.*?)\s*(?::|\s[-\u2013\u2014])\s*(.*)$/s.exec(bare) ?? []
  const [first] = /^(?!YES\b|NO\b)[A-Z0-9]{1,4}(?=[\s\u2013\u2014([-])/.exec(bare) ?? []
  const [, bracketed] = /[[(]([A-Z0-9]{2,4})[\])]/.exec(bare) ?? []
  return [text, code, bare, words, first, bracketed].flatMap(reading => (reading ? [reading.toUpperCase()] : []))
}

/** Reads one cell of a file of a family. */
export function readCell(family: Family, { kind, codes, least, above, most }: ColumnShape, cell: string): ReadCell {
  const trimmed = cell.replaceAll(/^[\s\u00a0]+|[\s\u00a0]+$/g, '')
  const upper = trimmed.toUpperCase()
  if (kind === 'figure' && trimmed.toLowerCase() in symbols)
    return { value: null, symbol: symbols[trimmed.toLowerCase()] ?? 'x' }
  // A code may be spelt as a blank is: NA of the return interviews.
  if (codes?.has(upper)) return { value: codes.get(upper) ?? null }
  if (blanks.has(upper)) return { value: null }
  if (family === 'ssd' && (placeholders.has(upper) || NO_DAY.test(trimmed))) return { value: null }
  if (kind === 'yes_no') return readYesNo(family, trimmed)
  if (codes) {
    const read = readings(family, trimmed)
    const kept = read.flatMap(reading => codes.get(reading) ?? [])[0]
    if (kept !== undefined) return { value: kept }
    return read.some(reading => blanks.has(reading)) ? { value: null } : { value: 'unknown', unlisted: true }
  }
  const read = readKind(kind, trimmed)
  if (typeof read === 'object') return read
  if (least === null && above === null && most === null) return { value: read }
  const number = Number(read)
  if ((least !== null && number < least) || (above !== null && number <= above) || (most !== null && number > most))
    return { fault: `This is not ${range({ least, above, most })}.` }
  return { value: read }
}

function readYesNo(family: Family, text: string): ReadCell {
  const read = readings(family, text)
  const said = read.find(reading => yes.has(reading) || no.has(reading))
  if (said !== undefined) return { value: String(yes.has(said)) }
  const known = read.some(reading => blanks.has(reading)) || (isStandard(family) && read.some(one => unsaid.has(one)))
  return known ? { value: null } : { value: null, unlisted: true }
}

const range = ({ least, above, most }: Pick<ColumnShape, 'least' | 'above' | 'most'>): string =>
  [
    least !== null ? `${least} or more` : '',
    above !== null ? `above ${above}` : '',
    most !== null ? `at most ${most}` : '',
  ]
    .filter(Boolean)
    .join(' and ')

function readKind(kind: Exclude<CellKind, 'yes_no'>, text: string): string | ReadCell {
  if (kind === 'text') return text
  if (kind === 'child') return text.toUpperCase()
  if (kind === 'name') return text.toLowerCase().replaceAll(/[\s-]+/g, '_')
  if (kind === 'code') return text.toUpperCase()
  if (kind === 'postcode') return text.replaceAll(' ', '').toUpperCase()
  // A time behind a day is dropped.
  if (kind === 'day') return parseDay(text.replace(/[T ]\d.*$/, '')) ?? { fault: 'This is not a day.' }
  if (kind === 'years') {
    const [, from, to] = /^(20\d\d)[-/]?(?:20)?(\d\d)$/.exec(text) ?? []
    if (!from || (Number(from) + 1) % 100 !== Number(to)) return { fault: 'This is not a year such as 2025/26.' }
    return `${from}/${to}`
  }
  if (kind === 'period') {
    // Any other text, such as a quarter, is kept and not compared.
    const read = [readKind('years', text), readKind('day', text)].find(found => typeof found === 'string')
    return read ?? text
  }
  const plain = text.replaceAll(/[,\s£%]/g, '')
  const number = plain === '' ? Number.NaN : Number(plain)
  if (!Number.isFinite(number)) return { fault: 'This is not a number.' }
  if (kind === 'integer' && !Number.isInteger(number)) return { fault: 'This is not a whole number.' }
  return String(number)
}
