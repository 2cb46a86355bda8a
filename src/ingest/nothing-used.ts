import { UserError } from '../kit/error.ts'
import type { Finding } from '../records/records.ts'
import type { Known } from './already-known.ts'
import type { Loaded } from './load.ts'
import type { LoadedNamed, RowCount } from './named-rows.ts'

/** How many findings the message names. */
const NAMED = 20

/**
 * Refuses an import of which nothing is used: no file of it is new and gives anything that changes what is current. A data
 * version of it would say that something changed. Throws HEARTH-1306 with what stood in the way.
 */
export function refuseUnused(
  loaded: Loaded,
  known: Known,
  counts: ReadonlyMap<number, RowCount>,
  findings: readonly Finding[],
): void {
  if (loaded.files.some(file => !known.file(file))) return
  if (loaded.named.some(file => !known.named(file) && changes(file, counts.get(file.id)))) return
  const worth = findings.filter(({ severity }) => severity !== 'tolerated')
  const told = worth.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  const more = told.length - NAMED
  throw new UserError(
    'HEARTH-1306',
    [
      'Nothing was imported and nothing was changed: no row of what was given is used, and no data version was made.',
      ...told.slice(0, NAMED).map(sayFinding),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ].join('\n'),
    'Mend the files, then import them again.',
    told[0]?.file ? { file: told[0].file, ...(told[0].line === null ? {} : { line: told[0].line }) } : undefined,
  )
}

/** A file of events or of what holds on any day says something with no row too: that there was nothing. An older one says nothing. */
const changes = ({ shape }: LoadedNamed, count: RowCount | undefined): boolean =>
  (count?.used ?? 0) > 0 || (shape.schema === 'extract' && shape.time !== 'snapshot' && (count?.superseded ?? 0) === 0)

const sayFinding = ({ file, line, column, found, why, fix }: Finding): string => {
  const place = [file, line === null ? null : `line ${line}`, column].filter(Boolean).join(', ')
  return `  ${place ? `${place}: ` : ''}${why}${found ? ` (${found})` : ''} ${fix}`
}
