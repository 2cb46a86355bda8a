/**
 * The history of a council: its children, their periods and placements, and who is in care on a day.
 *
 * Choices made where the specification is silent:
 * - A period that begins at 18 or over is no period of care: neither a start nor an end. A period that runs past the
 *   18th birthday ends when its files say so.
 * - Where the ruling episode of a day is V3/V4 the child is not in care that day, whatever else overlaps it.
 * - During a temporary placement with nothing before it in the period, the placement is unknown.
 */
import { ageOn, type Day } from './calendar.ts'
import { type Extracts, readExtracts } from './extracts.ts'
import { isTemporary, type Period, type Placement, periodsOf } from './periods.ts'
import { code, type Files, type Row, readFiles, type Stem } from './read.ts'
import { type Episode, episodesByChild, isShortBreak, type Person, people } from './stitch.ts'

/** A child in care on a day. */
export type Spot = {
  readonly person: Person
  /** The episode that rules on the day (legal status is read from it). */
  readonly episode: Episode
  readonly period: Period
  /** The episode whose placement counts: the one a temporary placement interrupts. */
  readonly home: Episode | null
  readonly placement: Placement | null
  readonly age: number | null
}

export type History = {
  readonly files: Files
  /** What the council has besides the return, by its kind: `visits`, `ssd_cla_visits`, `list_8`. */
  readonly extracts: Extracts
  readonly people: ReadonlyMap<string, Person>
  readonly episodes: ReadonlyMap<string, readonly Episode[]>
  /** Every period of care, periods begun at 18 or over left out. */
  readonly periods: readonly Period[]
  readonly periodsOfChild: ReadonlyMap<string, readonly Period[]>
  readonly spotsByDay: Map<Day, readonly Spot[]>
  readonly rowsByChild: Map<Stem, ReadonlyMap<string, readonly Row[]>>
}

export const unknownPerson = (id: string): Person => ({ id, dob: null, sex: 'unknown' })

export const personOf = (history: History, child: string): Person => history.people.get(child) ?? unknownPerson(child)

export const age = (person: Person, day: Day): number | null => (person.dob === null ? null : ageOn(person.dob, day))

export function readHistory(folder: string): History {
  const files = readFiles(folder)
  const everyone = people(files)
  const episodes = episodesByChild(files)
  const periodsOfChild = new Map<string, Period[]>()
  for (const [child, list] of episodes) {
    const person = everyone.get(child) ?? unknownPerson(child)
    const under18 = periodsOf(list).filter(period => (age(person, period.start) ?? 0) < 18)
    periodsOfChild.set(child, under18)
  }
  const periods = [...periodsOfChild.values()].flat()
  const extracts = readExtracts(folder)
  const spotsByDay = new Map()
  return { files, extracts, people: everyone, episodes, periods, periodsOfChild, spotsByDay, rowsByChild: new Map() }
}

/** The episode that rules on a day: of those that cover it, the one begun last. */
export function rulingEpisode(episodes: readonly Episode[], day: Day): Episode | null {
  let ruling: Episode | null = null
  for (const episode of episodes) {
    if (episode.decom <= day && (episode.end === null || episode.end > day)) ruling = episode
  }
  return ruling
}

/** The child's place in care on a day, or null when not in care (short breaks and 18 and over are not). */
export function spotOf(history: History, child: string, day: Day): Spot | null {
  const episode = rulingEpisode(history.episodes.get(child) ?? [], day)
  if (!episode || isShortBreak(episode)) return null
  const person = personOf(history, child)
  const years = age(person, day)
  if (years !== null && years >= 18) return null
  const period = (history.periodsOfChild.get(child) ?? []).find(one => one.episodes.includes(episode))
  if (!period) return null
  let home: Episode | null = null
  for (const one of period.episodes) {
    if (one.decom <= episode.decom && !isTemporary(one.place)) home = one
  }
  const known = home
  const placement = known ? (period.placements.find(one => one.episodes.includes(known)) ?? null) : null
  return { person, episode, period, home, placement, age: years }
}

export const inCareOn = (history: History, child: string, day: Day): boolean => spotOf(history, child, day) !== null

/** CIC(d): one spot for each child in care on the day. */
export function childrenInCare(history: History, day: Day): readonly Spot[] {
  const known = history.spotsByDay.get(day)
  if (known) return known
  const spots: Spot[] = []
  for (const child of history.episodes.keys()) {
    const spot = spotOf(history, child, day)
    if (spot) spots.push(spot)
  }
  history.spotsByDay.set(day, spots)
  return spots
}

/** The days in a window on which a child's standing may change, its first and last day among them. */
function turningDays(history: History, child: string, from: Day, to: Day): Day[] {
  const days = [from, to]
  for (const episode of history.episodes.get(child) ?? []) {
    if (episode.decom > from && episode.decom <= to) days.push(episode.decom)
    if (episode.end !== null && episode.end > from && episode.end <= to) days.push(episode.end)
  }
  return days
}

export function inCareEveryDay(history: History, child: string, from: Day, to: Day): boolean {
  return turningDays(history, child, from, to).every(day => inCareOn(history, child, day))
}

export function inCareAnyDay(history: History, child: string, from: Day, to: Day): boolean {
  return turningDays(history, child, from, to).some(day => inCareOn(history, child, day))
}

/** The rows of a table by child, in order of return and line. */
function rowsByChild(history: History, stem: Stem): ReadonlyMap<string, readonly Row[]> {
  const known = history.rowsByChild.get(stem)
  if (known) return known
  const byChild = new Map<string, Row[]>()
  for (const row of history.files.rows.get(stem) ?? []) {
    const id = code(row.cell('CHILD'))
    const list = byChild.get(id) ?? []
    list.push(row)
    byChild.set(id, list)
  }
  history.rowsByChild.set(stem, byChild)
  return byChild
}

/** A child's rows of a table: the last one is the latest. */
export const rowsOfChild = (history: History, stem: Stem, child: string): readonly Row[] =>
  rowsByChild(history, stem).get(child) ?? []

export const childrenWith = (history: History, stem: Stem): readonly string[] => [...rowsByChild(history, stem).keys()]
