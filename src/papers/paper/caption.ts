import type { TableBlock } from './paper.ts'

/** `Table 4: Permanency (data: 30 September 2026)`. A caption that begins with its own name is not said it twice. */
export const captionOf = ({ id, caption, asOf }: Pick<TableBlock, 'id' | 'caption' | 'asOf'>): string =>
  `${id.endsWith(' data') ? '' : `${id}: `}${caption}${asOf === null ? '' : ` (data: ${asOf.text})`}`
