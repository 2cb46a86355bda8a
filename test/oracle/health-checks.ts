/**
 * HLT-01, HLT-02 and HLT-03 as they stand: health assessments and dental checks, from the Standard Safeguarding Dataset or
 * else the last of each in Annex A list 8.
 *
 * Choices made where the specification is silent:
 * - "Within n months" of a day: the anniversary is not before the day (indicators.md section 9, 5).
 * - HLT-01: an initial assessment is due from the 20th working day, so only assessments of the present period count; where
 *   its start is not held, any does. Whether a child whose start is not held has been in care for 20 working days is
 *   settled by the earliest day held, else unknown. Age under 5 is at the day.
 * - HLT-03 is of all children in care. Without a row in the dataset a child had no check: the table holds history. In list 8
 *   a blank is no check, and who is not in the list is not known.
 * - Unknowns stay in the denominator as not counted, as in the yearly measures (decision 32); not in HLT-02.
 * - HLT-02: due on the 20th working day after the start, every period counting; left out when ended before that day. From
 *   list 8 the first is on time where the last is; where the last is later, the first is not known.
 * - What looks back over a history is not measured until that history is held.
 */
import { addDays, addMonths, addWorkingDays, type Day, rollingStart, type Window } from './calendar.ts'
import { pictureAt } from './extracts.ts'
import { within } from './flows.ts'
import { childrenInCare, type History } from './history.ts'
import { type Item, type Measure, sourceAt } from './measure.ts'
import type { Period } from './periods.ts'
import { code, dayOrNull } from './read.ts'

export type Check = 'assessment' | 'dental' | 'development'
type Checked = { readonly kind: Check; readonly on: Day }

/** What the free text of a health check means; null where nothing is made of it. */
function kindOf(text: string, healthCheckIsAssessment: boolean): Check | null {
  const words = text.toLowerCase()
  if (words.includes('dent')) return 'dental'
  if (isAssessment(text)) return 'assessment'
  if (words.includes('optic')) return null
  if (healthCheckIsAssessment && words.includes('health check')) return 'assessment'
  return words.includes('check') || words.includes('surveillance') ? 'development' : null
}

const isAssessment = (text: string): boolean => /assess|\biha\b|\brha\b/i.test(text)

const checksOf = new WeakMap<History, ReadonlyMap<string, readonly Checked[]>>()

/** Completed checks by child, by day. */
function checks(history: History): ReadonlyMap<string, readonly Checked[]> {
  const known = checksOf.get(history)
  if (known) return known
  const rows = history.extracts.get('ssd_cla_health')?.rows ?? []
  const typed = rows.some(row => isAssessment(row.cell('CLAH_HEALTH_CHECK_TYPE')))
  const byChild = new Map<string, Checked[]>()
  for (const row of rows) {
    const kind = kindOf(row.cell('CLAH_HEALTH_CHECK_TYPE'), !typed)
    const on = dayOrNull(row.cell('CLAH_HEALTH_CHECK_DATE'))
    const status = code(row.cell('CLAH_HEALTH_CHECK_STATUS'))
    if (kind === null || on === null || (status !== 'COMPLETED' && status !== '')) continue
    const child = code(row.cell('CLAH_PERSON_ID'))
    const list = byChild.get(child) ?? []
    list.push({ kind, on })
    byChild.set(child, list)
  }
  for (const list of byChild.values()) list.sort((a, b) => (a.on < b.on ? -1 : 1))
  checksOf.set(history, byChild)
  return byChild
}

export const latest = (history: History, child: string, kind: Check, from: Day, to: Day): Day | null =>
  (checks(history).get(child) ?? []).findLast(one => one.kind === kind && one.on >= from && one.on <= to)?.on ?? null

/** Is the day within so many months of the later one? */
export const recent = (on: Day | null, months: number, day: Day): boolean =>
  on !== null && on <= day && addMonths(on, months) >= day

const sources = ['ssd_cla_health', 'list_8']

const columns = { assessment: 'DATE OF LAST HEALTH ASSESSMENT', dental: 'DATE OF LAST DENTAL CHECK' }

/** Of every child in the list of a day, the day of the last check of a kind. */
function lastInList(history: History, kind: 'assessment' | 'dental', day: Day): Map<string, Day | null> {
  const rows = pictureAt(history.extracts.get('list_8'), day)?.rows ?? []
  return new Map(rows.map(row => [code(row.cell('CHILD UNIQUE ID')), dayOrNull(row.cell(columns[kind]))]))
}

/** The last check on or before the day, not before another; undefined where it is not known. */
function lastCheck(
  history: History,
  kind: 'assessment' | 'dental',
  day: Day,
): (child: string, from: Day) => Day | null | undefined {
  if (sourceAt(history, sources, rollingStart(day, 12), day) === 'ssd_cla_health') {
    return (child, from) => latest(history, child, kind, from, day)
  }
  const list = lastInList(history, kind, day)
  return (child, from) => {
    const on = list.get(child)
    return on === undefined || on === null || on >= from ? on : null
  }
}

function assessed(history: History, window: Window): Item[] {
  const items: Item[] = []
  const last = lastCheck(history, 'assessment', window.to)
  for (const { person, period, age } of childrenInCare(history, window.to)) {
    const settled = addWorkingDays(period.start, 20) <= window.to
    if (!settled && period.startHeld) continue
    const on = last(person.id, period.startHeld ? period.start : '0001-01-01')
    const known = age !== null && settled && on !== undefined
    items.push({ child: person.id, counted: known ? recent(on, age < 5 ? 6 : 12, window.to) : null })
  }
  return items
}

function dental(history: History, window: Window): Item[] {
  const last = lastCheck(history, 'dental', window.to)
  return childrenInCare(history, window.to).map(({ person }) => {
    const on = last(person.id, '0001-01-01')
    return { child: person.id, counted: on === undefined ? null : recent(on, 12, window.to) }
  })
}

/** Whether the first assessment of a period was by the day it was due. */
function firstInTime(history: History, window: Window): (period: Period, due: Day) => boolean | null {
  if (sourceAt(history, sources, startsDueFrom(window.from), window.to) === 'ssd_cla_health') {
    return (period, due) => {
      const all = checks(history).get(period.child) ?? []
      const first = all.find(one => one.kind === 'assessment' && one.on >= period.start)
      return first !== undefined && first.on <= due
    }
  }
  const list = lastInList(history, 'assessment', window.to)
  return (period, due) => {
    const on = list.get(period.child)
    if (on === undefined) return null
    if (on === null || on < period.start) return false
    return on <= due ? true : null
  }
}

function firstAssessments(history: History, window: Window): Item[] {
  const items: Item[] = []
  const inTime = firstInTime(history, window)
  for (const period of history.periods) {
    if (!period.isStart) continue
    const due = addWorkingDays(period.start, 20)
    if (!within(due, window) || (period.end !== null && period.end < due)) continue
    items.push({ child: period.child, counted: inTime(period, due) })
  }
  return items
}

/** The earliest day whose 20th working day after it is not before the day. */
function startsDueFrom(day: Day): Day {
  let start = day
  while (addWorkingDays(addDays(start, -1), 20) >= day) start = addDays(start, -1)
  return start
}

const stock = {
  over: 'day',
  kind: 'share of all',
  heldFrom: (_: History, w: Window): Day => rollingStart(w.to, 12),
} as const

export const healthChecks: readonly Measure[] = [
  { catalogue: 'HLT-01:in_year', ...stock, sources: [['return'], sources], items: assessed },
  {
    catalogue: 'HLT-02',
    over: 'flow',
    kind: 'share',
    heldFrom: (_, w) => startsDueFrom(w.from),
    sources: [['return'], sources],
    items: firstAssessments,
  },
  { catalogue: 'HLT-03:in_year', ...stock, sources: [['return'], sources], items: dental },
]
