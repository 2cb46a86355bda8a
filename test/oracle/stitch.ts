/**
 * One history of episodes for each child, out of the returns of all years.
 *
 * Settled: one row per CHILD + DECOM, the latest return wins; rows that cannot be used are set aside; an open episode
 * is closed where the next one begins; an episode left open in an old return, of a child with no episode row in a later
 * one, ends on 1 April after that return's year, which no return recorded.
 *
 * Choices made where the specification is silent:
 * - A row whose DECOM or DEC cannot be read is set aside before rows are compared, so an older readable row stands; a
 *   zero-day or backward row takes part in the comparison and is set aside afterwards if it won.
 * - Within one return an open row and a closed one are equals: the last line wins.
 * - "The next episode" that closes an open one may be a short break, and may be years later.
 * - DOB and sex come from the header of the latest return that has the child (last line within it).
 * - A child with episodes but no header row is counted, with age and sex unknown.
 */
import { type Day, make } from './calendar.ts'
import { code, dayOf, dayOrNull, type Files, postcode, type Row } from './read.ts'

export type Episode = {
  readonly child: string
  readonly year: number
  readonly decom: Day
  readonly rne: string
  readonly ls: string
  readonly place: string
  readonly provider: string
  readonly rec: string
  readonly reason: string
  readonly homePost: string
  readonly plPost: string
  /** First day no longer covered; null while open. */
  readonly end: Day | null
  /** The end is one that no return recorded. */
  readonly lost: boolean
}

export type Person = { readonly id: string; readonly dob: Day | null; readonly sex: 'male' | 'female' | 'unknown' }

export const isShortBreak = (episode: Episode): boolean => episode.ls === 'V3' || episode.ls === 'V4'

export function people(files: Files): Map<string, Person> {
  const found = new Map<string, Person>()
  const borrowed = new Map<string, { readonly stem: string; readonly dob: Day }>()
  // Rows come in order of year and line, so a later one simply replaces an earlier one.
  for (const row of files.rows.get('header') ?? []) {
    const id = code(row.cell('CHILD'))
    if (id === '') continue
    const sex = code(row.cell('SEX'))
    found.set(id, {
      id,
      dob: dayOrNull(row.cell('DOB')),
      sex: sex === '1' || sex === 'M' ? 'male' : sex === '2' || sex === 'F' ? 'female' : 'unknown',
    })
  }
  // Other tables repeat the date of birth: it serves where Header has none (UASC first, then the earliest given).
  for (const stem of [
    'uasc',
    'reviews',
    'oc2',
    'oc3',
    'ad1',
    'placed_for_adoption',
    'previous_permanence',
    'missing',
    'sw_episodes',
  ] as const) {
    for (const row of files.rows.get(stem) ?? []) {
      const id = code(row.cell('CHILD'))
      const dob = dayOrNull(row.cell('DOB'))
      const known = found.get(id)
      if (id === '' || dob === null) continue
      if (
        known?.dob == null ||
        (borrowed.get(id)?.stem !== 'uasc' && borrowed.has(id) && dob < (borrowed.get(id)?.dob ?? dob))
      ) {
        found.set(id, { id, dob, sex: known?.sex ?? 'unknown' })
        borrowed.set(id, { stem, dob })
      }
    }
  }
  return found
}

const lastsNoTime = (episode: Episode): boolean => episode.end !== null && episode.end <= episode.decom

function episodeOf(row: Row): Episode | null {
  const child = code(row.cell('CHILD'))
  const decom = dayOf(row.cell('DECOM'))
  const dec = dayOf(row.cell('DEC'))
  if (child === '' || decom === 'blank' || decom === 'unreadable' || dec === 'unreadable') return null
  return {
    child,
    year: row.year,
    decom,
    rne: code(row.cell('RNE')),
    ls: code(row.cell('LS')),
    place: code(row.cell('PLACE')),
    provider: code(row.cell('PLACE_PROVIDER')),
    rec: code(row.cell('REC')),
    reason: code(row.cell('REASON_PLACE_CHANGE')),
    homePost: postcode(row.cell('HOME_POST')),
    plPost: postcode(row.cell('PL_POST')),
    end: dec === 'blank' ? null : dec,
    lost: false,
  }
}

/** The later row stands, unless it lasts no time and the earlier row of the same return does. */
function standing(earlier: Episode | undefined, later: Episode): Episode {
  if (earlier && earlier.year === later.year && lastsNoTime(later) && !lastsNoTime(earlier)) return earlier
  return later
}

/** Every usable episode of every child, in order of DECOM, open ends closed where something shows that they closed. */
export function episodesByChild(files: Files): Map<string, Episode[]> {
  const byKey = new Map<string, Episode>()
  const lastYearOf = new Map<string, number>()
  for (const row of files.rows.get('episodes') ?? []) {
    const episode = episodeOf(row)
    if (!episode) continue
    const key = `${episode.child} ${episode.decom}`
    byKey.set(key, standing(byKey.get(key), episode))
    lastYearOf.set(episode.child, Math.max(episode.year, lastYearOf.get(episode.child) ?? 0))
  }
  const byChild = new Map<string, Episode[]>()
  for (const episode of byKey.values()) {
    if (lastsNoTime(episode)) continue
    const list = byChild.get(episode.child) ?? []
    list.push(episode)
    byChild.set(episode.child, list)
  }
  const lastYear = files.years.at(-1) ?? 0
  for (const [child, list] of byChild) {
    list.sort((a, b) => (a.decom < b.decom ? -1 : 1))
    const closed = list.map((episode, at): Episode => {
      if (episode.end !== null) return episode
      const next = list[at + 1]
      if (next) return { ...episode, end: next.decom }
      const forgotten = episode.year < lastYear && (lastYearOf.get(child) ?? 0) <= episode.year
      return forgotten ? { ...episode, end: make(episode.year, 4, 1), lost: true } : episode
    })
    byChild.set(child, closed)
  }
  return byChild
}
