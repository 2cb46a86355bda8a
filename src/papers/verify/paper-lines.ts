import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { diskFile } from '../../files/input.ts'
import { readPptx } from '../../files/pptx-text.ts'
import type { TextBlock, TextPlace } from '../../files/text-block.ts'
import { readXlsx } from '../../files/xlsx.ts'
import { readPaperFile } from '../proof/paper-file.ts'

/** A line of a paper as it is read: of a table the cells of a row. */
export type PaperLine = TextPlace & { readonly text: string }

export const linesOf = (blocks: readonly TextBlock[]): readonly PaperLine[] =>
  blocks.flatMap(block =>
    block.kind === 'table'
      ? block.rows.map(({ cells, ...place }) => ({ ...place, text: cells.join(' ') }))
      : block.lines,
  )

/** The rows of a workbook, a page a sheet. */
async function sheetLines(path: string, disk: string): Promise<readonly PaperLine[]> {
  const sheets = await readXlsx(diskFile(path, disk, (await stat(disk)).size))
  const lines: PaperLine[] = []
  for (const [i, sheet] of sheets.entries())
    for await (const rows of sheet.batches())
      for (const { line, cells } of rows) lines.push({ page: i + 1, line, text: cells.join(' ').trim() })
  return lines
}

/** Everything that can be read of a paper, in order. Throws HEARTH-1901 for a kind that is not read, and the faults of its reader. */
export async function paperLines(disk: string): Promise<readonly PaperLine[]> {
  const path = disk.replaceAll('\\', '/')
  switch (extname(disk).toLowerCase()) {
    case '.xlsx':
      return sheetLines(path, disk)
    case '.pptx':
      return linesOf(await readPptx(path, disk))
    default:
      return linesOf(await readPaperFile(disk))
  }
}
