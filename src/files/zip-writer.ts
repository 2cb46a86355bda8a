import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** What a member turned out to be: bytes and SHA-256, uncompressed. */
export type Written = { readonly size: number; readonly sha256: string }

export type ZipWriter = {
  /** Writes a member and says what it was. One at a time. `packed`: worth compressing. Rejects where the bytes are not `size`. */
  readonly add: (name: string, size: number, open: () => Readable, packed: boolean) => Promise<Written>
  /** Ends the archive with its seal. Resolves when every byte has been handed to the system. */
  readonly end: () => Promise<void>
  /** Lets go of the file where it is not to be finished. */
  readonly stop: () => Promise<void>
}

/** The words before a seal. */
export const sealWords = 'Sealed by SHA-256 of all before: '
export const SEAL_LENGTH = 64

/**
 * Writes a zip whose last 64 characters, the end of the archive's comment, are the SHA-256 of every byte before them. Sums of the
 * members alone would miss a byte changed between them. Streams: memory does not grow with the members.
 */
export function zipWriter(to: string): ZipWriter {
  const zip = new ZipFile()
  const stopped = new AbortController()
  const file = createWriteStream(to, { flags: 'wx', mode: 0o600 })
  const done = pipeline(zip.outputStream as Readable, sealing(), file, { signal: stopped.signal })
  const failed = new Promise<never>((_, reject) => {
    done.catch(reject)
    zip.once('error', reject)
  })
  // Heard by whoever waits for a member or for the end; unheard in between, it would end the process.
  failed.catch(() => {})

  const write = (name: string, size: number, open: () => Readable, packed: boolean): Promise<Written> =>
    new Promise((resolve, reject) => {
      const hash = createHash('sha256')
      let seen = 0
      const counted = new Transform({
        transform(chunk: Buffer, _, next) {
          hash.update(chunk)
          seen += chunk.length
          next(null, chunk)
        },
        flush(next) {
          if (seen === size) resolve({ size, sha256: hash.digest('hex') })
          else reject(new Error(`${name} changed while it was read: ${seen} bytes, not ${size}`))
          next()
        },
      })
      zip.addReadStreamLazy(name, { size, compress: packed, mode: 0o100600 }, give => {
        const from = open()
        from.once('error', reject)
        give(null, from.pipe(counted))
      })
    })

  return {
    add: (name, size, open, packed) => Promise.race([write(name, size, open, packed), failed]),
    end: async () => {
      zip.end({ forceZip64Format: false, comment: sealWords + '0'.repeat(SEAL_LENGTH) })
      await done
    },
    stop: async () => {
      stopped.abort()
      await done.catch(() => {})
    },
  }
}

/** Puts the sum of all that passed in the place of the last characters. */
function sealing(): Transform {
  const hash = createHash('sha256')
  let kept = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _, next) {
      const all = kept.length ? Buffer.concat([kept, chunk]) : chunk
      const cut = Math.max(0, all.length - SEAL_LENGTH)
      kept = Buffer.from(all.subarray(cut))
      const passed = all.subarray(0, cut)
      hash.update(passed)
      next(null, passed)
    },
    flush(next) {
      next(null, Buffer.from(hash.digest('hex')))
    },
  })
}
