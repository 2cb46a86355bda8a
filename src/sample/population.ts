import { ageAt, birthday, collectionYear, dateIn, dayNumber, isWeekend, monthIn, working } from './calendar.ts'
import type { Child, Period } from './child.ts'
import { episodesOf } from './episodes.ts'
import { eligible } from './leavers.ts'
import { periodOfCare, shortBreakAgreement, shortBreaks, type Who } from './life.ts'
import type { Providers } from './providers.ts'
import { type Random, randomFrom, seedOf } from './random.ts'
import {
  BROTHERS_AND_SISTERS,
  ENTRY_AGE,
  ETHNIC,
  ETHNIC_UASC,
  NEED_OLDER,
  NEED_YOUNGER,
  STARTS_PER_CHILD,
  STOCK_PATH,
  UASC_SHARE,
  YEARS_IN_BAND,
} from './rates.ts'

export type Settings = {
  readonly seed: number
  readonly index: number
  /** Children in care to aim at on the last day. */
  readonly children: number
  /** First day of the first year's return. */
  readonly from: number
  readonly to: number
  /** Whether a few children leave and come back the same day, which the return's own rule 431 calls a fault. */
  readonly sameDay: boolean
}

const BURN_IN_YEARS = 20
const LEAVES_AND_RETURNS: Readonly<Record<string, number>> = {
  E4A: 0.19,
  E4B: 0.24,
  E13: 0.12,
  E41: 0.05,
  E43: 0.03,
  E44: 0.03,
  E45: 0.035,
  E46: 0.03,
  E47: 0.035,
  E48: 0.03,
}

function alongPath(path: readonly (readonly [number, number])[], at: number): number {
  let before = path[0] ?? [0, 1]
  for (const point of path) {
    if (point[0] >= at)
      return point[0] === before[0]
        ? point[1]
        : before[1] + ((at - before[0]) / (point[0] - before[0])) * (point[1] - before[1])
    before = point
  }
  return before[1]
}

/** Nobody is born on 31 March: an 18th birthday on a year's last day is a question the return answers two ways. */
const bornOn = (day: number): number => (monthIn(day) === 3 && dateIn(day) === 31 ? day - 1 : day)

/** Everyone who could appear in the returns from `from` to `to`, in the order they first came into care. */
export function populate(settings: Settings, providers: Providers): Child[] {
  const { seed, index, from, to } = settings
  const random = randomFrom(seedOf(seed, 31, index))
  const begin = from - Math.round(BURN_IN_YEARS * 365.25)
  const change = new Int32Array(to - begin + 2)
  const wobble = random.next() * 6.28
  const people: { readonly who: Who; readonly periods: Period[] }[] = []
  let families = 0

  const add = (who: Who, periods: Period[]): void => {
    const kept = periods.filter(p => p.start <= to)
    for (const p of kept) {
      if (p.kind !== 'care') continue
      change[p.start - begin] = (change[p.start - begin] ?? 0) + 1
      if (p.end <= to) change[p.end - begin] = (change[p.end - begin] ?? 0) - 1
    }
    if (kept.length) people.push({ who, periods: kept })
  }

  let stock = 0
  let counted = begin
  for (let month = begin; month <= to; ) {
    const length = Math.min(30, to - month + 1)
    for (; counted < month; counted++) stock += change[counted - begin] ?? 0
    const path = alongPath(
      STOCK_PATH,
      collectionYear(month) - 1 + (monthIn(month) >= 4 ? monthIn(month) - 4 : monthIn(month) + 8) / 12,
    )
    const fade = Math.min(1, (to - month) / 730)
    const target = settings.children * path * (1 + 0.03 * fade * Math.sin(month / 500 + wobble))
    const pull = month < from - 2200 ? 1 : Math.max(0.55, Math.min(1.7, 1 + 4.5 * ((target - stock) / target)))
    const starts = ((target * STARTS_PER_CHILD * length) / 365.25) * pull
    const uasc = alongPath(UASC_SHARE, collectionYear(month))
    for (let n = random.poisson(starts * uasc); n > 0; n--) {
      const start = month + random.int(0, length - 1)
      families++
      const years = random.chance(0.14) ? 13 + random.next() * 3 : 16 + random.next() * 1.85
      const who = person(
        settings,
        providers,
        people.length,
        families,
        bornOn(Math.round(start - years * 365.25)),
        true,
        null,
        random,
      )
      add(who, [periodOfCare(who, start, 'N8', random.next(), providers, random)])
    }
    for (let n = random.poisson((starts * (1 - uasc)) / 1.55); n > 0; n--) family(month + random.int(0, length - 1))
    for (let n = random.poisson(((target * length) / 365.25) * 0.021); n > 0; n--)
      breaks(month + random.int(0, length - 1))
    month += length
  }

  function family(day: number): void {
    families++
    const number = families
    const start = isWeekend(day) && random.chance(0.55) ? working(day) : day
    const [low, high] = YEARS_IN_BAND[random.from(ENTRY_AGE)]
    // Half of those who come in under 1 do so in their first ten weeks.
    const ages = [low + (low === 0 ? random.next() ** 2.4 : random.next()) * (high - low)]
    for (let n = Number(random.from(BROTHERS_AND_SISTERS)); n > 0; n--)
      ages.push((random.pick(ages) ?? 0) + (random.chance(0.5) ? 1 : -1) * (1 + random.next() * 2.6))
    const fate = random.next()
    const shared = { ethnic: random.from(ETHNIC), home: homeOf(providers, random) }
    const needs = random.next()
    ages.forEach((age, i) => {
      if (age < 0 || age > 16.9) return
      const enter = i === 0 || random.chance(0.84) ? start : start + random.int(3, 240)
      member(number, enter, enter - Math.round(age * 365.25), random.chance(0.72) ? fate : random.next(), needs, shared)
    })
    // A baby born later to the same parents.
    if (Math.min(...ages) < 8 && random.chance(0.11)) {
      const born = start + random.int(260, 1300)
      if (born + 90 < to)
        member(number, born + random.int(0, 80), born, random.chance(0.8) ? fate : random.next(), needs, shared)
    }
  }

  function member(
    number: number,
    start: number,
    day: number,
    fate: number,
    needs: number,
    shared: { ethnic: string; home: string },
  ): void {
    const born = Math.min(bornOn(day), start)
    const who = person(settings, providers, people.length, number, born, false, shared, random)
    if (start >= who.eighteen - 3) return
    add(who, careOf(who, start, fate, needs))
  }

  /** Care, and coming back into care. */
  function careOf(who: Who, first: number, fate: number, needs: number): Period[] {
    const periods: Period[] = []
    let start = first
    for (let u = fate; start <= to; u = random.next()) {
      const table = ageAt(who.born, start) >= 12 ? NEED_OLDER : NEED_YOUNGER
      const cin = periods.length ? random.from(table) : (table.codes[table.upTo.findIndex(x => needs < x)] ?? 'N1')
      const period = periodOfCare(who, start, cin, u, providers, random)
      periods.push(period)
      if (period.end > to) break
      if (period.rec === 'E4A' && ageAt(who.born, period.end) >= 4 && random.chance(0.02)) {
        // Home with short breaks, which for half do not hold.
        const first = period.end + random.int(14, 60)
        const breaks = shortBreaks(who, first, Math.min(first + random.int(90, 400), to + 1), providers, random)
        periods.push(...breaks)
        if (random.chance(0.5)) break
        start = (breaks.at(-1)?.end ?? period.end) + random.int(5, 40)
      } else {
        if (!random.chance(LEAVES_AND_RETURNS[period.rec] ?? 0)) break
        const sameDay = settings.sameDay && random.chance(0.06)
        start = period.end + (sameDay ? 0 : 15 + Math.round(random.exponential(300)))
      }
      if (start >= who.eighteen - 20) break
    }
    return periods
  }

  /** A disabled child who lives at home and has short breaks; a few come into care later. */
  function breaks(start: number): void {
    families++
    const born = bornOn(Math.round(start - (5 + random.next() * 11) * 365.25))
    const who = person(settings, providers, people.length, families, born, false, null, random)
    const until = start + 120 + Math.round(random.exponential(850))
    const list = random.chance(0.55)
      ? shortBreaks(who, start, Math.min(until, to + 1), providers, random)
      : [shortBreakAgreement(who, start, until, providers, random)]
    const last = list.at(-1)
    if (!last) return
    const enter = last.end + random.int(2, 60)
    if (random.chance(0.07) && enter < Math.min(who.eighteen - 60, to))
      list.push(periodOfCare(who, enter, 'N2', 0.999, providers, random))
    add(who, list)
  }

  return people
    .filter(
      ({ periods, who }) =>
        (periods.at(-1)?.end ?? 0) >= from || (birthday(who.born, 25) >= from && eligible(who, periods)),
    )
    .sort((a, b) => (a.periods[0]?.start ?? 0) - (b.periods[0]?.start ?? 0) || a.who.seed - b.who.seed)
    .map(
      ({ who, periods }, i): Child => ({
        ...who,
        id: String(1203 + i * 7 + (who.seed % 7)).padStart(6, '0'),
        duc: ducOf(who, periods),
        periods,
        episodes: periods.flatMap((p, n) => episodesOf(p, n)),
      }),
    )
}

const homeOf = (providers: Providers, random: Random): string => {
  // Twice as likely from the poorer of two streets.
  const a = random.pick(providers.place.posts)
  const b = random.pick(providers.place.posts)
  return (a.rank < b.rank ? a : b).text
}

function person(
  settings: Settings,
  providers: Providers,
  order: number,
  family: number,
  born: number,
  uasc: boolean,
  shared: { ethnic: string; home: string } | null,
  random: Random,
): Who {
  const u = random.next()
  return {
    id: '',
    seed: seedOf(settings.seed, settings.index, 41, order, born),
    family,
    sex: random.chance(uasc ? 0.95 : 0.535) ? 'M' : 'F',
    born,
    eighteen: birthday(born, 18),
    ethnic: shared?.ethnic ?? random.from(uasc ? ETHNIC_UASC : ETHNIC),
    upn: uasc
      ? 'UN3'
      : `${'ABCDEFGHJKLMNPQRTUVWXYZ'[order % 23]}${providers.place.oldCode}${String(born % 100).padStart(2, '0')}${String(order).padStart(7, '0')}`,
    home: uasc ? '' : (shared?.home ?? homeOf(providers, random)),
    uasc,
    fragility: u < 0.62 ? 0.34 : u < 0.86 ? 1.15 : u < 0.955 ? 3.2 : 8,
  }
}

/**
 * The status ends with an age assessment, with leave to remain (about one in eight), or with care, on the 18th birthday at the
 * latest; whoever another council takes over keeps it. Leave comes in the collection year in which care ends: of a child who was
 * unaccompanied before last year's return the rules know nothing, and would miss the home postcode (rule 392b).
 */
function ducOf(who: Who, periods: readonly Period[]): number | null {
  const only = periods[0]
  if (!who.uasc || !only) return null
  if (only.rec === 'E15') return only.end
  const year = dayNumber(collectionYear(only.end) - 1, 4, 1)
  const leave = Math.max(only.start + 150, year, only.end - 30 - (who.seed % 300))
  if (who.seed % 8 === 0 && leave < only.end - 30) return leave
  return only.rec === 'E3' ? null : only.end
}
