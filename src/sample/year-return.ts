import { ageAt, birthday, british, dateIn, dayNumber, monthIn, yearIn } from './calendar.ts'
import type { Child, Episode, Period } from './child.ts'
import { placeIn, sexIn, type TableName, tablesIn } from './codes.ts'
import { healthOf, twelveMonths } from './health.ts'
import { birthdayInYear, positionAt } from './leavers.ts'
import { randomFrom, seedOf, weights } from './random.ts'
import { PREVIOUS } from './rates.ts'
import { incidentsOf, motherhood, ordersOf, reviewsOf, workersOf } from './welfare.ts'

/** One year's return: rows of text under the headers of `codes.ts`. */
export type YearReturn = {
  readonly year: number
  readonly whole: boolean
  readonly tables: ReadonlyMap<TableName, string[][]>
}

const ADOPTERS = weights({ MF: 81, MM: 7.5, FF: 5, F1: 5.8, M1: 0.7 })
const TOGETHER = weights({ L11: 76, L2: 3, L3: 21 })
const SAME_SEX = weights({ L12: 62, L2: 14, L4: 24 })
const day = (n: number | null): string => (n === null ? '' : british(n))

/** The child's streams of events, drawn once and cut for each year. */
const events = (child: Child, firstYear: number, until: number) => {
  const care = child.periods.some(p => p.kind === 'care')
  return {
    reviews: reviewsOf(child, until),
    incidents: incidentsOf(child, until),
    workers: care ? workersOf(child, dayNumber(Math.max(firstYear - 1, 2023), 4, 1), until) : [],
    orders: ordersOf(child, dayNumber(2026, 4, 1), until),
    mother: motherhood(child),
  }
}
export type Known = { readonly child: Child } & ReturnType<typeof events>

/** Draws what happened to each child, up to the day the last return covers. `firstYear` is the first year returned. */
export const eventsOf = (children: readonly Child[], firstYear: number, until: number): Known[] =>
  children.map(child => ({ child, ...events(child, firstYear, until) }))

/** The return of the collection year that ends in `year`, as known at the close of `to` (a day number, its last or a part year's). */
export function returnOf(known: readonly Known[], year: number, to: number): YearReturn {
  const from = dayNumber(year - 1, 4, 1)
  const whole = to === dayNumber(year, 3, 31)
  const tables = new Map(tablesIn(year, whole).map(name => [name, [] as string[][]]))
  const put = (name: TableName, row: string[]): void => void tables.get(name)?.push(row)
  for (const one of known) {
    const { child } = one
    const episodes = child.episodes.filter(e => e.start <= to && e.end >= from)
    const leaver = birthdayInYear(child, from, to, year)
    if (episodes.length === 0 && !leaver) continue
    const { id } = child
    const dob = british(child.born)
    put('Header', headerOf(one, episodes, year, to))
    for (const e of episodes) put('Episodes', episodeRow(child, e, year, to))
    if (leaver) {
      const position = positionAt(child, leaver.age, year)
      put('OC3', [id, dob, position.touch, position.activity, position.accommodation])
    }
    if (episodes.length === 0) continue
    if (child.uasc && (child.duc === null || child.duc >= from))
      // While the status lasts the return gives the 18th birthday (rules 205B and 205D).
      put('UASC', [
        id,
        sexIn(year, child.sex),
        dob,
        day(child.duc !== null && child.duc <= to ? child.duc : child.eighteen),
      ])
    for (const r of one.reviews) if (r.day >= from && r.day <= to) put('Reviews', [id, dob, day(r.day), r.code])
    if (whole && twelveMonths(child, from, to)) put('OC2', [id, dob, ...healthOf(child, from, to, year)])
    for (const period of child.periods) {
      if (period.start > to || period.end < from) continue
      adoptionRows(child, period, from, to, put)
    }
    const entry = child.periods.find(p => p.start >= from && p.start <= to)
    if (entry) put('PrevPerm', [id, dob, ...previousOf(child, entry)])
    for (const m of one.incidents)
      if (m.from <= to && m.to >= from) put('Missing', [id, dob, m.kind, day(m.from), m.to > to ? '' : day(m.to)])
    // The return asks for the workers of those in care on 31 March (rules SW01, SW12 and SW17STG2); a part year has everyone's.
    const asked = !whole || episodes.some(e => e.end > to && child.periods[e.period]?.kind === 'care')
    for (const w of asked ? one.workers : [])
      if (w.from <= to && w.to >= from)
        put('SWEpisodes', [id, dob, w.id, day(w.from), w.to > to ? '' : day(w.to), w.why])
    for (const o of one.orders)
      if (o.from <= to && o.to >= from) put('DoLo', [id, dob, day(o.from), o.to > to ? '' : day(o.to)])
  }
  return { year, whole, tables }
}

function headerOf(one: Known, episodes: readonly Episode[], year: number, to: number): string[] {
  const { child, mother } = one
  const counts = child.sex === 'F' && episodes.some(e => child.periods[e.period]?.kind === 'care')
  const born = mother !== null && mother <= Math.min(to, episodes.at(-1)?.end ?? 0) ? mother : null
  // School begins at 4: until then most have no number.
  const upn = ageAt(child.born, to) < 4 && !child.uasc ? 'UN1' : child.upn
  return [
    child.id,
    sexIn(year, child.sex),
    british(child.born),
    child.ethnic,
    upn,
    counts ? (born === null ? '0' : '1') : '',
    counts ? day(born) : '',
  ]
}

function episodeRow(child: Child, e: Episode, year: number, to: number): string[] {
  const open = e.end > to
  const short = child.periods[e.period]?.kind !== 'care'
  return [
    child.id,
    british(e.start),
    e.rne,
    e.ls,
    e.cin,
    placeIn(year, e.place),
    e.provider,
    open ? '' : british(e.end),
    open ? '' : e.rec,
    open ? '' : e.why,
    short ? '' : child.home,
    e.post,
    e.urn,
  ]
}

function adoptionRows(
  child: Child,
  period: Period,
  from: number,
  to: number,
  put: (name: TableName, row: string[]) => void,
): void {
  const { plan } = period
  if (!plan) return
  const dob = british(child.born)
  const over = plan.reversed !== null && plan.reversed <= to
  // Returned each year from the decision until it is reversed or the child is adopted (rules 118, 559).
  if (plan.decided <= to && (plan.reversed === null || plan.reversed >= from)) {
    put('PlacedAdoption', [child.id, dob, day(plan.decided), over ? day(plan.reversed) : '', over ? plan.reversal : ''])
  }
  if (!['E11', 'E12'].includes(period.rec) || period.end > to || period.end < from) return
  const random = randomFrom(seedOf(child.seed, 81))
  const who = random.from(ADOPTERS)
  const alone = who === 'F1' || who === 'M1'
  const status = alone ? 'L0' : random.from(who === 'MF' ? TOGETHER : SAME_SEX)
  const current = ['A3', 'A5'].includes(period.placements.at(-1)?.place ?? '')
  put('AD1', [child.id, dob, day(plan.decided), day(plan.matched), current ? '1' : '0', alone ? '1' : '2', who, status])
}

/** PREV_PERM, LA_PERM and DATE_PERM. Where an order was made the date is often known only in part. */
function previousOf(child: Child, entry: Period): [string, string, string] {
  const before = child.periods.filter(p => p.end <= entry.start && p !== entry).at(-1)
  const made = /^E4[3-8]$/.test(before?.rec ?? '') ? 'P2' : before?.rec === 'E41' ? 'P3' : null
  if (made && before) return [made, '999', british(before.end)]
  const random = randomFrom(seedOf(child.seed, 82, entry.start))
  const age = ageAt(child.born, entry.start)
  const code = age < 3 || child.uasc || entry.kind !== 'care' ? 'Z1' : random.from(PREVIOUS)
  if (code === 'Z1') return ['Z1', '', '']
  const la = random.chance(0.9) ? '999' : random.pick(['WAL', 'SCO', 'NIR', 'NUK'])
  if (code === 'P4') return [code, la, 'zz/zz/zzzz']
  const on = Math.min(birthday(child.born, random.int(1, Math.max(1, age - 2))) + random.int(0, 360), entry.start - 30)
  const [d, m, y] = [dateIn(on), monthIn(on), yearIn(on)].map(n => String(n).padStart(2, '0'))
  const said = random.chance(0.5) ? `${d}/${m}/${y}` : random.chance(0.6) ? `zz/${m}/${y}` : `zz/zz/${y}`
  // A part of a date has to be before the start on its own (rule 632).
  return [code, la, yearIn(on) < yearIn(entry.start) ? said : `${d}/${m}/${y}`]
}
