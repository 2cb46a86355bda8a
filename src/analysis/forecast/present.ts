import { type CareHistory, OPEN } from './care-history.ts'

/** Who is in care on the day a history is known by: where every future begins. A row a child; days since 1 January 1970. */
export type Present = {
  readonly day: number
  readonly start: Int32Array
  readonly eighteenth: Int32Array
  readonly stream: Uint8Array
  readonly group: Uint8Array
  /** Pounds a week of the placement that each is in, NaN where that is not known; absent: of none. */
  readonly weekly?: Float64Array
}

/**
 * The children in care on the history's last day, in its order; where they are is their placement of that day. `weekly`: what that costs,
 * by row of the history's care.
 */
export function presentOf(history: CareHistory, weekly?: Float64Array): Present {
  const { care, stay, until } = history
  const groupOf = new Map<number, number>()
  for (let i = 0; i < stay.start.length; i++)
    if ((stay.start[i] ?? OPEN) <= until && (stay.end[i] ?? 0) > until)
      groupOf.set(stay.care[i] ?? 0, stay.group[i] ?? 0)
  const rows: number[] = []
  for (let i = 0; i < care.start.length; i++)
    if ((care.start[i] ?? OPEN) <= until && (care.end[i] ?? 0) > until && groupOf.has(i)) rows.push(i)
  return {
    day: until,
    start: Int32Array.from(rows, row => care.start[row] ?? 0),
    eighteenth: Int32Array.from(rows, row => care.eighteenth[row] ?? 0),
    stream: Uint8Array.from(rows, row => care.stream[row] ?? 0),
    group: Uint8Array.from(rows, row => groupOf.get(row) ?? 0),
    ...(weekly ? { weekly: Float64Array.from(rows, row => weekly[row] ?? Number.NaN) } : {}),
  }
}
