import { planReversed, planToOrder } from './adoption.ts'
import { ageAt, birthday, dateIn, dayNumber, monthIn } from './calendar.ts'
import type { Child, Period } from './child.ts'
import { withTemporary } from './episodes.ts'
import { legalAt, legalPath, withPlan } from './legal.ts'
import { placementsOf } from './placements.ts'
import type { Providers } from './providers.ts'
import { codeAt, type Random, weights } from './random.ts'
import { AT_18, AT_18_FOSTER, AT_18_OTHER, ageBandOf, FIRST_LEGAL, ROUTE, type Route, UASC_ROUTE } from './rates.ts'

export type Who = Omit<Child, 'periods' | 'episodes' | 'duc'>

const UASC_OTHER = weights({ E8: 80, E16: 6, E6: 12, E9: 2 })
const OTHER = weights({ E3: 52, E9: 16, E14: 12, E16: 6, E2: 4, E8: 10 })
/** From this day a special guardianship order says whether the guardian is a relative (ssda903.md 3.6). */
const SGO_CODES_FROM = dayNumber(2018, 4, 1)

const logNormal = (random: Random, median: number, spread: number): number =>
  median * Math.exp(random.normal(0, spread))

/** Days in care before leaving by a route, where nothing else settles it. */
function daysTo(route: Route, age: number, random: Random): number {
  if (route === 'home') return random.chance(0.16) ? random.int(1, 14) : logNormal(random, age < 10 ? 200 : 130, 1.05)
  if (route === 'sgo') return 60 + logNormal(random, age < 5 ? 330 : 560, 0.65)
  if (route === 'cao') return 40 + logNormal(random, 300, 0.7)
  if (route === 'relatives') return logNormal(random, 120, 1.1)
  return logNormal(random, 150, 1)
}

/** Nobody leaves on 31 March before 18: whether that is twelve months' care is a question the return answers two ways. */
const notYearEnd = (day: number): number => (monthIn(day) === 3 && dateIn(day) === 31 ? day + 1 : day)

/** One whole period of care from `start`. `fate` from 0 to 1 picks the route: brothers and sisters may share it. */
export function periodOfCare(
  who: Who,
  start: number,
  cin: string,
  fate: number,
  providers: Providers,
  random: Random,
): Period {
  const age = ageAt(who.born, start)
  if (who.uasc) return uascPeriod(who, start, cin, fate, providers, random)
  const band = ageBandOf(age)
  let route = codeAt(ROUTE[band], fate)
  let first = random.from(FIRST_LEGAL[band])
  if (route === 'adopt' && first === 'C2') first = 'C1'
  // Most remands end as remands do.
  if (first === 'J1' && random.chance(0.6)) route = 'other'
  let { legals, proceedings } = legalPath(first, age, start, route, random)
  let plan: Period['plan'] = null
  let end = notYearEnd(start + Math.max(1, Math.round(daysTo(route, age, random))))
  if (route === 'adopt' && proceedings !== null) {
    const { plan: made, adopted, consent } = planToOrder(proceedings, age, random)
    plan = made
    end = notYearEnd(adopted)
    if (consent) legals = [{ from: start, code: 'V2' }]
  } else if (route === 'adopt') route = 'stay'
  if (route === 'stay' || end >= who.eighteen) {
    route = 'stay'
    plan = null
    end = who.eighteen
  }
  if (!plan && proceedings !== null && age < 6 && legals.some(l => l.code === 'C1') && random.chance(0.17))
    plan = planReversed(proceedings, end, random)
  const known = withPlan(legals, plan, end, random)
  const placements = placementsOf(who, { start, end, route, legals: known, plan }, providers, random)
  const last = placements.at(-1)?.place ?? ''
  const whole = { start, end, legals: known }
  const rec = recOf(route, end, last, legalAt(known, end - 1), ageAt(who.born, end), random)
  return {
    ...whole,
    rec,
    cin,
    kind: 'care',
    plan,
    placements: withTemporary(whole, placements, who.home, providers, random),
  }
}

function uascPeriod(who: Who, start: number, cin: string, fate: number, providers: Providers, random: Random): Period {
  let route = codeAt(UASC_ROUTE, fate)
  const days =
    route === 'transfer' ? random.int(6, 60) : route === 'adult' ? random.int(25, 200) : logNormal(random, 110, 0.8)
  let end = notYearEnd(start + Math.max(2, Math.round(days)))
  if (route === 'stay' || end >= who.eighteen) [route, end] = ['stay', who.eighteen]
  const legals = [{ from: start, code: 'V2' }]
  if (route === 'stay' && random.chance(0.05)) {
    const order = start + random.int(60, 200)
    if (order < end - 200) legals.push({ from: order, code: 'C1' }, { from: order + 190, code: 'C2' })
  }
  const placements = placementsOf(
    who,
    { start, end, route: route === 'stay' ? 'stay' : 'other', legals, plan: null },
    providers,
    random,
  )
  const rec =
    route === 'transfer'
      ? 'E3'
      : route === 'adult'
        ? 'E15'
        : route === 'relatives'
          ? 'E13'
          : route === 'stay'
            ? eighteenth(placements.at(-1)?.place ?? '', random)
            : ageAt(who.born, end) < 16
              ? 'E8'
              : random.from(UASC_OTHER)
  const whole = { start, end, legals }
  return {
    ...whole,
    rec,
    cin,
    kind: 'care',
    plan: null,
    placements: withTemporary(whole, placements, who.home, providers, random),
  }
}

function eighteenth(last: string, random: Random): string {
  if (last.startsWith('U')) return random.from(AT_18_FOSTER)
  return random.from(['K2', 'K3', 'R1', 'S1'].includes(last) ? AT_18_OTHER : AT_18)
}

function recOf(route: Route, end: number, last: string, ls: string, age: number, random: Random): string {
  if (route === 'stay') return eighteenth(last, random)
  if (route === 'adopt') return random.chance(0.6) && ls === 'E1' ? 'E12' : 'E11'
  if (route === 'home') return random.chance(0.84) ? 'E4A' : 'E4B'
  if (route === 'relatives') return 'E13'
  if (route === 'cao') return 'E41'
  if (route === 'sgo') {
    const fostered = last.startsWith('U')
    const relative = ['U1', 'U2', 'U3'].includes(last) || (!fostered && random.chance(0.85))
    if (end < SGO_CODES_FROM) return fostered ? 'E43' : 'E44'
    return fostered ? (relative ? 'E45' : 'E46') : relative ? 'E47' : 'E48'
  }
  if (ls.startsWith('J')) return random.chance(0.7) ? 'E14' : 'E9'
  const found = random.from(OTHER)
  // A sentence or the end of a remand needs a remand or an age at which there can be one.
  return found === 'E14' || (found === 'E9' && age < 12) ? 'E3' : found
}

/** Short breaks in a series: each its own episode, at most 17 days, and well under 75 days in twelve months (reg 48). */
export function shortBreaks(who: Who, start: number, until: number, providers: Providers, random: Random): Period[] {
  const periods: Period[] = []
  const place = random.chance(0.6) ? ('children' as const) : ('own' as const)
  const setting = providers.find(place, who, false, null, random)
  for (let day = start; day < until; day += 12 + Math.round(random.exponential(11))) {
    const end = day + (random.chance(0.08) ? random.int(4, 7) : random.int(1, 2))
    if (end >= who.eighteen) break
    periods.push({
      start: day,
      end,
      rec: 'E4A',
      cin: 'N2',
      kind: 'V3',
      plan: null,
      legals: [{ from: day, code: 'V3' }],
      placements: [{ ...setting, from: day, same: false, why: '' }],
    })
    day = end
  }
  return periods
}

/** Short breaks under one agreement, which is the only episode recorded. */
export function shortBreakAgreement(
  who: Who,
  start: number,
  until: number,
  providers: Providers,
  random: Random,
): Period {
  const setting = providers.find(random.chance(0.7) ? 'children' : 'own', who, false, null, random)
  const end = Math.min(until, birthday(who.born, 18))
  return {
    start,
    end,
    rec: 'E8',
    cin: 'N2',
    kind: 'V4',
    plan: null,
    legals: [{ from: start, code: 'V4' }],
    placements: [{ ...setting, from: start, same: false, why: '' }],
  }
}
