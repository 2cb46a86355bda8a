import { existsSync } from 'node:fs'
import type { Engine } from '../engine/engine.ts'
import type { Day } from '../kit/day.ts'
import type { Session } from '../measures/measures.ts'
import type { Records, VersionHead } from '../records/records.ts'
import type { EarlierVersion } from '../report/as-told.ts'
import { sayFaultSafely } from './safe-fault.ts'

/** The latest so many are asked what they said, and so many of those submitted: each is a database to be opened. */
const LATEST = 3
const SUBMITTED = 2
/** How far back the latest are looked for. */
const LOOKED_AT = 20

/** Files of decisions: they change no figure. */
const DECISIONS = new Set(['targets', 'annotations'])

/** A version opened for reading. */
export type OpenVersion = { readonly engine: Engine; readonly session: Session }

/** The data versions of a home before `current`, each opened when first asked for and kept open until `close`. */
export async function earlierVersions(
  records: Records,
  current: number,
  folderOf: (number: number) => string,
  openOne: (number: number) => Promise<OpenVersion>,
): Promise<{ readonly versions: readonly EarlierVersion[]; readonly close: () => Promise<void> }> {
  const before = (await records.dataVersions.list()).filter(
    ({ number }) => number < current && existsSync(folderOf(number)),
  )
  const latest: VersionHead[] = []
  let after = await standsOn(records, current)
  for (const version of before.slice(0, LOOKED_AT)) {
    const own = await standsOn(records, version.number)
    // Of versions that stand on the same rows the first told them first; one that stands on those of now tells nothing.
    if (own === after && latest.length > 0) latest.splice(-1, 1, version)
    else if (own !== after && latest.length === LATEST) break
    else if (own !== after) latest.push(version)
    after = own
  }
  const submitted = before.filter(({ submittedOn }) => submittedOn !== null).slice(0, SUBMITTED)
  const asked = [...new Map([...latest, ...submitted].map(version => [version.number, version])).values()]
  const opened = new Map<number, Promise<OpenVersion>>()
  const told = new Set<string>()
  return {
    versions: asked.map(({ number, madeAt, submittedOn }) => ({
      number,
      knownOn: madeAt.slice(0, 10) as Day,
      submittedOn,
      open: async () => {
        const held = opened.get(number) ?? openOne(number)
        opened.set(number, held)
        return (await held).session
      },
      // Once each: a page is asked for again and again.
      unread: fault => {
        const words = `Data version ${number} could not be read: ${sayFaultSafely(fault)}\n`
        if (!told.has(words)) process.stderr.write(words)
        told.add(words)
      },
    })),
    close: async () => {
      for (const one of opened.values()) (await one.catch(() => null))?.engine.close()
    },
  }
}

/** What rows a version stands on, as one text: the sums of its files and how many rows of each are used. */
async function standsOn(records: Records, number: number): Promise<string> {
  const files = await records.dataVersions.files(number)
  return files
    .filter(({ table, used }) => used > 0 && !DECISIONS.has(table))
    .map(({ sha256, table, used }) => `${sha256} ${table} ${used}`)
    .sort()
    .join()
}
