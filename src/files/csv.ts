import { UserError } from '../kit/error.ts'
import { type CsvLimits, csvLimits, recordSplitter } from './csv-record.ts'
import { textEncoding, textOf } from './encoding.ts'
import type { InputFile, Note, TextRow } from './input.ts'

/** A table of text. Rows come in batches, since a call per row costs more than the row. */
export type TextTable = {
  readonly header: TextRow
  /** The rows after the header, from the start at each call; blank rows are left out, ragged rows are kept as they are. */
  readonly batches: () => AsyncGenerator<readonly TextRow[]>
  /** What was allowed for, as far as the latest reading has gone. */
  readonly notes: () => readonly Note[]
}

const delimiters = [',', ';', '\t', '|'] as const
const delimiterNames: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' }

const isBlank = (cells: readonly string[]): boolean => {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false
  return true
}

/** The delimiter there is most of outside quotation marks in the header; a comma when in doubt. */
function sniffDelimiter(line: string): string {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '')
  let best: string = ','
  for (const candidate of delimiters) if (bare.split(candidate).length > bare.split(best).length) best = candidate
  return best
}

/** The first line with something in it, and whether it is Excel's own `sep=;` line. */
async function firstLine(texts: AsyncIterable<string>, limits: CsvLimits): Promise<string> {
  let head = ''
  for await (const text of texts) {
    head = (head + text).trimStart()
    const end = head.search(/[\r\n]/)
    if (end !== -1) return head.slice(0, end)
    if (head.length > limits.recordLength) break
  }
  return head
}

/**
 * Reads a CSV file: UTF-8 (with or without mark), Windows-1252 or marked UTF-16; comma, semicolon, tab or vertical bar;
 * any line ending. Memory is bounded whatever the file. Throws a UserError (11xx) where the file is empty, is not text,
 * or breaks a limit, on opening or while its batches are read.
 */
export async function readCsv(file: InputFile, limits: CsvLimits = csvLimits): Promise<TextTable> {
  const encoding = textEncoding(file.path, await file.survey())
  const texts = (): AsyncGenerator<string> => textOf(file, encoding)
  const first = await firstLine(texts(), limits)
  const told = /^sep=(.)$/i.exec(first)?.[1]
  const delimiter = told ?? sniffDelimiter(first)

  async function* records(): AsyncGenerator<TextRow[]> {
    const split = recordSplitter(file.path, delimiter, limits)
    for await (const text of texts()) {
      const rows = split(text, false)
      if (rows.length > 0) yield rows
    }
    const rows = split('', true)
    if (rows.length > 0) yield rows
  }

  let blank = { count: 0, line: 0 }
  let short = { count: 0, line: 0 }
  let long = { count: 0, line: 0 }
  const add = (tally: { count: number; line: number }, line: number) => ({
    count: tally.count + 1,
    line: tally.count === 0 ? line : tally.line,
  })

  const isHeader = (row: TextRow): boolean =>
    !isBlank(row.cells) && !(told !== undefined && /^sep=$/i.test(row.cells[0] ?? ''))
  const findHeader = async (): Promise<TextRow> => {
    for await (const rows of records()) {
      const found = rows.find(isHeader)
      if (found) return found
    }
    throw new UserError(
      'HEARTH-1103',
      `${file.path} is empty.`,
      'Give a file with a header row; export it again if it should hold rows.',
      {
        file: file.path,
      },
    )
  }
  const header = await findHeader()
  const width = header.cells.length

  async function* batches(): AsyncGenerator<readonly TextRow[]> {
    blank = short = long = { count: 0, line: 0 }
    for await (const rows of records()) {
      const kept: TextRow[] = []
      for (const row of rows) {
        if (row.line <= header.line) continue
        if (isBlank(row.cells)) {
          blank = add(blank, row.line)
          continue
        }
        if (row.cells.length < width) short = add(short, row.line)
        else if (row.cells.length > width && !isBlank(row.cells.slice(width))) long = add(long, row.line)
        kept.push(row)
      }
      if (kept.length > 0) yield kept
    }
  }

  const notes = (): readonly Note[] => {
    const found: Note[] = []
    if (encoding !== 'utf-8')
      found.push({
        about: 'encoding',
        says: `The file is ${encoding === 'windows-1252' ? 'Windows-1252' : 'UTF-16'}, not UTF-8; it was read as such.`,
        count: 1,
      })
    if (delimiter !== ',')
      found.push({
        about: 'delimiter',
        says: `Cells are separated by ${delimiterNames[delimiter] ?? delimiter}, not commas.`,
        line: header.line,
        count: 1,
      })
    if (blank.count > 0) found.push({ about: 'blank rows', says: 'Rows with nothing in them were skipped.', ...blank })
    if (short.count > 0)
      found.push({ about: 'short rows', says: `Rows have fewer than the ${width} cells of the header.`, ...short })
    if (long.count > 0)
      found.push({ about: 'long rows', says: `Rows have more than the ${width} cells of the header.`, ...long })
    return found
  }
  return { header, batches, notes }
}
