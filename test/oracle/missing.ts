/**
 * MIS: missing incidents (M) and being away without authorisation (A).
 *
 * Choices made where the specification is silent:
 * - One incident per CHILD + MIS_START + MISSING, the latest return wins; an unreadable MIS_START sets it aside; an
 *   incident of no length or with an end before its start still began.
 * - An incident counts if the child is in care on the day it began; missing now counts children in care on the day.
 *   An unreadable MIS_END makes "missing now" unknown.
 * - Children looked after at any time in the window: in care (not short breaks, under 18) on some day of it.
 * - `per_child`: incidents over the children with one; `percent`: those children over all looked after in the window.
 */
import type { Day, Window } from './calendar.ts'
import { careItems, distinct, within } from './flows.ts'
import { childrenWith, type History, inCareAnyDay, inCareOn, rowsOfChild } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOf, dayOrNull } from './read.ts'

type Incident = { readonly start: Day; readonly end: Day | 'blank' | 'unreadable' }

function incidentsOf(history: History, child: string, kind: string): Incident[] {
  const byStart = new Map<Day, Incident>()
  for (const row of rowsOfChild(history, 'missing', child)) {
    const start = dayOrNull(row.cell('MIS_START'))
    if (start === null || code(row.cell('MISSING')) !== kind) continue
    byStart.set(start, { start, end: dayOf(row.cell('MIS_END')) })
  }
  return [...byStart.values()]
}

function incidentsIn(history: History, window: Window, kind: string): Item[] {
  const items: Item[] = []
  for (const child of childrenWith(history, 'missing')) {
    for (const { start } of incidentsOf(history, child, kind)) {
      if (within(start, window) && inCareOn(history, child, start)) items.push({ child, counted: true })
    }
  }
  return items
}

function shareMissing(history: History, window: Window, kind: string): Item[] {
  const gone = new Set(incidentsIn(history, window, kind).map(item => item.child))
  const items: Item[] = []
  for (const child of history.episodes.keys()) {
    if (inCareAnyDay(history, child, window.from, window.to)) items.push({ child, counted: gone.has(child) })
  }
  return items
}

function missingOn(history: History, child: string, day: Day, kind: string): boolean | null {
  const begun = incidentsOf(history, child, kind).filter(({ start }) => start <= day)
  if (begun.some(({ end }) => end === 'blank' || (end !== 'unreadable' && end > day))) return true
  return begun.some(({ end }) => end === 'unreadable') ? null : false
}

function measures(catalogue: string, kind: string): Measure[] {
  const flow = { over: 'flow', needs: ['missing'] } as const
  return [
    { catalogue, ...flow, kind: 'count', items: (h, w) => distinct(incidentsIn(h, w, kind)) },
    { catalogue: `${catalogue}:incidents`, ...flow, kind: 'count', items: (h, w) => incidentsIn(h, w, kind) },
    {
      catalogue: `${catalogue}:per_child`,
      ...flow,
      kind: 'count',
      denominator: (h, w) => distinct(incidentsIn(h, w, kind)).length,
      items: (h, w) => incidentsIn(h, w, kind),
    },
    { catalogue: `${catalogue}:percent`, ...flow, kind: 'share', items: (h, w) => shareMissing(h, w, kind) },
    {
      catalogue: `${catalogue}:missing_now`,
      over: 'day',
      needs: ['missing'],
      kind: 'count',
      items: (h, w) => careItems(h, w, ({ person }) => missingOn(h, person.id, w.to, kind)),
    },
  ]
}

export const missing: readonly Measure[] = [...measures('MIS-01', 'M'), ...measures('MIS-02', 'A')]
