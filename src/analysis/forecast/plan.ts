import { streams } from './care-history.ts'
import { ageBands } from './cells.ts'
import type { Fitted } from './fitted.ts'
import { type Futures, leaverParts, type Prices, startParts } from './futures.ts'
import { monthsFrom } from './month-ends.ts'
import type { Present } from './present.ts'
import type { WhatIf } from './what-if.ts'

/** All that a run is made from: plain data, the same in every thread. */
export type Plan = {
  readonly fitted: Fitted
  readonly present: Present
  readonly ends: readonly number[]
  readonly seed: number
  readonly whatIfs: readonly WhatIf[]
  readonly prices: Prices | null
  /** Whether children are counted by age as well. */
  readonly ages: boolean
}

/** What is asked of a simulation. */
export type Asked = {
  readonly months: number
  readonly runs: number
  /** A whole number; the same seed and input give the same futures whatever the number of workers. */
  readonly seed: number
  readonly whatIfs?: readonly WhatIf[]
  readonly prices?: Prices
  /** Counts children by age as well. */
  readonly ages?: boolean
}

export const planOf = (fitted: Fitted, present: Present, asked: Asked): Plan => ({
  fitted,
  present,
  ends: monthsFrom(fitted.origin, asked.months),
  seed: asked.seed,
  whatIfs: asked.whatIfs ?? [],
  prices: asked.prices ?? null,
  ages: asked.ages ?? false,
})

/** Empty tables for so many runs, in memory that threads can share. */
export function emptyFutures({ fitted, ends, prices, ages }: Plan, runs: number): Futures {
  const cells = runs * ends.length
  const groups = fitted.groups.length
  const whole = (parts: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * cells * parts))
  const real = (parts: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * cells * parts))
  return {
    runs,
    months: ends.length,
    groups: fitted.groups,
    ends: Int32Array.from(ends),
    inCare: whole(groups),
    starts: whole(startParts),
    leavers: whole(leaverParts),
    careDays: real(groups),
    cost: prices && real(groups),
    ...(ages ? { byAge: whole(ageBands) } : {}),
  }
}

/** Children a month that the work is measured by. */
export const workOf = ({ fitted, present, ends }: Plan, runs: number): number => {
  const came = fitted.entries.reduce((sum, { perMonth }, stream) => sum + (stream < streams.length ? perMonth : 0), 0)
  return runs * ends.length * (present.start.length + (came * ends.length) / 3)
}
