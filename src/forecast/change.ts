import type { WhatIf, Who } from '../analysis/forecast/what-if.ts'
import { type Day, monthOf, yearOf } from '../kit/day.ts'
import { type Group, widerGroups } from './groups.ts'

/** Whom a change is about, in names. */
export type ChangeWho = Who<Group>

/** One thing that would be otherwise, dated by the calendar and naming its groups. */
export type Change = {
  /** The first month of which it holds, any day of it; null: from the first month ahead. */
  readonly from: Day | null
  /** The last month of which it holds; null: for good. */
  readonly until: Day | null
  readonly who: ChangeWho
} & (
  | {
      readonly kind: 'entries' | 'exits' | 'moves'
      readonly factor: number
      readonly low?: number
      readonly high?: number
    }
  | {
      readonly kind: 'capacity'
      readonly add: number
      /** `carers` are households: as many places as ours have on average. */
      readonly unit: 'places' | 'carers'
      readonly low?: number
      readonly high?: number
      readonly every?: number
    }
)

/** Something to be tried: what people call it, what it rests on, and what changes. */
export type Scenario = {
  readonly label: string
  /** Where the size of the change comes from; null: nobody said. */
  readonly source: string | null
  readonly changes: readonly Change[]
}

/** A wider group's name, or a group's, as the groups it is. */
export const groupsOf = (name: string): readonly Group[] => widerGroups[name] ?? [name as Group]

/** How many months after the month of `origin` the month of `d` comes. */
export const monthsAfter = (origin: Day, d: Day): number =>
  (yearOf(d) - yearOf(origin)) * 12 + monthOf(d) - monthOf(origin)

/** The change as the mathematics takes it; null where it is over before the forecast begins. Groups nobody has lived in are left out. */
export function whatIfOf(
  change: Change,
  origin: Day,
  groups: readonly string[],
  placesPerCarer: number,
): WhatIf | null {
  const until = change.until === null ? null : monthsAfter(origin, change.until)
  if (until !== null && until < 1) return null
  const positions = (names: readonly Group[]): readonly number[] =>
    names.map(name => groups.indexOf(name)).filter(position => position !== -1)
  const { groups: lived, to, ...rest } = change.who
  const base = {
    from: change.from === null ? 1 : Math.max(1, monthsAfter(origin, change.from)),
    ...(until === null ? {} : { until }),
    who: {
      ...rest,
      ...(lived ? { groups: positions(lived) } : {}),
      ...(to ? { to: positions(to) } : {}),
    },
  }
  const ends = (scale: number) => ({
    ...(change.low === undefined ? {} : { low: change.low * scale }),
    ...(change.high === undefined ? {} : { high: change.high * scale }),
  })
  if (change.kind !== 'capacity') return { ...base, kind: change.kind, factor: change.factor, ...ends(1) }
  const scale = change.unit === 'carers' ? placesPerCarer : 1
  const every = change.every === undefined ? {} : { every: change.every }
  return { ...base, kind: 'capacity', add: change.add * scale, ...ends(scale), ...every }
}
