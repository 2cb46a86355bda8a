import type { TextPlace, TextRow } from '../../files/text-block.ts'
import type { Figure } from './figure.ts'
import { figuresOf } from './figures-of.ts'
import { type Sentence, sentencesOf } from './sentence.ts'

/**
 * A cell. `figure`: where the cell is one figure and no more. `second`: the figure in brackets after it, `602 (88.1)`. `sentences`:
 * where it is running text (a commentary).
 */
export type Cell = {
  readonly text: string
  readonly figure: Figure | null
  readonly second: Figure | null
  readonly sentences: readonly Sentence[]
}

export type Row = TextPlace & { readonly label: string; readonly cells: readonly Cell[]; readonly text: string }

/** A table. `headers` by column, of all its header rows; `rows` are what is below. Cell 0 of a row is its label. */
export type Table = {
  readonly kind: 'table'
  readonly where: TextPlace
  readonly caption: string
  readonly under: readonly string[]
  readonly headers: readonly string[]
  readonly rows: readonly Row[]
}

/** Longer than this, a cell is running text. */
const RUNNING = 60

const wordy = (text: string): boolean => /[a-z]{3,}.*[a-z]{3,}/i.test(text)

function readCell(text: string, place: TextPlace, first: boolean): Cell {
  const none = { text, figure: null, second: null, sentences: [] }
  if (text.length > RUNNING && !first) return { ...none, sentences: sentencesOf([{ ...place, text }]) }
  if (!/^[-−+£(<c~]?\s*[\d£]/.test(text)) return none
  if (/^[-−+]?£?[\d,]+(?:\.\d+)? ?(?:%|m|k)?$/.test(text)) {
    // By itself a number is a number, though in a sentence 2019 would be a year.
    const money = text.includes('£')
    const value = Number(text.replaceAll(/[^\d.\-−]/g, '').replace('−', '-'))
    const step = 10 ** -(/\.(\d+)/.exec(text)?.[1]?.length ?? 0)
    const kind = text.endsWith('%') ? 'percent' : money ? 'money' : step < 1 ? 'number' : 'count'
    const scale = money && text.endsWith('m') ? 1e6 : money && text.endsWith('k') ? 1e3 : 1
    const figure: Figure = {
      kind,
      value: value * scale,
      step: step * scale,
      nearness: 'exact',
      unit: '',
      text,
      start: 0,
      end: text.length,
    }
    return Number.isFinite(value) ? { ...none, figure } : none
  }
  const figures = figuresOf(text).filter(({ kind }) => kind !== 'date' && kind !== 'label')
  const [figure, second] = figures
  const bracketed = figures.length === 2 && /^[^()]+\([^()]+\)$/.test(text)
  if (figure === undefined || figures.length > 2 || (figures.length === 2 && !bracketed)) return none
  return wordy(text.replace(figure.text, '')) && !bracketed ? none : { ...none, figure, second: second ?? null }
}

const isPeriod = (text: string): boolean =>
  /^(?:q[1-4]|quarter|\d{4}([-/]\d{2,4})?|\d{2}\/\d{2}|[a-z]{3,9}[- ]?\d{2,4})\b/i.test(text.trim())

const isHeader = (cells: readonly Cell[]): boolean => {
  const rest = cells.slice(1).filter(({ text }) => text !== '')
  return rest.length === 0
    ? true
    : rest.every(
        ({ figure, text }) => figure === null || figure.kind === 'time' || isPeriod(text) || /^\d{4}$/.test(text),
      )
}

/** Rows of text as a table. Header rows are those at the top that hold no figures; a year is none there. */
export function readTable(rows: readonly TextRow[], under: readonly string[], caption: string): Table {
  const read = rows.map(({ page, line, cells }): Row => {
    const own = cells.map((text, i) => readCell(text, { page, line }, i === 0))
    return { page, line, label: cells[0] ?? '', cells: own, text: cells.filter(text => text !== '').join(' | ') }
  })
  let top = 0
  while (top < Math.min(3, read.length - 1) && isHeader(read[top]?.cells ?? [])) top++
  const width = Math.max(0, ...read.map(({ cells }) => cells.length))
  const headers = Array.from({ length: width }, (_, i) =>
    read
      .slice(0, top)
      .map(({ cells }) => cells[i]?.text ?? '')
      .filter(text => text !== '')
      .join(' '),
  )
  const first = rows[0]
  return {
    kind: 'table',
    where: { page: first?.page ?? null, line: first?.line ?? 1 },
    caption,
    under,
    headers,
    rows: read.slice(top),
  }
}
