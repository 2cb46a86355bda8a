import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { type ZipWriter, zipWriter } from '../files/zip-writer.ts'
import { UserError } from '../kit/error.ts'
import { syncFile, syncFolder } from '../records/durable-folder.ts'
import { takeSnapshot } from '../records/snapshot.ts'
import { type HomeFile, settingsOf, versionFiles } from './home-file.ts'
import { clearLeftOver } from './left-over.ts'
import {
  FORM,
  homePart,
  type Manifest,
  type ManifestFile,
  manifestName,
  readMe,
  recordsPart,
  stepNumber,
} from './manifest.ts'

export type BackupOptions = {
  readonly home: string
  readonly databaseUrl?: string | undefined
  /** The file to make; there must be none. */
  readonly to: string
  /** Hearth's version. */
  readonly hearth: string
  /** Where a data version is below the home. */
  readonly folderOf: (number: number) => string
  /** Bytes read of those to be read. */
  readonly onProgress?: (done: number, of: number) => void
}

/** Settings files up to this size are read at once: what a person saves meanwhile is in the backup as it was or as it is. */
const AT_ONCE = 32 * 2 ** 20

const words = (hearth: string, madeAt: string): string =>
  `A backup of Hearth, made by version ${hearth} at ${madeAt}.\r\nIt holds personal data of children. Look at it with: hearth backup verify FILE\r\nPut it back with: hearth --home FOLDER restore FILE\r\n`

/**
 * Makes a backup of a home in one file, while Hearth runs and imports or not at all: the records as they stand at one moment, the data
 * versions that they name (which are never changed), and the council's own settings. The file has its name once it is whole and on
 * disk. Throws HEARTH-1410 (no home), 1411 (where it may not be written), 1415 (a version that is not there), 1401, 1403, 1404.
 */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const to = mayWrite(options)
  const parts = `${to}.hearth-part-${process.pid}`
  rmSync(parts, { recursive: true, force: true })
  mkdirSync(join(parts, 'records'), { recursive: true, mode: 0o700 })
  const whole = join(parts, 'backup.zip')
  let zip: ZipWriter | null = null
  try {
    const snapshot = await takeSnapshot(options, join(parts, 'records'))
    if (snapshot === null) throw nothingThere(options.home)
    const versions = snapshot.versions.map(number => ({ number, ...ofVersion(options, number) }))
    const settings = settingsOf(options.home)
    const records = snapshot.files.map(name => {
      const disk = join(parts, 'records', name)
      return { name, disk, size: statSync(disk).size }
    })
    zip = zipWriter(whole)
    const madeAt = new Date().toISOString()
    const readMeText = Buffer.from(words(options.hearth, madeAt))
    const { progress, add } = adding(zip, options.onProgress)
    progress.of = [...records, ...versions.flatMap(({ files }) => files), ...settings.files].reduce(
      (n, { size }) => n + size,
      0,
    )
    await add(readMe, readMeText)
    for (const file of records) await add(recordsPart + file.name, file)
    for (const { files } of versions) for (const file of files) await add(homePart + file.name, file)
    for (const file of settings.files) {
      const bytes = file.size > AT_ONCE ? file : readUnlessGone(file.disk)
      if (bytes !== null) await add(homePart + file.name, bytes)
    }
    const manifest: Manifest = {
      form: FORM,
      hearth: options.hearth,
      madeAt,
      records: {
        kind: snapshot.kind,
        schema: stepNumber(snapshot.migrations),
        migrations: [...snapshot.migrations],
        rows: { ...snapshot.rows },
      },
      current: snapshot.current,
      versions: versions.map(({ number, folder, files }) => ({ number, folder, files: files.length })),
      folders: [...versions.flatMap(({ folders }) => folders), ...settings.folders],
      files: progress.files,
    }
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
    await zip.add(manifestName, text.length, () => Readable.from([text]), true)
    await zip.end()
    syncFile(whole)
    if (existsSync(to)) throw thereAlready(to)
    renameSync(whole, to)
    syncFolder(dirname(to))
    return manifest
  } finally {
    await zip?.stop()
    rmSync(parts, { recursive: true, force: true })
  }
}

function adding(zip: ZipWriter, onProgress: BackupOptions['onProgress']) {
  const progress = { done: 0, of: 0, files: [] as ManifestFile[] }
  const add = async (name: string, from: HomeFile | Buffer): Promise<void> => {
    const packed = !name.endsWith('.parquet')
    const size = Buffer.isBuffer(from) ? from.length : from.size
    const open = (): Readable =>
      Buffer.isBuffer(from)
        ? Readable.from([from], { objectMode: false })
        : createReadStream(from.disk, { highWaterMark: 256 * 1024 })
    progress.files.push({ name, ...(await zip.add(name, size, open, packed)) })
    progress.done += size
    onProgress?.(progress.done, progress.of)
  }
  return { progress, add }
}

/** Null where it went since the folder was listed, as an editor's scratch file does. */
function readUnlessGone(disk: string): Buffer | null {
  try {
    return readFileSync(disk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function ofVersion({ home, folderOf }: BackupOptions, number: number) {
  const folder = folderOf(number).replaceAll('\\', '/')
  const found = existsSync(join(home, folder)) ? versionFiles(home, folder) : null
  if (found?.files.length) return { folder, ...found }
  throw new UserError(
    'HEARTH-1415',
    `The records name data version ${number}, and its folder ${join(home, folder)} is ${found ? 'empty' : 'not there'}. No backup was made.`,
    'Put the folder back from an earlier backup, then make this one: a backup without it could not be restored whole.',
    { file: join(home, folder) },
  )
}

const nothingThere = (home: string): UserError =>
  new UserError(
    'HEARTH-1410',
    `There is nothing to back up: no records of Hearth are in ${home}.`,
    'Name the home with --home (or HEARTH_HOME), and set DATABASE_URL where the records are in PostgreSQL.',
    { file: home },
  )

const thereAlready = (to: string): UserError =>
  new UserError(
    'HEARTH-1411',
    `${to} is there already, and a backup is never written over.`,
    'Give another name, such as one with the day in it.',
    {
      file: to,
    },
  )

/** The full path to write to, where a backup may be written. What killed backups left in its folder is cleared. */
function mayWrite({ home, to }: BackupOptions): string {
  if (!existsSync(home)) throw nothingThere(home)
  const path = resolve(to)
  if (existsSync(path)) throw thereAlready(to)
  const folder = dirname(path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError('HEARTH-1411', `There is no folder ${folder}.`, 'Make it first, or give another place.', {
      file: to,
    })
  const place = relative(realpathSync(home), realpathSync(folder))
  if (place === '' || (!place.startsWith(`..${sep}`) && place !== '..' && resolve(place) !== place))
    throw new UserError(
      'HEARTH-1411',
      `${to} is inside the home that it would be a backup of: what destroys the one destroys the other.`,
      'Give a place outside the home, best on another disk.',
      { file: to },
    )
  clearLeftOver(folder, /\.hearth-part-(\d+)$/)
  return path
}
