/**
 * NUM: numbers and trends.
 *
 * Choices made where the specification is silent:
 * - NUM-04:rate and NUM-05:rate: starts (ends) over the population at the last day of the window, not made yearly.
 * - NUM-05:children counts a child unknown only if no end of the child in the window is recorded.
 * - NUM-06: numerator is the change, denominator the number then. Not measured where "then" lies before the data.
 * - NUM-08: the child's UASC row of the latest return holds for all days; an unreadable DUC is unknown.
 * - NUM-11: an unlisted legal status is unknown. NUM-12 to 16: an unknown age is unknown.
 * - NUM-14: a start not held is settled as "under 16" where the earliest day held is, else unknown.
 * - NUM-15: a child under 11 is known not to count; an unknown age is unknown.
 * - NUM-19:started: J1 after an episode of the same period that is not J1, or at the start of a period that is held.
 */
import { type Day, monthsBefore, type Window } from './calendar.ts'
import {
  careItems,
  distinct,
  leaverItems,
  leavers,
  population,
  settled,
  startItems,
  unrecordedItems,
  within,
} from './flows.ts'
import { age, childrenInCare, type History, personOf, rowsOfChild, type Spot } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { dayOf } from './read.ts'

const legalStatusGroups: Readonly<Record<string, string>> = {
  C1: 'interim_care_order',
  C2: 'full_care_order',
  E1: 'placement_order',
  V2: 'section_20',
  J1: 'youth_justice',
  J2: 'youth_justice',
  J3: 'youth_justice',
  L1: 'child_protection_detention',
  L2: 'child_protection_detention',
  L3: 'child_protection_detention',
  D1: 'freeing',
}

/** Is the child a current unaccompanied asylum-seeking child on the day? */
export function isUasc(history: History, child: string, day: Day): boolean | null {
  let answer: boolean | null = false
  for (const row of rowsOfChild(history, 'uasc', child)) {
    const ceased = dayOf(row.cell('DUC'))
    answer = ceased === 'unreadable' ? null : ceased === 'blank' || ceased > day
  }
  return answer
}

const peopleAt = (history: History, window: Window): number | null => population(history, window.to)

/** The change since an earlier day: each child in care now adds 1, each in care then takes 1 away. */
function change(history: History, now: Day, then: Day): Item[] {
  const in1 = childrenInCare(history, now).map(spot => ({ child: spot.person.id, counted: true, amount: 1 }))
  const out1 = childrenInCare(history, then).map(spot => ({ child: spot.person.id, counted: true, amount: -1 }))
  return [...in1, ...out1]
}

const aged = (years: number | null, from: number, to: number): boolean | null =>
  years === null ? null : years >= from && years <= to

function startedAt16(spot: Spot): boolean | null {
  const years = age(spot.person, spot.period.start)
  if (years === null) return null
  if (years < 16) return false
  return spot.period.startHeld ? true : null
}

function grownUpInCare(spot: Spot): boolean | null {
  const then = age(spot.person, spot.period.start)
  if (spot.age === null || then === null) return null
  if (spot.age < 11) return false
  return settled(then < 6, spot.period.startHeld)
}

function remandsBegun(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const period of history.periods) {
    period.episodes.forEach((episode, at) => {
      if (episode.ls !== 'J1' || !within(episode.decom, window)) return
      const before = period.episodes[at - 1]
      if (before ? before.ls !== 'J1' : period.startHeld) items.push({ child: period.child, counted: true })
    })
  }
  return items
}

const leaversBothWays = (history: History, window: Window): Item[] => leaverItems(history, window, () => true)
const startersBothWays = (history: History, window: Window): Item[] => startItems(history, window, () => true)

/** Aged 14 to 17 under section 20: one of the two that says no settles it. */
function sectionTwenty({ age: years, episode }: Spot): boolean | null {
  const status = legalStatusGroups[episode.ls] === undefined ? null : episode.ls === 'V2'
  const teenager = aged(years, 14, 17)
  if (status === false || teenager === false) return false
  return status === null || teenager === null ? null : true
}

export const numbers: readonly Measure[] = [
  {
    catalogue: 'NUM-01',
    over: 'day',
    kind: 'count',
    standardSlices: true,
    items: (h, w) => careItems(h, w, () => true),
  },
  {
    catalogue: 'NUM-02',
    over: 'day',
    kind: 'count',
    needs: ['population'],
    denominator: peopleAt,
    items: (h, w) => careItems(h, w, () => true),
  },
  { catalogue: 'NUM-04', over: 'flow', kind: 'count', items: startersBothWays },
  {
    catalogue: 'NUM-04:rate',
    over: 'flow',
    kind: 'count',
    needs: ['population'],
    denominator: peopleAt,
    items: startersBothWays,
  },
  { catalogue: 'NUM-04:children', over: 'flow', kind: 'count', items: (h, w) => distinct(startersBothWays(h, w)) },
  { catalogue: 'NUM-05', over: 'flow', kind: 'count', items: leaversBothWays },
  {
    catalogue: 'NUM-05:rate',
    over: 'flow',
    kind: 'count',
    needs: ['population'],
    denominator: peopleAt,
    items: leaversBothWays,
  },
  { catalogue: 'NUM-05:children', over: 'flow', kind: 'count', items: (h, w) => distinct(leaversBothWays(h, w)) },
  {
    catalogue: 'NUM-06',
    over: 'day',
    kind: 'count',
    heldFrom: (_, w) => monthsBefore(w.to, 12),
    denominator: (h, w) => childrenInCare(h, monthsBefore(w.to, 12)).length,
    items: (h, w) => change(h, w.to, monthsBefore(w.to, 12)),
  },
  {
    catalogue: 'NUM-06:prior_month',
    over: 'day',
    kind: 'count',
    heldFrom: (_, w) => monthsBefore(w.to, 1),
    denominator: (h, w) => childrenInCare(h, monthsBefore(w.to, 1)).length,
    items: (h, w) => change(h, w.to, monthsBefore(w.to, 1)),
  },
  {
    catalogue: 'NUM-07',
    over: 'flow',
    kind: 'count',
    denominator: (h, w) => leavers(h, w).length,
    items: (h, w) => [...startersBothWays(h, w), ...unrecordedItems(h, w)],
  },
  {
    catalogue: 'NUM-07:children',
    over: 'flow',
    kind: 'count',
    denominator: (h, w) => new Set(leavers(h, w).map(period => period.child)).size,
    items: (h, w) => {
      const recorded = new Set(leavers(h, w).map(period => period.child))
      const lost = distinct(unrecordedItems(h, w)).filter(item => !recorded.has(item.child))
      return [...distinct(startersBothWays(h, w)), ...lost]
    },
  },
  {
    catalogue: 'NUM-08',
    over: 'day',
    kind: 'share',
    needs: ['uasc'],
    items: (h, w) => careItems(h, w, spot => isUasc(h, spot.person.id, w.to)),
  },
  {
    catalogue: 'NUM-11',
    over: 'day',
    kind: 'share',
    by: { dimension: 'legal_status', codes: [...new Set(Object.values(legalStatusGroups))] },
    items: (h, w) =>
      childrenInCare(h, w.to).map(spot => ({
        child: spot.person.id,
        counted: true,
        group: legalStatusGroups[spot.episode.ls] ?? null,
      })),
  },
  { catalogue: 'NUM-12', over: 'day', kind: 'count', items: (h, w) => careItems(h, w, spot => aged(spot.age, 14, 17)) },
  {
    catalogue: 'NUM-12:section_20',
    over: 'day',
    kind: 'count',
    items: (h, w) => careItems(h, w, sectionTwenty),
  },
  {
    catalogue: 'NUM-12:entrants',
    over: 'flow',
    kind: 'count',
    items: (h, w) => startItems(h, w, ({ child, start }) => aged(age(personOf(h, child), start), 14, 17)),
  },
  {
    catalogue: 'NUM-13',
    over: 'flow',
    kind: 'count',
    items: (h, w) => startItems(h, w, period => aged(age(personOf(h, period.child), period.start), 5, 13)),
  },
  { catalogue: 'NUM-14', over: 'day', kind: 'share', items: (h, w) => careItems(h, w, startedAt16) },
  { catalogue: 'NUM-15', over: 'day', kind: 'share of all', items: (h, w) => careItems(h, w, grownUpInCare) },
  { catalogue: 'NUM-16', over: 'day', kind: 'share', items: (h, w) => careItems(h, w, spot => aged(spot.age, 0, 0)) },
  { catalogue: 'NUM-19', over: 'day', kind: 'count', items: (h, w) => careItems(h, w, s => s.episode.ls === 'J1') },
  { catalogue: 'NUM-19:started', over: 'flow', kind: 'count', items: remandsBegun },
]
