/**
 * Periods of care and counted placements (indicators.md section 1, decisions 2, 7 and 8).
 *
 * Choices made where the specification is silent:
 * - A period ends `recorded` when its last episode has a REC other than X1; `short breaks` when it has none but a V3/V4
 *   episode begins that very day (neither an END nor unknown, the mirror of the rule for starts); otherwise
 *   `unrecorded` (X1 or a blank REC and then nothing, a gap, or a fresh RNE S): as a leaver, unknown.
 * - Where episodes overlap, the period lasts to the latest end among them, and its REC is that episode's.
 * - Only RNE S, P and B begin a new placement; an unlisted or blank RNE continues the one before.
 * - A placement's end is the day the next one of the period begins (so it lasts through a temporary move out of it),
 *   or the end of the period.
 * - The start of the first placement of a period whose start is not held is held only if its RNE is P or B.
 * - A period made of temporary episodes only has no placement.
 */
import type { Day } from './calendar.ts'
import { type Episode, isShortBreak } from './stitch.ts'

export type Placement = {
  readonly index: number
  /** Without the temporary ones. */
  readonly episodes: Episode[]
  readonly start: Day
  readonly startHeld: boolean
  end: Day | null
}

export type Ending = 'open' | 'recorded' | 'short breaks' | 'unrecorded'

export type Period = {
  readonly child: string
  readonly episodes: readonly Episode[]
  readonly placements: readonly Placement[]
  /** The earliest day held. */
  readonly start: Day
  /** The day care began is known. */
  readonly startHeld: boolean
  /** Began with RNE S, so it is a START. */
  readonly isStart: boolean
  readonly end: Day | null
  readonly ending: Ending
  /** '' unless the ending is recorded. */
  readonly rec: string
}

export const isTemporary = (place: string): boolean => /^T[0-4]$/.test(place)
const isFoster = (place: string): boolean => /^U[1-6]$/.test(place)
const isWithCurrentCarer = (place: string): boolean => place === 'A3' || place === 'A5'

/** No end sorts after every end. */
const later = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : a > b ? a : b)
const givenAndNotX1 = (rec: string): boolean => rec !== '' && rec !== 'X1'

function groups(inCare: readonly Episode[]): Episode[][] {
  const found: Episode[][] = []
  let current: Episode[] = []
  let coveredTo: Day | null = ''
  for (const episode of inCare) {
    const last = current.at(-1)
    const gap = coveredTo !== null && episode.decom > coveredTo
    if (!last || episode.rne === 'S' || gap || givenAndNotX1(last.rec)) {
      current = []
      found.push(current)
      coveredTo = episode.end
    } else {
      coveredTo = later(coveredTo, episode.end)
    }
    current.push(episode)
  }
  return found
}

function samePlace(a: Episode, b: Episode): boolean {
  return a.place === b.place && (a.plPost === '' || b.plPost === '' || a.plPost === b.plPost)
}

function continues(last: Episode, episode: Episode, backFromTemporary: boolean): boolean {
  if (backFromTemporary && samePlace(last, episode)) return true
  if (isWithCurrentCarer(episode.place) && (isFoster(last.place) || isWithCurrentCarer(last.place))) return true
  return episode.rne !== 'S' && episode.rne !== 'P' && episode.rne !== 'B'
}

function placementsOf(episodes: readonly Episode[], startHeld: boolean, periodEnd: Day | null): Placement[] {
  const placements: Placement[] = []
  let backFromTemporary = false
  for (const episode of episodes) {
    if (isTemporary(episode.place)) {
      backFromTemporary = true
      continue
    }
    const current = placements.at(-1)
    const last = current?.episodes.at(-1)
    if (current && last && continues(last, episode, backFromTemporary)) {
      current.episodes.push(episode)
    } else {
      if (current) current.end = episode.decom
      const held = placements.length > 0 || startHeld || episode.rne === 'P' || episode.rne === 'B'
      placements.push({
        index: placements.length,
        episodes: [episode],
        start: episode.decom,
        startHeld: held,
        end: periodEnd,
      })
    }
    backFromTemporary = false
  }
  return placements
}

export function periodsOf(all: readonly Episode[]): Period[] {
  const shortBreaks = all.filter(isShortBreak)
  return groups(all.filter(episode => !isShortBreak(episode))).flatMap(episodes => {
    const first = episodes[0]
    if (!first) return []
    let last = first
    for (const episode of episodes) if (later(last.end, episode.end) === episode.end) last = episode
    const afterShortBreak = shortBreaks.some(one => one.end === first.decom)
    const startHeld = first.rne === 'S' || afterShortBreak
    let ending: Ending = 'unrecorded'
    if (last.end === null) ending = 'open'
    else if (last.lost) ending = 'unrecorded'
    else if (givenAndNotX1(last.rec)) ending = 'recorded'
    else if (shortBreaks.some(one => one.decom === last.end)) ending = 'short breaks'
    return [
      {
        child: first.child,
        episodes,
        placements: placementsOf(episodes, startHeld, last.end),
        start: first.decom,
        startHeld,
        isStart: first.rne === 'S',
        end: last.end,
        ending,
        rec: ending === 'recorded' ? last.rec : '',
      },
    ]
  })
}
