/** The shape of a hazard: events over exposure by cell, shrunk towards the pooled hazard by time in care (statistics.md 3.3). */
import { streams } from './care-history.ts'
import { ageBands, partsOfCell, timeBands } from './cells.ts'

/** What the prior is worth, in events. */
const PRIOR = 8
/** Rounds in which the effects of stream, age and group are fitted to each other. */
const ROUNDS = 6

export type Shape = {
  /** By cell: events and the prior's, exposure in days and the prior's. Their ratio is the rate, a gamma distribution's mean. */
  readonly events: Float64Array
  readonly days: Float64Array
}

type Parts = ReturnType<typeof partsOfCell>

/** Sums of a table by one part of the cell. */
function summed(table: Float64Array, parts: readonly Parts[], part: keyof Parts, length: number): Float64Array {
  const out = new Float64Array(length)
  for (let cell = 0; cell < table.length; cell++) {
    const at = parts[cell]?.[part] ?? 0
    out[at] = (out[at] ?? 0) + (table[cell] ?? 0)
  }
  return out
}

/** Lets every time in care have what all together have: the hazard without its effect of time. */
function withoutTime(table: Float64Array, groups: number): Float64Array {
  const out = new Float64Array(table.length)
  const block = timeBands * groups
  for (let cell = 0; cell < table.length; cell++) {
    const first = Math.floor(cell / block) * block + (cell % groups)
    for (let time = 0; time < timeBands; time++) out[cell] = (out[cell] ?? 0) + (table[first + time * groups] ?? 0)
  }
  return out
}

/**
 * Hazards by time in care, pooled; times the effects of stream, age and placement group, each worth its own events and eight that say
 * "as everyone"; and each cell at last its own events and exposure beside eight events of what that makes of it. Events may be 0 in
 * all: then the rate is 0.
 */
export function shapeOf(
  events: Float64Array,
  days: Float64Array,
  groups: number,
  { time = true, shrunk = true }: { readonly time?: boolean; readonly shrunk?: boolean } = {},
): Shape {
  const cells = days.length
  const ownEvents = time ? events : withoutTime(events, groups)
  const ownDays = time ? days : withoutTime(days, groups)
  if (!shrunk) return { events: ownEvents, days: ownDays.map(d => Math.max(d, 1)) }
  const all = events.reduce((sum, n) => sum + n, 0)
  const lived = days.reduce((sum, d) => sum + d, 0)
  if (all === 0 || lived === 0) return { events: new Float64Array(cells), days: new Float64Array(cells).fill(1) }
  const parts = Array.from({ length: cells }, (_, cell) => partsOfCell(cell, groups))
  const byTimeEvents = summed(events, parts, 'time', timeBands)
  const byTimeDays = summed(days, parts, 'time', timeBands)
  const pooled = byTimeEvents.map((n, band) => (time ? (n + 1) / ((byTimeDays[band] ?? 0) + lived / all) : all / lived))
  const lengths = { stream: streams.length, age: ageBands, group: groups }
  const effects = {
    stream: new Float64Array(lengths.stream).fill(1),
    age: new Float64Array(ageBands).fill(1),
    group: new Float64Array(groups).fill(1),
  }
  const rateOf = ({ time: band, stream, age, group }: Parts): number =>
    (pooled[band] ?? 0) * (effects.stream[stream] ?? 1) * (effects.age[age] ?? 1) * (effects.group[group] ?? 1)
  for (let round = 0; round < ROUNDS; round++)
    for (const part of ['stream', 'age', 'group'] as const) {
      const effect = effects[part]
      effect.fill(1)
      const seen = summed(events, parts, part, lengths[part])
      const others = Float64Array.from(parts, (cell, i) => rateOf(cell) * (days[i] ?? 0))
      const expected = summed(others, parts, part, lengths[part])
      for (let i = 0; i < effect.length; i++) effect[i] = ((seen[i] ?? 0) + PRIOR) / ((expected[i] ?? 0) + PRIOR)
    }
  const rate = Float64Array.from(parts, rateOf)
  return {
    events: ownEvents.map(n => n + PRIOR),
    days: ownDays.map((d, cell) => d + PRIOR / (rate[cell] ?? 1)),
  }
}
