import { readCsv } from '../files/csv.ts'
import type { InputFile } from '../files/input.ts'
import { type Kind, kindNames, kinds } from './word-kinds.ts'
import type { Given, GivenWord, WordFault } from './word-read.ts'

/** The names of files of words that have a row for each. */
export const csvNames = kindNames.flatMap(kind => kinds[kind].file ?? [])

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

/** The kind of word that a CSV file has, by its name: `commentary.csv`, `commentary_2026-10.csv`; null: none. */
export function kindOfCsv(fileName: string): Kind | null {
  const name = plain(fileName)
  return (
    kindNames.find(kind => {
      const { file } = kinds[kind]
      return file !== null && name.startsWith(file) && /^(_.*)?\.csv$/.test(name.slice(file.length))
    }) ?? null
  )
}

/** Reads a CSV file, a word a row. Throws UserError 11xx where it is no CSV. */
export async function readWordsCsv(
  file: InputFile,
  kind: Kind,
): Promise<{ readonly words: readonly GivenWord[]; readonly faults: readonly WordFault[] }> {
  const table = await readCsv(file)
  const header = table.header.cells.map(plain)
  const twice = header.find((name, i) => name !== '' && header.indexOf(name) !== i)
  if (twice)
    return {
      words: [],
      faults: [
        {
          file: file.path,
          line: table.header.line,
          field: twice,
          found: twice,
          says: 'The column stands twice: keep one.',
        },
      ],
    }
  const words: GivenWord[] = []
  for await (const batch of table.batches())
    for (const { line, cells } of batch) {
      const fields = new Map<string, Given>()
      // A column without a name holds nothing that anybody could mean, unless something stands in it.
      for (const [i, cell] of cells.entries()) {
        const value = cell.trim().replaceAll('\r\n', '\n')
        const name = header[i] ?? ''
        if (name !== '' || value !== '') fields.set(name || `column ${i + 1}`, { value, line })
      }
      words.push({ kind, file: file.path, line, fields })
    }
  return { words, faults: [] }
}
