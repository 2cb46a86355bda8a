import { dayNumber, monthIn, yearIn } from './calendar.ts'
import { type ExtractTable, iso, tableOf } from './extract-table.ts'
import { type Random, randomFrom, seedOf, weights } from './random.ts'

const CARE_TYPE = weights({
  long_term: 27,
  short_term: 37,
  connected: 26,
  fostering_to_adopt: 3,
  respite: 5,
  supported_lodgings: 2,
})
const WHY_ENDED = weights({
  resigned: 40,
  retired: 20,
  terminated: 4,
  transferred: 10,
  adopted: 6,
  special_guardianship: 12,
  other: 8,
})
const WHY_CLOSED = weights({ approved: 9, withdrew: 52, not_taken_forward: 39 })
const SOURCE = weights({ web: 44, word_of_mouth: 24, advert: 12, event: 8, agency_transfer: 7, other: 5 })
const PLACES = weights({ '1': 46, '2': 36, '3': 15, '4': 3 })
const TEAMS = ['Fostering North', 'Fostering South', 'Family and friends'] as const

type Household = {
  readonly id: string
  readonly approved: number
  readonly ended: number | null
  readonly why: string
  readonly type: string
  /** The day from which it is a long-term carer, if it became one. */
  readonly changed: number | null
  readonly places: number
  readonly team: string
}

/** The council's own fostering households: about as many places as its own foster placements and a fifth more. */
function householdsOf(seed: number, placed: number, from: number, until: number): Household[] {
  const random = randomFrom(seedOf(seed, 131))
  const standing = Math.max(6, Math.round((placed * 1.25) / 1.75))
  const found: Household[] = []
  const add = (approved: number): void => {
    const type = random.from(CARE_TYPE)
    const life = Math.round(random.exponential(type === 'connected' ? 1300 : 2700)) + 200
    const ended = approved + life <= until ? approved + life : null
    found.push({
      id: `H${String(found.length + 1).padStart(4, '0')}`,
      approved,
      ended,
      why: type === 'connected' && random.chance(0.6) ? 'connected_ended' : random.from(WHY_ENDED),
      type,
      changed: type === 'short_term' && random.chance(0.12) ? approved + random.int(200, 1500) : null,
      places: Number(random.from(PLACES)),
      team: type === 'connected' ? TEAMS[2] : random.pick(TEAMS.slice(0, 2)),
    })
  }
  for (let i = 0; i < standing; i++) add(from - random.int(30, 2800))
  const monthly = standing / 48
  for (let day = from; day <= until; day += 30)
    for (let i = random.poisson(monthly); i > 0; i--) add(day + random.int(0, 29))
  return found.filter(({ approved, ended }) => approved <= until && (ended === null || ended > from))
}

export type Fostering = {
  readonly households: ExtractTable
  readonly places: ExtractTable
  readonly events: ExtractTable
}

/** `foster_households.csv`, `foster_places.csv` and `foster_events.csv`: placed is how many children are with the council's own carers. */
export function fosteringOf(seed: number, placed: number, from: number, until: number): Fostering {
  const all = householdsOf(seed, placed, from, until)
  const households = tableOf(
    'household_id,valid_from,valid_to,approval_date,approval_end_date,end_reason,care_type,approved_places,team',
  )
  for (const one of all) {
    const over = one.ended !== null && one.ended <= until
    const turn =
      one.changed !== null && one.changed <= until && (one.ended === null || one.changed < one.ended)
        ? one.changed
        : null
    const row = (validFrom: number, validTo: number | null, type: string): void =>
      households.put({
        household_id: one.id,
        valid_from: iso(validFrom),
        valid_to: iso(validTo),
        approval_date: iso(one.approved),
        approval_end_date: over ? iso(one.ended) : '',
        end_reason: over ? one.why : '',
        care_type: type,
        approved_places: one.places,
        team: one.team,
      })
    row(one.approved, turn ?? (over ? one.ended : null), one.type)
    if (turn !== null) row(turn, over ? one.ended : null, 'long_term')
  }
  return { households, places: placesOf(seed, all, from, until), events: eventsOf(seed, all, from, until) }
}

/** The last days of the months from `from` to `until`. */
export function monthEnds(from: number, until: number): number[] {
  const ends: number[] = []
  let [year, month] = [yearIn(from), monthIn(from)]
  for (;;) {
    const end = dayNumber(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1
    if (end > until) return ends
    ends.push(end)
    if (month === 12) {
      year++
      month = 1
    } else month++
  }
}

function placesOf(seed: number, all: readonly Household[], from: number, until: number): ExtractTable {
  const table = tableOf('as_at,household_id,place_status,reason,sub_reason,places')
  for (const end of monthEnds(from, until))
    for (const { id, approved, ended, places, type } of all) {
      if (approved > end || (ended !== null && ended <= end)) continue
      const random = randomFrom(seedOf(seed, 132, Number(id.slice(1)), Math.floor(end / 90)))
      const used = splitPlaces(places, type, random)
      for (const [status, n] of Object.entries(used)) {
        if (n === 0) continue
        const [kind = '', reason = '', sub = ''] = status.split('/')
        table.put({ as_at: iso(end), household_id: id, place_status: kind, reason, sub_reason: sub, places: n })
      }
    }
  return table
}

function splitPlaces(places: number, type: string, random: Random): Record<string, number> {
  const found: Record<string, number> = {}
  const add = (key: string): void => {
    found[key] = (found[key] ?? 0) + 1
  }
  // A household on hold has all its places out of use.
  const hold = random.chance(0.07)
  for (let i = 0; i < places; i++) {
    if (type === 'respite') add('respite')
    else if (hold)
      add(`not_available/carer_break_or_resigning/${random.chance(0.5) ? 'personal_health' : 'pending_resignation'}`)
    else if (random.chance(0.76)) add('filled')
    else if (random.chance(0.42)) add('vacant')
    else add(`not_available/${random.pick(['needs_of_child', 'sibling_group_only', 'staying_put'])}`)
  }
  return found
}

function eventsOf(seed: number, all: readonly Household[], from: number, until: number): ExtractTable {
  const table = tableOf('subject_id,event_type,event_date,due_date,source,outcome,team')
  const random = randomFrom(seedOf(seed, 133))
  const put = (subject: string, type: string, day: number, more: Readonly<Record<string, string>> = {}): void => {
    if (day >= from && day <= until) table.put({ subject_id: subject, event_type: type, event_date: iso(day), ...more })
  }
  const monthly = Math.max(2, all.length / 12)
  let enquiry = 0
  for (let day = from; day <= until; day += 30)
    for (let i = random.poisson(monthly); i > 0; i--) {
      const id = `Q${String(++enquiry).padStart(5, '0')}`
      const asked = day + random.int(0, 29)
      put(id, 'enquiry', asked, { source: random.from(SOURCE) })
      if (!random.chance(0.55)) {
        put(id, 'enquiry_closed', asked + random.int(5, 60), {
          outcome: random.from(WHY_CLOSED).replace('approved', 'withdrew'),
        })
        continue
      }
      const seen = asked + random.int(3, 24)
      put(id, 'home_visit', seen)
      if (random.chance(0.4)) put(id, 'assessment_started', seen + random.int(10, 50))
      else put(id, 'enquiry_closed', seen + random.int(5, 60), { outcome: random.from(WHY_CLOSED) })
    }
  let asked = 0
  for (let day = from; day <= until; day += 30)
    for (let i = random.poisson(monthly / 2); i > 0; i--)
      put(`R${String(++asked).padStart(5, '0')}`, 'connected_request', day + random.int(0, 29), {
        team: random.pick(TEAMS),
      })
  for (const { id, approved, ended, team } of all) {
    const last = Math.min(until, (ended ?? until + 1) - 1)
    for (let due = approved + 365; due <= last; due += 365) {
      const held = random.chance(0.92) ? due - random.int(0, 40) : due + random.int(1, 60)
      if (held <= last) put(id, 'annual_review', held, { due_date: iso(due), team })
    }
    for (const end of monthEnds(Math.max(from, approved), last))
      if (random.chance(0.9)) put(id, 'supervision_visit', end - random.int(0, 26), { team })
  }
  return table
}
