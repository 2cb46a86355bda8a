import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { syncFolder } from '../records/durable-folder.ts'
import { markOfPostgres } from '../records/refill.ts'
import { runs } from './left-over.ts'

/** What a restore notes in the folder that is to be the home, so that another process can end what it began. */
export type RestoreNote = {
  /** The restore, as PostgreSQL knows it too. */
  readonly mark: string
  readonly process: number
  readonly postgres: boolean
  /** Where the home that was there is kept. */
  readonly kept: string | null
}

/** A home that is whole and on disk, and waits for its name. */
export const readyFolder = (home: string): string => `${resolve(home)}.restored`
const noteFile = (folder: string): string => join(folder, 'restore.mark')

export const writeNote = (folder: string, note: RestoreNote): void =>
  writeFileSync(noteFile(folder), JSON.stringify(note), { flush: true })

function readNote(folder: string): RestoreNote | null {
  try {
    return JSON.parse(readFileSync(noteFile(folder), 'utf8')) as RestoreNote
  } catch {
    return null
  }
}

/** Whether nothing would be lost with a folder. */
export const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0

/** Puts the home that was there aside; nothing is done where it is empty. */
export function putAside(home: string, kept: string | null): void {
  if (kept !== null && !isEmpty(home)) renameSync(home, kept)
}

/** Gives the ready folder the home's name. */
export function giveName(home: string): void {
  const ready = readyFolder(home)
  // Windows names no folder over another, even an empty one.
  if (existsSync(home)) rmdirSync(home)
  renameSync(ready, home)
  rmSync(noteFile(home), { force: true })
  syncFolder(dirname(resolve(home)))
}

/**
 * Ends what a restore that was killed began: forward where all of it was there, else back to the home that was. Does nothing while the
 * restore runs, or where there is none.
 */
export async function settleRestore(home: string, databaseUrl: string | undefined): Promise<void> {
  const ready = readyFolder(home)
  if (!existsSync(ready)) return
  const note = readNote(ready)
  if (note && runs(note.process) && note.process !== process.pid) return
  if (note?.postgres && !databaseUrl) return
  const forward = note?.postgres && databaseUrl ? (await markOfPostgres(databaseUrl)) === note.mark : note !== null
  if (forward && isEmpty(home)) giveName(home)
  else {
    rmSync(ready, { recursive: true, force: true })
    if (note?.kept && existsSync(note.kept) && isEmpty(home)) {
      if (existsSync(home)) rmdirSync(home)
      renameSync(note.kept, home)
    }
  }
}
