/**
 * HLT and OFF within the year, from the Standard Safeguarding Dataset, and HLT-02: beside the yearly figures of the
 * return and never merged with them.
 *
 * Choices made where the specification is silent:
 * - "Within n months" of a day: the anniversary is not before the day (indicators.md section 9, 5).
 * - HLT-01: an initial assessment is due from the 20th working day, so only assessments of the present period count; where
 *   its start is not held, any does. Whether a child whose start is not held has been in care for 20 working days is
 *   settled by the earliest day held, else unknown. Age under 5 is at the day.
 * - HLT-03 is of all children in care. A child without a row had no check: the tables hold history.
 * - HLT-04: the picture of the extract date. Without a row or with a blank the child is unknown.
 * - HLT-05: an SDQ with a day within 12 months; one with a reason and no score is not completed.
 * - HLT-06: the latest dated SDQ within 12 months; a reason there is out of scope, neither reason nor score unknown.
 * - Unknowns stay in the denominator as not counted, as in the yearly measures (decision 32).
 * - HLT-02: due on the 20th working day after the start, every period counting; left out when ended before that day.
 * - What looks back 12 months is not measured until they are held.
 */
import { addDays, addMonths, addWorkingDays, type Day, rollingStart, type Window } from './calendar.ts'
import { pictureAt, yesNo } from './extracts.ts'
import { within } from './flows.ts'
import { childrenInCare, type History, inCareEveryDay, type Spot } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull, type Row } from './read.ts'

type Check = 'assessment' | 'dental' | 'development'
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

const latest = (history: History, child: string, kind: Check, from: Day, to: Day): Day | null =>
  (checks(history).get(child) ?? []).findLast(one => one.kind === kind && one.on >= from && one.on <= to)?.on ?? null

/** Is the day within so many months of the later one? */
const recent = (on: Day | null, months: number, day: Day): boolean =>
  on !== null && on <= day && addMonths(on, months) >= day

function assessed(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const { person, period, age } of childrenInCare(history, window.to)) {
    const settled = addWorkingDays(period.start, 20) <= window.to
    if (!settled && period.startHeld) continue
    const from = period.startHeld ? period.start : '0001-01-01'
    const last = latest(history, person.id, 'assessment', from, window.to)
    const counted = age === null || !settled ? null : recent(last, age < 5 ? 6 : 12, window.to)
    items.push({ child: person.id, counted })
  }
  return items
}

const dental = (history: History, window: Window): Item[] =>
  childrenInCare(history, window.to).map(({ person }) => ({
    child: person.id,
    counted: recent(latest(history, person.id, 'dental', '0001-01-01', window.to), 12, window.to),
  }))

function firstAssessments(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const period of history.periods) {
    if (!period.isStart) continue
    const due = addWorkingDays(period.start, 20)
    if (!within(due, window) || (period.end !== null && period.end < due)) continue
    const first = (checks(history).get(period.child) ?? []).find(
      one => one.kind === 'assessment' && one.on >= period.start,
    )
    items.push({ child: period.child, counted: first !== undefined && first.on <= due })
  }
  return items
}

/** 12M(d), of some ages (both ends included); a child of unknown age is unknown. */
function cohort(history: History, day: Day, from: number, to: number): Spot[] {
  return childrenInCare(history, day).filter(
    ({ person, age }) =>
      inCareEveryDay(history, person.id, rollingStart(day, 12), day) && (age === null || (age >= from && age <= to)),
  )
}

type Test = (history: History, child: string, day: Day) => boolean | null | 'out of scope'

function cohortItems(history: History, window: Window, from: number, to: number, test: Test): Item[] {
  const items: Item[] = []
  for (const { person, age } of cohort(history, window.to, from, to)) {
    const found = test(history, person.id, window.to)
    if (found === 'out of scope') continue
    const unknownAge = age === null && (from > 0 || to < 17)
    items.push({ child: person.id, counted: unknownAge ? null : found })
  }
  return items
}

const rowsOf = (history: History, table: string, personColumn: string, child: string): readonly Row[] =>
  (history.extracts.get(table)?.rows ?? []).filter(row => code(row.cell(personColumn)) === child)

const immunised: Test = (history, child, day) => {
  const picture = pictureAt(history.extracts.get('ssd_cla_immunisations'), day)
  const row = picture?.rows.findLast(one => code(one.cell('CLAI_PERSON_ID')) === child)
  return row ? yesNo(row.cell('CLAI_IMMUNISATIONS_STATUS')) : null
}

const checkedForDevelopment: Test = (history, child, day) =>
  recent(latest(history, child, 'development', '0001-01-01', day), 12, day)

const sdqDay = 'CSDQ_SDQ_COMPLETED_DATE'

/** The latest dated SDQ within 12 months: its score, 'reason', null where it has neither, or none. */
function sdq(history: History, child: string, day: Day): number | 'reason' | null | undefined {
  const rows = rowsOf(history, 'ssd_sdq_scores', 'CSDQ_PERSON_ID', child)
  let last: Row | undefined
  for (const row of rows) {
    const on = dayOrNull(row.cell(sdqDay))
    if (!recent(on, 12, day)) continue
    if (last === undefined || (dayOrNull(last.cell(sdqDay)) ?? '') <= (on ?? '')) last = row
  }
  if (last === undefined) return undefined
  const text = last.cell('CSDQ_SDQ_SCORE')
  if (/^\d{1,2}$/.test(text) && Number(text) <= 40) return Number(text)
  return /^SDQ[1-5]$/.test(code(last.cell('CSDQ_SDQ_REASON'))) ? 'reason' : null
}

const completed: Test = (history, child, day) => {
  const found = sdq(history, child, day)
  return found !== undefined && found !== 'reason'
}

function scored(history: History, window: Window, counted: (score: number) => boolean): Item[] {
  return cohortItems(history, window, 5, 16, (h, child, day) => {
    const found = sdq(h, child, day)
    return found === undefined || found === 'reason' ? 'out of scope' : found === null ? null : counted(found)
  })
}

const scores = (history: History, window: Window): Item[] =>
  scored(history, window, () => true).map(item => ({
    ...item,
    amount: item.counted ? Number(sdq(history, item.child, window.to)) : 0,
  }))

const lastYear = (row: Row, column: string, day: Day): boolean =>
  within(dayOrNull(row.cell(column)), { name: '', from: rollingStart(day, 12), to: day })

const misuses = (history: History, child: string, day: Day): Row[] =>
  rowsOf(history, 'ssd_cla_substance_misuse', 'CLAS_PERSON_ID', child).filter(row =>
    lastYear(row, 'CLAS_SUBSTANCE_MISUSE_DATE', day),
  )

const misused: Test = (history, child, day) => misuses(history, child, day).length > 0

const helped: Test = (history, child, day) => {
  const rows = misuses(history, child, day).map(row => yesNo(row.cell('CLAS_INTERVENTION_RECEIVED')))
  if (rows.length === 0) return 'out of scope'
  return rows.includes(true) ? true : rows.includes(null) ? null : false
}

const convicted: Test = (history, child, day) =>
  rowsOf(history, 'ssd_cla_convictions', 'CLAC_PERSON_ID', child).some(row =>
    lastYear(row, 'CLAC_CLA_CONVICTION_DATE', day),
  )

function measure(
  catalogue: string,
  tables: readonly string[],
  kind: Measure['kind'],
  items: (history: History, window: Window) => Item[],
): Measure {
  const heldFrom = (_: History, window: Window): Day => rollingStart(window.to, 12)
  return { catalogue, over: 'day', kind, heldFrom, sources: [['return'], tables], items }
}

const health = ['ssd_cla_health', 'list_8']

const ofCohort =
  (test: Test, from = 0, to = 17) =>
  (history: History, window: Window): Item[] =>
    cohortItems(history, window, from, to, test)

/** The earliest day whose 20th working day after it is not before the day. */
function startsDueFrom(day: Day): Day {
  let start = day
  while (addWorkingDays(addDays(start, -1), 20) >= day) start = addDays(start, -1)
  return start
}

const band = (part: string, from: number, to: number): Measure =>
  measure(`HLT-06:${part}:in_year`, ['ssd_sdq_scores'], 'share', (h, w) =>
    scored(h, w, score => score >= from && score <= to),
  )

export const healthInYear: readonly Measure[] = [
  measure('HLT-01:in_year', health, 'share of all', assessed),
  {
    catalogue: 'HLT-02',
    over: 'flow',
    kind: 'share',
    heldFrom: (_, w) => startsDueFrom(w.from),
    sources: [['return'], health],
    items: firstAssessments,
  },
  measure('HLT-03:in_year', health, 'share of all', dental),
  measure('HLT-04:in_year', ['ssd_cla_immunisations'], 'share of all', ofCohort(immunised)),
  measure('HLT-05:in_year', ['ssd_sdq_scores'], 'share of all', ofCohort(completed, 4, 16)),
  measure('HLT-06:in_year', ['ssd_sdq_scores'], 'mean', scores),
  band('normal', 0, 13),
  band('borderline', 14, 16),
  band('concern', 17, 40),
  measure('HLT-07:in_year', health, 'share of all', ofCohort(checkedForDevelopment, 0, 4)),
  measure('HLT-08:in_year', ['ssd_cla_substance_misuse'], 'share of all', ofCohort(misused)),
  measure('HLT-08:received:in_year', ['ssd_cla_substance_misuse'], 'share of all', ofCohort(helped)),
  measure('OFF-01:in_year', ['ssd_cla_convictions'], 'share of all', ofCohort(convicted, 10, 17)),
]
