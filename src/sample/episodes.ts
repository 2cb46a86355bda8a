import type { Episode, Period, Placement } from './child.ts'
import type { Providers } from './providers.ts'
import { type Random, weights } from './random.ts'

const TEMPORARY = weights({ T1: 30, T3: 20, T4: 26, T0: 14, T2: 10 })
/** Longest stay of each kind in days: T1 six weeks, T3 three weeks, T4 seven days (rules 375, 376, 379). */
const LONGEST: Readonly<Record<string, number>> = { T0: 14, T1: 42, T2: 14, T3: 21, T4: 7 }
const PER_DAY = 0.16 / 365.25
export const isTemporary = (place: string): boolean => place.startsWith('T')

/**
 * Puts temporary placements into the longer ones: away for some days, then back to the same place with RNE P (rule 383).
 * They carry no provider, number or reason, and a legal change never falls on or in one, so that the return stays clean.
 */
export function withTemporary(
  period: Pick<Period, 'start' | 'end' | 'legals'>,
  list: readonly Placement[],
  home: string,
  providers: Providers,
  random: Random,
): Placement[] {
  const out: Placement[] = []
  list.forEach((placement, i) => {
    out.push(placement)
    const until = list[i + 1]?.from ?? period.end
    // An adoptive family follows a foster family straight (rules 217, 336); parents and hospitals have no such breaks.
    if (/^[APR]/.test(placement.place) || until - placement.from < 60) return
    for (
      let day = placement.from + 15 + random.exponential(1 / PER_DAY);
      ;
      day += 200 + random.exponential(1 / PER_DAY)
    ) {
      const place = random.from(TEMPORARY)
      const from = Math.round(day)
      const back = from + Math.min(LONGEST[place] ?? 7, 1 + Math.round(random.exponential(5)))
      if (back > until - 10) return
      if (period.legals.some(l => l.from >= from - 1 && l.from <= back + 1)) continue
      out.push({
        from,
        place,
        provider: '',
        urn: '',
        post: providers.nearby(placement.post, home, random),
        same: false,
        why: '',
      })
      out.push({ ...placement, from: back, same: false, why: '' })
    }
  })
  return out
}

/** The episodes of a period of care: a new one wherever the legal status or the placement changes. */
export function episodesOf(period: Period, number: number): Episode[] {
  const { legals, placements } = period
  const cuts = [...new Set([...legals.map(l => l.from), ...placements.map(p => p.from)])].sort((a, b) => a - b)
  const found: Episode[] = []
  let l = 0
  let p = 0
  cuts.forEach((start, i) => {
    const legalWas = l
    const placedWas = p
    while ((legals[l + 1]?.from ?? Number.POSITIVE_INFINITY) <= start) l++
    while ((placements[p + 1]?.from ?? Number.POSITIVE_INFINITY) <= start) p++
    const placement = placements[p]
    const legal = legals[l]
    if (!placement || !legal) throw new Error('a period without a placement or a legal status')
    const next = placements[p + 1]
    const end = cuts[i + 1] ?? period.end
    const moved = p !== placedWas
    const ordered = l !== legalWas
    const short = period.kind !== 'care'
    found.push({
      start,
      end,
      rne: i === 0 ? 'S' : moved ? (ordered ? (placement.same ? 'U' : 'B') : placement.same ? 'T' : 'P') : 'L',
      ls: legal.code,
      cin: period.cin,
      place: placement.place,
      provider: placement.provider,
      rec: i === cuts.length - 1 ? period.rec : 'X1',
      // Asked for where the next episode is a placement change, but not round temporary placements (rules 225, 226).
      why: next?.from === end && !isTemporary(next.place) && !isTemporary(placement.place) ? next.why : '',
      post: short ? '' : placement.post,
      urn: short ? '' : placement.urn,
      period: number,
    })
  })
  return found
}
