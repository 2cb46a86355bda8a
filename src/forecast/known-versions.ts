import type { CareHistory } from '../analysis/forecast/care-history.ts'
import { monthEndsBetween } from '../analysis/forecast/month-ends.ts'
import type { Engine } from '../engine/engine.ts'
import { addDays, type Day, fromNumber, isMonthEnd, toNumber } from '../kit/day.ts'
import { careHistory } from './exposure.ts'

/** A data version made before the current one: what was known once. */
export type EarlierVersion = {
  readonly number: number
  readonly madeOn: Day
  /** The last day it knows of; null where its files do not say. */
  readonly reaches: Day | null
  /** Opens its model; whoever gave it closes it. */
  readonly open: () => Promise<Engine>
}

/** A version made so many days after an origin is not what was known at it: years of returns may be imported at once. */
const KNOWN_WITHIN = 92
/** So many are opened at most, the latest: each is a database. */
const MOST = 24

/** The last month end that a day has reached. */
const reachedEnd = (d: Day): Day => (isMonthEnd(d) ? d : addDays(`${d.slice(0, 8)}01` as Day, -1))

/** For each month end the first version that reached it in time, as it was known then. */
export function versionsByOrigin(versions: readonly EarlierVersion[]): ReadonlyMap<Day, EarlierVersion> {
  const byOrigin = new Map<Day, EarlierVersion>()
  for (const version of versions.toSorted((a, b) => a.number - b.number)) {
    if (version.reaches === null) continue
    const origin = reachedEnd(version.reaches)
    if (!byOrigin.has(origin) && version.madeOn <= addDays(origin, KNOWN_WITHIN)) byOrigin.set(origin, version)
  }
  return new Map([...byOrigin].slice(-MOST))
}

/** What was known at month ends of a history by the data versions of the time: care histories in the groups of that history. */
export async function knownThen(
  versions: readonly EarlierVersion[],
  history: CareHistory,
  authority: string,
): Promise<ReadonlyMap<number, CareHistory>> {
  const ends = new Set(monthEndsBetween(history.from, history.until))
  const known = new Map<number, CareHistory>()
  for (const [origin, version] of versionsByOrigin(versions)) {
    const day = toNumber(origin)
    if (!ends.has(day) || day >= history.until) continue
    const engine = await version.open()
    const from = fromNumber(history.from)
    const { history: then } = await careHistory(engine, { authority, from, until: origin, groups: history.groups })
    known.set(day, then)
  }
  return known
}
