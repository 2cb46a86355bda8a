/** What if one thing were otherwise: each changes the hazard or the entry it names and nothing else. */
import type { Exit, Stream } from './care-history.ts'

/** Whom it is about; what is left out means everyone. Groups are positions here; who asks may name them. */
export type Who<Group = number> = {
  /** Ages in completed years, both included: teenagers are [13, 17]. */
  readonly ages?: readonly [from: number, to: number]
  readonly stream?: Stream
  /** Placement groups lived in; for entries, the first placement. */
  readonly groups?: readonly Group[]
  /** For `exits`: only this exit. */
  readonly exit?: Exclude<Exit, 'eighteen'>
  /** For `moves`: only moves into these groups. For `capacity`: the groups that gain the places. */
  readonly to?: readonly Group[]
}

/** Months count from 1, the first month after the origin; `until` is the last month it holds, for good when left out. */
export type WhatIf = {
  readonly from: number
  readonly until?: number
  readonly who: Who
} & (
  | {
      readonly kind: 'entries' | 'exits' | 'moves'
      /** What the rate is multiplied by, with the ends of its 80% range: every run draws its own. */
      readonly factor: number
      readonly low?: number
      readonly high?: number
    }
  | {
      readonly kind: 'capacity'
      /**
       * Places more (or fewer) in `who.to`, from that month on; they fill as children of `who` begin a placement in `who.groups`
       * (which is required). Fewer: children who would begin one in `who.to` go to `who.groups` until so many have.
       */
      readonly add: number
      readonly low?: number
      readonly high?: number
      /** Again after so many months: 3 is every quarter. */
      readonly every?: number
    }
)
