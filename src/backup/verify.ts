import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../kit/error.ts'
import { stepsNamed } from '../records/record-table.ts'
import { type CopyHeld, copyFaults, copyFromLines, copyHeld } from '../records/records-copy.ts'
import { copyFile } from '../records/snapshot.ts'
import { type Archive, damaged, openArchive, readThrough, unpack } from './archive.ts'
import { clearLeftOver } from './left-over.ts'
import { homePart, type Manifest, recordsPart } from './manifest.ts'

/** Bytes done of those to do; each byte of a backup is read twice: as it stands, and unpacked. */
export type OnProgress = (done: number, of: number) => void

/**
 * Reads a backup through: every sum, the records as a database, every data version that they name. Gives what it says of itself.
 * Throws HEARTH-1412, 1413, or 1404 where it is a newer Hearth's.
 */
export async function verifyBackup(path: string, onProgress: OnProgress = () => {}): Promise<Manifest> {
  const archive = await openArchive(path, (done, of) => onProgress(done, 2 * of))
  const { files } = archive.manifest
  const total = files.reduce((sum, { size }) => sum + size, 0)
  clearLeftOver(tmpdir(), /^hearth-verify-(\d+)-/)
  const scratch = mkdtempSync(join(tmpdir(), `hearth-verify-${process.pid}-`))
  try {
    let done = 0
    for (const file of files) {
      if (!file.name.startsWith(recordsPart)) {
        const fault = await readThrough(archive, file)
        if (fault !== null) throw damaged(path, fault)
      }
      done += file.size
      onProgress(total + done, 2 * total)
    }
    await unpackRecords(archive, scratch)
    return archive.manifest
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Unpacks the records below `scratch` and makes one SQLite file of them, whole and as the manifest says; gives where it is. */
export async function unpackRecords(archive: Archive, scratch: string): Promise<string> {
  const { path, manifest } = archive
  stepsNamed(manifest.records.migrations)
  const folder = join(scratch, 'records')
  mkdirSync(folder, { recursive: true })
  for (const file of manifest.files.filter(({ name }) => name.startsWith(recordsPart)))
    await unpack(archive, file, folder, file.name.slice(recordsPart.length))
  const copy = join(folder, copyFile)
  if (manifest.records.kind === 'postgres')
    await copyFromLines(folder, manifest.records.migrations, copy).catch(error => {
      if (error instanceof UserError) throw error
      throw damaged(path, `its records cannot be read (${error instanceof Error ? error.message : String(error)})`)
    })
  const [fault] = copyFaults(copy)
  if (fault !== undefined) throw damaged(path, `its records are not whole (${fault})`)
  agrees(archive, copyHeld(copy))
  return copy
}

/** Throws HEARTH-1413 where the records hold something else than the manifest says, or name a data version that is not here. */
function agrees({ path, manifest, members }: Archive, held: CopyHeld): void {
  const told = manifest.records
  if (String(held.migrations) !== String(told.migrations))
    throw damaged(path, 'its records are of another schema than its manifest says')
  for (const name of new Set([...Object.keys(told.rows), ...Object.keys(held.rows)]))
    if (held.rows[name] !== told.rows[name])
      throw damaged(
        path,
        `the table ${name} of its records has ${held.rows[name] ?? 'no'} rows, and its manifest says ${told.rows[name] ?? 'none'}`,
      )
  if (held.current !== manifest.current) throw damaged(path, 'another data version is current than its manifest says')
  for (const number of held.versions) {
    const version = manifest.versions.find(each => each.number === number)
    const files = [...members.keys()].filter(name => version && name.startsWith(`${homePart}${version.folder}/`)).length
    if (!version || files === 0 || files !== version.files)
      throw damaged(path, `data version ${number}, which its records name, is ${files ? 'not whole' : 'not in it'}`)
  }
}
