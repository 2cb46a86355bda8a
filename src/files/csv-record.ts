import { UserError } from '../kit/error.ts'
import type { TextRow } from './input.ts'

export type CsvLimits = { readonly columns: number; readonly recordLength: number }

/** Far above any real return (the widest has 40 columns), far below what could exhaust a small machine. */
export const csvLimits: CsvLimits = { columns: 1_000, recordLength: 1_000_000 }

type Record = { readonly cells: string[]; readonly next: number; readonly breaks: number }

/** Where the cell that starts at `from` and has no quotation mark ends. */
function cellEnd(text: string, from: number, delimiter: string): number {
  for (let i = from; i < text.length; i++) {
    const c = text[i]
    if (c === delimiter || c === '\n' || c === '\r') return i
  }
  return text.length
}

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

/**
 * Splits text that arrives in pieces into records. Lines may end in LF, CRLF or CR, mixed in one file; cells may be
 * quoted, with quotes doubled and line breaks inside. A quotation mark inside an unquoted cell is a character like any
 * other. Give the pieces in order, the last with `last` true; each call gives the records that are whole.
 */
export function recordSplitter(
  file: string,
  delimiter: string,
  limits: CsvLimits = csvLimits,
): (piece: string, last: boolean) => TextRow[] {
  let rest = ''
  let line = 1

  const tooLong = (text: string): UserError =>
    text.split(delimiter).length > limits.columns
      ? tooWide(text.split(delimiter).length)
      : new UserError(
          'HEARTH-1106',
          `Line ${line} of ${file} is longer than ${limits.recordLength.toLocaleString('en-GB')} characters.`,
          'Check that the file is a table with line breaks between its rows, then export it again.',
          { file, line },
        )
  const tooWide = (columns: number): UserError =>
    new UserError(
      'HEARTH-1107',
      `Line ${line} of ${file} has ${columns.toLocaleString('en-GB')} columns or more; the most that can be read is ${limits.columns.toLocaleString('en-GB')}.`,
      'Export the table again with only the columns of the return.',
      { file, line },
    )
  const badQuote = (opened: number, says: string): UserError =>
    new UserError(
      'HEARTH-1105',
      `A quotation mark opened on line ${opened} of ${file} ${says}.`,
      'Look at that line: close the quotation mark, or write one that belongs to the text twice ("").',
      { file, line: opened },
    )

  /** The record at `start`, which has a quotation mark in it; null when its end has not arrived yet. */
  function quoted(text: string, start: number, last: boolean): Record | null {
    const cells: string[] = []
    let breaks = 0
    let at = start
    while (true) {
      let open = at
      while (text[open] === ' ') open++
      if (text[open] === '"') {
        let cell = ''
        let from = open + 1
        while (true) {
          const close = text.indexOf('"', from)
          if (close === -1 && last) throw badQuote(line + breaks, 'is never closed')
          if (close === -1) return null
          if (text[close + 1] !== '"') {
            cell += text.slice(from, close)
            at = close + 1
            break
          }
          cell += text.slice(from, close + 1)
          from = close + 2
        }
        const opened = line + breaks
        breaks += lineBreaks(cell)
        cells.push(cell)
        while (text[at] === ' ') at++
        const after = text[at]
        if (after !== undefined && after !== delimiter && after !== '\n' && after !== '\r')
          throw badQuote(opened, `is followed by more text after its closing mark (line ${line + breaks})`)
      } else {
        const end = cellEnd(text, at, delimiter)
        cells.push(text.slice(at, end))
        at = end
      }
      if (at === text.length) return last ? { cells, next: at, breaks } : null
      if (text[at] === delimiter) {
        at++
        continue
      }
      if (text[at] === '\n') return { cells, next: at + 1, breaks }
      if (at === text.length - 1 && !last) return null
      return { cells, next: text[at + 1] === '\n' ? at + 2 : at + 1, breaks }
    }
  }

  return (piece, last) => {
    const text = rest + piece
    const rows: TextRow[] = []
    const find = (what: string, from: number): number => {
      const found = text.indexOf(what, from)
      return found === -1 ? Number.POSITIVE_INFINITY : found
    }
    let at = 0
    let lf = find('\n', 0)
    let cr = find('\r', 0)
    let quote = find('"', 0)
    while (at < text.length) {
      if (lf < at) lf = find('\n', at)
      if (cr < at) cr = find('\r', at)
      if (quote < at) quote = find('"', at)
      const end = Math.min(lf, cr)
      let record: Record
      if (quote < end) {
        const found = quoted(text, at, last)
        if (found === null) break
        record = found
      } else {
        if (end === Number.POSITIVE_INFINITY && !last) break
        // The line feed of a CRLF may be in the next piece.
        if (end === cr && end === text.length - 1 && !last) break
        const stop = Math.min(end, text.length)
        if (stop - at > limits.recordLength) throw tooLong(text.slice(at, stop))
        record = {
          cells: text.slice(at, stop).split(delimiter),
          next: cr < lf && lf === cr + 1 ? lf + 1 : stop + 1,
          breaks: 0,
        }
      }
      if (record.next - at > limits.recordLength + 2) throw tooLong(text.slice(at, record.next))
      if (record.cells.length > limits.columns) throw tooWide(record.cells.length)
      rows.push({ line, cells: record.cells })
      line += 1 + record.breaks
      at = record.next
    }
    rest = text.slice(at)
    if (rest.length > limits.recordLength) throw unfinished(rest)
    return rows
  }

  /** What has no end within the limit: an open quotation mark is the likelier cause where there is one. */
  function unfinished(text: string): UserError {
    const firstBreak = text.search(/[\r\n]/)
    const quote = text.indexOf('"')
    if (firstBreak === -1 || quote === -1) return tooLong(text)
    const opened = line + lineBreaks(text.slice(0, text.lastIndexOf('"') === quote ? quote : 0))
    return badQuote(opened, `is not closed within ${limits.recordLength.toLocaleString('en-GB')} characters`)
  }
}
