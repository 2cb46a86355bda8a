import { type CareHistory, OPEN } from './care-history.ts'

/** The rows of a column that are kept, in their order. */
const rows = (column: ArrayLike<unknown>, keep: (row: number) => boolean): number[] => {
  const out: number[] = []
  for (let row = 0; row < column.length; row++) if (keep(row)) out.push(row)
  return out
}

const taken = (column: ArrayLike<number>, kept: readonly number[]): Int32Array =>
  Int32Array.from(kept, row => column[row] ?? 0)

/**
 * What was known on an earlier day, by the dates of events: what began after it is not there, what ended after it is open. What was
 * written down late cannot be told from event dates, so a back-test by them is a little kinder than life.
 */
export function knownBy(history: CareHistory, day: number): CareHistory {
  const { care, stay } = history
  const kept = rows(care.start, row => (care.start[row] ?? OPEN) <= day)
  const now = new Int32Array(care.start.length).fill(-1)
  for (const [position, row] of kept.entries()) now[row] = position
  const end = (column: Int32Array, row: number): number => ((column[row] ?? OPEN) > day ? OPEN : (column[row] ?? OPEN))
  const stays = rows(stay.start, row => (stay.start[row] ?? OPEN) <= day && (now[stay.care[row] ?? 0] ?? -1) >= 0)
  return {
    from: history.from,
    until: Math.min(day, history.until),
    groups: history.groups,
    care: {
      start: taken(care.start, kept),
      end: Int32Array.from(kept, row => end(care.end, row)),
      eighteenth: taken(care.eighteenth, kept),
      exit: Uint8Array.from(kept, row => ((care.end[row] ?? OPEN) > day ? 255 : (care.exit[row] ?? 255))),
      stream: Uint8Array.from(kept, row => care.stream[row] ?? 0),
      family: taken(care.family, kept),
    },
    stay: {
      care: Int32Array.from(stays, row => now[stay.care[row] ?? 0] ?? 0),
      start: taken(stay.start, stays),
      end: Int32Array.from(stays, row => end(stay.end, row)),
      group: Uint8Array.from(stays, row => stay.group[row] ?? 0),
    },
  }
}
