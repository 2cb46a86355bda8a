/**
 * Applications to court (local-extracts.md 3.5): ADO-10, PRM-14, PRM-16, PRM-18.
 *
 * Choices made where the specification is silent:
 * - Children wait whether or not they are in care on the day; a child with two open applications is one child.
 * - PRM-16: a case is the care applications of one id. It is over on the last of its children's outcomes, and not while a child
 *   of it waits. It began on the first day lodged. 26 weeks are 182 days.
 * - PRM-14 `discharged`: the legal status and place of the last episode, a temporary place that of the one it interrupts. They settle
 *   an end that was not recorded, unless they are what is looked for.
 */
import { type Day, daysBetween, type Window } from './calendar.ts'
import { local } from './extracts.ts'
import { careItems, leavers, unrecordedLeavers, within } from './flows.ts'
import type { History, Spot } from './history.ts'
import { type Item, type Measure, placementGroups } from './measure.ts'
import type { Period } from './periods.ts'
import { code, dayOrNull, type Row } from './read.ts'

const applications = (history: History, type: string): Row[] =>
  (history.extracts.get('court')?.rows ?? []).filter(row => local(row.cell('APPLICATION_TYPE')) === type)

/** Lodged on or before the day and without an outcome on it. */
function isOpen(row: Row, day: Day): boolean {
  const outcome = dayOrNull(row.cell('OUTCOME_DATE'))
  return (dayOrNull(row.cell('LODGED_DATE')) ?? '9999') <= day && (outcome === null || outcome > day)
}

const waiting =
  (type: string) =>
  (history: History, window: Window): Item[] => {
    const open = applications(history, type).filter(row => isOpen(row, window.to))
    return [...new Set(open.map(row => code(row.cell('CHILD_ID'))))].map(child => ({ child, counted: true }))
  }

type Case = { readonly id: string; readonly days: number }

function casesOver(history: History, window: Window): Case[] {
  const byId = new Map<string, Row[]>()
  for (const row of applications(history, 'care')) {
    const id = code(row.cell('APPLICATION_ID'))
    byId.set(id, [...(byId.get(id) ?? []), row])
  }
  const over: Case[] = []
  for (const [id, rows] of byId) {
    const ends = rows.map(row => dayOrNull(row.cell('OUTCOME_DATE')))
    const lodged = rows.map(row => dayOrNull(row.cell('LODGED_DATE')) ?? '').sort()[0] ?? ''
    if (ends.includes(null)) continue
    const last =
      ends
        .filter(end => end !== null)
        .sort()
        .at(-1) ?? ''
    if (within(last, window)) over.push({ id, days: daysBetween(lodged, last) })
  }
  return over
}

const statuses = ['C1', 'C2', 'D1', 'E1', 'V2', 'J1', 'J2', 'J3', 'L1', 'L2', 'L3']

/** Placed with a parent under an interim order: one of the two that says no settles it; an unlisted code says nothing. */
function isAtHome({ episode, home }: Spot): boolean | null {
  const place = home !== null && placementGroups[home.place] !== undefined ? home.place : null
  const status = statuses.includes(episode.ls) ? episode.ls : null
  if ((status !== null && status !== 'C1') || (place !== null && place !== 'P1')) return false
  return status === null || place === null ? null : true
}

function withOpenCase(history: History, window: Window): Item[] {
  const open = applications(history, 'care').filter(row => isOpen(row, window.to))
  const children = new Set(open.map(row => code(row.cell('CHILD_ID'))))
  return careItems(history, window, spot => {
    const atHome = isAtHome(spot)
    return children.has(spot.person.id) && atHome
  })
}

const wasAtHome = ({ episodes, placements }: Period): boolean =>
  episodes.at(-1)?.ls === 'C2' && placements.at(-1)?.episodes.at(-1)?.place === 'P1'

function discharged(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const period of leavers(history, window)) {
    items.push({ child: period.child, counted: ['E4A', 'E4B', 'E13'].includes(period.rec) && wasAtHome(period) })
  }
  for (const period of unrecordedLeavers(history, window)) {
    items.push({ child: period.child, counted: wasAtHome(period) ? null : false })
  }
  return items
}

const sources = [['court']]

export const court: readonly Measure[] = [
  { catalogue: 'ADO-10', over: 'day', kind: 'count', sources, items: waiting('adoption') },
  { catalogue: 'PRM-14:waiting', over: 'day', kind: 'count', sources, items: waiting('discharge_care_order') },
  { catalogue: 'PRM-14:discharged', over: 'flow', kind: 'count', items: discharged },
  {
    catalogue: 'PRM-16',
    over: 'flow',
    kind: 'mean',
    sources,
    items: (h, w) => casesOver(h, w).map(({ id, days }) => ({ child: id, counted: true, amount: days / 7 })),
  },
  {
    catalogue: 'PRM-16:within_26_weeks',
    over: 'flow',
    kind: 'share',
    sources,
    items: (h, w) => casesOver(h, w).map(({ id, days }) => ({ child: id, counted: days <= 182 })),
  },
  { catalogue: 'PRM-18', over: 'day', kind: 'count', items: (h, w) => careItems(h, w, isAtHome) },
  { catalogue: 'PRM-18:strict', over: 'day', kind: 'count', sources: [['return'], ...sources], items: withOpenCase },
]
