import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRecords } from '../records/records.ts'
import { newFolder } from './home.fixture.ts'
import { writeReturn } from './import.fixture.ts'

/** Writes a file into a folder, a new one unless given, and gives the folder. */
export const write = (name: string, text: string | Uint8Array, folder = newFolder()): string => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text)
  return folder
}
/** Writes a return into a folder of this name. */
export const year = (name: string, tables: Parameters<typeof writeReturn>[1]): string =>
  writeReturn(join(newFolder(), name), tables)
/** The number of the current data version. */
export const currentOf = async (home: string): Promise<number | null> => {
  const records = await openRecords({ home })
  try {
    return (await records.dataVersions.current())?.number ?? null
  } finally {
    await records.close()
  }
}
/** Every file of a folder and its bytes, so that any change shows. */
export const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name),
        createHash('sha256')
          .update(readFileSync(join(parentPath, name)))
          .digest('hex'),
      ]),
  )
