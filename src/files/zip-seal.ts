import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { SEAL_LENGTH, sealWords } from './zip-writer.ts'

/** `none`: it does not end with a seal; `broken`: it has one, of other bytes. */
export type Seal = 'whole' | 'broken' | 'none'

/** Reads a file through and says whether the seal at its end is of its bytes. `onBytes` hears how many were read. */
export async function readSeal(path: string, onBytes: (bytes: number) => void = () => {}): Promise<Seal> {
  const length = sealWords.length + SEAL_LENGTH
  const file = await open(path)
  let end: string
  let size: number
  try {
    size = (await file.stat()).size
    if (size < length) return 'none'
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
    end = buffer.toString('latin1')
  } finally {
    await file.close()
  }
  if (!end.startsWith(sealWords)) return 'none'
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of createReadStream(path, { end: size - SEAL_LENGTH - 1, highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer)
    read += (chunk as Buffer).length
    onBytes(read)
  }
  return hash.digest('hex') === end.slice(sealWords.length) ? 'whole' : 'broken'
}
