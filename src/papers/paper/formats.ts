import type { Paper } from './paper.ts'

/** What a paper may be made as, by the ending of its file. */
export const paperFormats = ['docx', 'html'] as const
export type PaperFormat = (typeof paperFormats)[number]

/** Each format's maker is loaded when it is asked for: none waits for another's libraries. */
const makers: Readonly<
  Record<PaperFormat, () => Promise<(paper: Paper) => string | Uint8Array | Promise<Uint8Array>>>
> = {
  docx: async () => (await import('./docx.ts')).paperWord,
  html: async () => (await import('./html.ts')).paperHtml,
}

/** Makes a paper in a format. */
export const paperAs = async (paper: Paper, format: PaperFormat): Promise<string | Uint8Array> =>
  (await makers[format]())(paper)
