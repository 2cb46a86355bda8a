/**
 * PLC: placements and sufficiency. (PLC-15 is with the care leavers.)
 *
 * Choices made where the specification is silent:
 * - A placement not listed (and a temporary one that interrupts none) is unknown in every share.
 * - PLC-01 uses the HOME_POST and PL_POST of the episode whose placement counts; a UASC row with an unreadable DUC makes
 *   the child unknown.
 * - PLC-03 by `host_authority` (GSS code), of known areas.
 * - PLC-05, 06, 10: a provider that is blank or unlisted is unknown, only where the provider decides.
 * - PLC-13: to 31 March 2024 H5 and P2; after that awaiting data (no `placements.csv`).
 * - PLC-14: a counted placement whose start is held and lies in the window. `first`: it is the first of a period whose
 *   start is held; the headline and `far`: any other. Where it is: the postcodes of its first episode, whether or not it
 *   lasts to the end of the window. `far` looks at the distance only.
 */
import type { Window } from './calendar.ts'
import { careItems, within } from './flows.ts'
import { childrenInCare, type History, type Spot } from './history.ts'
import { type Item, type Measure, placementGroup, placementGroupCodes, placementGroups } from './measure.ts'
import { isUasc } from './numbers.ts'
import { areaOf, farFromHome, outOfArea } from './places.ts'
import type { Episode } from './stitch.ts'

const connected = ['U1', 'U2', 'U3']
const mainstream = ['U4', 'U5', 'U6']
const residential = ['K1', 'K2', 'R1', 'S1']
const familyBased = [...connected, ...mainstream, 'A3', 'A4', 'A5', 'A6', 'P1']
const providers = ['PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5']

/** The share of children in care in one of these places. */
const inPlaces =
  (places: readonly string[]) =>
  (history: History, window: Window): Item[] =>
    careItems(history, window, ({ home }) => {
      if (!home || placementGroups[home.place] === undefined) return null
      return places.includes(home.place)
    })

/** The share in one of these places, run by a provider that passes. */
const runBy =
  (places: readonly string[], passes: (provider: string) => boolean) =>
  (history: History, window: Window): Item[] =>
    careItems(history, window, ({ home }) => {
      if (!home || placementGroups[home.place] === undefined) return null
      if (!places.includes(home.place)) return false
      return providers.includes(home.provider) ? passes(home.provider) : null
    })

function farAway(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const { person, home } of childrenInCare(history, window.to)) {
    const uasc = isUasc(history, person.id, window.to)
    if (uasc === true) continue
    items.push({ child: person.id, counted: uasc === null ? null : farFromHome(history, home) })
  }
  return items
}

const grouped = (groupOf: (history: History, spot: Spot) => string | null) => (history: History, window: Window) =>
  childrenInCare(history, window.to).map(spot => ({
    child: spot.person.id,
    counted: true,
    group: groupOf(history, spot),
  }))

const moves =
  (first: boolean, test: (history: History, episode: Episode | null) => boolean | null) =>
  (history: History, window: Window): Item[] => {
    const items: Item[] = []
    for (const period of history.periods) {
      for (const placement of period.placements) {
        if (!placement.startHeld || !within(placement.start, window)) continue
        const atStartOfCare = placement.index === 0 && period.startHeld
        if (atStartOfCare !== first) continue
        items.push({ child: period.child, counted: test(history, placement.episodes[0] ?? null) })
      }
    }
    return items
  }

export const placements: readonly Measure[] = [
  {
    catalogue: 'PLC-01',
    over: 'day',
    kind: 'share',
    needs: ['postcodes', 'uasc'],
    standardSlices: true,
    items: farAway,
  },
  {
    catalogue: 'PLC-02',
    over: 'day',
    kind: 'share',
    needs: ['postcodes'],
    items: (h, w) => careItems(h, w, ({ home }) => outOfArea(h, home)),
  },
  {
    catalogue: 'PLC-03',
    over: 'day',
    kind: 'share',
    needs: ['postcodes'],
    by: { dimension: 'host_authority', codes: 'found' },
    items: grouped((history, { home }) => areaOf(history, home)),
  },
  { catalogue: 'PLC-04', over: 'day', kind: 'share', items: inPlaces(connected) },
  { catalogue: 'PLC-05', over: 'day', kind: 'share', items: runBy(mainstream, provider => provider === 'PR1') },
  {
    catalogue: 'PLC-06',
    over: 'day',
    kind: 'share',
    items: runBy(mainstream, provider => provider === 'PR4' || provider === 'PR5'),
  },
  { catalogue: 'PLC-07', over: 'day', kind: 'share', items: inPlaces([...connected, ...mainstream]) },
  { catalogue: 'PLC-08', over: 'day', kind: 'share', items: inPlaces(familyBased) },
  { catalogue: 'PLC-09', over: 'day', kind: 'share', items: inPlaces(residential) },
  { catalogue: 'PLC-10', over: 'day', kind: 'share', items: runBy(residential, provider => provider !== 'PR1') },
  {
    catalogue: 'PLC-12',
    over: 'day',
    kind: 'share',
    by: { dimension: 'placement_group', codes: placementGroupCodes },
    items: grouped((_, spot) => placementGroup(spot)),
  },
  {
    catalogue: 'PLC-13',
    over: 'day',
    kind: 'count',
    never: (_, w) => (w.to > '2024-03-31' ? 'awaiting data' : null),
    items: inPlaces(['H5', 'P2']),
  },
  { catalogue: 'PLC-14', over: 'flow', kind: 'count', needs: ['postcodes'], items: moves(false, outOfArea) },
  { catalogue: 'PLC-14:first', over: 'flow', kind: 'count', needs: ['postcodes'], items: moves(true, outOfArea) },
  { catalogue: 'PLC-14:far', over: 'flow', kind: 'count', needs: ['postcodes'], items: moves(false, farFromHome) },
]
