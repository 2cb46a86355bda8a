import { captionOf } from './caption.ts'
import { wordsOf } from './figures.ts'
import type { Paper, TableBlock } from './paper.ts'

/** A table of a paper with the heading that it is printed under and what it is called. */
export type PrintedTable = { readonly table: TableBlock; readonly title: string; readonly under: string }

/** Every table of a paper and the data of every chart, in reading order. */
export const tablesOf = ({ sections }: Paper): readonly PrintedTable[] =>
  sections.flatMap(({ number, title, blocks }) =>
    blocks.flatMap(block => {
      const table = block.kind === 'table' ? block : block.kind === 'chart' ? block.data : null
      const under = number === null ? title : `${number} ${title}`
      return table === null ? [] : [{ table, title: captionOf(table), under }]
    }),
  )

/** Titles of columns, no two alike: `Change`, `Change (2)`. */
export function columnTitles({ columns }: TableBlock): readonly string[] {
  const times = new Map<string, number>()
  return columns.map(({ title }) => {
    const name = title.trim() || 'Column'
    const n = (times.get(name.toLowerCase()) ?? 0) + 1
    times.set(name.toLowerCase(), n)
    return n === 1 ? name : `${name} (${n})`
  })
}

/** What the cells of a table read, row by row; one that is empty says that there is nothing to say. */
export const cellTexts = ({ columns, rows }: TableBlock): readonly (readonly string[])[] =>
  rows.map(row => columns.map((_, i) => wordsOf(row[i] ?? []).trim() || '[z]'))
