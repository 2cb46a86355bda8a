import { wordsOf } from './figures.ts'
import type { TableBlock } from './paper.ts'

/** `Table 4: Permanency (data: 30 September 2026)`. A caption that begins with its own name is not said it twice. */
export const captionOf = ({ id, caption, asOf }: Pick<TableBlock, 'id' | 'caption' | 'asOf'>): string =>
  `${id.endsWith(' data') ? '' : `${id}: `}${caption}${asOf === null ? '' : ` (data: ${asOf.text})`}`

/** Rows and letters of a table that is not broken over two pages. */
const FEW = 8
const SHORT = 1200

/** Whether a table is so small that it stands on one page. */
export const staysWhole = ({ rows }: TableBlock): boolean =>
  rows.length <= FEW && rows.flat().map(wordsOf).join('').length <= SHORT
