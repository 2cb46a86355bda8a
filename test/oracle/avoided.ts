/**
 * FIN-07 and 08: cost avoided by what children were followed for, and what their moves save (extracts cohorts, unit_costs, placements).
 *
 * Choices made where the specification is silent:
 * - An event is a row of cohorts with an `avoidance_event`, up to the day. One without a rate in force on its day is not known.
 * - "To date" is of the financial year's events where the window is the year to date, and of the window's events in any other.
 * - `avoided_until` blank is the 1 April after the event. A cost that would have stopped before the event avoids nothing.
 * - A week's cost avoided is that of the events still avoiding on the day.
 * - The full year of an event is 52 weeks from it, or up to `avoided_until` where that is sooner.
 * - A child's price on a day is that of all the rows in force for the child on it. Of two moves on one day each is counted.
 */
import { addDays, addYears, type Day, daysBetween, type Window, yearStart } from './calendar.ts'
import { amount, local } from './extracts.ts'
import { within } from './flows.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { prices } from './prices.ts'
import { code, dayOrNull } from './read.ts'

type Event = {
  readonly child: string
  readonly day: Day
  readonly status: string
  readonly avoids: string
  readonly until: Day | null
}

function eventsOf(history: History): Event[] {
  return (history.extracts.get('cohorts')?.rows ?? []).map(row => ({
    child: code(row.cell('child_id')),
    day: dayOrNull(row.cell('status_date')) ?? '',
    status: local(row.cell('status')),
    avoids: local(row.cell('avoidance_event')),
    until: dayOrNull(row.cell('avoided_until')),
  }))
}

function rateOn(history: History, event: string, day: Day): number | null {
  for (const row of history.extracts.get('unit_costs')?.rows ?? []) {
    if (local(row.cell('item_type')) !== 'avoidance' || local(row.cell('item')) !== event) continue
    const to = dayOrNull(row.cell('to'))
    if ((dayOrNull(row.cell('from')) ?? '') <= day && (to === null || to > day)) return amount(row.cell('weekly_cost'))
  }
  return null
}

const endOf = (event: Event): Day => event.until ?? addYears(yearStart(event.day), 1)

const avoiding = (history: History, window: Window): Event[] =>
  eventsOf(history).filter(event => event.avoids !== '' && within(event.day, window))

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** What the events avoid from their day up to another. */
function avoidedItems(history: History, window: Window, stop: (event: Event) => Day): Item[] {
  return avoiding(history, window).map(event => {
    const rate = rateOn(history, event.avoids, event.day)
    const days = Math.max(0, daysBetween(event.day, earlier(stop(event), endOf(event))))
    const slices = { avoidance_event: event.avoids }
    if (rate === null) return { child: event.child, counted: null, slices }
    return { child: event.child, counted: true, amount: (rate * days) / 7, slices }
  })
}

function weeklyItems(history: History, day: Day): Item[] {
  return eventsOf(history)
    .filter(event => event.avoids !== '' && event.day <= day && endOf(event) > day)
    .map(event => {
      const rate = rateOn(history, event.avoids, event.day)
      const slices = { avoidance_event: event.avoids }
      if (rate === null) return { child: event.child, counted: null, slices }
      return { child: event.child, counted: true, amount: rate, slices }
    })
}

function priceOn(history: History, child: string, day: Day): number | null {
  const rows = prices(history).filter(
    price => price.child === child && price.from <= day && (price.to === null || price.to > day),
  )
  return rows.length === 0 ? null : rows.reduce((sum, { weekly }) => sum + weekly, 0)
}

const moves = ['moved_nearer', 'moved_foster', 'moved_home']

function moveItems(history: History, window: Window, weeks: number): Item[] {
  return eventsOf(history)
    .filter(({ day, status }) => moves.includes(status) && within(day, window))
    .map(({ child, day, status }) => {
      const [old, now] = [priceOn(history, child, addDays(day, -1)), priceOn(history, child, day)]
      const slices = { destination: status }
      if (old === null || now === null) return { child, counted: null, slices }
      return { child, counted: true, amount: (old - now) * weeks, slices }
    })
}

const events = { sources: [['cohorts'], ['unit_costs']], kind: 'total' } as const
const moved = { over: 'flow', sources: [['cohorts'], ['placements']] } as const

export const avoided: readonly Measure[] = [
  { catalogue: 'FIN-07', ...events, over: 'flow', items: (h, w) => avoidedItems(h, w, () => w.to) },
  { catalogue: 'FIN-07:weekly', ...events, over: 'day', items: (h, w) => weeklyItems(h, w.to) },
  {
    catalogue: 'FIN-07:full_year',
    ...events,
    over: 'flow',
    items: (h, w) => avoidedItems(h, w, event => addDays(event.day, 52 * 7)),
  },
  { catalogue: 'FIN-08', ...moved, kind: 'total', items: (h, w) => moveItems(h, w, 52) },
  { catalogue: 'FIN-08:weekly', ...moved, kind: 'mean', items: (h, w) => moveItems(h, w, 1) },
]
