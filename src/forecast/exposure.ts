import { type CareHistory, exits, OPEN, streams } from '../analysis/forecast/care-history.ts'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { addDays, type Day, toNumber } from '../kit/day.ts'
import { facts } from '../model/facts.ts'
import { shapeOf } from '../model/file-shape.ts'
import { groups } from './groups.ts'
import { type MissedEnds, missedEnds } from './missed-ends.ts'
import { queryOf } from './query.ts'

/** Days of which it is known who is in care, both included. */
export type Held = { readonly first: Day; readonly last: Day }

/** Of which days the model of a data version knows who is in care; of a picture its own day only. */
export async function heldOf(engine: Engine, authority: string): Promise<readonly Held[]> {
  const rows = await engine.rows(
    `select source, first_day as first, last_day as last from reference.return_held where authority = ${literal(authority)}`,
  )
  return rows
    .filter(({ source }) => (facts.in_care_at ?? []).includes(String(source)))
    .map(({ source, first, last }) => ({
      first: first as Day,
      last: (shapeOf(String(source))?.time === 'snapshot' ? first : last) as Day,
    }))
}

/**
 * The time that a forecast from `at` may learn from: up to `at`, and no further back than care is known without a gap. Null where
 * nothing is known of `at` itself.
 */
export function knownSpan(held: readonly Held[], at: Day): { readonly from: Day; readonly until: Day } | null {
  let from: Day | null = null
  for (const { first, last } of held.toSorted((a, b) => (a.first < b.first ? 1 : -1)))
    if (first <= at && last >= (from === null ? at : addDays(from, -1)) && (from === null || first < from)) from = first
  return from === null ? null : { from, until: at }
}

/** A history with what a forecast needs beside it and the mathematics does not. */
export type Exposure = {
  readonly history: CareHistory
  /** Of the care rows: whether the end was a special guardianship order. */
  readonly specialGuardianship: Uint8Array
  /** Of the care rows: pounds a week of the placement of the last day, NaN where it is not known. */
  readonly weekly: Float64Array
  /** The months that the history leaves out because ends of care are not known in them. */
  readonly missed: MissedEnds | null
}

/** What is only one council's and one day's. */
export type ExposureOf = {
  readonly authority: string
  readonly from: Day
  readonly until: Day
  /** The placement groups to tell apart; absent: those that anyone has lived in. */
  readonly groups?: readonly string[]
}

const dayNumber = (cell: unknown): number => (cell === null ? OPEN : toNumber(cell as Day))
/** The number of a name on a list; 255 where it is none of them. */
const codeOf = (list: readonly string[], name: unknown): number => {
  const found = list.indexOf(String(name))
  return found === -1 ? 255 : found
}

/** Children who entered on one day from one home have one number; a home that is not known is nobody else's. */
function families(rows: readonly { readonly start_day: unknown; readonly home: unknown }[]): Int32Array {
  const known = new Map<string, number>()
  return Int32Array.from(rows, ({ start_day, home }, i) => {
    const key = home === null ? `${i}` : `${start_day} ${home}`
    const number = known.get(key) ?? known.size
    known.set(key, number)
    return number
  })
}

/**
 * The care history of one council as the model of a data version has it, known by `until`: short breaks left out as DfE does, care
 * after the 18th birthday too, and at first the months in which ends are not known. What ends after `until` is open, what begins after is not there.
 */
export async function careHistory(
  engine: Engine,
  { authority, from, until, groups: given }: ExposureOf,
): Promise<Exposure> {
  const care = await engine.rows(queryOf('care', { authority, until }))
  const placed = await engine.rows(queryOf('stays', { authority, until }))
  const priced = await engine.rows(queryOf('own-price', { authority, until }))
  const weekly = new Map(priced.map(row => [String(row.child), Number(row.weekly)]))
  const last = toNumber(until)
  const knownEnd = (cell: unknown): number => (dayNumber(cell) > last ? OPEN : dayNumber(cell))
  const [start, end] = [
    Int32Array.from(care, row => dayNumber(row.start_day)),
    Int32Array.from(care, row => knownEnd(row.end_day)),
  ]
  const staysOf = Map.groupBy(placed, ({ child, period }) => `${child} ${period}`)
  const used = given ?? groups.filter(code => placed.some(({ placement_group }) => placement_group === code))
  const stays = care.flatMap(({ child, period }, row) => {
    const own = (staysOf.get(`${child} ${period}`) ?? []).filter(stay => dayNumber(stay.start_day) < (end[row] ?? OPEN))
    return own.map((stay, i) => ({
      care: row,
      start: i === 0 ? (start[row] ?? 0) : dayNumber(stay.start_day),
      end: own[i + 1] ? dayNumber(own[i + 1]?.start_day) : (end[row] ?? OPEN),
      group: codeOf(used, stay.placement_group),
    }))
  })
  const history: CareHistory = {
    from: toNumber(from),
    until: last,
    groups: used,
    care: {
      start,
      end,
      eighteenth: Int32Array.from(care, row => dayNumber(row.eighteenth)),
      exit: Uint8Array.from(care, (row, i) => (end[i] === OPEN ? 255 : codeOf(exits, row.exit))),
      stream: Uint8Array.from(care, row => codeOf(streams, row.stream)),
      family: families(care as never),
    },
    stay: {
      care: Int32Array.from(stays, stay => stay.care),
      start: Int32Array.from(stays, stay => stay.start),
      end: Int32Array.from(stays, stay => stay.end),
      group: Uint8Array.from(stays, stay => stay.group),
    },
  }
  // A history in given groups is set beside another, from the same day on.
  const missed = given ? null : missedEnds(history)
  return {
    history: missed ? { ...history, from: missed.from } : history,
    missed,
    weekly: Float64Array.from(care, row => weekly.get(String(row.child)) ?? Number.NaN),
    specialGuardianship: Uint8Array.from(care, (row, i) => (end[i] !== OPEN && row.special_guardianship ? 1 : 0)),
  }
}
