import { UserError } from '../kit/error.ts'
import type { InputFile, Note } from './input.ts'
import { columnOf, type NumberFormat, numberText, unescaped } from './xlsx-format.ts'
import { readXml, type XmlEvent } from './xml.ts'

/** A row of a sheet; `line` is its row number. `formulas` are the columns (the first is 0) whose text is what a formula last gave. */
export type SheetRow = {
  readonly line: number
  readonly cells: readonly string[]
  readonly formulas: readonly number[]
}

export type SheetContext = {
  /** The workbook and sheet, as shown to people. */
  readonly shown: string
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
  readonly columns: number
}

type OpenCell = { column: number; type: string; style: number; value: string; formula: boolean }

/** Reads a sheet's events into rows. Formulas are never evaluated: their last value is taken as it stands. */
export function sheetReader(context: SheetContext): {
  readonly rows: (events: readonly XmlEvent[]) => SheetRow[]
  readonly notes: () => readonly Note[]
} {
  let line = 0
  let cells: string[] = []
  let formulas: number[] = []
  let column = -1
  let cell: OpenCell | null = null
  const formulaTally = { count: 0, line: 0 }
  const errorTally = { count: 0, line: 0 }

  const damaged = (says: string): UserError =>
    new UserError(
      'HEARTH-1115',
      `${context.shown} cannot be read: ${says}.`,
      'Open it in Excel, save it again as .xlsx, and give that.',
      {
        file: context.shown,
        line: Math.max(1, line),
      },
    )
  const tally = (of: { count: number; line: number }): void => {
    if (of.count === 0) of.line = line
    of.count++
  }

  function textOfCell(found: OpenCell): string {
    if (found.type === 's') return context.strings[Number(found.value)] ?? ''
    if (found.type === 'b') return found.value === '1' ? 'TRUE' : found.value === '' ? '' : 'FALSE'
    if (found.type === 'e') tally(errorTally)
    if (found.type !== '' && found.type !== 'n') return unescaped(found.value)
    return numberText(found.value, context.formats[found.style] ?? { kind: 'plain' }, context.from1904)
  }

  function put(found: OpenCell): void {
    if (found.formula) tally(formulaTally)
    const text = textOfCell(found)
    // Styled cells with nothing in them reach to the last column of many a sheet; only text makes a row longer.
    if (text === '') return
    if (found.column >= context.columns)
      throw new UserError(
        'HEARTH-1107',
        `Row ${line} of ${context.shown} has something in column ${(found.column + 1).toLocaleString('en-GB')}; the most that can be read is ${context.columns.toLocaleString('en-GB')}.`,
        'Delete what is to the right of the table, and save it again.',
        { file: context.shown, line },
      )
    while (cells.length < found.column) cells.push('')
    cells[found.column] = text
    if (found.formula) formulas.push(found.column)
  }

  function open(event: XmlEvent & { kind: 'open' }): void {
    if (event.name === 'row') {
      const next = event.attributes.r === undefined ? line + 1 : Number(event.attributes.r)
      if (!Number.isInteger(next) || next <= line || next > 1_048_576)
        throw damaged(`row ${event.attributes.r} comes after row ${line}`)
      line = next
      cells = []
      formulas = []
      column = -1
    } else if (event.name === 'c') {
      column = event.attributes.r === undefined ? column + 1 : columnOf(event.attributes.r)
      if (column < 0 || column >= 16_384) throw damaged(`a cell is called ${event.attributes.r}`)
      cell = {
        column,
        type: event.attributes.t ?? '',
        style: Number(event.attributes.s ?? 0),
        value: '',
        formula: false,
      }
    }
  }

  const rows = (events: readonly XmlEvent[]): SheetRow[] => {
    const found: SheetRow[] = []
    for (const event of events) {
      if (event.kind === 'open') open(event)
      else if (event.name === 'row' && cells.some(text => text.trim() !== '')) found.push({ line, cells, formulas })
      else if (cell !== null) {
        if (event.name === 'f') cell.formula = true
        if (event.name === 'v') cell.value = event.text
        if (event.name === 't') cell.value += event.text
        if (event.name === 'c') {
          put(cell)
          cell = null
        }
      }
    }
    return found
  }
  const notes = (): readonly Note[] => {
    const found: Note[] = []
    if (formulaTally.count > 0)
      found.push({
        about: 'formulas',
        says: 'Cells have formulas; what they last gave was read, nothing was worked out again.',
        ...formulaTally,
      })
    if (errorTally.count > 0)
      found.push({ about: 'errors in cells', says: 'Cells show an error such as #REF!.', ...errorTally })
    return found
  }
  return { rows, notes }
}

/** The rows of one sheet, blank ones left out, in batches. */
export async function* sheetBatches(
  part: InputFile,
  reader: ReturnType<typeof sheetReader>,
): AsyncGenerator<readonly SheetRow[]> {
  for await (const events of readXml(part)) {
    const rows = reader.rows(events)
    if (rows.length > 0) yield rows
  }
}
