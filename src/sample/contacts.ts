import { ageAt, dayNumber, working, yearIn } from './calendar.ts'
import type { Child, Placement } from './child.ts'
import { isTemporary } from './episodes.ts'
import { type ExtractTable, iso, tableOf } from './extract-table.ts'
import { randomFrom, seedOf, weights } from './random.ts'
import type { Known } from './year-return.ts'

const METHOD = weights({ face_to_face: 90, virtual: 8, attempted: 2 })
/** Visits by video were the rule in the year of Covid. */
const METHOD_IN_COVID = weights({ face_to_face: 38, virtual: 60, attempted: 2 })
const COVID = [dayNumber(2020, 3, 23), dayNumber(2021, 4, 12)] as const

const WEEK = 7
const SIX_WEEKS = 42
const THREE_MONTHS = 91
const YEAR = 365

const HEADER =
  'cla_visit_id,child_id,cla_visit_date,visit_purpose,visit_method,cla_visit_seen,cla_visit_seen_alone,worker_id,missing_episode_start_date,activity,hours'

/** Contacts with children (`visits.csv`): visits by law (SI 2010/959 reg 28), return interviews, reviews held by video, direct support. */
export function visitsOf(known: readonly Known[], from: number, until: number): ExtractTable {
  const table = tableOf(HEADER)
  let number = 0
  const put = (row: Parameters<typeof table.put>[0]): void =>
    table.put({ cla_visit_id: `V${String(++number).padStart(6, '0')}`, ...row })
  for (const one of known) {
    const { child } = one
    for (const day of statutoryDays(child, from, until)) {
      const random = randomFrom(seedOf(child.seed, 101, day))
      const method = random.from(day >= COVID[0] && day < COVID[1] ? METHOD_IN_COVID : METHOD)
      const seen = method !== 'attempted' && random.chance(0.985)
      const alone = random.chance(0.06) ? null : ageAt(child.born, day) < 3 ? false : random.chance(0.82)
      put({
        child_id: child.id,
        cla_visit_date: iso(day),
        visit_purpose: 'statutory',
        visit_method: method,
        cla_visit_seen: seen,
        cla_visit_seen_alone: seen ? alone : null,
        worker_id: one.workers.find(w => w.from <= day && w.to > day)?.id,
      })
    }
    for (const incident of one.incidents) {
      const random = randomFrom(seedOf(child.seed, 102, incident.from))
      if (incident.from < from || !random.chance(incident.kind === 'M' ? 0.72 : 0.3)) continue
      const day = incident.to + (random.chance(0.78) ? random.int(0, 3) : random.int(4, 15))
      if (day > until) continue
      put({
        child_id: child.id,
        cla_visit_date: iso(day),
        visit_purpose: 'return_interview',
        visit_method: random.chance(0.85) ? 'face_to_face' : random.chance(0.7) ? 'virtual' : 'phone',
        missing_episode_start_date: iso(incident.from),
      })
    }
    for (const review of one.reviews) {
      const random = randomFrom(seedOf(child.seed, 103, review.day))
      if (review.day < from || !random.chance(yearIn(review.day) < 2020 ? 0.02 : 0.35)) continue
      put({
        child_id: child.id,
        cla_visit_date: iso(review.day),
        visit_purpose: 'review',
        visit_method: random.chance(0.6) ? 'virtual' : 'face_to_face',
      })
    }
  }
  return table
}

/** The days of a child's statutory visits: within a week of a placement's start, then at most six weeks or three months apart; some late. */
export function statutoryDays(child: Child, from: number, until: number): number[] {
  const days: number[] = []
  for (const [n, period] of child.periods.entries()) {
    if (period.kind !== 'care') continue
    const random = randomFrom(seedOf(child.seed, 104, n))
    const stays = period.placements.filter(({ place }) => !isTemporary(place))
    for (const [i, stay] of stays.entries()) {
      const end = Math.min(stays[i + 1]?.from ?? period.end, period.end)
      let day = stay.from + random.int(0, random.chance(0.05) ? 12 : WEEK)
      while (day < end && day <= until) {
        if (day >= from) days.push(day)
        const limit = untilEighteen(stay) && day - stay.from >= YEAR ? THREE_MONTHS : SIX_WEEKS
        const gap = random.chance(0.06) ? limit + random.int(1, 25) : random.int(Math.round(limit * 0.7), limit - 2)
        day = working(day + gap)
      }
    }
  }
  return days
}

/** A placement meant to last until 18: long-term fostering (U1, U4). */
export const untilEighteen = ({ place }: Pick<Placement, 'place'>): boolean => place === 'U1' || place === 'U4'
