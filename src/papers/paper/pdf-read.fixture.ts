import { getDocumentProxy } from 'unpdf'

type Node = {
  readonly role?: string
  readonly alt?: string
  readonly id?: string
  readonly children?: readonly Node[]
}
/** A part of a PDF's structure with the words in it. */
export type Part = {
  readonly role: string
  readonly alt: string | null
  readonly words: string
  readonly parts: readonly Part[]
}

/** What a PDF holds, as a screen reader finds it: its structure page by page, its artifacts, and what it says of itself. */
export async function readPdf(pdf: Uint8Array) {
  const file = await getDocumentProxy(new Uint8Array(pdf))
  const pages: { readonly tree: Part; readonly artifacts: string }[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const said = new Map<string, string>()
    const open: string[] = []
    type Mark = { readonly type: string; readonly id: string | null; readonly tag?: string }
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        const at = open.findLast(id => id !== '') ?? ''
        said.set(at, `${said.get(at) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
        continue
      }
      const mark = item as Mark
      if (mark.type === 'endMarkedContent') open.pop()
      else open.push(mark.tag === 'Artifact' ? 'artifact' : (mark.id ?? ''))
    }
    const part = (node: Node): Part => {
      const parts = (node.children ?? []).filter(({ role }) => role !== undefined).map(part)
      const words = (node.children ?? []).map(child =>
        child.role === undefined ? (said.get(child.id ?? '') ?? '') : wordsIn(part(child)),
      )
      return { role: node.role ?? '', alt: node.alt ?? null, words: words.join(''), parts }
    }
    pages.push({ tree: part((await page.getStructTree()) as Node), artifacts: said.get('artifact') ?? '' })
  }
  const { info, metadata } = await file.getMetadata()
  const attached = await file.getAttachments()
  return {
    pages,
    info: info as Readonly<Record<string, string>>,
    metadata: new Map<string, unknown>([...(metadata ?? [])] as [string, unknown][]),
    marked: (await file.getMarkInfo())?.Marked === true,
    attached: Object.values((attached ?? {}) as Readonly<Record<string, { readonly content: Uint8Array }>>).map(
      ({ content }) => new TextDecoder().decode(content),
    ),
  }
}

const wordsIn = ({ words }: Part): string => words

/** All parts of one role, in reading order. */
export const partsOf = (part: Part, role: RegExp): readonly Part[] => [
  ...(role.test(part.role) ? [part] : []),
  ...part.parts.flatMap(one => partsOf(one, role)),
]

/** Words without spaces: lines are broken where the page ends, not where the words do. */
export const close = (words: string): string => words.replace(/\s+/g, '')
