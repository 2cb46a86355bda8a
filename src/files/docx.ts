import { UserError } from '../kit/error.ts'
import type { InputFile } from './input.ts'
import type { TextBlock, TextLine, TextPlace, TextRow } from './text-block.ts'
import { readXml, type XmlEvent } from './xml.ts'
import { zipMembers } from './zip.ts'

/** Text boxes in tables in text boxes: Word nests deeper than returns do. */
const limits = { depth: 400, textLength: 1_000_000 }

type Paragraph = { text: string; style: string; level: boolean; item: boolean; readonly at: TextPlace }
type Cell = { text: string; span: number }
type TableRow = TextPlace & { cells: Cell[] }

const attribute = (event: XmlEvent, name: string): string => {
  if (event.kind !== 'open') return ''
  return Object.entries(event.attributes).find(([key]) => key === name || key.endsWith(`:${name}`))?.[1] ?? ''
}

const isHeading = ({ style, level }: Paragraph): boolean => level || /^(?:heading|title|subtitle)/i.test(style)

/**
 * The walk through `document.xml` or `footnotes.xml`. Text that was deleted with tracking is left out, text that was inserted stays; of
 * two forms of one drawing only the newer is read. A page begins where Word last broke it, or where the writer did.
 */
class Walk {
  readonly blocks: TextBlock[] = []
  readonly notes: { readonly id: string; readonly at: TextPlace }[] = []
  #page = 1
  #line = 0
  #skip = 0
  readonly #open: Paragraph[] = []
  readonly #tables: TableRow[][] = []
  #cell: Cell | null = null

  take(event: XmlEvent): void {
    if (event.name === 'Fallback') this.#skip += event.kind === 'open' ? 1 : -1
    if (this.#skip > 0) return
    if (event.kind === 'open') this.#opens(event)
    else this.#closes(event)
  }

  #opens(event: XmlEvent): void {
    const paragraph = this.#open.at(-1)
    const outermost = this.#tables.length === 1
    switch (event.name) {
      case 'p':
        if (this.#tables.length === 0) this.#line++
        this.#open.push({ text: '', style: '', level: false, item: false, at: { page: this.#page, line: this.#line } })
        break
      case 'tbl':
        this.#tables.push([])
        break
      case 'tr':
        if (!outermost) break
        this.#line++
        this.#tables[0]?.push({ page: this.#page, line: this.#line, cells: [] })
        break
      case 'tc':
        if (!outermost) break
        this.#cell = { text: '', span: 1 }
        this.#tables[0]?.at(-1)?.cells.push(this.#cell)
        break
      case 'gridSpan':
        if (outermost && this.#cell) this.#cell.span = Math.min(63, Number(attribute(event, 'val')) || 1)
        break
      case 'pStyle':
        if (paragraph) paragraph.style = attribute(event, 'val')
        break
      case 'outlineLvl':
        if (paragraph) paragraph.level = Number(attribute(event, 'val')) < 9
        break
      case 'numPr':
        if (paragraph) paragraph.item = true
        break
      case 'lastRenderedPageBreak':
        this.#page++
        break
      case 'br':
        if (attribute(event, 'type') === 'page') this.#page++
        else if (paragraph) paragraph.text += ' '
        break
      case 'tab':
        if (paragraph) paragraph.text += ' '
        break
      case 'noBreakHyphen':
        if (paragraph) paragraph.text += '-'
        break
      case 'footnoteReference':
        if (paragraph) this.notes.push({ id: attribute(event, 'id'), at: paragraph.at })
        break
    }
  }

  #closes(event: XmlEvent): void {
    const paragraph = this.#open.at(-1)
    if (event.name === 't' && paragraph && event.kind === 'close') paragraph.text += event.text
    if (event.name === 'p') this.#closeParagraph(this.#open.pop())
    if (event.name === 'tbl') {
      const rows = this.#tables.pop() ?? []
      if (this.#tables.length === 0 && rows.length > 0) this.blocks.push({ kind: 'table', rows: rows.map(rowOf) })
    }
  }

  #closeParagraph(paragraph: Paragraph | undefined): void {
    const text = paragraph?.text.replaceAll(/\s+/g, ' ').trim() ?? ''
    if (!paragraph || text === '') return
    if (this.#tables.length > 0) {
      if (this.#cell) this.#cell.text = `${this.#cell.text} ${text}`.trim()
      return
    }
    const lines: readonly TextLine[] = [{ ...paragraph.at, text }]
    const kind = isHeading(paragraph)
      ? 'heading'
      : paragraph.item || /^list/i.test(paragraph.style)
        ? 'item'
        : 'paragraph'
    this.blocks.push({ kind, lines })
  }
}

const rowOf = ({ page, line, cells }: TableRow): TextRow => ({
  page,
  line,
  cells: cells.flatMap(({ text, span }) => [text, ...Array.from({ length: span - 1 }, () => '')]),
})

async function walked(part: InputFile): Promise<Walk> {
  const walk = new Walk()
  for await (const events of readXml(part, limits)) for (const event of events) walk.take(event)
  return walk
}

/** Footnotes by their id, each as one line of text. */
async function footnotesOf(part: InputFile | undefined): Promise<ReadonlyMap<string, string>> {
  const notes = new Map<string, string>()
  let id = ''
  if (part === undefined) return notes
  for await (const events of readXml(part, limits))
    for (const event of events) {
      if (event.name === 'footnote' && event.kind === 'open') id = attribute(event, 'id')
      if (event.name === 't' && event.kind === 'close') notes.set(id, `${notes.get(id) ?? ''}${event.text}`)
    }
  return notes
}

/**
 * A Word document as blocks. `path` is shown to people, `disk` is opened. A line is the number of the paragraph or row. Throws
 * HEARTH-1902 for what is no Word document, and the faults of zips and XML.
 */
export async function readDocx(path: string, disk: string): Promise<readonly TextBlock[]> {
  const parts = await zipMembers(path, disk).catch(error => {
    if (error instanceof UserError && error.code === 'HEARTH-1111') throw unopened(path, error.message)
    throw error
  })
  const part = (name: string): InputFile | undefined => parts.find(member => member.path === `${path}/${name}`)
  const main = part('word/document.xml')
  if (main === undefined) throw unopened(path, 'it has no text of a Word document in it')
  const walk = await walked(main)
  const notes = await footnotesOf(part('word/footnotes.xml'))
  return [
    ...walk.blocks,
    ...walk.notes.flatMap(({ id, at }): readonly TextBlock[] => {
      const text = notes.get(id)?.trim()
      return text ? [{ kind: 'footnote', lines: [{ ...at, text }] }] : []
    }),
  ]
}

const unopened = (path: string, why: string): UserError =>
  new UserError(
    'HEARTH-1902',
    `${path} cannot be opened as a Word document: ${why.replace(/\.$/, '')}.`,
    'Open it in Word, save it as .docx without a password, and give that.',
    { file: path },
  )
