import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { isTable } from './paper.ts'
import { type Check, finding, sumOf } from './reading.ts'
import { sayAs } from './rounding.ts'
import { readSentence } from './sentence.ts'
import type { Row, Table } from './table-cell.ts'

const TOTAL = /^(?:grand |sub-?|overall )?totals?\b|^(?:all|overall|sum)\s*(?:children|ages|placements|:|$)/i
const NO_SUM =
  /average|mean|rate|ratio|median|cumulative|year to date|ytd|rolling|target|change|difference|%|percent|score|per\b/i
/** A stock is not added up over the quarters of a year. */
const STOCK =
  /\b(?:at (?:the )?(?:start|end|beginning|close)|opening|closing|in care at|brought forward|carried forward)\b/i
const OF_WHICH = /^\s*(?:-\s*)?(?:of which|of whom|including|incl\.?)\b/i

type Slip = {
  readonly row: Row
  readonly column: number
  readonly printed: Figure
  readonly sum: number
  readonly parts: readonly Figure[]
}

const sumsTo = (parts: readonly Figure[], printed: Figure): boolean => {
  const slack =
    parts.reduce((most, { kind, step }) => most + (kind === 'count' ? 0 : step / 2), 0) +
    (printed.kind === 'count' ? 0 : printed.step)
  return Math.abs(sumOf(parts) - printed.value) <= slack + 1e-6
}

/** A total below its parts, or above them where it comes first. Blank and hidden cells make a column unknowable. */
function columnSlips(table: Table): readonly (Slip | 'right')[] {
  return table.rows.flatMap((total, at) => {
    if (!TOTAL.test(total.label)) return []
    const before = table.rows.slice(0, at)
    const last = before.findLastIndex(row => TOTAL.test(row.label))
    const sub = /^sub/i.test(total.label)
    const grand = before.filter(row => /^sub-?total/i.test(row.label))
    const own =
      !sub && grand.length > 0
        ? grand
        : at === 0
          ? table.rows.slice(1).filter(row => !TOTAL.test(row.label))
          : before.slice(last + 1)
    const rows = own.filter(row => !OF_WHICH.test(row.label) && row.cells.slice(1).some(({ text }) => text !== ''))
    if (rows.length < 2) return []
    return total.cells.flatMap((cell, column): readonly (Slip | 'right')[] => {
      const printed = cell.figure
      const parts = rows.map(row => row.cells[column]?.figure)
      if (column === 0 || !printed || (NO_SUM.test(table.headers[column] ?? '') && printed.kind !== 'percent'))
        return []
      if (!parts.every(part => part !== null && part !== undefined)) return []
      const same = parts.every(part => part.kind === printed.kind)
      // Percentages add up only where the total is the whole.
      if (!same || printed.kind === 'number' || (printed.kind === 'percent' && printed.value !== 100)) return []
      if (sumsTo(parts, printed)) return ['right']
      return [{ row: total, column, printed, sum: sumOf(parts), parts }]
    })
  })
}

/** A column headed "total" is the sum of its row; one headed "year" only where most rows bear that out. */
function rowSlips(table: Table): readonly (Slip | 'right')[] {
  return table.headers.flatMap((header, column) => {
    const total = /^(?:grand |overall )?totals?\b/i.test(header)
    const year = /^(?:(?:full |whole )?year|annual|all)\b/i.test(header) || /^\d{4}[-/]\d{2,4} total/i.test(header)
    if (column < 3 || (!total && !year)) return []
    const judged = table.rows.flatMap((row): readonly (Slip | 'right')[] => {
      const printed = row.cells[column]?.figure
      const parts = row.cells.slice(1, column).map(({ figure }) => figure)
      if (
        printed?.kind !== 'count' ||
        NO_SUM.test(row.label) ||
        STOCK.test(row.label) ||
        !parts.every(part => part?.kind === 'count')
      )
        return []
      const known = parts.filter(part => part !== null)
      if (table.headers.slice(1, column).some(one => NO_SUM.test(one) || /total/i.test(one))) return []
      return sumsTo(known, printed) ? ['right'] : [{ row, column, printed, sum: sumOf(known), parts: known }]
    })
    const right = judged.filter(one => one === 'right').length
    return total || right * 2 >= judged.length ? (right > 0 || total ? judged : []) : []
  })
}

/** A table that does not cross-foot. A total that is far from its parts in a table where nothing else adds up may be no sum at all. */
export const checkTables: Check = paper =>
  paper.parts.flatMap((part): readonly Finding[] => {
    if (!isTable(part)) return []
    const rows = rowSlips(part)
    // A slip in one row's total is one in its column's too: it is told where it stands.
    const explained = (slip: Slip): boolean =>
      rows.some(
        one =>
          one !== 'right' &&
          one.row !== slip.row &&
          one.column === slip.column &&
          slip.sum - one.printed.value + one.sum === slip.printed.value,
      )
    const slips = [...columnSlips(part).filter(one => one === 'right' || !explained(one)), ...rows]
    const right = slips.filter(one => one === 'right').length
    return slips.flatMap(slip => {
      if (slip === 'right') return []
      const near = Math.abs(slip.sum - slip.printed.value) <= Math.max(3, slip.printed.value * 0.25)
      return [
        finding('table total', readSentence(slip.row.text, slip.row), {
          certainty: right > 0 || near ? 'wrong' : 'question',
          found: slip.printed.text,
          expected: sayAs(slip.printed, slip.sum),
          why: `${slip.parts.map(({ text }) => text).join(' + ')} is ${sayAs(slip.printed, slip.sum)}${part.headers[slip.column] ? ` (${part.headers[slip.column]})` : ''}.`,
        }),
      ]
    })
  })
