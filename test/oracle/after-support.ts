/**
 * MIS-04: missing incidents before and after support (local-extracts.md 3.2).
 *
 * Choices made where the specification is silent:
 * - Children whose first support (other than for mental health) has begun by the day. The windows are six months on either side of its first
 *   day, that day in the later one; where the day is nearer, as many days before as there have been since.
 * - Incidents of kind M, by their first day. A child of whom the return tells none had none. One whose window before begins before
 *   the first return is unknown.
 */
import { addDays, addMonths, type Day, daysBetween, type Window } from './calendar.ts'
import { local } from './extracts.ts'
import { type History, rowsOfChild } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull } from './read.ts'

function firstSupport(history: History, day: Day): Map<string, Day> {
  const first = new Map<string, Day>()
  for (const row of history.extracts.get('support')?.rows ?? []) {
    const from = dayOrNull(row.cell('START_DATE'))
    const child = code(row.cell('CHILD_ID'))
    if (from === null || from > day || local(row.cell('SUPPORT_TYPE')) === 'mental_health') continue
    if (from < (first.get(child) ?? '9999')) first.set(child, from)
  }
  return first
}

function incidents(history: History, child: string): Day[] {
  const days = new Set<Day>()
  for (const row of rowsOfChild(history, 'missing', child)) {
    const on = dayOrNull(row.cell('MIS_START'))
    if (on !== null && code(row.cell('MISSING')) === 'M') days.add(on)
  }
  return [...days]
}

type Pair = { readonly child: string; readonly before: number; readonly after: number } | { readonly child: string }

function pairs(history: History, window: Window): Pair[] {
  const found: Pair[] = []
  for (const [child, from] of firstSupport(history, window.to)) {
    const next = addDays(window.to, 1)
    const whole = addMonths(from, 6) <= next
    const to = whole ? addMonths(from, 6) : next
    const since = whole ? addMonths(from, -6) : addDays(from, -daysBetween(from, next))
    if (since < history.files.heldFrom) found.push({ child })
    else {
      const days = incidents(history, child)
      const before = days.filter(on => on >= since && on < from).length
      const after = days.filter(on => on >= from && on < to).length
      found.push({ child, before, after })
    }
  }
  return found
}

const items =
  (of: (before: number, after: number) => number) =>
  (history: History, window: Window): Item[] =>
    pairs(history, window).map(pair =>
      'before' in pair
        ? { child: pair.child, counted: true, amount: of(pair.before, pair.after) }
        : { child: pair.child, counted: null },
    )

const total = { over: 'day', kind: 'total', sources: [['return'], ['support']] } as const
const change = items((before, after) => after - before)

export const afterSupport: readonly Measure[] = [
  {
    catalogue: 'MIS-04',
    over: 'day',
    kind: 'count',
    sources: [['return'], ['support']],
    needs: ['missing'],
    items: change,
    denominator: (h, w) => pairs(h, w).reduce((sum, pair) => sum + ('before' in pair ? pair.before : 0), 0),
  },
  { catalogue: 'MIS-04:number', ...total, needs: ['missing'], items: change },
  { catalogue: 'MIS-04:before', ...total, needs: ['missing'], items: items(before => before) },
]
