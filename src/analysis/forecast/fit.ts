import { type CareHistory, OPEN } from './care-history.ts'
import { cellsOf, hazards } from './cells.ts'
import { entriesOf } from './entries.ts'
import { exposureOf, walk } from './exposure.ts'
import type { FitOptions, Fitted, NotFitted } from './fitted.ts'
import { dispersionOf, levelAndDrift, plainLevel } from './level.ts'
import { monthEndsBetween } from './month-ends.ts'
import { destinationsOf } from './moves.ts'
import { type Shape, shapeOf } from './shape.ts'

/** Months of history the shape stands on, the fewest a model is made from, and the fewest children it is worth making for. */
const WINDOW = 60
export const FEWEST_MONTHS = 24
export const FEWEST_CHILDREN = 10

/** Expected events by month of the window under a shape, all cells together. */
function expectedBy(history: CareHistory, ends: readonly number[], rates: Float64Array): readonly number[] {
  const expected = new Array<number>(ends.length - 1).fill(0)
  walk(
    history,
    (ends[0] ?? 0) + 1,
    (ends.at(-1) ?? 0) + 1,
    (cell, start, end) => {
      const rate = rates[cell] ?? 0
      let month = ends.findIndex(last => last >= start)
      for (let day = start; day < end; month++) {
        const next = Math.min(end, (ends[month] ?? OPEN) + 1)
        expected[month - 1] = (expected[month - 1] ?? 0) + rate * (next - day)
        day = next
      }
    },
    () => {},
  )
  return expected
}

/** Exits and moves by month of the window. */
function observedBy(
  history: CareHistory,
  ends: readonly number[],
): { readonly exits: number[]; readonly moves: number[] } {
  const exits = new Array<number>(ends.length - 1).fill(0)
  const moves = new Array<number>(ends.length - 1).fill(0)
  walk(
    history,
    (ends[0] ?? 0) + 1,
    (ends.at(-1) ?? 0) + 1,
    () => {},
    (_, day, hazard) => {
      const month = ends.findIndex(last => last >= day) - 1
      const counted = hazard < 0 ? moves : exits
      counted[month] = (counted[month] ?? 0) + 1
    },
  )
  return { exits, moves }
}

const ratesOf = ({ events, days }: Shape): Float64Array => events.map((n, cell) => n / (days[cell] ?? 1))

/**
 * Fits the hazards, entries and moves of a council's own children (statistics.md 3.3), from what the history knows and nothing else.
 * Says why not where there is too little: under 24 months, or hardly any children.
 */
export function fitHistory(history: CareHistory, { without = [] }: FitOptions = {}): Fitted | NotFitted {
  const whole = monthEndsBetween(history.from, history.until)
  const ends = whole.slice(-WINDOW - 1)
  const months = ends.length - 1
  const origin = history.until
  const children = history.care.end.reduce(
    (n, end, i) => n + Number(end > origin && (history.care.start[i] ?? 0) <= origin),
    0,
  )
  if (history.care.start.length === 0) return { kind: 'not fitted', origin, months, reason: 'no children' }
  if (months < FEWEST_MONTHS) return { kind: 'not fitted', origin, months, reason: 'under 24 months' }
  if (children < FEWEST_CHILDREN) return { kind: 'not fitted', origin, months, reason: 'too few children' }
  const has = (part: (typeof without)[number]): boolean => !without.includes(part)
  const [from, to] = [(ends[0] ?? 0) + 1, origin + 1]
  const groups = history.groups.length
  const table = exposureOf(history, from, to)
  const cells = cellsOf(groups)
  const how = { time: has('duration'), shrunk: has('shrinkage') }
  const exitEvents = new Array<number>(cells * hazards.length)
  const exitDays = new Array<number>(cells * hazards.length)
  const exitRates = new Float64Array(cells)
  for (const hazard of hazards.keys()) {
    const events = Float64Array.from({ length: cells }, (_, cell) => table.exits[cell * hazards.length + hazard] ?? 0)
    const shape = shapeOf(events, table.days, groups, how)
    for (let cell = 0; cell < cells; cell++) {
      exitEvents[cell * hazards.length + hazard] = shape.events[cell] ?? 0
      exitDays[cell * hazards.length + hazard] = shape.days[cell] ?? 1
      exitRates[cell] = (exitRates[cell] ?? 0) + (shape.events[cell] ?? 0) / (shape.days[cell] ?? 1)
    }
  }
  const moved = shapeOf(table.moves, table.days, groups, how)
  const observed = observedBy(history, ends)
  const expected = { exits: expectedBy(history, ends, exitRates), moves: expectedBy(history, ends, ratesOf(moved)) }
  const exitDispersion = dispersionOf(observed.exits, expected.exits)
  const draws = has('draws')
  const levelOf = (kind: 'exits' | 'moves', dispersion: number) => {
    const told = levelAndDrift(observed[kind], expected[kind], dispersion)
    const { log, sd } = has('weighting') ? told : plainLevel(observed[kind], expected[kind], dispersion)
    return { level: { log, sd: draws ? sd : 0 }, drift: told.drift }
  }
  const leaving = levelOf('exits', exitDispersion)
  const { entries, entryGroups, starts } = entriesOf(history, ends, {
    weighted: has('weighting'),
    siblings: has('siblings'),
    drift: has('drift'),
    draws,
  })
  return {
    kind: 'fitted',
    origin,
    groups: history.groups,
    months,
    exitEvents,
    exitDays,
    moveEvents: [...moved.events],
    moveDays: [...moved.days],
    destinations: [...destinationsOf(history, from, to)],
    exitLevel: leaving.level,
    moveLevel: levelOf('moves', dispersionOf(observed.moves, expected.moves)).level,
    exitDrift: has('drift') ? leaving.drift : 0,
    exitDispersion,
    entries,
    without,
    basis: {
      exits: observed.exits.reduce((a, b) => a + b, 0),
      moves: observed.moves.reduce((a, b) => a + b, 0),
      entryGroups,
      starts,
    },
  }
}
