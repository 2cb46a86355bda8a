import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, statSync } from 'node:fs'
import { mkdir, open as openFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { InputFile } from '../files/input.ts'
import { zipMembers } from '../files/zip.ts'
import { readSeal } from '../files/zip-seal.ts'
import { UserError } from '../kit/error.ts'
import { type Manifest, type ManifestFile, manifestName, manifestShape, readMe } from './manifest.ts'

/** A backup that was opened: what it says it holds, and its members. */
export type Archive = {
  readonly path: string
  readonly manifest: Manifest
  readonly members: ReadonlyMap<string, InputFile>
}

/** A backup has no bounds but the disk it is restored to; its manifest says how large each member is, and none may be larger. */
const limits = {
  members: Number.MAX_SAFE_INTEGER,
  total: Number.MAX_SAFE_INTEGER,
  ratio: Number.MAX_SAFE_INTEGER,
  ratioFrom: 0,
}
/** A manifest has a line of about 150 characters for each file. */
const LONGEST_MANIFEST = 256 * 2 ** 20

export const damaged = (path: string, how: string): UserError =>
  new UserError(
    'HEARTH-1413',
    `${path} is damaged: ${how}.`,
    'Do not restore it. Take another copy of this backup, or an earlier one; where the home still stands, make a new one now.',
    { file: path },
  )

/**
 * Opens a backup: its seal is of all its bytes, its members are those of its manifest. Throws HEARTH-1412 where it is no backup or of
 * a later form, 1413 where it is damaged, saying what of it.
 */
export async function openArchive(path: string, onBytes?: (bytes: number, of: number) => void): Promise<Archive> {
  const size = existsSync(path) ? statSync(path) : null
  if (!size?.isFile())
    throw new UserError('HEARTH-1412', `There is no file ${path}.`, 'Check the name and the folder.', { file: path })
  const seal = await readSeal(path, bytes => onBytes?.(bytes, size.size))
  if (seal === 'none') {
    if (!(await beginsAsBackup(path)))
      throw new UserError(
        'HEARTH-1412',
        `${path} is not a backup of Hearth.`,
        'Give a file that `hearth backup` made.',
        { file: path },
      )
    throw damaged(path, 'it ends too early or its end was changed, as when a copy is cut short')
  }
  const members = await zipMembers(path, path, limits).catch(error => {
    throw damaged(path, `its list of files cannot be read (${error instanceof Error ? error.message : String(error)})`)
  })
  const byName = new Map(members.map(member => [member.path.slice(path.length + 1), member]))
  const manifest = await readManifest(path, byName.get(manifestName))
  const named = new Set([...manifest.files.map(({ name }) => name), manifestName])
  const missing = [...named].filter(name => !byName.has(name))
  const strange = [...byName.keys()].filter(name => !named.has(name))
  const listed = (names: readonly string[]): string =>
    names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '')
  if (missing.length) throw damaged(path, `it lacks ${listed(missing)}`)
  if (strange.length || byName.size !== members.length)
    throw damaged(
      path,
      `it has files that its manifest does not name (${listed(strange.length ? strange : ['one of them twice'])})`,
    )
  const archive = { path, manifest, members: byName }
  if (seal === 'broken')
    throw damaged(path, (await firstFault(archive)) ?? 'a part of it between its files was changed')
  return archive
}

/** The name of the first member stands 30 bytes into a zip. */
async function beginsAsBackup(path: string): Promise<boolean> {
  const file = await openFile(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(30 + readMe.length), 0, 30 + readMe.length, 0)
    return buffer.toString('latin1', 30, bytesRead) === readMe
  } finally {
    await file.close()
  }
}

async function readManifest(path: string, member: InputFile | undefined): Promise<Manifest> {
  if (!member) throw damaged(path, `it lacks ${manifestName}`)
  if (member.size > LONGEST_MANIFEST) throw damaged(path, 'its manifest is too long')
  let said: unknown
  try {
    const chunks: Buffer[] = []
    for await (const chunk of await member.open()) chunks.push(chunk as Buffer)
    said = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw damaged(path, 'its manifest cannot be read')
  }
  const form = (said as { form?: unknown } | null)?.form
  if (typeof form === 'number' && form > 1)
    throw new UserError(
      'HEARTH-1412',
      `${path} is a backup of a later form (${form}).`,
      'Use the Hearth that made it, or a later one.',
      {
        file: path,
      },
    )
  const read = manifestShape.safeParse(said)
  if (!read.success)
    throw damaged(path, `its manifest is not as it was written (${read.error.issues[0]?.path.join('.')})`)
  return read.data
}

/** What is wrong with the first member that is not what the manifest says; null: all are. */
async function firstFault(archive: Archive): Promise<string | null> {
  for (const file of archive.manifest.files) {
    const fault = await readThrough(archive, file)
    if (fault !== null) return fault
  }
  return null
}

/** Reads a member through. Gives what is wrong with it, or null. */
export const readThrough = (archive: Archive, file: ManifestFile): Promise<string | null> =>
  checked(archive, file, () => new Writable({ write: (_chunk, _encoding, next) => next() }))

/** Writes a member below `folder` under `name` and syncs it. Throws HEARTH-1413 where it is not what the manifest says. */
export async function unpack(archive: Archive, file: ManifestFile, folder: string, name: string): Promise<void> {
  const to = join(folder, ...name.split('/'))
  await mkdir(dirname(to), { recursive: true })
  const fault = await checked(archive, file, () => createWriteStream(to, { flags: 'wx', flush: true, mode: 0o600 }))
  if (fault !== null) throw damaged(archive.path, fault)
}

async function checked(
  archive: Archive,
  { name, size, sha256 }: ManifestFile,
  to: () => Writable,
): Promise<string | null> {
  const member = archive.members.get(name)
  if (!member) return `it lacks ${name}`
  if (member.size !== size) return `${name} is of another size than when it was written`
  const hash = createHash('sha256')
  const counting = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  const from = await member.open().catch(() => null)
  if (from === null) return `${name} cannot be read`
  let unreadable = false
  from.once('error', () => {
    unreadable = true
  })
  try {
    await pipeline(from, counting, to())
  } catch (error) {
    // A disk that is full is not the backup's fault.
    if (!unreadable) throw error
    return `${name} cannot be unpacked`
  }
  return hash.digest('hex') === sha256 ? null : `${name} is not what it was when it was written`
}
