import type { Day } from '../kit/day.ts'
import type { Records, VersionHead } from '../records/records.ts'
import type { LoadedFile } from './load-file.ts'
import type { LoadedNamed } from './named-rows.ts'

/** Of a file that came: whether the current version stands on it already, and nothing said about it now is new. */
export type Known = {
  readonly file: (file: LoadedFile) => boolean
  readonly named: (file: LoadedNamed) => boolean
}

/** What the current version knows of files that come. Nothing is known where there is none, or it is now said to reach another day. */
export async function knownFiles(
  records: Records,
  current: VersionHead | null,
  extractDate: Day | null,
): Promise<Known> {
  if (current === null || (extractDate !== null && extractDate !== current.extractDate))
    return { file: () => false, named: () => false }
  const held = Map.groupBy(await records.dataVersions.files(current.number), ({ sha256 }) => sha256)
  return {
    file: ({ sha256, authority, extractDate }) =>
      held
        .get(sha256)
        ?.some(
          file =>
            (authority === null || file.authority === authority) &&
            (extractDate === null || file.extractDate === extractDate),
        ) ?? false,
    named: ({ sha256, layout, extractDate }) =>
      held.get(sha256)?.some(file => !layout?.asks || file.extractDate === extractDate) ?? false,
  }
}
