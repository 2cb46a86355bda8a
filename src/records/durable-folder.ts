import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Syncs a folder: the names in it outlast a loss of power. Windows has no such thing, and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Syncs a file that is written: what is in it outlasts a loss of power. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Makes a folder where there is none, and those above it, each synced into the one it is in: a version that was committed in a
 * new home is not lost with the name of the home. Gives the folders that were synced.
 */
export function makeFolder(folder: string, sync: (folder: string) => void = syncFolder): readonly string[] {
  const path = resolve(folder)
  if (existsSync(path)) return []
  const above = dirname(path)
  const synced = makeFolder(above, sync)
  mkdirSync(path, { recursive: true })
  sync(above)
  return [...synced, above]
}
