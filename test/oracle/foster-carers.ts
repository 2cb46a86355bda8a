/**
 * FOS-09, 10, 12 and 13: the recruitment and support of foster carers (extract foster_events).
 *
 * Choices made where the specification is silent:
 * - FOS-10: a visit counts for its days where it is the first of its enquiry; one without an enquiry is not known.
 * - FOS-13: a household without a month wholly approved gives none. Both parts are of all households.
 */
import { addDays, addMonths, type Day, daysBetween, monthWindow, type Window } from './calendar.ts'
import { local } from './extracts.ts'
import { within } from './flows.ts'
import { approvedOn } from './fostering.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull } from './read.ts'

type Event = { readonly subject: string; readonly day: Day; readonly slices: Record<string, string | null> }

function eventsOf(history: History, type: string): Event[] {
  return (history.extracts.get('foster_events')?.rows ?? [])
    .filter(row => local(row.cell('event_type')) === type)
    .map(row => ({
      subject: code(row.cell('subject_id')),
      day: dayOrNull(row.cell('event_date')) ?? '',
      slices: { source: local(row.cell('source')) || null, team: row.cell('team') || null },
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

const eventItems = (history: History, window: Window, type: string): Item[] =>
  eventsOf(history, type)
    .filter(({ day }) => within(day, window))
    .map(({ subject, slices }) => ({ child: subject, counted: true, slices }))

function daysToVisit(history: History, window: Window): Item[] {
  const enquired = new Map(eventsOf(history, 'enquiry').map(({ subject, day }) => [subject, day]))
  const firsts = new Map<string, Day>()
  for (const { subject, day } of eventsOf(history, 'home_visit')) if (!firsts.has(subject)) firsts.set(subject, day)
  const items: Item[] = []
  for (const [subject, day] of firsts) {
    if (!within(day, window)) continue
    const from = enquired.get(subject)
    items.push(
      from === undefined
        ? { child: subject, counted: null }
        : { child: subject, counted: true, amount: daysBetween(from, day) },
    )
  }
  return items
}

function conversions(history: History, window: Window): Item[] {
  const started = eventsOf(history, 'assessment_started').filter(({ day }) => day <= window.to)
  return eventsOf(history, 'home_visit')
    .filter(({ day }) => within(day, window))
    .map(({ subject, day }) => ({
      child: subject,
      counted: started.some(one => one.subject === subject && one.day >= day),
    }))
}

function reviewed(history: History, day: Day): Item[] {
  const reviews = eventsOf(history, 'annual_review').filter(one => one.day <= day)
  return approvedOn(history, day).map(({ household, approved, type }) => {
    let latest = approved
    for (const one of reviews) if (one.subject === household && one.day > latest) latest = one.day
    return { child: household, counted: addMonths(latest, 12) >= day, slices: { care_type: type } }
  })
}

function visitMonths(history: History, window: Window): Item[] {
  const visits = eventsOf(history, 'supervision_visit')
  const items: Item[] = []
  for (let first = window.from; first <= window.to; first = addMonths(first, 1)) {
    const month = monthWindow(first)
    const last = addDays(addMonths(month.from, 1), -1)
    let whole = approvedOn(history, month.from)
    for (let day = month.from; day <= last; day = addDays(day, 1)) {
      const now = new Set(approvedOn(history, day).map(({ household }) => household))
      whole = whole.filter(({ household }) => now.has(household))
    }
    for (const { household } of whole) {
      const counted = visits.some(one => one.subject === household && one.day >= month.from && one.day <= last)
      items.push({ child: household, counted })
    }
  }
  return items
}

const events = { sources: [['foster_events']], over: 'flow' } as const

export const fosterCarers: readonly Measure[] = [
  { catalogue: 'FOS-09', ...events, kind: 'count', slicedBy: ['source'], items: (h, w) => eventItems(h, w, 'enquiry') },
  { catalogue: 'FOS-10:days', ...events, kind: 'mean', items: daysToVisit },
  { catalogue: 'FOS-10:conversion', ...events, kind: 'share', items: conversions },
  {
    catalogue: 'FOS-12',
    ...events,
    kind: 'count',
    slicedBy: ['team'],
    items: (h, w) => eventItems(h, w, 'connected_request'),
  },
  {
    catalogue: 'FOS-13:annual_review',
    over: 'day',
    sources: [['foster_events'], ['foster_households']],
    kind: 'share',
    heldFrom: (_, w) => addDays(addMonths(w.to, -12), 1),
    slicedBy: ['care_type'],
    items: (h, w) => reviewed(h, w.to),
  },
  {
    catalogue: 'FOS-13:supervision_visit',
    over: 'flow',
    sources: [['foster_events'], ['foster_households']],
    kind: 'share',
    items: visitMonths,
  },
]
