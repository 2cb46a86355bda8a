import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { readDocx } from '../../files/docx.ts'
import { findInputs } from '../../files/folder.ts'
import { readHtml } from '../../files/html-text.ts'
import { diskFile } from '../../files/input.ts'
import { readPdf } from '../../files/pdf-text.ts'
import { readPlainText } from '../../files/plain-text.ts'
import type { TextBlock } from '../../files/text-block.ts'
import { UserError } from '../../kit/error.ts'

type Reader = (path: string, disk: string, size: number) => Promise<readonly TextBlock[]>

const text: Reader = (path, disk, size) => readPlainText(diskFile(path, disk, size))
const html: Reader = (path, disk, size) => readHtml(diskFile(path, disk, size))

const readers: Readonly<Record<string, Reader>> = {
  '.docx': readDocx,
  '.docm': readDocx,
  '.pdf': readPdf,
  '.html': html,
  '.htm': html,
  '.xhtml': html,
  '.txt': text,
  '.text': text,
  '.md': text,
}

/**
 * A paper on disk as blocks of text, by the ending of its name. Throws HEARTH-1101 where there is none, HEARTH-1901 for a kind that is
 * not read, and the faults of its reader.
 */
export async function readPaperFile(disk: string): Promise<readonly TextBlock[]> {
  const path = disk.replaceAll('\\', '/')
  const found = await stat(disk).catch(() => null)
  const [fault] = found === null ? (await findInputs([disk])).faults : []
  if (fault) throw fault
  const reader = found?.isFile() ? readers[extname(disk).toLowerCase()] : undefined
  if (found === null || reader === undefined)
    throw new UserError(
      'HEARTH-1901',
      found?.isFile()
        ? `${path} is not a paper that can be read: its name ends in "${extname(disk)}".`
        : `${path} is a folder, and papers are read one by one.`,
      'Give Word (.docx), PDF (.pdf), HTML (.html) or plain text (.txt, .md). An older Word file can be saved as .docx.',
      { file: path },
    )
  return reader(path, disk, found.size)
}
