import type { TextBlock, TextLine, TextPlace } from '../../files/text-block.ts'
import { type Sentence, sentencesOf } from './sentence.ts'
import { readTable, type Table } from './table-cell.ts'

/** A paragraph, list item, heading or footnote. `number`: its own, `3.1.2`, taken off its text. */
export type Passage = {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'footnote'
  readonly number: string | null
  readonly where: TextPlace
  readonly sentences: readonly Sentence[]
  /** The headings it stands under, the nearest last; what a paper is about is often only said there. */
  readonly under: readonly string[]
}

/** What a paper is for the proof-reader: passages and tables in order of reading. */
export type Paper = { readonly parts: readonly (Passage | Table)[] }

const NUMBER =
  /^(?:[-*•·▪◦–]\s+)?((?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[a-z]?[.)]))\s+(?=["‘“'(]?[A-Z0-9£])(?!\d[\d.,]*\s*%?$)/
const BULLET = /^\s*(?:[-*•·▪◦–]|o(?=\s{2})|\(?[a-z]\))\s+/

function withoutNumber(lines: readonly TextLine[]): {
  readonly number: string | null
  readonly lines: readonly TextLine[]
} {
  const [first, ...rest] = lines
  if (first === undefined) return { number: null, lines }
  const number = NUMBER.exec(first.text)?.[1] ?? null
  const text =
    number === null ? first.text.replace(BULLET, '') : first.text.slice((NUMBER.exec(first.text)?.[0] ?? '').length)
  return { number: number?.replace(/[.)]$/, '') ?? null, lines: [{ ...first, text }, ...rest] }
}

/** A document as the proof-reader sees it. */
export function readPaper(blocks: readonly TextBlock[]): Paper {
  const parts: (Passage | Table)[] = []
  let under: readonly string[] = []
  for (const block of blocks) {
    if (block.kind === 'table') {
      const lead = parts.at(-1)
      const caption = lead && lead.kind !== 'table' ? lead.sentences.map(({ text }) => text).join(' ') : ''
      parts.push(readTable(block.rows, under, caption))
      continue
    }
    const { number, lines } = withoutNumber(block.lines)
    const where = { page: block.lines[0]?.page ?? null, line: block.lines[0]?.line ?? 1 }
    const sentences = sentencesOf(lines)
    if (block.kind === 'heading') under = [...under, sentences.map(({ text }) => text).join(' ')].slice(-3)
    parts.push({ kind: block.kind, number, where, sentences, under })
  }
  return { parts }
}

export const isTable = (part: Passage | Table): part is Table => part.kind === 'table'

/** The sentences of what is not a table, each with the passage it stands in. */
export const passagesOf = (paper: Paper): readonly Passage[] => paper.parts.filter(part => !isTable(part))

/** Every sentence of the paper, those in the cells of tables too. */
export const sentencesOfPaper = (paper: Paper): readonly Sentence[] =>
  paper.parts.flatMap(part =>
    isTable(part) ? part.rows.flatMap(row => row.cells.flatMap(cell => cell.sentences)) : part.sentences,
  )
