import { captionOf, staysWhole } from './caption.ts'
import { lengthOf, shareWidths } from './column-widths.ts'
import { figuresOf, textOf } from './figures.ts'
import { markOf } from './file-mark.ts'
import type { Block, Paper, Run, TableBlock } from './paper.ts'

/** A4 less margins of two centimetres, in points. */
const WIDTH = { portrait: 482, landscape: 728 }
/** Labels of facts that stand beside their words are no longer than this, in sizes of the letters (seven centimetres). */
const LABEL = 16.5
/** A cell with more than this is let break over a page. */
const LONG = 600

/** Words as they can be set: what the fonts cannot draw is a box, control characters are spaces. */
export type Letters = (words: string) => string

export const onlyLetters =
  (letters: ReadonlySet<number>): Letters =>
  words => {
    let done = ''
    for (const letter of words) {
      const code = letter.codePointAt(0) ?? 0
      done += code < 32 || (code >= 127 && code < 160) ? ' ' : letters.has(code) ? letter : '□'
    }
    return done
  }

/** `Nov 26` over a narrow column is not broken. */
const SHORT = 7
const titleOf = (title: string): string => (title.length <= SHORT ? title.replaceAll(' ', '\u00a0') : title)

type Data = string | number | boolean | null | readonly Data[] | { readonly [name: string]: Data }

/** A paper as data for `paper.typ`: words as they are to be set, and widths. */
export function pdfWords(paper: Paper, drawn: Letters): Data {
  const runs = (of: readonly Run[]): Data =>
    of.map(run => ({ text: drawn(textOf(run)), strong: run.kind === 'words' && run.strong === true }))
  const about = [paper.authority.name, paper.subtitle ?? ''].filter(Boolean).join('. ')

  const table = (block: TableBlock, size: number, padding: number): Data => {
    const titles = block.columns.map(({ title }) => titleOf(title))
    const texts = block.rows.map(row => row.map(cell => cell.map(textOf).join('')))
    const { shares, breaks } = shareWidths(
      block.columns.map(({ share }) => share),
      titles.map((title, i) => [title, ...texts.map(row => row[i] ?? '')]),
      WIDTH[paper.layout] / size,
      (2 * padding) / size,
    )
    return {
      kind: 'table',
      caption: drawn(captionOf(block)),
      size,
      padding,
      breaks,
      columns: block.columns.map(({ align }, i) => ({
        title: drawn(titles[i] ?? ''),
        right: align === 'right',
        share: shares[i] ?? 0,
      })),
      whole: staysWhole(block),
      rows: block.rows.map((row, y) =>
        block.columns.map((_, x) => ({ runs: runs(row[x] ?? []), long: (texts[y]?.[x] ?? '').length > LONG })),
      ),
      notes: block.notes.map(drawn),
    }
  }

  const blockOf = (block: Block): Data => {
    switch (block.kind) {
      case 'paragraph': {
        const dated: readonly Run[] = block.asOf
          ? [...block.runs, { kind: 'words', text: ` (Data: ${block.asOf.text}.)` }]
          : block.runs
        return { kind: 'paragraph', number: block.number ? drawn(block.number) : null, runs: runs(dated) }
      }
      case 'list':
        return { kind: 'list', items: block.items.map(runs) }
      case 'facts':
        return {
          kind: 'facts',
          short: block.facts.every(({ label }) => lengthOf(label) < LABEL),
          facts: block.facts.map(fact => ({ label: drawn(fact.label), runs: runs(fact.runs) })),
        }
      case 'table':
        return table(block, 9, 4)
      case 'chart':
        return {
          kind: 'chart',
          caption: drawn(captionOf({ ...block, asOf: block.data.asOf })),
          svg: drawn(block.svg),
          alt: drawn(block.alt),
          data: table(block.data, 8, 2),
        }
    }
  }

  // PDF/UA-1 has no heading without words.
  const named = (title: string): string => drawn(title).trim() || 'Untitled'

  let above = 0
  return {
    name: drawn(`${paper.title}: ${paper.authority.name}`),
    title: named(paper.title),
    author: drawn(paper.authority.name),
    mark: drawn(markOf(paper)),
    about: drawn(about),
    foot: drawn(`${paper.title}, ${paper.authority.name}, ${paper.atText}`),
    watermark: paper.watermark === null ? null : drawn(paper.watermark),
    figures: JSON.stringify(figuresOf(paper).map(({ shown, source }) => ({ ...source, text: shown.text }))),
    landscape: paper.layout === 'landscape',
    sections: paper.sections.map(({ number, title, level, blocks, newPage }) => {
      // A level is never skipped: PDF/UA-1 forbids it, and a reader by headings would look for what is missing.
      above = Math.min(level, above + 1)
      return {
        level: above,
        newPage: newPage === true,
        title: named(number === null ? title : `${number} ${title}`),
        blocks: blocks.map(blockOf),
      }
    }),
  }
}
