import type { Day } from '../kit/day.ts'
import type { Records, VersionHead } from '../records/records.ts'
import type { Loaded } from './load.ts'

/** Whether the current version stands on these very files already, and nothing said about them now is new. */
export async function allKnown(
  records: Records,
  current: VersionHead,
  loaded: Loaded,
  extractDate: Day | null,
): Promise<boolean> {
  if (extractDate !== null && extractDate !== current.extractDate) return false
  const held = Map.groupBy(await records.dataVersions.files(current.number), ({ sha256 }) => sha256)
  const known = ({ sha256, authority, extractDate }: (typeof loaded.files)[number]): boolean =>
    held
      .get(sha256)
      ?.some(
        file =>
          (authority === null || file.authority === authority) &&
          (extractDate === null || file.extractDate === extractDate),
      ) ?? false
  return (
    loaded.files.every(known) &&
    loaded.named.every(
      ({ sha256, layout, extractDate }) =>
        held.get(sha256)?.some(file => !layout?.asks || file.extractDate === extractDate) ?? false,
    )
  )
}
