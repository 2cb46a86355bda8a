import { writeFileSync } from 'node:fs'
import { UserError } from '../kit/error.ts'

/** Writes a paper. Throws HEARTH-1010 where the file cannot be written. */
export function writePaper(file: string, paper: string | Uint8Array): void {
  try {
    writeFileSync(file, paper)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UserError(
      'HEARTH-1010',
      `${file} cannot be written (${error.code}).`,
      'Name a file in a folder that is there and that you may write in; close it where it is open.',
      { file },
    )
  }
}
