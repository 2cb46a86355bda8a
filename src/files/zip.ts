import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { UserError } from '../kit/error.ts'
import { readingFault } from './encoding.ts'
import { type InputFile, inputFile } from './input.ts'

export type ZipLimits = {
  readonly members: number
  /** Bytes of all members together, uncompressed. */
  readonly total: number
  /** Uncompressed to compressed, for a member over `ratioFrom` bytes. */
  readonly ratio: number
  readonly ratioFrom: number
}

/** CSV compresses 10 to 50 times; a bomb a thousand. */
export const zipLimits: ZipLimits = { members: 10_000, total: 16 * 2 ** 30, ratio: 250, ratioFrom: 10 * 2 ** 20 }

const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const

const openZip = (disk: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => yauzl.open(disk, options, (error, zip) => (error ? reject(error) : resolve(zip))))

export const openZipBuffer = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    yauzl.fromBuffer(bytes, options, (error, zip) => (error ? reject(error) : resolve(zip))),
  )

/** Why a member's name cannot be trusted, or null. It is only ever shown, never written to, but a name that tries is hostile. */
export function nameTrick(name: string): string | null {
  if (name.includes('\0')) return 'has a NUL character'
  if (name.includes('\\')) return 'has a backslash'
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'is an absolute path'
  if (name.split('/').includes('..')) return 'climbs out of the archive with ".."'
  return null
}

/** The name of a member. Without the UTF-8 flag an archive's names are in an old DOS page, which yauzl knows. */
const nameOf = (entry: Entry): string =>
  yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)

const refuse = (path: string, says: string): UserError =>
  new UserError('HEARTH-1113', `${path} ${says}.`, 'Unpack it yourself, look at what it holds, and give the folder.', {
    file: path,
  })

/** The members of an archive that are files, after every guard has passed. */
export async function zipEntries(
  path: string,
  zip: ZipFile,
  limits: ZipLimits = zipLimits,
): Promise<readonly { readonly name: string; readonly entry: Entry }[]> {
  const found: { name: string; entry: Entry }[] = []
  let total = 0
  let packed = 0
  if (zip.entryCount > limits.members)
    throw refuse(
      path,
      `has ${zip.entryCount.toLocaleString('en-GB')} members, more than ${limits.members.toLocaleString('en-GB')}`,
    )
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      try {
        const name = nameOf(entry)
        const trick = nameTrick(name)
        if (trick !== null)
          throw new UserError(
            'HEARTH-1112',
            `${path} has a member whose name ${trick}: ${JSON.stringify(name)}.`,
            'Do not trust this archive; ask its sender for the files themselves.',
            { file: path },
          )
        if (entry.isEncrypted())
          throw new UserError(
            'HEARTH-1111',
            `${path} is locked with a password (${name}).`,
            'Unpack it with its password and give the folder.',
            { file: path },
          )
        total += entry.uncompressedSize
        packed += entry.compressedSize
        if (total > limits.total)
          throw refuse(
            path,
            `would unpack to more than ${Math.round(limits.total / 2 ** 20).toLocaleString('en-GB')} MB`,
          )
        if (packed > zip.fileSize) throw refuse(path, 'has members that overlap each other')
        if (
          entry.uncompressedSize > limits.ratioFrom &&
          entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize)
        )
          throw refuse(path, `has a member that unpacks to more than ${limits.ratio} times its size (${name})`)
        if (!name.endsWith('/')) found.push({ name, entry })
        zip.readEntry()
      } catch (error) {
        reject(error)
      }
    })
    zip.readEntry()
  })
  return found
}

const damaged = (path: string, error: unknown): UserError =>
  error instanceof UserError
    ? error
    : new UserError(
        'HEARTH-1111',
        `${path} is not a zip that can be opened: ${error instanceof Error ? error.message : String(error)}.`,
        'Make the archive again, or give the folder.',
        { file: path },
      )

/** The files of a zip on disk, in the order of their names. Each is opened straight from the archive; nothing is unpacked. */
export async function zipMembers(
  path: string,
  disk: string,
  limits: ZipLimits = zipLimits,
): Promise<readonly InputFile[]> {
  const zip = await openZip(disk).catch(error => {
    throw damaged(path, error)
  })
  try {
    const entries = await zipEntries(path, zip, limits)
    return entries.map(({ name, entry }) =>
      inputFile(`${path}/${name}`, entry.uncompressedSize, () => openMember(`${path}/${name}`, disk, entry)),
    )
  } catch (error) {
    throw damaged(path, error)
  } finally {
    zip.close()
  }
}

/** A stream of one member. Opening the archive reads only its end, so this is cheap however many members there are. */
async function openMember(path: string, disk: string, entry: Entry) {
  const zip = await openZip(disk)
  const stream = await zip.openReadStreamPromise(entry).catch(error => {
    zip.close()
    throw readingFault(path, error)
  })
  stream.once('close', () => zip.close())
  return stream
}
