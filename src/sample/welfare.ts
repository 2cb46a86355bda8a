import { ageAt, birthday, working } from './calendar.ts'
import type { Child, Episode, Period } from './child.ts'
import { isTemporary } from './episodes.ts'
import { randomFrom, seedOf } from './random.ts'
import { PARTICIPATION, WHY_NEW_WORKER } from './rates.ts'

export type Review = { readonly day: number; readonly code: string }
export type Incident = { readonly kind: 'M' | 'A'; readonly from: number; readonly to: number }
export type Worker = { readonly id: string; readonly from: number; readonly to: number; readonly why: string }
export type Order = { readonly from: number; readonly to: number }

const care = (child: Child): readonly Period[] => child.periods.filter(p => p.kind === 'care')

/** Statutory reviews: within 20 working days, then 3 months, then every 6 (SI 2010/959 reg 33); about one in 14 late. */
export function reviewsOf(child: Child, until: number): Review[] {
  const found: Review[] = []
  care(child).forEach((period, n) => {
    const random = randomFrom(seedOf(child.seed, 71, n))
    let day = period.start
    for (let i = 0; ; i++) {
      const late = random.chance(i === 0 ? 0.09 : 0.05)
      const due = i === 0 ? 26 : i === 1 ? 90 : 181
      const gap = late
        ? due + 4 + Math.round(random.exponential(i === 0 ? 8 : 20))
        : random.int(Math.round(due * 0.72), due - 3)
      day = working(day + gap)
      if (day >= period.end || day > until) return
      found.push({ day, code: ageAt(child.born, day) < 4 ? 'PN0' : random.from(PARTICIPATION) })
    }
  })
  return found
}

/** Times a child was missing or away. Few children, mostly in their teens, and some of them very often. */
export function incidentsOf(child: Child, until: number): Incident[] {
  const random = randomFrom(seedOf(child.seed, 72))
  const roams = random.chance(child.uasc ? 0.13 : child.fragility > 2 ? 0.7 : child.fragility > 1 ? 0.45 : 0.24)
  if (!roams) return random.chance(0.006) ? one(child, until) : []
  // Per year in care as a teenager.
  const rate = 0.6 * Math.exp(Math.abs(random.normal(0, 1.95)))
  const away = random.chance(0.6) ? 0.04 : 0.17
  const found: Incident[] = []
  for (const episode of child.episodes) {
    if (episode.start > until) break
    if (child.periods[episode.period]?.kind !== 'care' || isTemporary(episode.place) || /^[AR]|K1/.test(episode.place))
      continue
    let day = Math.max(episode.start, birthday(child.born, 11)) + 1
    for (;;) {
      const factor = ageAt(child.born, Math.min(day, until)) < 13 ? 0.25 : 1
      day += Math.max(1, Math.round(random.exponential(365.25 / (rate * factor))))
      if (day > until || day >= episode.end - 3) break
      const u = random.next()
      const length = u < 0.5 ? 0 : u < 0.78 ? 1 : u < 0.95 ? random.int(2, 6) : 7 + Math.round(random.exponential(9))
      // It ends before the placement does (rule 575).
      const to = Math.min(day + length, episode.end - 2)
      found.push({ kind: random.chance(away) ? 'A' : 'M', from: day, to })
      day = to + 1
    }
  }
  return found
}

function one(child: Child, until: number): Incident[] {
  const random = randomFrom(seedOf(child.seed, 73))
  const episode = child.episodes.find(
    e =>
      child.periods[e.period]?.kind === 'care' &&
      e.end - e.start > 20 &&
      !isTemporary(e.place) &&
      !/^A/.test(e.place) &&
      ageAt(child.born, e.start) >= 7,
  )
  if (!episode) return []
  const day = episode.start + random.int(3, episode.end - episode.start - 5)
  return day > until ? [] : [{ kind: 'M', from: day, to: day }]
}

/** Social workers from a little before care until it ends, one after another; about one change in a year. */
export function workersOf(child: Child, from: number, until: number): Worker[] {
  const found: Worker[] = []
  let last = 0
  let before = ''
  care(child).forEach((period, n) => {
    if (period.end < from) return
    const random = randomFrom(seedOf(child.seed, 74, n))
    let day = Math.max(last, period.start - (random.chance(0.6) ? random.int(5, 300) : 0), child.born)
    // Whoever comes back within about a year had kept a worker at home: the return wants no gap (rules SW10, SW11a and SW12STG2).
    const kept = n > 0 && day - last <= 400
    const closing = found.at(-1)
    if (kept && closing?.to === last) found.splice(-1, 1, { ...closing, to: day })
    for (let i = 0; day < period.end && day <= until; i++) {
      const mean = i === 0 ? 150 : 390
      const to = Math.min(period.end, day + 2 + Math.round(random.exponential(mean)))
      let id = before
      while (id === before) id = `${random.chance(0.9) ? 'SW' : 'XX'}${1000 + random.int(0, 89) * 13}`
      before = id
      const why = i === 0 ? (kept ? 'TSPROC' : 'FCONTA') : random.from(WHY_NEW_WORKER)
      if (to >= from) found.push({ id, from: day, to: to >= period.end - 3 ? period.end : to, why })
      day = to >= period.end - 3 ? period.end : to
    }
    last = day
  })
  return found
}

/** The day a girl in care first had a child, or null: about one in 25 of those aged 16 and 17. */
export function motherhood(child: Child): number | null {
  if (child.sex !== 'F') return null
  const random = randomFrom(seedOf(child.seed, 75))
  // Not for those who come and go: a birth between two periods would contradict the year before (rule 626).
  if (child.periods.length > 1) return null
  return random.chance(0.055) ? birthday(child.born, 15) + random.int(120, 1090) : null
}

/** Deprivation of liberty orders, each inside one placement of a kind where there can be one (rules 709, 710). */
export function ordersOf(child: Child, from: number, until: number): Order[] {
  if (child.fragility < 2) return []
  const within = (e: Episode): boolean =>
    e.end > from &&
    e.start <= until &&
    ['K2', 'Z12', 'Z13'].includes(e.place) &&
    ageAt(child.born, e.start) >= 11 &&
    child.periods[e.period]?.kind === 'care'
  return child.episodes.filter(within).flatMap((e): Order[] => {
    const random = randomFrom(seedOf(child.seed, 76, e.start))
    const start = e.start + random.int(0, 30)
    const end = Math.min(e.end - 1, start + random.int(28, 180))
    return random.chance(0.22) && end > Math.max(start, from) && start <= until ? [{ from: start, to: end }] : []
  })
}
