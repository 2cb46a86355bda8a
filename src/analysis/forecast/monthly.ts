/** The past month by month: what a forecast is set against, and what came of it. */
import { type CareHistory, exits, streams } from './care-history.ts'
import { leaverParts, startParts } from './futures.ts'
import { monthEndsBetween } from './month-ends.ts'

export type Monthly = {
  /** Ends of months, oldest first; the first is the day before the history's first whole month. */
  readonly ends: readonly number[]
  /** Children in care at each end. */
  readonly total: readonly number[]
  /** The same by placement group, then by end. */
  readonly byGroup: readonly (readonly number[])[]
  /** Children who started in the month that ends there, by stream as in `Futures`; 0 at the first end, which has no month. */
  readonly starts: readonly (readonly number[])[]
  /** Children who left in that month, by exit and stream as in `Futures`. */
  readonly leavers: readonly (readonly number[])[]
}

/** The first end that is at or after a day; `ends.length` where there is none. */
function reached(ends: readonly number[], day: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

const table = (parts: number, n: number): number[][] =>
  Array.from({ length: parts }, () => new Array<number>(n).fill(0))
const bump = (row: number[] | undefined, at: number, by = 1): void => {
  if (row && at < row.length) row[at] = (row[at] ?? 0) + by
}

/** Sums up a history by the ends of whole months that lie in it, counted back from the day it is known by. */
export function monthlyOf(history: CareHistory): Monthly {
  const ends = monthEndsBetween(history.from, history.until)
  const n = ends.length
  const byGroup = table(history.groups.length, n + 1)
  const { care, stay } = history
  for (let i = 0; i < stay.start.length; i++) {
    const row = byGroup[stay.group[i] ?? 0]
    const from = reached(ends, stay.start[i] ?? 0)
    const to = reached(ends, stay.end[i] ?? 0)
    if (to <= from) continue
    bump(row, from)
    bump(row, to, -1)
  }
  for (const row of byGroup) {
    for (let i = 1; i < n; i++) row[i] = (row[i] ?? 0) + (row[i - 1] ?? 0)
    row.length = n
  }
  const starts = table(startParts, n)
  const leavers = table(leaverParts, n)
  const first = ends[0] ?? 0
  for (let i = 0; i < care.start.length; i++) {
    const stream = care.stream[i] ?? 0
    const [start, end] = [care.start[i] ?? 0, care.end[i] ?? 0]
    if (start > first) bump(starts[stream], reached(ends, start))
    if (end <= first) continue
    const exit = care.exit[i] ?? 255
    bump(leavers[(exit < exits.length ? exit : exits.indexOf('other')) * streams.length + stream], reached(ends, end))
  }
  return {
    ends,
    total: ends.map((_, i) => byGroup.reduce((sum, row) => sum + (row[i] ?? 0), 0)),
    byGroup,
    starts,
    leavers,
  }
}
