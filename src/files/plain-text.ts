import { textEncoding, textOf } from './encoding.ts'
import type { InputFile } from './input.ts'
import type { TextBlock, TextLine, TextRow } from './text-block.ts'

const BULLET = /^\s*(?:[-*•·▪◦–]|o(?=\s{2})|\(?[a-z]\)|\d{1,3}[a-z]?[.)]|\d+(?:\.\d+)+\.?)\s+/
const HEADING = /^\s*#{1,6}\s+/
/** Three spaces or more between words are the gap between columns. */
const GAP = /\s{3,}/

/** Marks of emphasis and of lines, which are of the page and not of its words. */
const plain = (text: string): string =>
  text
    .replaceAll(/<\/?(?:b|i|u|em|strong|br|p|span)\s*\/?>/gi, '')
    .replaceAll(/\*\*|__/g, '')
    .replaceAll('\\_', '_')

const ruled = (text: string): boolean => /^[\s|:+=_-]*$/.test(text) && /[|+-]{3}|=/.test(text)

function cellsOf(text: string): readonly string[] | null {
  if (/\|.*\|/.test(text))
    return text
      .trim()
      .replace(/^\|/, '')
      .replace(/\|$/, '')
      .split('|')
      .map(cell => cell.trim())
  if (text.includes('\t')) return text.split('\t').map(cell => cell.trim())
  return null
}

/** Columns drawn with spaces: only where two lines or more beside each other have them, and one has a number in a column. */
const spaced = (text: string): readonly string[] | null => {
  const cells = text.trim().split(GAP)
  return cells.length > 1 && !BULLET.test(text) ? cells : null
}

function tableAt(lines: readonly TextLine[], from: number): readonly TextRow[] {
  const rows: TextRow[] = []
  const drawn = cellsOf(lines[from]?.text ?? '') !== null
  for (const line of lines.slice(from)) {
    if (drawn && ruled(line.text)) continue
    const cells = drawn ? cellsOf(line.text) : spaced(line.text)
    if (cells === null) break
    rows.push({ page: line.page, line: line.line, cells })
  }
  const numeric = rows.some(row => row.cells.slice(1).some(cell => /^[£(<]?\d/.test(cell)))
  return drawn || (rows.length > 1 && numeric) ? rows : []
}

const standsAlone = (lines: readonly TextLine[]): boolean => {
  const text = (lines[0]?.text ?? '').trim()
  return lines.length === 1 && text.length < 90 && /^[A-Z#*]/.test(text) && !/[.:;,?–-]$/.test(text)
}

/** Lines as blocks: an empty line ends a paragraph, a bullet or a section number begins one; tables are drawn with | , tabs or spaces. */
export function blocksOfLines(lines: readonly TextLine[]): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  let open: TextLine[] = []
  let bullet = false
  const close = (): void => {
    if (open.length === 0) return
    const lead = blocks.at(-1)
    const led =
      lead !== undefined &&
      (lead.kind === 'item' || (lead.kind === 'paragraph' && /:-?\s*$/.test(lead.lines.at(-1)?.text ?? '')))
    const indented = /^\s{2,}/.test(open[0]?.text ?? '')
    const kind =
      bullet || (led && indented)
        ? 'item'
        : HEADING.test(open[0]?.text ?? '') || standsAlone(open)
          ? 'heading'
          : 'paragraph'
    blocks.push({ kind, lines: open.map(line => ({ ...line, text: plain(line.text).replace(HEADING, '').trim() })) })
    open = []
    bullet = false
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) break
    if (line.text.trim() === '') {
      close()
      continue
    }
    const rows = tableAt(lines, i)
    if (rows.length > 0) {
      close()
      blocks.push({
        kind: 'table',
        rows: rows.map(row => ({ ...row, cells: row.cells.map(cell => plain(cell).trim()) })),
      })
      const last = rows.at(-1)?.line
      while (i < lines.length && lines[i]?.line !== last) i++
      continue
    }
    const begins = BULLET.test(line.text)
    if (begins || HEADING.test(line.text) || HEADING.test(open.at(-1)?.text ?? '')) close()
    if (begins) bullet = true
    open.push(line)
  }
  close()
  return blocks
}

/** A text file as blocks. A form feed begins a page; without one there are none. Throws HEARTH-1104 for what is not text. */
export async function readPlainText(file: InputFile): Promise<readonly TextBlock[]> {
  let text = ''
  for await (const piece of textOf(file, textEncoding(file.path, await file.survey()))) text += piece
  const paged = text.includes('\f')
  let page = 1
  const lines = text.split(/\r\n|\r|\n/).map((line, i): TextLine => {
    page += line.split('\f').length - 1
    return { text: line.replaceAll('\f', '').replaceAll('\u00a0', ' '), page: paged ? page : null, line: i + 1 }
  })
  return blocksOfLines(lines)
}
