import type { InputFile } from './input.ts'
import { type NumberFormat, numberFormat, unescaped } from './xlsx-format.ts'
import { readXml, type XmlEvent } from './xml.ts'

/** The events of a part one by one; of a part that is not there, none. */
async function* eventsOf(part: InputFile | undefined): AsyncGenerator<XmlEvent> {
  if (part !== undefined) for await (const events of readXml(part)) yield* events
}

const attribute = (event: XmlEvent, name: string): string | undefined =>
  event.kind === 'open' ? (event.attributes[name] ?? event.attributes[`r:${name}`]) : undefined

/** Relationships of a part: id to target, and what kind the target is (`worksheet`, `sharedStrings`…). */
export type Relationship = { readonly id: string; readonly target: string; readonly kind: string }

export async function readRelationships(part: InputFile | undefined, folder: string): Promise<readonly Relationship[]> {
  const found: Relationship[] = []
  for await (const event of eventsOf(part)) {
    if (event.kind !== 'open' || event.name !== 'Relationship' || event.attributes.TargetMode === 'External') continue
    const target = event.attributes.Target ?? ''
    found.push({
      id: event.attributes.Id ?? '',
      target: target.startsWith('/') ? target.slice(1) : `${folder}${target}`,
      kind: (event.attributes.Type ?? '').split('/').at(-1) ?? '',
    })
  }
  return found
}

export type SheetEntry = { readonly name: string; readonly id: string; readonly hidden: boolean }

export async function readSheetList(
  part: InputFile,
): Promise<{ readonly sheets: readonly SheetEntry[]; readonly from1904: boolean }> {
  const sheets: SheetEntry[] = []
  let from1904 = false
  for await (const event of eventsOf(part)) {
    if (event.kind !== 'open') continue
    if (event.name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(event, 'date1904') ?? '')
    // The relationship's prefix is a convention, not a rule: whichever attribute ends in `:id` is it.
    const id = Object.entries(event.attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
    if (event.name === 'sheet')
      sheets.push({
        name: event.attributes.name ?? '',
        id,
        hidden: (event.attributes.state ?? 'visible') !== 'visible',
      })
  }
  return { sheets, from1904 }
}

/** The strings that cells refer to by number; runs of rich text are joined, phonetic hints left out. */
export async function readSharedStrings(
  part: InputFile | undefined,
  longest: number,
  tooBig: () => Error,
): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  let phonetic = false
  let total = 0
  for await (const event of eventsOf(part)) {
    if (event.name === 'rPh') phonetic = event.kind === 'open'
    if (event.kind === 'open') continue
    if (event.name === 't' && !phonetic) text += event.text
    if (event.name !== 'si') continue
    total += text.length + 16
    if (total > longest) throw tooBig()
    strings.push(unescaped(text))
    text = ''
  }
  return strings
}

/** How each cell style shows a number, by the style's index. */
export async function readFormats(part: InputFile | undefined): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  for await (const event of eventsOf(part)) {
    if (event.name === 'cellXfs') inCells = event.kind === 'open'
    if (event.kind !== 'open') continue
    if (event.name === 'numFmt') codes.set(Number(event.attributes.numFmtId), event.attributes.formatCode ?? '')
    if (event.name !== 'xf' || !inCells) continue
    const id = Number(event.attributes.numFmtId ?? 0)
    formats.push(numberFormat(id, codes.get(id)))
  }
  return formats
}
