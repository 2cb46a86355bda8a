import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../kit/error.ts'
import { readingFault } from './encoding.ts'
import { diskFile, type InputFile } from './input.ts'
import { type ZipLimits, zipLimits, zipMembers } from './zip.ts'

/** What a person gave: the files found, in a stable order; what could not be read; what was passed over and why. */
export type Inputs = {
  readonly files: readonly InputFile[]
  readonly faults: readonly UserError[]
  readonly skipped: readonly { readonly path: string; readonly why: string }[]
}

const DEPTH = 30

/** Files that systems and editors leave behind; nobody means to send them. */
const isLitter = (name: string): boolean =>
  name.startsWith('.') || name === '__MACOSX' || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name)

const shown = (path: string): string => path.replaceAll('\\', '/').replace(/(.)\/+$/, '$1')
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Every file under the paths given: folders are walked, zips opened. The order is that of the paths given, then of names
 * within each, the same on every machine. Links inside a folder are not followed. Faults are collected, not thrown.
 */
export async function findInputs(paths: readonly string[], limits: ZipLimits = zipLimits): Promise<Inputs> {
  const files: InputFile[] = []
  const faults: UserError[] = []
  const skipped: { path: string; why: string }[] = []
  const seen = new Set<string>()

  async function zip(path: string, disk: string): Promise<void> {
    for (const member of [...(await zipMembers(path, disk, limits))].sort((a, b) => byName(a.path, b.path))) {
      const inside = member.path.slice(path.length + 1)
      if (inside.split('/').some(isLitter)) continue
      if (/\.zip$/i.test(inside))
        faults.push(
          new UserError(
            'HEARTH-1114',
            `${member.path} is a zip inside a zip, which is not opened.`,
            'Unpack the outer zip and give the folder.',
            { file: member.path },
          ),
        )
      else files.push(member)
    }
  }

  async function file(path: string, disk: string): Promise<void> {
    try {
      const real = await realpath(disk)
      if (seen.has(real)) return
      seen.add(real)
      const { size } = await stat(disk)
      if (/\.zip$/i.test(path)) await zip(path, disk)
      else files.push(diskFile(path, disk, size))
    } catch (error) {
      faults.push(readingFault(path, error))
    }
  }

  async function folder(path: string, disk: string, depth: number): Promise<void> {
    if (depth > DEPTH) {
      skipped.push({ path, why: `more than ${DEPTH} folders deep` })
      return
    }
    const entries = await readdir(disk, { withFileTypes: true }).catch(error => {
      faults.push(readingFault(path, error))
      return []
    })
    for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
      if (isLitter(entry.name)) continue
      const inner = `${path}/${entry.name}`
      if (entry.isDirectory()) await folder(inner, join(disk, entry.name), depth + 1)
      else if (entry.isFile()) await file(inner, join(disk, entry.name))
      else skipped.push({ path: inner, why: entry.isSymbolicLink() ? 'a link, which is not followed' : 'not a file' })
    }
  }

  for (const given of paths) {
    const found = await stat(given).catch(() => null)
    if (found === null)
      faults.push(
        new UserError(
          'HEARTH-1101',
          `There is no file or folder called ${given}.`,
          'Check the spelling, and that the path begins where you are.',
          { file: given },
        ),
      )
    else if (found.isDirectory()) await folder(shown(given), given, 0)
    else if (found.isFile()) await file(shown(given), given)
    else skipped.push({ path: shown(given), why: 'not a file or a folder' })
  }
  return { files, faults, skipped }
}
