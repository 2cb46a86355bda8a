import { wordsOf } from './figures.ts'
import type { Block, Paper } from './paper.ts'
import { close } from './pdf-read.fixture.ts'

/** A passage of a paper: its figures in the words around them, or a cell of a table. */
const passagesOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [wordsOf(block.runs)]
    case 'list':
      return block.items.map(wordsOf)
    case 'facts':
      return block.facts.map(({ runs }) => wordsOf(runs))
    case 'table':
      return block.rows.flat().map(wordsOf)
    case 'chart':
      return block.data.rows.flat().map(wordsOf)
  }
}

/** A paper's passages in reading order, without their spaces. */
export const passages = (paper: Paper): readonly string[] =>
  paper.sections.flatMap(({ blocks }) => blocks.flatMap(passagesOf)).map(close)

/** The first passage that is not in the words, after those before it; null: all are. */
export function missing(text: string, of: readonly string[]): string | null {
  let at = 0
  for (const passage of of) {
    const found = text.indexOf(passage, at)
    if (found < 0) return passage
    at = found + passage.length
  }
  return null
}
