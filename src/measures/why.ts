import type { QueriedMeasure } from '../definitions/measure.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { type Member, members } from './people.ts'
import type { Session } from './session.ts'

/** Why one member's part in a figure changed between two periods or two data versions. */
export type Cause =
  | 'entered'
  | 'left'
  | 'aged in'
  | 'aged out'
  | 'crossed into the count'
  | 'crossed out of the count'
  | 'became known'
  | 'became unknown'
  | 'recorded late'
  | 'withdrawn'
  | 'corrected'

/** One cause: what it did to the number counted, to the group and to the unknown, and who. */
export type Move = {
  readonly cause: Cause
  readonly counted: number
  readonly group: number
  readonly unknown: number
  readonly members: readonly MovedMember[]
}
export type MovedMember = {
  readonly subject: string
  readonly local_id: string | null
  readonly before: Standing
  readonly after: Standing
}
type Standing = 'counted' | 'not counted' | 'unknown' | 'not in the group'

/** A change taken apart. The moves add up to the differences with no remainder: a property test holds that. */
export type Why = {
  readonly before: Tally
  readonly after: Tally
  readonly moves: readonly Move[]
}
export type Tally = { readonly counted: number; readonly group: number; readonly unknown: number }

/** A member as it is matched: by subject within one version, by child between versions. */
type Keyed = { readonly key: string; readonly member: Member }

const standing = (member: Member | undefined): Standing =>
  member === undefined
    ? 'not in the group'
    : member.counted === null
      ? 'unknown'
      : member.counted
        ? 'counted'
        : 'not counted'
const size = (s: Standing): Tally => ({
  counted: s === 'counted' ? 1 : 0,
  group: s === 'not in the group' ? 0 : 1,
  unknown: s === 'unknown' ? 1 : 0,
})

/** Adds up every member's change by cause. `cause` names the cause for one member; null where nothing changed. */
export function takeApart(
  before: readonly Keyed[],
  after: readonly Keyed[],
  cause: (from: Standing, to: Standing, member: Member) => Cause,
): Why {
  const earlier = new Map(before.map(({ key, member }) => [key, member]))
  const later = new Map(after.map(({ key, member }) => [key, member]))
  const moved = new Map<Cause, MovedMember[]>()
  for (const key of new Set([...earlier.keys(), ...later.keys()])) {
    const [was, is] = [earlier.get(key), later.get(key)]
    const [from, to] = [standing(was), standing(is)]
    const member = is ?? was
    if (from === to || member === undefined) continue
    const why = cause(from, to, member)
    moved.set(why, [
      ...(moved.get(why) ?? []),
      { subject: member.subject, local_id: member.local_id, before: from, after: to },
    ])
  }
  const moves = [...moved].map(([name, list]) => ({
    cause: name,
    ...sum(list.map(one => difference(size(one.before), size(one.after)))),
    members: list,
  }))
  return {
    before: sum([...earlier.values()].map(member => size(standing(member)))),
    after: sum([...later.values()].map(member => size(standing(member)))),
    moves,
  }
}

const difference = (from: Tally, to: Tally): Tally => ({
  counted: to.counted - from.counted,
  group: to.group - from.group,
  unknown: to.unknown - from.unknown,
})
const sum = (all: readonly Tally[]): Tally =>
  all.reduce(
    (total, one) => ({
      counted: total.counted + one.counted,
      group: total.group + one.group,
      unknown: total.unknown + one.unknown,
    }),
    { counted: 0, group: 0, unknown: 0 },
  )

/** What changed a figure between two periods of one measure, for one authority. */
export async function whyMoved(
  session: Session,
  measure: QueriedMeasure,
  from: Period,
  to: Period,
  authority: string,
): Promise<Why> {
  const rows = (await members(session, measure, [from, to])).filter(member => member.authority === authority)
  const keyed = (end: Day): readonly Keyed[] =>
    rows.filter(({ period_end }) => period_end === end).map(member => ({ key: member.subject, member }))
  const [before, after] = [keyed(from.end), keyed(to.end)]
  const stayed =
    measure.at === 'period end' ? await inCareOnBoth(session, from.end, to.end, authority) : new Set<string>()
  const grown =
    measure.at === 'period end' ? await turnedEighteen(session, from.end, to.end, authority) : new Set<string>()
  return takeApart(before, after, (was, is, member) => {
    const id = member.local_id ?? ''
    // In care on both days yet in the group on one only: the measure's own bounds, such as an age, were crossed.
    if (was === 'not in the group') return stayed.has(id) ? 'aged in' : 'entered'
    if (is === 'not in the group') return stayed.has(id) || grown.has(id) ? 'aged out' : 'left'
    if (is === 'unknown') return 'became unknown'
    if (was === 'unknown') return 'became known'
    return is === 'counted' ? 'crossed into the count' : 'crossed out of the count'
  })
}

async function inCareOnBoth(session: Session, from: Day, to: Day, authority: string): Promise<ReadonlySet<string>> {
  const rows = await session.engine.rows(
    `select p.local_id from in_care_at c join person p using (child_id) where c.authority = ${literal(authority)} and c.period_end in (date ${literal(from)}, date ${literal(to)})
     group by p.local_id having count(distinct c.period_end) = 2`,
  )
  return new Set(rows.map(({ local_id }) => String(local_id)))
}

async function turnedEighteen(session: Session, from: Day, to: Day, authority: string): Promise<ReadonlySet<string>> {
  const rows = await session.engine.rows(
    `select local_id from person where authority = ${literal(authority)} and age_on(date_of_birth, date ${literal(from)}) < 18 and age_on(date_of_birth, date ${literal(to)}) >= 18`,
  )
  return new Set(rows.map(({ local_id }) => String(local_id)))
}

/** What changed a figure of one period between two data versions: recorded late, withdrawn or corrected. */
export async function whyRestated(
  older: Session,
  newer: Session,
  measure: QueriedMeasure,
  period: Period,
  authority: string,
): Promise<Why> {
  const keyed = async (session: Session): Promise<readonly Keyed[]> => {
    const rows = (await members(session, measure, [period])).filter(member => member.authority === authority)
    const seen = new Map<string, number>()
    // A child may be in a group of events more than once; the council's own id and its turn match it between versions.
    return rows.map(member => {
      const id = member.local_id ?? member.subject
      const turn = (seen.get(id) ?? 0) + 1
      seen.set(id, turn)
      return { key: `${id} ${turn}`, member }
    })
  }
  const [before, after] = [await keyed(older), await keyed(newer)]
  return takeApart(before, after, (was, is) =>
    was === 'not in the group' ? 'recorded late' : is === 'not in the group' ? 'withdrawn' : 'corrected',
  )
}
