/**
 * PRM: permanence.
 *
 * Choices made where the specification is silent:
 * - PRM-04 takes E43 and E44 only for ends before 1 April 2018; PRM-06 takes them always; PRM-13 never.
 * - PRM-09's numbers over 12, 24 and 36 months use the anniversary (decision 5), its mean days / 30.4375 (decision 14).
 * - PRM-09, PRM-15: a placement whose start is not held is left out of the mean, and settles a threshold only if the
 *   earliest day held does.
 * - PRM-10, PRM-11 `started`: a first placement counts where its start is held (the start of care, or RNE P or B).
 *   `ended`: the day the next placement begins or the period ends; where the period's end is lost, unknown; where the
 *   period ended on a DEC without a recorded reason, the placement still ended that day.
 * - A placement not listed is unknown in PRM-08, PRM-12 and PRM-15's population leaves it out.
 * - PRM-13: leavers of the route whose start is not held are unknown; an end that nobody recorded has no route.
 */
import { daysBetween, type Window } from './calendar.ts'
import { careItems, leaverItems, leavers, leftBy, longerThan, settled, within } from './flows.ts'
import { childrenInCare, type History, type Spot } from './history.ts'
import { type Item, type Measure, placementGroups } from './measure.ts'
import type { Period, Placement } from './periods.ts'

export const isConnected = (place: string): boolean => place === 'U1' || place === 'U2' || place === 'U3'

const specialGuardianship = ['E45', 'E46', 'E47', 'E48']

function leftToSpecialGuardian(period: Period): boolean {
  const old = (period.rec === 'E43' || period.rec === 'E44') && period.end !== null && period.end < '2018-04-01'
  return old || specialGuardianship.includes(period.rec)
}

function weeksInCare(history: History, window: Window): Item[] {
  return childrenInCare(history, window.to).map(({ person, period }) => ({
    child: person.id,
    counted: period.startHeld ? true : null,
    amount: daysBetween(period.start, window.to) / 7,
  }))
}

const placedWithParents = (spot: Spot): boolean => spot.home?.place === 'P1'

function monthsWithParents(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const spot of childrenInCare(history, window.to)) {
    if (!placedWithParents(spot) || !spot.placement) continue
    const { start, startHeld } = spot.placement
    const amount = daysBetween(start, window.to) / 30.4375
    items.push({ child: spot.person.id, counted: startHeld ? true : null, amount })
  }
  return items
}

function withParentsLongerThan(months: number) {
  return (history: History, window: Window): Item[] => {
    const items: Item[] = []
    for (const spot of childrenInCare(history, window.to)) {
      if (!placedWithParents(spot) || !spot.placement) continue
      const { start, startHeld } = spot.placement
      const counted = settled(longerThan(start, months, window.to), startHeld)
      items.push({ child: spot.person.id, counted })
    }
    return items
  }
}

function shortTermOverSixMonths(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const { person, home, placement } of childrenInCare(history, window.to)) {
    if (!placement || (home?.place !== 'U3' && home?.place !== 'U6')) continue
    const counted = settled(longerThan(placement.start, 6, window.to), placement.startHeld)
    items.push({ child: person.id, counted })
  }
  return items
}

function eachPlacement(history: History, visit: (placement: Placement, period: Period) => Item | null): Item[] {
  const items: Item[] = []
  for (const period of history.periods) {
    for (const placement of period.placements) {
      const item = visit(placement, period)
      if (item) items.push(item)
    }
  }
  return items
}

const placementsStarted = (kind: (place: string) => boolean) => (history: History, window: Window) =>
  eachPlacement(history, (placement, period) =>
    placement.startHeld && within(placement.start, window) && kind(placement.episodes[0]?.place ?? '')
      ? { child: period.child, counted: true }
      : null,
  )

/** The end of the period, where it is the end of this placement, is one no return recorded. */
const lost = (placement: Placement, period: Period): boolean =>
  placement === period.placements.at(-1) && period.episodes.some(episode => episode.lost)

const placementsEnded = (kind: (place: string) => boolean) => (history: History, window: Window) =>
  eachPlacement(history, (placement, period) =>
    within(placement.end, window) && kind(placement.episodes.at(-1)?.place ?? '')
      ? { child: period.child, counted: lost(placement, period) ? null : true }
      : null,
  )

/** A connected placement that became adoptive with the same carer ended that day (decision 13). */
function connectedAdoptedByCarer(history: History, window: Window): Item[] {
  return eachPlacement(history, (placement, period) => {
    const became = placement.episodes.some((episode, at) => {
      const before = placement.episodes[at - 1]
      const adoptive = episode.place === 'A3' || episode.place === 'A5'
      return adoptive && before !== undefined && isConnected(before.place) && within(episode.decom, window)
    })
    return became ? { child: period.child, counted: true } : null
  })
}

function lastPlace(period: Period): string {
  return period.placements.at(-1)?.episodes.at(-1)?.place ?? ''
}

function lastLivedWithConnected(period: Period): boolean | null {
  const place = lastPlace(period)
  return placementGroups[place] === undefined ? null : isConnected(place)
}

function daysByRoute(reasons: readonly string[]) {
  return (history: History, window: Window): Item[] => {
    const items: Item[] = []
    for (const period of leavers(history, window)) {
      if (!reasons.includes(period.rec) || period.end === null) continue
      const amount = daysBetween(period.start, period.end)
      items.push({ child: period.child, counted: period.startHeld ? true : null, amount })
    }
    return items
  }
}

const isP1 = (place: string): boolean => place === 'P1'
const placeIs = (history: History, window: Window, kind: (place: string) => boolean): Item[] =>
  careItems(history, window, ({ home }) =>
    home && placementGroups[home.place] !== undefined ? kind(home.place) : null,
  )

export const permanence: readonly Measure[] = [
  { catalogue: 'PRM-01', over: 'day', kind: 'mean', items: weeksInCare },
  {
    catalogue: 'PRM-02',
    over: 'day',
    kind: 'share',
    items: (h, w) => careItems(h, w, ({ period }) => settled(longerThan(period.start, 24, w.to), period.startHeld)),
  },
  { catalogue: 'PRM-04', over: 'flow', kind: 'share', items: (h, w) => leaverItems(h, w, leftToSpecialGuardian) },
  { catalogue: 'PRM-05', over: 'flow', kind: 'count', items: leftBy(['E41']) },
  {
    catalogue: 'PRM-06',
    over: 'flow',
    kind: 'share',
    items: leftBy(['E11', 'E12', 'E41', 'E43', 'E44', ...specialGuardianship]),
  },
  { catalogue: 'PRM-07:planned', over: 'flow', kind: 'share', items: leftBy(['E4A']) },
  { catalogue: 'PRM-07:unplanned', over: 'flow', kind: 'share', items: leftBy(['E4B']) },
  { catalogue: 'PRM-08', over: 'day', kind: 'share', items: (h, w) => placeIs(h, w, isP1) },
  { catalogue: 'PRM-09', over: 'day', kind: 'mean', items: monthsWithParents },
  { catalogue: 'PRM-09:over_12m', over: 'day', kind: 'count', items: withParentsLongerThan(12) },
  { catalogue: 'PRM-09:over_24m', over: 'day', kind: 'count', items: withParentsLongerThan(24) },
  { catalogue: 'PRM-09:over_36m', over: 'day', kind: 'count', items: withParentsLongerThan(36) },
  { catalogue: 'PRM-10:started', over: 'flow', kind: 'count', items: placementsStarted(isP1) },
  { catalogue: 'PRM-10:ended', over: 'flow', kind: 'count', items: placementsEnded(isP1) },
  { catalogue: 'PRM-11:started', over: 'flow', kind: 'count', items: placementsStarted(isConnected) },
  {
    catalogue: 'PRM-11:ended',
    over: 'flow',
    kind: 'count',
    items: (h, w) => [...placementsEnded(isConnected)(h, w), ...connectedAdoptedByCarer(h, w)],
  },
  { catalogue: 'PRM-12', over: 'flow', kind: 'share', items: (h, w) => leaverItems(h, w, lastLivedWithConnected) },
  { catalogue: 'PRM-13:home', over: 'flow', kind: 'mean', items: daysByRoute(['E4A', 'E4B']) },
  { catalogue: 'PRM-13:cao', over: 'flow', kind: 'mean', items: daysByRoute(['E41']) },
  { catalogue: 'PRM-13:sgo', over: 'flow', kind: 'mean', items: daysByRoute(specialGuardianship) },
  { catalogue: 'PRM-13:adoption', over: 'flow', kind: 'mean', items: daysByRoute(['E11', 'E12']) },
  { catalogue: 'PRM-15', over: 'day', kind: 'share', items: shortTermOverSixMonths },
]
