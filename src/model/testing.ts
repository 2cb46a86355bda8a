import fc from 'fast-check'
import { addDays, ageOn, type Day, day, daysBetween, fromNumber, monthEnd, toNumber } from '../kit/day.ts'

/** Made-up children for tests of the model, and what their episodes come to by a plain look through them, day by day. */
export type Episode = {
  readonly start: Day
  readonly end: Day | null
  readonly rne: string
  readonly ls: string
  readonly place: string | null
  readonly postcode: string | null
  readonly rec: string | null
}
export type Child = { readonly id: string; readonly born: Day; readonly episodes: readonly Episode[] }

export const FIRST = toNumber(day('2024-01-15'))
export const LAST = toNumber(day('2026-03-31'))
/** No made-up episode that has an end lasts to this day. */
const HORIZON = day('2030-01-01')
/** Days that rules stumble over more often than others. */
export const edges = [
  '2024-02-29',
  '2024-03-31',
  '2025-02-28',
  '2025-03-31',
  '2025-04-01',
  '2026-02-28',
  '2026-03-01',
].map(text => toNumber(day(text)))

export const anyDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: FIRST, max: LAST }) },
  { weight: 1, arbitrary: fc.constantFrom(...edges) },
)
const rest = {
  ls: fc.constantFrom('C1', 'C2', 'C2', 'E1', 'V2', 'V3', 'V4'),
  place: fc.constantFrom('U6', 'U6', 'U5', 'A3', 'A5', 'A6', 'K2', 'P1', 'T1', 'T4', null),
  postcode: fc.constantFrom('AA11AA', 'AA11AA', 'AA22AA', null),
  rec: fc.constantFrom('X1', 'X1', 'X1', 'E4A'),
}
/** Episodes anywhere: gaps, overlaps, and one inside another. */
const scattered = fc
  .uniqueArray(
    fc.record({
      ...rest,
      start: anyDay,
      days: fc.option(fc.integer({ min: 1, max: 240 }), { freq: 4 }),
      rne: fc.constantFrom('S', 'P', 'L', 'T', 'B', 'U'),
    }),
    { minLength: 1, maxLength: 6, selector: ({ start }) => start },
  )
  .map(rows =>
    rows
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, days, ...row }) => ended(row, fromNumber(start), days === null ? null : fromNumber(start + days))),
  )
/** Episodes as returns mostly have them: each where the one before ended, some on a month end, some back on the day they left or from a temporary stay. */
const chained = fc
  .tuple(
    anyDay,
    fc.array(
      fc.record({
        ...rest,
        days: fc.integer({ min: 1, max: 200 }),
        toMonthEnd: fc.boolean(),
        gap: fc.constantFrom(0, 0, 0, 0, 0, 1, 40),
        open: fc.constantFrom(false, false, false, false, true),
        rne: fc.constantFrom('P', 'P', 'L', 'T', 'B', 'U', 'S'),
        back: fc.option(rest.postcode, { freq: 2, nil: undefined }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([first, rows]) => {
    let start = fromNumber(first)
    return rows.flatMap(({ days, toMonthEnd, gap, open, back, ...row }, i) => {
      const plain = addDays(start, days)
      const end = toMonthEnd ? monthEnd(plain) : plain
      const stay = ended(i === 0 ? { ...row, rne: 'S' } : row, start, open ? null : end)
      if (back === undefined) {
        start = addDays(end, gap)
        return [stay]
      }
      const [away, left] = [addDays(end, 9), addDays(end, 60)]
      start = addDays(left, gap)
      return [
        { ...stay, rec: stay.end && 'X1' },
        ended({ ...row, rne: 'P', place: 'T1', postcode: null, rec: 'X1' }, end, away),
        ended({ ...row, rne: 'P', postcode: back ?? null }, away, left),
      ]
    })
  })

function ended(row: Omit<Episode, 'start' | 'end'>, start: Day, end: Day | null): Episode {
  const { rne, ls, place, postcode, rec } = row
  return { start, end, rne, ls, place, postcode, rec: end === null ? null : rec }
}

export const anyCouncil: fc.Arbitrary<readonly Child[]> = fc
  .array(
    fc.record({
      born: fc.constantFrom(day('2008-02-29'), day('2007-05-20'), day('2015-06-15')),
      episodes: fc.oneof(scattered, { weight: 2, arbitrary: chained }),
    }),
    { minLength: 60, maxLength: 60 },
  )
  .map(children => children.map((child, i) => ({ id: `C${i}`, ...child })))

/** Where an episode that was returned open ends: where the next begins. */
const endOf = ({ episodes }: Child, episode: Episode): Day | null =>
  episode.end ?? episodes[episodes.indexOf(episode) + 1]?.start ?? null

/** The episode that rules a day: of those that cover it the one that began last. */
export function ruling(child: Child, d: Day): Episode | null {
  const covers = child.episodes.filter(episode => {
    const end = endOf(child, episode)
    return episode.start <= d && (end === null || end > d)
  })
  return covers.at(-1) ?? null
}

const isShortBreak = ({ ls }: Episode): boolean => ls === 'V3' || ls === 'V4'
/** Whether an episode that is not a short break rules the day, whatever the age. */
export const careRules = (child: Child, d: Day): boolean => {
  const episode = ruling(child, d)
  return episode !== null && !isShortBreak(episode)
}
export const inCare = (child: Child, d: Day): boolean => careRules(child, d) && ageOn(child.born, d) < 18

/** The days on end that one episode rules. `resumed`: another had come between. `cut`: it did not last to its own end. */
type Piece = {
  readonly episode: Episode
  readonly start: Day
  readonly end: Day | null
  readonly resumed: boolean
  readonly cut: boolean
}

function pieces(child: Child): readonly Piece[] {
  const found: Piece[] = []
  const days = [...new Set(child.episodes.flatMap(one => [one.start, endOf(child, one) ?? HORIZON]))].sort()
  for (const [i, d] of days.entries()) {
    const episode = d < HORIZON ? ruling(child, d) : null
    if (!episode) continue
    const next = days[i + 1]
    const end = next === undefined || next === HORIZON ? null : next
    const before = found.at(-1)
    const start = before?.episode === episode && before.end === d ? before.start : d
    if (start !== d) found.pop()
    found.push({ episode, start, end, resumed: start > episode.start, cut: end !== endOf(child, episode) })
  }
  return found
}

export type Placement = { readonly types: (string | null)[]; readonly start: Day; end: Day | null }
export type PeriodOfCare = {
  readonly pieces: Piece[]
  readonly placements: Placement[]
  readonly start: Day
  readonly end: Day | null
}

const recOf = ({ episode, cut }: Piece): string => (cut ? 'X1' : (episode.rec ?? 'X1'))
export const isTemporary = (place: string | null): boolean => place?.startsWith('T') ?? false
const isWithFosterCarer = (place: string | null): boolean => place !== null && /^(U.|A3|A5)$/.test(place)

/** indicators.md section 1, counted placement, steps 2 to 5; decision 0003 for what a temporary one interrupts. */
function continues(last: Episode, next: Piece, backFromTemporary: boolean): boolean {
  const { place, postcode, rne } = next.episode
  const samePlace =
    place !== null &&
    place === last.place &&
    (postcode === null || last.postcode === null || postcode === last.postcode)
  if (backFromTemporary && samePlace) return true
  if (next.resumed || rne === 'L' || rne === 'T' || rne === 'U') return true
  return (place === 'A3' || place === 'A5') && isWithFosterCarer(last.place)
}

function placementsOf(inOrder: readonly Piece[]): Placement[] {
  const found: Placement[] = []
  let last: Episode | null = null
  let backFromTemporary = false
  for (const piece of inOrder) {
    const current = found.at(-1)
    if (isTemporary(piece.episode.place)) {
      backFromTemporary = true
      if (current) current.end = piece.end
      continue
    }
    if (current && last && continues(last, piece, backFromTemporary)) {
      current.types.push(piece.episode.place)
      current.end = piece.end
    } else found.push({ types: [piece.episode.place], start: piece.start, end: piece.end })
    last = piece.episode
    backFromTemporary = false
  }
  return found
}

/** A new period begins at RNE S, after a gap or a short break, and after an end that is not X1. */
export function periodsOf(child: Child): readonly PeriodOfCare[] {
  const chains: Piece[][] = []
  for (const piece of pieces(child)) {
    if (isShortBreak(piece.episode)) continue
    const before = chains.at(-1)?.at(-1)
    const begins =
      before?.end !== piece.start || (piece.episode.rne === 'S' && !piece.resumed) || recOf(before) !== 'X1'
    if (begins) chains.push([piece])
    else chains.at(-1)?.push(piece)
  }
  return chains.map(chain => {
    const [start, end] = [chain[0]?.start ?? HORIZON, chain.at(-1)?.end ?? null]
    return { pieces: chain, placements: placementsOf(chain), start, end }
  })
}

/** Whether a period is a start; whether its first day is known; whether its end is one (null: it stopped, and nobody said so). */
export function standing(
  child: Child,
  { pieces: chain, start, end }: PeriodOfCare,
): { started: boolean; startKnown: boolean; ended: boolean | null } {
  const [first, last] = [chain[0], chain.at(-1)]
  const shortBreaks = pieces(child).filter(({ episode }) => isShortBreak(episode))
  const started = first?.episode.rne === 'S' && !first.resumed
  const startKnown = started || shortBreaks.some(one => one.end === start)
  if (end === null || !last) return { started, startKnown, ended: false }
  if (recOf(last) !== 'X1') return { started, startKnown, ended: true }
  return { started, startKnown, ended: shortBreaks.some(one => one.start === end) ? false : null }
}

/** What is counted of a child in care on a day; `yearStart` is the first day of the 12 months that end on it. */
export function position(child: Child, d: Day, yearStart: Day) {
  const periods = periodsOf(child)
  const covers = ({ start, end }: { start: Day; end: Day | null }): boolean => start <= d && (end === null || end > d)
  const period = periods.find(covers)
  const settled = period?.pieces.filter(({ episode, start }) => start <= d && !isTemporary(episode.place)).at(-1)
  const overlapping = periods
    .flatMap(({ placements }) => placements)
    .filter(({ start, end }) => start <= d && (end === null || end > yearStart)).length
  return {
    placement: settled?.episode.place ?? null,
    daysInCare: period ? daysBetween(period.start, d) : null,
    placementsInYear: overlapping === 0 ? null : overlapping,
    placementSince: period?.placements.find(covers)?.start ?? null,
  }
}
