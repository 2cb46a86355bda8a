import { conceptOf } from './concept.ts'
import type { Figure } from './figure.ts'
import { readNamed } from './period-of.ts'
import type { Sentence } from './sentence.ts'
import type { Row, Table } from './table-cell.ts'

export const TARGET = /\btarget\b/i
export const OTHERS = /\b(?:england|national|neighbours?|SN|region(?:al)?|average|benchmark|comparators?|similar)\b/i

const SMALL = new Set(
  'the and for with who which were was are has had have been our number percentage proportion share rate children young people their they this that all not from than into out per cent total count'.split(
    ' ',
  ),
)
const stem = (word: string): string => word.replace(/(?:s|ed|ing)$/, '')
const wordsOf = (text: string): readonly string[] =>
  [...new Set(text.toLowerCase().match(/[a-z]{2,}/g) ?? [])]
    .filter(word => !SMALL.has(word) && word.length > 2)
    .map(stem)

/** Of a row or sentence, once: a paper asks for those of each row with each of its sentences. */
const known = new WeakMap<object, readonly string[]>()
function wordsIn(of: Sentence | Row): readonly string[] {
  const words = known.get(of) ?? wordsOf('label' in of ? of.label : of.text)
  known.set(of, words)
  return words
}

/** The one row whose label a sentence says: all its words that tell it from other rows, or both are of one concept that no other row is of. */
export function rowOf(sentence: Sentence, table: Table): Row | null {
  const said = new Set(wordsIn(sentence))
  const scored = table.rows
    .map(row => ({ row, words: wordsIn(row) }))
    .filter(({ words }) => words.length > 0)
    .map(({ row, words }) => ({ row, words, hits: words.filter(word => said.has(word)).length }))
    // One word alone may stand in any sentence: "children in care" must be said as it is.
    .filter(
      ({ row, words }) => words.length > 1 || sentence.text.toLowerCase().includes(row.label.trim().toLowerCase()),
    )
    .filter(({ hits, words }) => hits === words.length || (hits >= 2 && hits * 3 >= words.length * 2))
    .toSorted((a, b) => b.hits - a.hits)
  const [best, second] = scored
  if (!best || (second && second.hits === best.hits)) {
    const concept = best ? null : conceptOf(sentence.text)
    const same = concept ? table.rows.filter(({ label }) => conceptOf(label)?.id === concept.id) : []
    return same.length === 1 ? (same[0] ?? null) : null
  }
  return best.row
}

export type Column = { readonly at: number; readonly header: string; readonly figure: Figure }
export type Columns = {
  /** Of ours, by time, oldest first. */
  readonly ours: readonly Column[]
  readonly target: Column | null
  readonly others: readonly Column[]
}

const NO_COLUMN = /change|difference|trend|total|polarity|direction|status|rag\b|good|%$|denominator|numerator/i

/** Where a column stands in time: by its year and month, its quarter, or its month in a year that begins in April. */
function timeOf(header: string): number | null {
  const named = readNamed(header)
  if (named === null) {
    const year = /^(20\d{2})$/.exec(header.trim())
    return year ? Number(year[1]) * 12 : null
  }
  const { year, month, quarter } = named
  const place = month === null ? (quarter === null ? 0 : quarter * 3) : (month + 8) % 12
  if (month !== null && year !== null) return year * 12 + month
  return (year ?? 0) * 12 + place
}

export function columnsOf(table: Table, row: Row): Columns | null {
  const all = row.cells.flatMap(({ figure }, at): readonly Column[] => {
    const header = table.headers[at] ?? ''
    return at > 0 && figure && figure.nearness === 'exact' && header !== '' ? [{ at, header, figure }] : []
  })
  const target = all.filter(({ header }) => TARGET.test(header))
  const others = all.filter(({ header }) => OTHERS.test(header) && !TARGET.test(header))
  const dated = all
    .filter(({ header }) => !TARGET.test(header) && !OTHERS.test(header) && !NO_COLUMN.test(header))
    .map(column => ({ ...column, when: timeOf(column.header) }))
  const timed = dated.flatMap(column => (column.when === null ? [] : [{ ...column, when: column.when }]))
  if (timed.length === 0 || timed.length < dated.length || new Set(timed.map(({ when }) => when)).size < timed.length)
    return null
  const kind = timed[0]?.figure.kind
  if (timed.some(({ figure }) => figure.kind !== kind)) return null
  return {
    ours: timed.toSorted((a, b) => a.when - b.when),
    target: target.length === 1 ? (target[0] ?? null) : null,
    others,
  }
}

/** The figures of a row that are ours, oldest first, where each column names its time. */
export const timedCells = (
  table: Table,
  row: Row,
): readonly { readonly header: string; readonly figure: Figure }[] | null => columnsOf(table, row)?.ours ?? null
