import type { Member } from './people.ts'

/** Why one member's part in a figure changed between two periods or two data versions. */
export type Cause =
  | 'entered'
  | 'left'
  | 'aged in'
  | 'aged out'
  | 'crossed into the count'
  | 'crossed out of the count'
  | 'amount changed'
  | 'became known'
  | 'became unknown'
  | 'recorded late'
  | 'withdrawn'
  | 'corrected'

export type Standing = 'counted' | 'not counted' | 'unknown' | 'not in the group'

/** What a group comes to. `amount` is the sum that an average is made from; 0 for other kinds. */
export type Tally = {
  readonly counted: number
  readonly group: number
  readonly unknown: number
  readonly amount: number
}

/** One cause: what it did to the number counted, to the group, to the unknown and to the amount, and who. */
export type Move = Tally & { readonly cause: Cause; readonly members: readonly MovedMember[] }
export type MovedMember = {
  readonly subject: string
  readonly local_id: string | null
  readonly before: Standing
  readonly after: Standing
}

/** A change taken apart. The moves add up to the differences with no remainder: a property test holds that. */
export type Why = { readonly before: Tally; readonly after: Tally; readonly moves: readonly Move[] }

/** A member as it is matched: by subject within one version, by child between versions. */
export type Keyed = { readonly key: string; readonly member: Member }

const NOBODY: Tally = { counted: 0, group: 0, unknown: 0, amount: 0 }

const standing = (member: Member | undefined): Standing => {
  if (member === undefined) return 'not in the group'
  if (member.counted === null) return 'unknown'
  return member.counted ? 'counted' : 'not counted'
}

const sizeOf = (member: Member | undefined): Tally => ({
  counted: member?.counted === true ? 1 : 0,
  group: member === undefined ? 0 : 1,
  unknown: member?.counted === null ? 1 : 0,
  amount: member?.counted === true ? (member.amount ?? 0) : 0,
})

const plus = (a: Tally, b: Tally, sign = 1): Tally => ({
  counted: a.counted + sign * b.counted,
  group: a.group + sign * b.group,
  unknown: a.unknown + sign * b.unknown,
  amount: a.amount + sign * b.amount,
})

/** Adds up every member's change by cause; `cause` names the cause for one member that changed. */
export function takeApart(
  before: readonly Keyed[],
  after: readonly Keyed[],
  cause: (from: Standing, to: Standing, member: Member) => Cause,
): Why {
  const earlier = new Map(before.map(({ key, member }) => [key, member]))
  const later = new Map(after.map(({ key, member }) => [key, member]))
  const moves = new Map<Cause, { tally: Tally; readonly members: MovedMember[] }>()
  for (const key of new Set([...earlier.keys(), ...later.keys()])) {
    const [was, is] = [earlier.get(key), later.get(key)]
    const member = is ?? was
    const change = plus(sizeOf(is), sizeOf(was), -1)
    const [from, to] = [standing(was), standing(is)]
    if (member === undefined || (from === to && change.amount === 0)) continue
    const name = cause(from, to, member)
    const move = moves.get(name) ?? { tally: NOBODY, members: [] }
    move.tally = plus(move.tally, change)
    move.members.push({ subject: member.subject, local_id: member.local_id, before: from, after: to })
    moves.set(name, move)
  }
  const total = (all: Iterable<Member>): Tally => [...all].reduce((sum, member) => plus(sum, sizeOf(member)), NOBODY)
  return {
    before: total(earlier.values()),
    after: total(later.values()),
    moves: [...moves].map(([name, { tally, members }]) => ({ cause: name, ...tally, members })),
  }
}
