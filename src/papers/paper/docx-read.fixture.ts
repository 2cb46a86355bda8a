import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { SaxesParser } from 'saxes'
import type { Entry } from 'yauzl'
import { openZipBuffer } from '../../files/zip.ts'

/** An element of a part, read back by a reader that knows nothing of how it was written. */
export type Xml = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Xml | string)[]
}

/** The parts of a package by name, as text. */
export async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await openZipBuffer(Buffer.from(bytes))
  const open = promisify<Entry, Readable>(zip.openReadStream.bind(zip))
  const parts = new Map<string, string>()
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const name = entry.fileName as unknown as Buffer
      open(entry)
        .then(stream => text(Readable.from(stream)))
        .then(words => {
          parts.set(String(name), words)
          zip.readEntry()
        }, reject)
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
  return parts
}

/** Reads XML; throws where it is not well formed. */
export function xmlOf(part: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Xml = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', words => void open.at(-1)?.children.push(words))
  parser.on('error', error => {
    throw error
  })
  parser.write(part).close()
  return root
}

/** Every element of a name, in reading order. */
export const all = (element: Xml, name: string): readonly Xml[] =>
  element.children.flatMap(child =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  )

/** What an element reads. */
export const wordsIn = (element: Xml): string =>
  element.children
    .map(child => (typeof child === 'string' ? child : child.name === 'w:tab' ? '\t' : wordsIn(child)))
    .join('')
