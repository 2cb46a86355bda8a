import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../kit/error.ts'

/** What a sample writes into a council's folder, its yearly folders apart. */
const WRITTEN: readonly string[] = [
  'reference',
  'xml',
  'extracts',
  'ssd',
  'annex-a',
  'words',
  'README.txt',
  'council.json',
]
const YEAR = /^20\d\d-\d\d$/
/** Codes of synthetic councils: no real one begins so. */
const COUNCIL = /^E0699\d{4}$/

/** Whether a folder's card says that a sample wrote it. */
function isSample(folder: string): boolean {
  const card = join(folder, 'council.json')
  if (!existsSync(card)) return false
  try {
    return (JSON.parse(readFileSync(card, 'utf8')) as { readonly synthetic?: unknown } | null)?.synthetic === true
  } catch {
    return false
  }
}

/** Takes out what a sample wrote into a folder, and nothing else; the card last, so that a kill leaves a sample's folder. */
function clear(folder: string): void {
  const names = readdirSync(folder)
  for (const name of names.filter(found => COUNCIL.test(found) && isSample(join(folder, found)))) {
    const own = join(folder, name)
    clear(own)
    if (readdirSync(own).length === 0) rmdirSync(own)
  }
  for (const name of [...names.filter(found => YEAR.test(found)), ...WRITTEN])
    rmSync(join(folder, name), { recursive: true, force: true })
}

/**
 * Makes a folder ready for a sample: made if it is not there, cleared of an earlier sample. Throws HEARTH-1009 where it holds
 * anything and is no sample's (they may be a council's own returns), HEARTH-1010 where it cannot be made.
 */
export function readyFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UserError(
      'HEARTH-1010',
      `The folder ${folder} cannot be made (${why}).`,
      'Name a folder under one that you may write in, and that is not a file.',
      { file: folder },
    )
  }
  if (readdirSync(folder).length === 0) return
  if (!isSample(folder))
    throw new UserError(
      'HEARTH-1009',
      `The folder ${folder} is not empty, and no sample wrote it: what is in it could be lost. Nothing was written.`,
      'Name a new folder, or an empty one.',
      { file: folder },
    )
  clear(folder)
}
