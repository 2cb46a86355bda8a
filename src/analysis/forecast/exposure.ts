/** Events and exposure by cell: how long children were in each cell within a window of time, and what ended it. */
import { type CareHistory, exits } from './care-history.ts'
import { ageStarts, bandOf, bornOf, cellOf, cellsOf, hazards, nextBand, timeStarts } from './cells.ts'

export type Exposure = {
  /** Days lived, by cell. */
  readonly days: Float64Array
  /** Exits by cell and hazard (cell × hazards + hazard). */
  readonly exits: Float64Array
  /** Moves to another group by cell. */
  readonly moves: Float64Array
}

const OTHER = hazards.indexOf('other')

/** An unbroken time of one child in one cell, [start, end). */
export type Visit = (cell: number, start: number, end: number) => void
/** What ended a stay in the window: position in `hazards`, or −1 for a move, with the group moved to. */
export type Ended = (cell: number, day: number, hazard: number, to: number, eighteenth: number) => void

/** Goes through all stays in a window [from, to), cut wherever a child passes from one band to the next; the 18th birthday ends it. */
export function walk(history: CareHistory, from: number, to: number, visit: Visit, ended: Ended): void {
  const { care, stay } = history
  const groups = history.groups.length
  for (let i = 0; i < stay.start.length; i++) {
    const row = stay.care[i] ?? 0
    const eighteenth = care.eighteenth[row] ?? 0
    const stayEnd = stay.end[i] ?? 0
    const end = Math.min(stayEnd, to, eighteenth)
    let day = Math.max(stay.start[i] ?? 0, from)
    if (day >= end && stayEnd !== day) continue
    const [began, born, stream, group] = [
      care.start[row] ?? 0,
      bornOf(eighteenth),
      care.stream[row] ?? 0,
      stay.group[i] ?? 0,
    ]
    let cell = -1
    do {
      const age = bandOf(ageStarts, day - born)
      const time = bandOf(timeStarts, day - began)
      const next = Math.min(end, born + nextBand(ageStarts, age), began + nextBand(timeStarts, time))
      cell = cellOf(stream, age, time, group, groups)
      if (next > day) visit(cell, day, next)
      day = Math.max(next, day)
    } while (day < end)
    // An event on the window's first day is the day before's affair; one on the 18th birthday is the birthday.
    if (stayEnd >= to || stayEnd >= eighteenth || stayEnd <= from) continue
    if (stay.care[i + 1] === row && stay.start[i + 1] === stayEnd)
      ended(cell, stayEnd, -1, stay.group[i + 1] ?? 0, eighteenth)
    else {
      const exit = care.exit[row] ?? 255
      const hazard = exit < exits.length ? hazards.indexOf(exits[exit] as (typeof hazards)[number]) : OTHER
      if (hazard >= 0) ended(cell, stayEnd, hazard, -1, eighteenth)
    }
  }
}

/** The table of a window. */
export function exposureOf(history: CareHistory, from: number, to: number): Exposure {
  const cells = cellsOf(history.groups.length)
  const table: Exposure = {
    days: new Float64Array(cells),
    exits: new Float64Array(cells * hazards.length),
    moves: new Float64Array(cells),
  }
  walk(
    history,
    from,
    to,
    (cell, start, end) => {
      table.days[cell] = (table.days[cell] ?? 0) + end - start
    },
    (cell, _, hazard) => {
      if (hazard < 0) table.moves[cell] = (table.moves[cell] ?? 0) + 1
      else {
        const at = cell * hazards.length + hazard
        table.exits[at] = (table.exits[at] ?? 0) + 1
      }
    },
  )
  return table
}
