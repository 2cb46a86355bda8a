import { blocksOfLines } from './plain-text.ts'
import type { TextBlock, TextLine, TextRow } from './text-block.ts'

/** A piece of text on a page, in points from its lower left corner. */
export type Piece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** Words with no column between them. */
type Segment = { text: string; readonly from: number; to: number }
type Line = { readonly y: number; readonly size: number; readonly segments: readonly Segment[] }

/** As wide as this many of its letters' heights, a gap is one between columns. */
const COLUMN = 1.4
const SPACE = 0.18

function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  const segments: Segment[] = []
  let last: Piece | null = null
  for (const piece of pieces.toSorted((a, b) => a.x - b.x)) {
    const open = segments.at(-1)
    const gap = last && open ? piece.x - open.to : Number.POSITIVE_INFINITY
    if (!open || gap > piece.size * COLUMN)
      segments.push({ text: piece.text.trim(), from: piece.x, to: piece.x + piece.width })
    else {
      open.text +=
        gap > piece.size * SPACE || /\s$/.test(last?.text ?? '') || /^\s/.test(piece.text)
          ? ` ${piece.text.trim()}`
          : piece.text.trimEnd()
      open.to = Math.max(open.to, piece.x + piece.width)
    }
    last = piece
  }
  return segments
}

function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    // A raised mark of a note stands a little above its line.
    if (row && first && Math.abs(first.y - piece.y) < Math.max(first.size, piece.size) * 0.5) row.push(piece)
    else rows.push([piece])
  }
  return rows.map(row => ({
    y: row[0]?.y ?? 0,
    size: Math.max(...row.map(({ size }) => size)),
    segments: segmentsOf(row),
  }))
}

const middle = ({ from, to }: Segment): number => (from + to) / 2

/** Columns of a table by the line that has most; what stands elsewhere goes to the nearest. */
function rowsOf(lines: readonly (Line & { readonly at: TextLine })[]): readonly TextRow[] {
  const widest = lines.reduce((most, line) => (line.segments.length > most.segments.length ? line : most))
  const anchors = widest.segments
  const rows: { at: TextLine; cells: string[] }[] = []
  for (const line of lines) {
    const cells = anchors.map(() => '')
    for (const segment of line.segments) {
      const column = anchors.reduce((best, anchor, i) => {
        const far = (one: Segment | undefined): number =>
          one === undefined
            ? Number.POSITIVE_INFINITY
            : Math.min(
                Math.abs(middle(one) - middle(segment)),
                Math.abs(one.from - segment.from),
                Math.abs(one.to - segment.to),
              )
        return far(anchor) < far(anchors[best]) ? i : best
      }, 0)
      cells[column] = `${cells[column]} ${segment.text}`.trim()
    }
    const above = rows.at(-1)
    // A label that runs on: words alone under the label above, which has its figures already.
    if (line.segments.length === 1 && cells[0] !== '' && above && rows.length > 1 && /^[a-z(]/.test(cells[0] ?? ''))
      above.cells[0] = `${above.cells[0]} ${cells[0]}`
    else rows.push({ at: line.at, cells })
  }
  return rows.map(({ at, cells }) => ({ page: at.page, line: at.line, cells }))
}

const isPageNumber = (text: string): boolean => /^(?:page )?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$/i.test(text.trim())
const holdsFigure = (line: Line): boolean =>
  line.segments.slice(1).some(({ text }) => /^[£(<−-]?\d|^[£\d.,%]+$/.test(text))

/** The text of one page as blocks. Lines with columns one under another are a table where a column holds figures. */
export function blocksOfPage(pieces: readonly Piece[], page: number): readonly TextBlock[] {
  const lines = linesOf(pieces)
    .map((line, i) => ({ ...line, at: { page, line: i + 1, text: line.segments.map(({ text }) => text).join(' ') } }))
    .filter(({ at }) => !isPageNumber(at.text))
  const blocks: TextBlock[] = []
  let words: TextLine[] = []
  const flush = (): void => {
    blocks.push(...blocksOfLines(words))
    words = []
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) break
    let end = i
    while (end < lines.length) {
      const next = lines[end]
      const after = lines[end + 1]
      if (!next) break
      const runsOn =
        next.segments.length === 1 &&
        end > i &&
        (after?.segments.length ?? 0) > 1 &&
        (next.segments[0]?.to ?? 0) < (line.segments[1]?.from ?? 0)
      if (next.segments.length < 2 && !runsOn) break
      end++
    }
    const run = lines.slice(i, end)
    if (run.length > 1 && run.filter(holdsFigure).length * 2 >= run.length - 1) {
      flush()
      blocks.push({ kind: 'table', rows: rowsOf(run) })
      i = end - 1
      continue
    }
    const above = lines[i - 1]
    if (words.length > 0 && above && above.y - line.y > Math.max(line.size, above.size) * 1.75)
      words.push({ ...line.at, text: '' })
    words.push(line.at)
  }
  flush()
  return blocks
}
