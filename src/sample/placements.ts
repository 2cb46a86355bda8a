import { ageAt, birthday, dayNumber } from './calendar.ts'
import type { Child, Legal, Placement, Plan } from './child.ts'
import { legalAt } from './legal.ts'
import type { Providers } from './providers.ts'
import { type Random, weights } from './random.ts'
import {
  AFTER_BREAKDOWN,
  ageBandOf,
  BRIDGE,
  KIND,
  KIND_UASC,
  type Kind,
  type Route,
  SETTLED_DAYS,
  WHY_MOVED,
} from './rates.ts'

const FOSTER: ReadonlySet<Kind> = new Set(['own', 'agency', 'kin'])
const BROKEN = new Set(['CREQB', 'CREQO', 'CHILD', 'STAND', 'ALLEG', 'APPRR'])
const FOSTER_KIND: ReturnType<typeof weights<Kind>> = weights<Kind>({ own: 58, agency: 34, kin: 8 })
const REMAND: ReturnType<typeof weights<Kind>> = weights<Kind>({
  custody: 45,
  secure: 12,
  children: 25,
  supported: 0,
  own: 8,
  agency: 10,
})
/** CUSTOD is a reason from 2018/19 (ssda903.md 3.7). */
const CUSTOD_FROM = dayNumber(2018, 4, 1)

export type Stay = {
  readonly start: number
  readonly end: number
  readonly route: Route
  readonly legals: readonly Legal[]
  readonly plan: Plan | null
}
type Who = Pick<Child, 'born' | 'home' | 'uasc' | 'fragility'>

/** Whether the child may live with parents from `day` on: only under a care order, never under section 20 (rule 378). */
const parentsAllowed = (stay: Stay, day: number): boolean =>
  ['C1', 'C2'].includes(legalAt(stay.legals, day)) &&
  !stay.legals.some(l => l.from > day && !['C1', 'C2'].includes(l.code))

function kindFor(who: Who, stay: Stay, day: number, previous: Kind | null, why: string, random: Random): Kind {
  const age = ageAt(who.born, day)
  if (legalAt(stay.legals, day).startsWith('J')) return random.from(REMAND)
  if (stay.plan && stay.route === 'adopt')
    return previous === null && random.chance(0.06) ? 'family_centre' : random.from(FOSTER_KIND)
  for (;;) {
    const broke = age >= 11 && age < 16 && previous !== null && FOSTER.has(previous) && BROKEN.has(why)
    if (previous === 'supported' && random.chance(0.8)) return 'supported'
    const kind = who.uasc
      ? random.from(KIND_UASC)
      : broke
        ? random.from(AFTER_BREAKDOWN)
        : random.from(KIND[ageBandOf(age)])
    if (kind === 'parents' && (previous === 'parents' || !parentsAllowed(stay, day))) continue
    // Supported accommodation and independent living are for those aged 16 and over (rules 370, 371).
    if (kind === 'supported' && age < 16) continue
    if (kind === 'health' && previous !== null) continue
    return kind
  }
}

function daysIn(who: Who, stay: Stay, day: number, kind: Kind, first: boolean, random: Random): number {
  if (kind === 'family_centre') return random.int(40, 130)
  if (kind === 'health') return random.int(3, 40)
  if (kind === 'secure') return random.int(40, 170)
  if (kind === 'custody') return random.int(10, 120)
  if (kind === 'other') return 8 + random.exponential(280)
  if (first && stay.route !== 'adopt' && random.chance(BRIDGE.share)) return 4 + random.exponential(BRIDGE.days)
  const settled = SETTLED_DAYS[ageBandOf(ageAt(who.born, day))]
  const factor =
    kind === 'parents' ? 1.3 : kind === 'kin' ? (stay.route === 'sgo' ? 5 : 1.4) : kind === 'children' ? 0.65 : 1
  return 5 + random.exponential((settled * factor) / (stay.route === 'adopt' ? 0.7 : who.fragility))
}

/** Every placement of a stay, in order, each on a day of its own; same-carer changes included, temporary ones not. */
export function placementsOf(who: Who, stay: Stay, providers: Providers, random: Random): Placement[] {
  const list: Placement[] = []
  let kind: Kind | null = null
  let why = ''
  const move = (day: number, to: Kind, reason: string): void => {
    const long = reason === 'CARPL' && stay.route === 'stay' && ageAt(who.born, day) >= 5 && random.chance(0.45)
    const from = list.at(-1) ?? null
    list.push({ ...providers.find(to, who, long, from, random), from: day, same: false, why: from ? reason : '' })
    kind = to
  }
  const placed = stay.plan?.placed ?? null
  const limit = stay.route === 'adopt' && placed !== null ? placed : stay.end
  const leaps = milestones(who, stay, random)
  let day = stay.start
  move(day, leaps[0]?.day === day ? (leaps.shift()?.kind ?? 'kin') : kindFor(who, stay, day, null, '', random), '')
  for (;;) {
    const next: number = day + Math.round(daysIn(who, stay, day, kind ?? 'own', day === stay.start, random))
    const leap = leaps[0]
    if (leap && leap.day <= next) {
      leaps.shift()
      if (leap.day <= day || leap.day > limit - 6 || (leap.kind === 'parents' && kind === 'parents')) continue
      day = leap.day
      move(day, leap.kind, 'CARPL')
      continue
    }
    if (next > limit - 6) break
    why = random.from(WHY_MOVED)
    if (kind === 'parents' && BROKEN.has(why)) why = 'OTHER'
    const to = kindFor(who, stay, next, kind, why, random)
    if (to === 'custody') why = next >= CUSTOD_FROM ? 'CUSTOD' : 'OTHER'
    day = next
    move(day, to, why)
  }
  // Ofsted numbers nobody outside England (rule 243).
  const numbered = (p: Placement): Placement =>
    providers.posts.get(p.post)?.la.startsWith('E') ? p : { ...p, urn: '' }
  return registered(withAdopters(list, who, stay, limit, providers, random), who, stay, providers, random).map(numbered)
}

type Leap = { readonly day: number; readonly kind: Kind }

/** Moves that the plan brings about: to relatives who will be guardians, home before the order ends, to supported accommodation. */
function milestones(who: Who, stay: Stay, random: Random): Leap[] {
  const { start, end, route } = stay
  const long = end - start
  const leaps: Leap[] = []
  if (route === 'sgo') {
    const share = random.next()
    if (share < 0.7) leaps.push({ day: start, kind: 'kin' })
    else if (share < 0.9) leaps.push({ day: start + Math.round(long * (0.2 + random.next() * 0.4)), kind: 'kin' })
  }
  const home = end - random.int(60, 330)
  if (route === 'home' && home > start + 40 && parentsAllowed(stay, home) && random.chance(0.85))
    leaps.push({ day: home, kind: 'parents' })
  const sixteen = birthday(who.born, 16)
  const supported = sixteen + random.int(60, 700)
  if (route === 'stay' && supported > start + 60 && random.chance(who.fragility > 1.2 || who.uasc ? 0.55 : 0.26))
    leaps.push({ day: supported, kind: 'supported' })
  return leaps.sort((a, b) => a.day - b.day)
}

const isFoster = (placement: Placement | undefined): boolean => placement?.place.startsWith('U') ?? false

/** Ends a list with the adoptive family, or puts in the time with one that did not last. */
function withAdopters(
  list: Placement[],
  who: Who,
  stay: Stay,
  limit: number,
  providers: Providers,
  random: Random,
): Placement[] {
  const { plan, route } = stay
  const placed = plan?.placed ?? null
  if (!plan || placed === null) return list
  const consent = plan.ordered === null
  const agency = providers.adoption(random)
  if (route !== 'adopt') {
    // Placed for adoption under the order and come back to foster carers: whatever happened between is put aside.
    const back = (plan.reversed ?? stay.end) - random.int(5, 30)
    if (back <= placed + 5 || legalAt(stay.legals, placed) !== 'E1' || legalAt(stay.legals, back) !== 'E1') return list
    const kept = list.filter(p => p.from < placed - 3)
    if (!isFoster(kept.at(-1))) return list
    const later = list.filter(p => p.from > back + 3)
    const family = {
      ...providers.find('agency', who, false, kept.at(-1) ?? null, random),
      ...agency,
      place: 'A6',
      from: placed,
      same: false,
      why: 'CARPL',
    }
    const fostered = {
      ...providers.find('own', who, false, null, random),
      from: back,
      same: false,
      why: random.chance(0.5) ? 'CREQB' : 'CREQO',
    }
    return [...kept, family, fostered, ...later]
  }
  let last = list.at(-1)
  if (!isFoster(last)) {
    // Nobody is placed for adoption except from a foster family (rule 336).
    const from = list.length > 1 ? (last?.from ?? stay.start) : stay.start
    const foster = {
      ...providers.find('own', who, false, list.at(-2) ?? null, random),
      from,
      same: false,
      why: list.length > 1 ? (last?.why ?? '') : '',
    }
    list.splice(-1, 1, foster)
    last = foster
  }
  if (plan.current && last) {
    const first = list.at(-1)
    // Foster carers who are approved adopters too: U5, or U2 where they are family.
    if (first) list.splice(-1, 1, { ...first, place: first.place === 'U3' ? 'U2' : random.chance(0.6) ? 'U5' : 'U6' })
    list.push({ ...last, ...agency, place: consent ? 'A3' : 'A5', from: limit, same: true, why: 'PLACE' })
    const change = limit + random.int(30, 70)
    if (!consent && random.chance(0.05) && change < stay.end - 20) {
      list.push({
        ...providers.find('agency', who, false, last, random),
        ...agency,
        place: 'A6',
        from: change,
        same: false,
        why: 'CARPL',
      })
    }
    return list
  }
  list.push({
    ...providers.find('agency', who, false, last ?? null, random),
    ...agency,
    place: consent ? 'A4' : 'A6',
    from: limit,
    same: false,
    why: 'CARPL',
  })
  return list
}

/** 28 October 2023: supported accommodation has to be registered; independent living (P2) is no longer a placement. */
const REGISTERED = dayNumber(2023, 10, 28)

/** Adds what changes while the carer stays the same: a match becomes long term, a house move, a setting registers. */
function registered(
  list: readonly Placement[],
  who: Who,
  stay: Stay,
  providers: Providers,
  random: Random,
): Placement[] {
  const out: Placement[] = []
  list.forEach((original, i) => {
    const until = list[i + 1]?.from ?? stay.end
    let now = original
    if (now.place === 'K3' && now.from < REGISTERED) {
      // Nobody inspected it yet, so it had no number.
      now = { ...now, urn: '', place: random.chance(0.22) ? 'P2' : 'K3' }
    }
    out.push(now)
    const changes = now.place === 'P2' || original.urn !== ''
    if (original.place === 'K3' && original.from < REGISTERED - 1 && until > REGISTERED + 1 && changes) {
      now = { ...original, from: REGISTERED, same: true, why: 'PLACE' }
      out.push(now)
      return
    }
    // A day from its beginning or its end, all the same: no number before, and one after (rules 222 and 230).
    if (original.place === 'K3' && original.from < REGISTERED && until > REGISTERED && changes)
      out.push({ ...original, from: REGISTERED, same: true, why: 'PLACE' })
    const lasting = now.place === 'U6' ? 'U4' : now.place === 'U3' ? 'U1' : null
    const change = now.from + random.int(90, 480)
    if (lasting && change < until - 10 && random.chance(now.place === 'U3' ? 0.62 : 0.5)) {
      now = { ...now, place: lasting, from: change, same: true, why: 'PLACE' }
      out.push(now)
    }
    const moved = now.from + Math.round(random.exponential(9000)) + 30
    if (now.place.startsWith('U') && moved < until - 10 && !list[i + 1]?.same) {
      out.push({ ...now, post: providers.nearby(now.post, who.home, random), from: moved, same: true, why: 'OTHER' })
    }
  })
  return out
}
