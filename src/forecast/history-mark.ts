import { createHash } from 'node:crypto'
import type { CareHistory } from '../analysis/forecast/care-history.ts'

/** SHA-256 of all that a history says, in lower-case hexadecimal: two forecasts of one mark knew the same. */
export function historyMark({ from, until, groups, care, stay }: CareHistory): string {
  const hash = createHash('sha256').update(JSON.stringify([from, until, groups]))
  for (const column of [...Object.values(care), ...Object.values(stay)])
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength)).update('|')
  return hash.digest('hex')
}
