import { Readable } from 'node:stream'
import type { UserError } from '../kit/error.ts'
import { type InputFile, inputFile } from './input.ts'

/** A file in memory for tests, delivered in pieces of `pieceLength` bytes so that cuts fall everywhere. */
export function memoryFile(path: string, content: string | Uint8Array, pieceLength = 65_536): InputFile {
  const bytes = Buffer.from(content)
  return inputFile(path, bytes.length, async () => Readable.from(pieces(bytes, pieceLength)))
}

function* pieces(bytes: Buffer, length: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** The fault that `work` is refused with; a failed test where it is not refused. */
export const refusal = (work: Promise<unknown>): Promise<UserError> =>
  work.then(
    () => {
      throw new Error('it was not refused')
    },
    error => error as UserError,
  )
