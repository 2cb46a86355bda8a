import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../kit/error.ts'
import { makeFolder, syncFile, syncFolder } from '../records/durable-folder.ts'
import { refillPostgres } from '../records/refill.ts'
import { copyFile } from '../records/snapshot.ts'
import { importRuns } from '../records/sqlite.ts'
import { openArchive, unpack } from './archive.ts'
import { clearLeftOver } from './left-over.ts'
import { homePart, type Manifest } from './manifest.ts'
import { giveName, isEmpty, putAside, readyFolder, settleRestore, writeNote } from './settle.ts'
import { type OnProgress, unpackRecords } from './verify.ts'

export type RestoreOptions = {
  readonly from: string
  readonly home: string
  /** Where records are to be in PostgreSQL, whichever the backup was made from. */
  readonly databaseUrl?: string | undefined
  /** A home that is there already is kept beside. */
  readonly replace: boolean
  readonly onProgress?: OnProgress
}

/** What was restored; `kept` is where what was there before is now. */
export type Restored = {
  readonly manifest: Manifest
  readonly kept: { readonly folder: string | null; readonly schema: string | null }
}

/**
 * Makes a home of a backup, whole or not at all: it is unpacked beside the home, every sum is looked at, all of it is on disk, and then it
 * is given its name. Throws HEARTH-1412 and 1413 for the backup, 1414 where something is there already, 1402 while an import runs,
 * 1404 where the backup is a newer Hearth's, 1416 where the folder cannot be put in place.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const home = resolve(options.home)
  await settleRestore(home, options.databaseUrl)
  await mayReplace(home, options)
  const archive = await openArchive(options.from, (done, of) => options.onProgress?.(done, 2 * of))
  const { manifest } = archive
  makeFolder(dirname(home))
  const work = workFolder(home)
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const kept = isEmpty(home) ? null : `${home}.before-${stamp}`
  const made = join(work, 'home')
  try {
    mkdirSync(made, { recursive: true, mode: 0o700 })
    const copy = await unpackRecords(archive, work)
    for (const folder of manifest.folders) mkdirSync(join(made, ...trusted(folder).split('/')), { recursive: true })
    const files = manifest.files.filter(({ name }) => name.startsWith(homePart))
    const total = files.reduce((sum, { size }) => sum + size, 0)
    let done = 0
    for (const file of files) {
      await unpack(archive, file, made, file.name.slice(homePart.length))
      done += file.size
      options.onProgress?.(total + done, 2 * total)
    }
    if (!options.databaseUrl) {
      renameSync(copy, join(made, copyFile))
      syncFile(join(made, copyFile))
    }
    const mark = `restored ${stamp} ${process.pid}`
    writeNote(made, { mark, process: process.pid, postgres: Boolean(options.databaseUrl), kept })
    syncFolders(made)
    const ready = (): void => {
      renameSync(made, readyFolder(home))
      syncFolder(dirname(home))
      inPlace(home, () => putAside(home, kept))
    }
    const keepAs = options.replace ? `hearth_before_${stamp.toLowerCase()}` : null
    let schema: string | null = null
    const { databaseUrl } = options
    if (databaseUrl) schema = await refillPostgres({ copy, databaseUrl, keepAs, mark, beforeCommit: ready })
    else ready()
    inPlace(home, () => giveName(home))
    return { manifest, kept: { folder: kept, schema } }
  } catch (error) {
    await settleRestore(home, options.databaseUrl).catch(() => {})
    throw error
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function mayReplace(home: string, { replace }: RestoreOptions): Promise<void> {
  if (isEmpty(home)) return
  if (!replace)
    throw new UserError(
      'HEARTH-1414',
      `${home} is not empty.`,
      'Restore into a new folder (--home NEW), or give --replace: what is there now is kept beside it.',
      { file: home },
    )
  if (await importRuns(home).catch(() => false))
    throw new UserError(
      'HEARTH-1402',
      'An import is running in this home.',
      'Wait for it to end, then restore again. Nothing was changed.',
    )
}

/** A folder of our own beside the home, on the same disk. What a killed restore left is cleared. */
function workFolder(home: string): string {
  clearLeftOver(dirname(home), /\.hearth-restoring-(\d+)$/)
  const work = `${home}.hearth-restoring-${process.pid}`
  rmSync(work, { recursive: true, force: true })
  return work
}

/** A name of a folder that stays where it is put; names of files were looked at as the archive was opened. */
function trusted(name: string): string {
  if (name.split('/').some(part => part === '' || part === '.' || part === '..') || /[\\:\0]/.test(name))
    throw new UserError(
      'HEARTH-1413',
      `The manifest of the backup has a folder ${JSON.stringify(name)}.`,
      'Do not trust this file.',
    )
  return name
}

function inPlace(home: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (existsSync(home) && !existsSync(readyFolder(home))) return
    throw new UserError(
      'HEARTH-1416',
      `The restored folder cannot be put in the place of ${home}: ${error instanceof Error ? error.message : String(error)}.`,
      'Stop Hearth and close every program that has a file of this home open, then restore again.',
      { file: home },
    )
  }
}

/** Every folder below, the innermost first, then itself. */
function syncFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncFolders(join(folder, entry.name))
  syncFolder(folder)
}
