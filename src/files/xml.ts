import { SaxesParser } from 'saxes'
import { UserError } from '../kit/error.ts'
import { type Encoding, textOf } from './encoding.ts'
import type { InputFile } from './input.ts'

/**
 * An element opening or closing. Names are without their namespace prefix. `text` is the element's own text, joined and
 * not trimmed; `line` is where the element opened, on both events.
 */
export type XmlEvent =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly line: number
      readonly attributes: Readonly<Record<string, string>>
    }
  | { readonly kind: 'close'; readonly name: string; readonly line: number; readonly text: string }

export type XmlLimits = { readonly depth: number; readonly textLength: number }
const xmlLimits: XmlLimits = { depth: 50, textLength: 1_000_000 }

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The encoding the declaration names; ISO-8859-1 is read as Windows-1252, its superset, as browsers do. */
function declaredEncoding(head: string): string | null {
  return /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1]?.toLowerCase() ?? null
}

async function encodingOf(file: InputFile): Promise<Encoding> {
  const survey = await file.survey()
  if (survey.encoding.startsWith('utf-16')) return survey.encoding
  let head = ''
  for await (const text of textOf(file, 'windows-1252')) {
    head += text
    if (head.length > 200) break
  }
  const declared = declaredEncoding(head.replace(/^ï»¿/, ''))
  if (declared !== null && /^(iso-?8859-1|latin-?1|windows-1252|cp1252)$/.test(declared)) return 'windows-1252'
  return survey.encoding
}

/**
 * Reads an XML document as batches of events, in bounded memory. A document type with declarations of its own is
 * refused, so that no entity can expand or fetch anything; the five built-in entities work.
 */
export async function* readXml(file: InputFile, limits: XmlLimits = xmlLimits): AsyncGenerator<readonly XmlEvent[]> {
  const survey = await file.survey()
  const where = (line: number) => ({ file: file.path, line })
  if (survey.bytes === 0)
    throw new UserError('HEARTH-1103', `${file.path} is empty.`, 'Export it again.', { file: file.path })
  if (survey.binary !== null)
    throw new UserError(
      'HEARTH-1104',
      `${file.path} is not XML: it looks like ${survey.binary}.`,
      'Export the return again as XML.',
      { file: file.path },
    )

  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: { name: string; line: number; text: string }[] = []
  let events: XmlEvent[] = []
  let sinceEvent = 0
  let startLine = 1

  const tooBig = (says: string): UserError =>
    new UserError(
      'HEARTH-1110',
      `${file.path} ${says} (line ${parser.line}).`,
      'Check that this is a return and not something else; export it again.',
      where(parser.line),
    )

  parser.on('error', error => {
    const says = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    throw new UserError(
      'HEARTH-1108',
      `${file.path} is not well-formed XML: ${says} (line ${parser.line}).`,
      'Export it again; if it was edited by hand, mend that line.',
      where(parser.line),
    )
  })
  parser.on('doctype', text => {
    if (!/\[|<!/.test(text)) return
    throw new UserError(
      'HEARTH-1109',
      `${file.path} declares entities or a document type of its own, which is refused.`,
      'Take the <!DOCTYPE …> part out, or export the return again.',
      where(parser.line),
    )
  })
  parser.on('opentagstart', () => {
    // The character after the name has been read; where it is a line break, the name was on the line before.
    startLine = parser.column === 0 ? parser.line - 1 : parser.line
  })
  parser.on('opentag', tag => {
    sinceEvent = 0
    const name = local(tag.name)
    open.push({ name, line: startLine, text: '' })
    if (open.length > limits.depth) throw tooBig(`has elements more than ${limits.depth} deep`)
    events.push({ kind: 'open', name, line: startLine, attributes: tag.attributes })
  })
  const addText = (text: string): void => {
    const top = open.at(-1)
    if (top === undefined) return
    top.text += text
    if (top.text.length > limits.textLength) throw tooBig('has a text that is too long')
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', tag => {
    sinceEvent = 0
    const top = open.pop()
    events.push({ kind: 'close', name: local(tag.name), line: top?.line ?? parser.line, text: top?.text ?? '' })
  })

  for await (const text of textOf(file, await encodingOf(file))) {
    for (let at = 0; at < text.length; at += 65_536) {
      const piece = text.slice(at, at + 65_536)
      sinceEvent += piece.length
      parser.write(piece)
      if (sinceEvent > limits.textLength + 65_536) throw tooBig('has a text or a tag that is too long')
    }
    if (events.length > 0) yield events
    events = []
  }
  parser.close()
  if (events.length > 0) yield events
}
