import { readFile } from 'node:fs/promises'
import { UserError } from '../kit/error.ts'
import { readingFault } from './encoding.ts'
import { blocksOfPage, type Piece } from './pdf-lines.ts'
import type { TextBlock } from './text-block.ts'

const unopened = (path: string, why: string): UserError =>
  new UserError(
    'HEARTH-1902',
    `${path} cannot be opened as a PDF: ${why.replace(/\.$/, '')}.`,
    'Open it in a PDF reader; save it again without a password, or give the Word file it was made from.',
    { file: path },
  )

/**
 * A PDF as blocks: text in the order of lines on the page, tables as far as columns can be seen. Throws HEARTH-1902 for what is damaged
 * or locked, HEARTH-1903 for a scan, which has pictures and no text.
 */
export async function readPdf(path: string, disk: string): Promise<readonly TextBlock[]> {
  const bytes = await readFile(disk).catch(error => {
    throw readingFault(path, error)
  })
  // The library is a megabyte and a half: only who reads a PDF waits for it.
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    throw unopened(path, error instanceof Error ? error.message : String(error))
  })
  const blocks: TextBlock[] = []
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item): readonly Piece[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , scale = 10, x = 0, y = 0] = item.transform as readonly number[]
        return [{ text: item.str, x, y, width: item.width, size: Math.abs(scale) || item.height || 10 }]
      })
      blocks.push(...blocksOfPage(pieces, number))
      page.cleanup()
    }
  } catch (error) {
    throw error instanceof UserError ? error : unopened(path, error instanceof Error ? error.message : String(error))
  } finally {
    await pdf.cleanup()
  }
  if (blocks.length === 0)
    throw new UserError(
      'HEARTH-1903',
      `${path} has no text in it: its pages are pictures.`,
      'Give the Word file it was made from, or have the text recognised first.',
      { file: path },
    )
  return blocks
}
