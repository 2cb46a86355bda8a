import { Parser } from 'htmlparser2'
import { textEncoding, textOf } from './encoding.ts'
import type { InputFile } from './input.ts'
import type { TextBlock, TextPlace, TextRow } from './text-block.ts'

const SILENT = new Set(['script', 'style', 'head', 'svg', 'template', 'noscript', 'select', 'button', 'nav'])
const HEADING = /^h[1-6]$/
const BLOCK =
  /^(?:p|div|li|dd|dt|section|article|header|footer|main|aside|blockquote|figcaption|caption|summary|details|ul|ol|dl|body|h[1-6]|pre|table|form|fieldset)$/

/** Where lines begin, so that an offset can be told as a line. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return offset => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

/** A page as blocks: what a reader hears, without scripts, pictures and controls. A table within a table is read into its cell. */
export function blocksOfHtml(html: string): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  const lineAt = lineFinder(html)
  const rows: { at: TextPlace; cells: string[] }[] = []
  let silent = 0
  let tables = 0
  let kind: 'paragraph' | 'heading' | 'item' = 'paragraph'
  let text = ''
  let at: TextPlace = { page: null, line: 1 }
  let spare = 0
  const place = (offset: number): TextPlace => ({ page: null, line: lineAt(offset) })
  const close = (): void => {
    const said = text.replaceAll(/\s+/g, ' ').trim()
    if (said !== '') blocks.push({ kind, lines: [{ ...at, text: said }] })
    text = ''
    kind = 'paragraph'
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (SILENT.has(name) || attributes.hidden !== undefined) silent++
      if (silent > 0) return
      if (name === 'table') {
        if (tables === 0) close()
        tables++
      }
      if (tables === 1 && name === 'tr') rows.push({ at: place(parser.startIndex), cells: [] })
      if (tables === 1 && (name === 'td' || name === 'th')) {
        rows.at(-1)?.cells.push('')
        spare = Math.min(63, Math.max(0, Number(attributes.colspan ?? 1) - 1)) || 0
      }
      if (tables > 0) return
      if (BLOCK.test(name)) {
        close()
        kind = HEADING.test(name) ? 'heading' : name === 'li' ? 'item' : 'paragraph'
      } else if (name === 'br') text += ' '
    },
    ontext(said) {
      if (silent > 0) return
      const row = rows.at(-1)
      if (tables > 0) {
        if (row && row.cells.length > 0) row.cells[row.cells.length - 1] += said
        return
      }
      if (text.trim() === '' && said.trim() !== '')
        at = place(parser.startIndex + (said.length - said.trimStart().length))
      text += said
    },
    onclosetag(name) {
      if (SILENT.has(name) && silent > 0) {
        silent--
        return
      }
      if (silent > 0) return
      if (tables === 1 && (name === 'td' || name === 'th')) {
        for (let i = 0; i < spare; i++) rows.at(-1)?.cells.push('')
        spare = 0
      } else if (tables > 0 && BLOCK.test(name)) {
        const row = rows.at(-1)
        if (row && row.cells.length > 0) row.cells[row.cells.length - 1] += ' '
      }
      if (name === 'table') {
        tables--
        if (tables > 0) return
        const read = rows
          .splice(0)
          .map((row): TextRow => ({ ...row.at, cells: row.cells.map(cell => cell.replaceAll(/\s+/g, ' ').trim()) }))
        if (read.length > 0) blocks.push({ kind: 'table', rows: read })
      } else if (tables === 0 && BLOCK.test(name)) close()
    },
  })
  parser.write(html)
  parser.end()
  close()
  return blocks
}

/** An HTML file as blocks. Lines are of the file; there are no pages. */
export async function readHtml(file: InputFile): Promise<readonly TextBlock[]> {
  let html = ''
  for await (const piece of textOf(file, textEncoding(file.path, await file.survey()))) html += piece
  return blocksOfHtml(html)
}
