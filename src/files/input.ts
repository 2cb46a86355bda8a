import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { type Survey, surveyed } from './encoding.ts'

/** A file to be read: on disk or inside a zip. Opening it twice gives the same bytes twice. */
export type InputFile = {
  /** As shown to people, with forward slashes; a member of a zip as `returns.zip/episodes.csv`. */
  readonly path: string
  /** The last part of the path. */
  readonly name: string
  /** Bytes, uncompressed. */
  readonly size: number
  readonly open: () => Promise<Readable>
  /** Reads every byte once and remembers what it saw: SHA-256, encoding, whether it is text at all. */
  readonly survey: () => Promise<Survey>
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: () => Promise<string>
}

/** Something the reader allowed for and people should hear of; `line` is the first place, `count` how many. */
export type Note = {
  readonly about: 'encoding' | 'delimiter' | 'blank rows' | 'short rows' | 'long rows' | 'formulas' | 'errors in cells'
  readonly says: string
  readonly line?: number
  readonly count: number
}

/** A row of text. `line` is where it begins in the file (or the row of the sheet); the first line is 1. */
export type TextRow = { readonly line: number; readonly cells: readonly string[] }

export function inputFile(path: string, size: number, open: () => Promise<Readable>): InputFile {
  let seen: Promise<Survey> | null = null
  const survey = (): Promise<Survey> => {
    seen ??= surveyed({ path, open })
    return seen
  }
  const name = basename(path)
  return { path, name, size, open, survey, sha256: async () => (await survey()).sha256 }
}

/** A file on disk; `path` is shown to people, `disk` is opened. */
export const diskFile = (path: string, disk: string, size: number): InputFile =>
  inputFile(path, size, async () => createReadStream(disk, { highWaterMark: 256 * 1024 }))
