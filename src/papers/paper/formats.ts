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
