import { captionOf } from './caption.ts'
import { lengthOf, shareWidths } from './column-widths.ts'
import { textOf, wordsOf } from './figures.ts'
import type { Block, ChartBlock, Run, TableBlock } from './paper.ts'

/** Inches: what a slide of 13.33 by 7.5 has below its title and above its foot. */
export const AREA = { width: 12.13, height: 5.35 }
const INCH = 72
/** Lines of text are this much higher than their letters. */
const LEADING = 1.2
/** Letters are about as wide as this file thinks: leave a little. */
const SLACK = 1.08

export const SIZES = { title: 24, heading: 18, text: 16, caption: 14, note: 12, table: 14, wide: 12, data: 11 } as const

export type TableLine = { readonly cells: readonly (readonly Run[])[]; readonly height: number }
/** What stands on a slide, one below another; heights in inches. */
export type Part = { readonly height: number } & (
  | {
      readonly kind: 'text'
      readonly style: 'heading' | 'text' | 'bullet' | 'caption' | 'note'
      readonly runs: readonly Run[]
    }
  | {
      readonly kind: 'table'
      readonly block: TableBlock
      readonly size: number
      readonly widths: readonly number[]
      readonly header: number
      readonly lines: readonly TableLine[]
    }
  | { readonly kind: 'picture'; readonly chart: ChartBlock; readonly width: number }
)

const strong = (text: string): Run => ({ kind: 'words', text, strong: true })
const words = (text: string): Run => ({ kind: 'words', text })

const linesOf = (text: string, size: number, width: number): number =>
  Math.max(1, Math.ceil((lengthOf(text) * size * SLACK) / (width * INCH)))

/** Space around words in a cell, and between parts. */
export const MARGIN = { cell: 0.06, part: 0.12, heading: 0.16 }

function textPart(style: Extract<Part, { kind: 'text' }>['style'], runs: readonly Run[]): Part {
  const size = style === 'bullet' ? SIZES.text : SIZES[style]
  const width = AREA.width - (style === 'bullet' ? 0.4 : 0)
  const above = style === 'heading' ? MARGIN.heading : 0
  const height = above + (linesOf(wordsOf(runs), size, width) * size * LEADING) / INCH + MARGIN.part
  return { kind: 'text', style, runs, height }
}

/** What a section that shares a slide is called. */
export const headed = (title: string): Part => textPart('heading', [strong(title)])

/** Whether a title stands in one line above a slide. */
export const isOneLine = (title: string): boolean => linesOf(title, SIZES.title, AREA.width) === 1

/** What stands above the part of a table that is on a slide after its first. */
export const continued = (block: TableBlock): Part => textPart('caption', [strong(`${block.id}, continued`)])

/** What stands above a list that had no room under its table. */
export const notesTo = (block: TableBlock): Part => textPart('caption', [strong(`Notes to ${block.id}`)])

/** The most that one paragraph takes of a slide, in lines. */
const MOST_LINES = 12

/** A paragraph in parts that fit a slide, broken between sentences. */
function sentences(runs: readonly Run[]): readonly (readonly Run[])[] {
  const most = (MOST_LINES * AREA.width * INCH) / (SIZES.text * SLACK)
  const pieces = runs.flatMap((run): readonly Run[] =>
    run.kind === 'words' ? run.text.split(/(?<=[.;?!] )/).map(text => ({ ...run, text })) : [run],
  )
  const parts: Run[][] = [[]]
  let length = 0
  for (const piece of pieces) {
    const own = lengthOf(textOf(piece))
    const before = parts.at(-1)?.at(-1)
    if (length + own > most && before && /[.;?!] $/.test(textOf(before))) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(piece)
    length += own
  }
  return parts
}

/** A table as one part, with the height of each line; `splitTable` breaks it where a slide ends. */
function tablePart(block: TableBlock, size: number): Extract<Part, { kind: 'table' }> {
  const texts = block.rows.map(row => block.columns.map((_, i) => wordsOf(row[i] ?? [])))
  const titles = block.columns.map(({ title }) => title)
  const { shares } = shareWidths(
    block.columns.map(({ share }) => share),
    titles.map((title, i) => [title, ...texts.map(row => row[i] ?? '')]),
    (AREA.width * INCH) / size,
    (2 * MARGIN.cell * INCH) / size,
  )
  const widths = shares.map(share => share * AREA.width)
  const heightOf = (cells: readonly string[]): number =>
    (Math.max(...cells.map((text, i) => linesOf(text, size, (widths[i] ?? 1) - 2 * MARGIN.cell))) * size * LEADING) /
      INCH +
    2 * MARGIN.cell
  const lines = block.rows.map((cells, i) => ({ cells, height: heightOf(texts[i] ?? []) }))
  const header = heightOf(titles)
  return { kind: 'table', block, size, widths, header, lines, height: heightOfLines(header, lines) }
}

const heightOfLines = (header: number, lines: readonly TableLine[]): number =>
  lines.reduce((sum, { height }) => sum + height, header + MARGIN.part)

/** Fewer lines than this do not stand alone. */
const FEW = 3

/** As many lines of a table as fit, and those that do not. */
export function splitTable(
  part: Extract<Part, { kind: 'table' }>,
  room: number,
): readonly [fits: Part, rest: Extract<Part, { kind: 'table' }> | null] {
  let count = 0
  while (count < part.lines.length && heightOfLines(part.header, part.lines.slice(0, count + 1)) <= room) count++
  // Not one line or two alone on the next slide, where half and half fit as well.
  const left = part.lines.length - count
  if (left > 0 && left < FEW && count > 2 * FEW) count = Math.ceil(part.lines.length / 2)
  const of = (lines: readonly TableLine[]) => ({ ...part, lines, height: heightOfLines(part.header, lines) })
  const most = Math.max(1, count)
  return [of(part.lines.slice(0, most)), most < part.lines.length ? of(part.lines.slice(most)) : null]
}

const PICTURE = { width: 9.6, least: 5, ratio: 260 / 720 }

/** How high a drawing is for its width: a fan is higher than a line. */
function ratioOf({ svg }: ChartBlock): number {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return width === undefined || height === undefined ? PICTURE.ratio : Number(height) / Number(width)
}
const WIDE = 6

/** A block as parts of slides; `lead`: the height of words right above a chart, which stay with it. */
export function partsOf(block: Block, lead = 0): readonly Part[] {
  switch (block.kind) {
    case 'paragraph': {
      const before = block.number === undefined ? [] : [words(`${block.number}  `)]
      const after = block.asOf === null ? [] : [words(` (Data: ${block.asOf.text}.)`)]
      return sentences([...before, ...block.runs, ...after]).map(runs => textPart('text', runs))
    }
    case 'list':
      return block.items.map(item => textPart('bullet', item))
    case 'facts':
      return block.facts.map(({ label, runs }) =>
        textPart('text', [strong(/[?:]$/.test(label) ? `${label} ` : `${label}: `), ...runs]),
      )
    case 'table':
      return [
        textPart('caption', [strong(captionOf(block))]),
        ...(block.notes.length === 0 ? [] : [textPart('note', [words(block.notes.join(' '))])]),
        tablePart(block, block.columns.length > WIDE ? SIZES.wide : SIZES.table),
      ]
    case 'chart':
      return chartParts(block, lead)
  }
}

/** Sums of heights are not exact. */
const SPARE = 0.02

/** A chart under its caption with its data below: as large as lets all of it stand on one slide. */
function chartParts(block: ChartBlock, lead: number): readonly Part[] {
  const above = [
    textPart('caption', [strong(captionOf({ ...block, asOf: block.data.asOf }))]),
    ...(block.data.notes.length === 0 ? [] : [textPart('note', [words(block.data.notes.join(' '))])]),
  ]
  const data = tablePart(block.data, SIZES.data)
  const ratio = ratioOf(block)
  const room = AREA.height - SPARE - lead - data.height - above.reduce((sum, { height }) => sum + height, 0)
  const width = Math.max(PICTURE.least, Math.min(PICTURE.width, (room - MARGIN.part) / ratio))
  const picture: Part = { kind: 'picture', chart: block, width, height: width * ratio + MARGIN.part }
  return [...above, picture, data]
}
