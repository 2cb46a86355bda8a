import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { UserError } from '../kit/error.ts'

type Source = { readonly path: string; readonly open: () => Promise<Readable> }

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** What one pass over the bytes of a file tells. */
export type Survey = {
  readonly sha256: string
  readonly bytes: number
  /** The whole file decides: one byte that is not UTF-8 makes it Windows-1252 (local-extracts.md 1.1). */
  readonly encoding: Encoding
  /** Set where the bytes cannot be text: what they look like. */
  readonly binary: string | null
}

const signatures: readonly (readonly [string, string])[] = [
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['25504446', 'a PDF'],
  ['504b0304', 'a zip or an Excel workbook'],
  ['d0cf11e0', 'an old Excel workbook or Word document'],
  ['1f8b', 'a gzip archive'],
]

/** What the first bytes of a file say it is, where they are not text. */
export function signatureOf(head: Uint8Array): string | null {
  const hex = Buffer.from(head.subarray(0, 4)).toString('hex')
  return signatures.find(([start]) => hex.startsWith(start))?.[1] ?? null
}

/** How many bytes at the end of `bytes` begin a UTF-8 character that is cut off. */
function cutOff(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

function marked(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** One pass over the bytes. A file that cannot be opened or read is a UserError that names it. */
export async function surveyed(file: Source): Promise<Survey> {
  const hash = createHash('sha256')
  let bytes = 0
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let utf8 = true
  let nul = false
  for await (const chunk of bytesOf(file)) {
    hash.update(chunk)
    bytes += chunk.length
    if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4 - head.length)])
    nul ||= chunk.includes(0)
    if (!utf8) continue
    const whole = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk
    const cut = cutOff(whole)
    utf8 = isUtf8(whole.subarray(0, whole.length - cut))
    tail = Buffer.from(whole.subarray(whole.length - cut))
  }
  const encoding = marked(head) ?? (utf8 && tail.length === 0 ? 'utf-8' : 'windows-1252')
  const wide = encoding.startsWith('utf-16')
  const binary = signatureOf(head) ?? (nul && !wide ? 'a file with NUL bytes' : null)
  return { sha256: hash.digest('hex'), bytes, encoding, binary }
}

/** A failure of the disk or the archive as a UserError; one that is already a UserError is kept. */
export function readingFault(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error
  const why = error instanceof Error ? error.message : String(error)
  return new UserError(
    'HEARTH-1102',
    `${path} cannot be read: ${why}`,
    'Check that the file is there, is whole, and may be read.',
    {
      file: path,
    },
  )
}

/** The bytes of a file; only its own failures are dressed, not those of whoever reads. */
async function* bytesOf(file: Source): AsyncGenerator<Buffer> {
  const stream = await file.open().catch(error => {
    throw readingFault(file.path, error)
  })
  let failed: unknown = null
  stream.on('error', error => {
    failed = error
  })
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) yield chunk
  } catch (error) {
    throw error === failed ? readingFault(file.path, error) : error
  }
}

/** The text of a file, piece by piece; a byte-order mark is dropped. A failure on the way is a UserError that names the file. */
export async function* textOf(file: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytesOf(file)) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const last = decoder.decode()
  if (last !== '') yield last
}

/** Refuses a file whose bytes are not text; otherwise its encoding. */
export function textEncoding(path: string, survey: Survey): Encoding {
  if (survey.binary === null) return survey.encoding
  throw new UserError(
    'HEARTH-1104',
    `${path} is not text: it looks like ${survey.binary}.`,
    'Export the table again as CSV (UTF-8), or give the workbook with its own ending (.xlsx).',
    { file: path },
  )
}
