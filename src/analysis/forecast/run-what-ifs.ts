/** What-ifs inside a run: whom they touch, by how much in this run, and places that fill. */
import { streams } from './care-history.ts'
import { hazards, YEAR } from './cells.ts'
import type { Plan } from './plan.ts'
import { drawsOf, keyOf, uniform } from './random.ts'
import type { WhatIf } from './what-if.ts'

const PURPOSE = 9

/** z of the 90th percentile: a range from low to high is the middle 80%. */
const Z80 = 1.2815515655446004

/** A draw from a stated range, each side as wide as it was stated; never under 0 for a factor. */
export function drawnFrom(central: number, low: number, high: number, z: number): number {
  return central + (z < 0 ? (central - low) * z : (high - central) * z) / Z80
}

/** Completed years; a hundredth of a year of slack keeps a birthday from falling a day late where years are counted in days. */
const years = (days: number): number => Math.floor(days / YEAR + 0.002)

/** Whether a what-if is about a child of a stream, so many days old, in a group. */
function touches({ who }: WhatIf, stream: number, ageDays: number, group: number): boolean {
  if (who.stream && streams.indexOf(who.stream) !== stream) return false
  if (who.ages && (years(ageDays) < who.ages[0] || years(ageDays) > who.ages[1])) return false
  return !who.groups || who.groups.includes(group)
}

export type RunWhatIfs = {
  readonly begin: (a: number, b: number) => void
  readonly month: (month: number) => void
  /** Whether any changes the hazards of this child now. */
  readonly touches: (stream: number, ageDays: number, group: number) => boolean
  /** What an exit's hazard is multiplied by now. */
  readonly exit: (hazard: number, stream: number, ageDays: number, group: number) => number
  /** What a move into `to` is multiplied by now. */
  readonly move: (to: number, stream: number, ageDays: number, group: number) => number
  /** How many of a newcomer there are: 0 where the child is not to come, 2 where one more like it comes. `u` is in (0, 1). */
  readonly newcomers: (stream: number, ageDays: number, group: number, u: number) => number
  /** Which what-if (its position and 1) sends a placement that begins now elsewhere; 0 for none. */
  readonly sent: (stream: number, ageDays: number, group: number) => number
  /** Where it sends it. */
  readonly placed: (by: number, u: number) => number
  /** A placement that a what-if had sent somewhere is over. */
  readonly left: (by: number) => void
}

export function runWhatIfsOf({ whatIfs, present }: Plan): RunWhatIfs {
  const values = new Float64Array(whatIfs.length)
  const filled = new Int32Array(whatIfs.length)
  const held = present.group.reduce(
    (map, group) => map.set(group, (map.get(group) ?? 0) + 1),
    new Map<number, number>(),
  )
  let now = 0
  let spare: readonly number[] = []
  let changing: readonly WhatIf[] = []
  const active = (w: WhatIf): boolean => w.from <= now && now <= (w.until ?? Number.POSITIVE_INFINITY)
  const spareOf = (w: WhatIf, i: number): number => {
    if (w.kind !== 'capacity' || !active(w)) return 0
    return Math.round((values[i] ?? 0) * (w.every ? 1 + Math.floor((now - w.from) / w.every) : 1))
  }
  /** One of some groups, each as likely as children live there today. */
  const oneOf = (groups: readonly number[], u: number): number => {
    const weights = groups.map(group => (held.get(group) ?? 0) + 0.5)
    let at = u * weights.reduce((a, b) => a + b, 0)
    for (const [i, weight] of weights.entries()) {
      at -= weight
      if (at < 0) return groups[i] ?? 0
    }
    return groups.at(-1) ?? 0
  }
  return {
    begin(a, b) {
      filled.fill(0)
      for (const [i, w] of whatIfs.entries()) {
        const central = w.kind === 'capacity' ? w.add : w.factor
        const z = drawsOf(keyOf(a, PURPOSE), b + i).normal()
        const value = drawnFrom(central, w.low ?? central, w.high ?? central, z)
        values[i] = w.kind === 'capacity' ? value : Math.max(0, value)
      }
    },
    month(month) {
      now = month + 1
      spare = whatIfs.map(spareOf)
      changing = whatIfs.filter(w => (w.kind === 'exits' || w.kind === 'moves') && active(w))
    },
    touches: (stream, ageDays, group) => changing.some(w => touches(w, stream, ageDays, group)),
    exit(hazard, stream, ageDays, group) {
      let factor = 1
      for (const [i, w] of whatIfs.entries())
        if (w.kind === 'exits' && active(w) && touches(w, stream, ageDays, group))
          if (!w.who.exit || w.who.exit === hazards[hazard]) factor *= values[i] ?? 1
      return factor
    },
    move(to, stream, ageDays, group) {
      let factor = 1
      for (const [i, w] of whatIfs.entries())
        if (w.kind === 'moves' && active(w) && touches(w, stream, ageDays, group))
          if (!w.who.to || w.who.to.includes(to)) factor *= values[i] ?? 1
      return factor
    },
    newcomers(stream, ageDays, group, u) {
      let factor = 1
      for (const [i, w] of whatIfs.entries())
        if (w.kind === 'entries' && active(w) && touches(w, stream, ageDays, group)) factor *= values[i] ?? 1
      return Math.floor(factor) + (u < factor - Math.floor(factor) ? 1 : 0)
    },
    sent(stream, ageDays, group) {
      for (const [i, w] of whatIfs.entries()) {
        const places = spare[i] ?? 0
        if (places === 0 || (filled[i] ?? 0) >= Math.abs(places)) continue
        const { to = [], groups = [] } = w.who
        if (to.length === 0 || groups.length === 0) continue
        // Fewer places: it is those who would begin in `to` that are sent away.
        const about = places > 0 ? w : ({ ...w, who: { ...w.who, groups: to } } as WhatIf)
        if (touches(about, stream, ageDays, group)) return i + 1
      }
      return 0
    },
    placed(by, u) {
      const i = by - 1
      filled[i] = (filled[i] ?? 0) + 1
      const { to = [], groups = [] } = whatIfs[i]?.who ?? {}
      return oneOf((spare[i] ?? 0) > 0 ? to : groups, u)
    },
    left(by) {
      if (by > 0) filled[by - 1] = (filled[by - 1] ?? 0) - 1
    },
  }
}

/** A number for one purpose of one child. */
export const chance = (a: number, b: number, purpose: number): number => uniform(a, b, 0x40000000 + purpose)
