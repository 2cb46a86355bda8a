/**
 * HOM: our own children's homes, their Ofsted grades and their independent visits (extract homes).
 *
 * Choices made where the specification is silent:
 * - A home registered again after it closed stays closed: "no `closed` <= d".
 * - A home without a graded inspection has no grade: it stays in the denominator ("registered homes"), not known.
 * - "Inspected this year" is a graded inspection from 1 April to d: HOM-01 is of graded inspections.
 * - HOM-02: of the homes registered on the last day of the window, each has every month of it. A visit without the day its report
 *   was sent has none sent, or is not known where it may still be sent after the extract date. A second visit in the month may be the one whose report was sent.
 */
import { addDays, addMonths, type Day, monthWindow, type Window, yearStart } from './calendar.ts'
import { local } from './extracts.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull } from './read.ts'

type Event = {
  readonly home: string
  readonly day: Day
  readonly type: string
  readonly grade: string
  readonly sent: Day | null
}

function eventsOf(history: History): Event[] {
  const events = (history.extracts.get('homes')?.rows ?? []).map(row => ({
    home: code(row.cell('urn')),
    day: dayOrNull(row.cell('event_date')) ?? '',
    type: local(row.cell('event_type')),
    grade: local(row.cell('grade')),
    sent: dayOrNull(row.cell('report_sent_date')),
  }))
  return events.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function registeredOn(history: History, day: Day): string[] {
  const events = eventsOf(history).filter(one => one.day <= day)
  const homes = new Set(events.filter(({ type }) => type === 'registered').map(({ home }) => home))
  for (const { home, type } of events) if (type === 'closed') homes.delete(home)
  return [...homes]
}

const grades = ['outstanding', 'good', 'requires_improvement', 'inadequate']

function gradeOn(history: History, home: string, day: Day): { readonly grade: string; readonly on: Day } | null {
  let latest: { grade: string; on: Day } | null = null
  for (const event of eventsOf(history)) {
    if (event.home !== home || event.type !== 'inspected' || event.day > day || !grades.includes(event.grade)) continue
    latest = { grade: event.grade, on: event.day }
  }
  return latest
}

const gradeItems = (history: History, day: Day): Item[] =>
  registeredOn(history, day).map(home => ({
    child: home,
    counted: true,
    group: gradeOn(history, home, day)?.grade ?? null,
  }))

const goodItems = (history: History, day: Day): Item[] =>
  gradeItems(history, day).map(({ child, group }) => ({
    child,
    counted: group === null || group === undefined ? null : group === 'outstanding' || group === 'good',
  }))

const inspectedItems = (history: History, day: Day): Item[] =>
  registeredOn(history, day).map(home => ({
    child: home,
    counted: (gradeOn(history, home, day)?.on ?? '') >= yearStart(day),
  }))

function visitItems(history: History, window: Window): Item[] {
  const visits = eventsOf(history).filter(({ type }) => type === 'reg44_visit')
  const items: Item[] = []
  for (const home of registeredOn(history, window.to)) {
    for (let first = monthWindow(window.from).from; first <= window.to; first = addMonths(first, 1)) {
      const next = addMonths(first, 1)
      const due = addDays(addMonths(first, 2), -1)
      const made = visits.filter(one => one.home === home && one.day >= first && one.day < next)
      const sent = made.some(one => one.sent !== null && one.sent <= due)
      const awaited = made.some(one => one.sent === null) && due > (history.extracts.get('homes')?.extracted ?? '')
      items.push({ child: home, counted: sent ? true : awaited ? null : false })
    }
  }
  return items
}

const asAt = { over: 'day', sources: [['homes']] } as const

export const homes: readonly Measure[] = [
  {
    catalogue: 'HOM-01',
    ...asAt,
    kind: 'count',
    by: { dimension: 'grade', codes: grades },
    items: (h, w) => gradeItems(h, w.to),
  },
  { catalogue: 'HOM-01:good_or_better', ...asAt, kind: 'share of all', items: (h, w) => goodItems(h, w.to) },
  { catalogue: 'HOM-01:inspected', ...asAt, kind: 'share', items: (h, w) => inspectedItems(h, w.to) },
  { catalogue: 'HOM-02', over: 'flow', sources: [['homes']], kind: 'share of all', items: visitItems },
]
