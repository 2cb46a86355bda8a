import { UserError } from '../../kit/error.ts'
import { paperCsvs } from './csvs.ts'
import type { Paper } from './paper.ts'

/** What a paper may be made as, by the ending of its file. */
export const paperFormats = ['docx', 'pdf', 'html', 'xlsx', 'pptx'] as const
export type PaperFormat = (typeof paperFormats)[number]

/** Each format's maker is loaded when it is asked for: none waits for another's libraries. */
const makers: Readonly<
  Record<PaperFormat, () => Promise<(paper: Paper) => string | Uint8Array | Promise<Uint8Array>>>
> = {
  docx: async () => (await import('./docx.ts')).paperWord,
  pdf: async () => (await import('./pdf.ts')).paperPdf,
  html: async () => (await import('./html.ts')).paperHtml,
  xlsx: async () => (await import('./xlsx.ts')).paperWorkbook,
  pptx: async () => (await import('./pptx.ts')).paperSlides,
}

/** Makes a paper in a format. */
export const paperAs = async (paper: Paper, format: PaperFormat): Promise<string | Uint8Array> =>
  (await makers[format]())(paper)

/** The endings that the file of a paper may have: its formats, and `csv` for its tables as data. */
export const paperEndings = [...paperFormats, 'csv'] as const
export type PaperEnding = (typeof paperEndings)[number]

/** A file to be written. */
export type PaperFile = { readonly file: string; readonly content: string | Uint8Array }

/**
 * The files that a paper is written as: the one named; as CSV one for each table and for the data of each chart, named by the file
 * with what the table is: `appendix-table-1-permanency.csv` for `appendix.csv`. Throws HEARTH-1003 where there is no table.
 */
export async function paperFiles(paper: Paper, file: string, ending: PaperEnding): Promise<readonly PaperFile[]> {
  if (ending !== 'csv') return [{ file, content: await paperAs(paper, ending) }]
  const stem = file.slice(0, -'.csv'.length)
  const tables = paperCsvs(paper)
  if (tables.length === 0)
    throw new UserError(
      'HEARTH-1003',
      `The paper "${paper.template}" has no table.`,
      'Write it to another kind of file.',
    )
  return tables.map(({ name, text }) => ({ file: `${stem}-${name}`, content: text }))
}
