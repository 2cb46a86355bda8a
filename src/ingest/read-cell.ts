import { parseDay } from '../kit/day.ts'
import type { CellKind, ColumnShape, Family } from '../model/file-shape.ts'

/** Words that stand for a blank (local-extracts.md 1.1), and those of the standard safeguarding dataset. */
const blanks: ReadonlySet<string> = new Set(['', 'NULL', 'N/A', 'NA', '-'])
const placeholders: ReadonlySet<string> = new Set(['SSD_PH', 'PLACEHOLDER_DATA', '1900-01-01', '01/01/1900'])

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

/** Ofsted's coded cells: `a) WBRI` and `C1: ICO` are read as the code (ssda903.md, Part B). */
const lettered = (text: string): string =>
  text
    .replace(/^[a-z]{1,2}\)\s*/i, '')
    .replace(/\s*(:| -).*$/s, '')
    .trim()

/** Reads one cell of a file of a family. */
export function readCell(family: Family, { kind, codes, least, above, most }: ColumnShape, cell: string): ReadCell {
  const trimmed = cell.replaceAll(/^[\s\u00a0]+|[\s\u00a0]+$/g, '')
  const upper = trimmed.toUpperCase()
  if (kind === 'figure' && trimmed.toLowerCase() in symbols)
    return { value: null, symbol: symbols[trimmed.toLowerCase()] ?? 'x' }
  // A code may be spelt as a blank is: NA of the return interviews.
  if (codes?.has(upper)) return { value: codes.get(upper) ?? null }
  if (blanks.has(upper) || (family === 'ssd' && placeholders.has(upper.slice(0, 16)))) return { value: null }
  const coded = family === 'annex-a' && (kind === 'code' || kind === 'yes_no') ? lettered(trimmed) : trimmed
  const read = readKind(kind, coded)
  if (typeof read === 'object') return read
  if (codes) {
    const kept = codes.get(read.toUpperCase())
    return kept === undefined ? { value: 'unknown', unlisted: true } : { value: kept }
  }
  if (least === null && above === null && most === null) return { value: read }
  const number = Number(read)
  if ((least !== null && number < least) || (above !== null && number <= above) || (most !== null && number > most))
    return { fault: `This is not ${range({ least, above, most })}.` }
  return { value: read }
}

const range = ({ least, above, most }: Pick<ColumnShape, 'least' | 'above' | 'most'>): string =>
  [
    least !== null ? `${least} or more` : '',
    above !== null ? `above ${above}` : '',
    most !== null ? `at most ${most}` : '',
  ]
    .filter(Boolean)
    .join(' and ')

function readKind(kind: CellKind, text: string): string | ReadCell {
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
  if (kind === 'yes_no') {
    const word = text.toUpperCase()
    return yes.has(word) ? 'true' : no.has(word) ? 'false' : { value: null, unlisted: true }
  }
  const plain = text.replaceAll(/[,\s£%]/g, '')
  const number = plain === '' ? Number.NaN : Number(plain)
  if (!Number.isFinite(number)) return { fault: 'This is not a number.' }
  if (kind === 'integer' && !Number.isInteger(number)) return { fault: 'This is not a whole number.' }
  return String(number)
}
