/**
 * HLT and OFF within the year, from the Standard Safeguarding Dataset: beside the yearly figures of the return and never
 * merged with them. All are of children in care for 12 months to the day, who must be held for as long.
 *
 * Choices made where the specification is silent:
 * - HLT-04: the picture of the extract date. Without a row or with a blank the child is unknown.
 * - HLT-05 and HLT-06: the latest scored SDQ within 12 months. One without a score is not completed (what is received and
 *   not yet put in is a figure of its own, local-extracts.md 4.11) and not among the scored.
 * - Of other events, those of the 12 months to the day. A child without a row had none: the tables hold history.
 * - Unknowns stay in the denominator as not counted, as in the yearly measures (decision 32).
 */
import { type Day, rollingStart, type Window } from './calendar.ts'
import { pictureAt, yesNo } from './extracts.ts'
import { within } from './flows.ts'
import { healthChecks, latest, recent } from './health-checks.ts'
import { childrenInCare, type History, inCareEveryDay, type Spot } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull, type Row } from './read.ts'

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

/** The score of the latest scored SDQ within 12 months. */
function score(history: History, child: string, day: Day): number | null {
  let last: Day | null = null
  let found: number | null = null
  for (const row of rowsOf(history, 'ssd_sdq_scores', 'CSDQ_PERSON_ID', child)) {
    const [on, text] = [dayOrNull(row.cell(sdqDay)), row.cell('CSDQ_SDQ_SCORE')]
    if (on === null || !recent(on, 12, day) || !/^\d{1,2}$/.test(text) || Number(text) > 40) continue
    if (last === null || last <= on) [last, found] = [on, Number(text)]
  }
  return found
}

const completed: Test = (history, child, day) => score(history, child, day) !== null

function scored(history: History, window: Window, counted: (score: number) => boolean): Item[] {
  return cohortItems(history, window, 5, 16, (h, child, day) => {
    const found = score(h, child, day)
    return found === null ? 'out of scope' : counted(found)
  })
}

const scores = (history: History, window: Window): Item[] =>
  scored(history, window, () => true).map(item => ({
    ...item,
    amount: item.counted ? (score(history, item.child, window.to) ?? 0) : 0,
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

const ofCohort =
  (test: Test, from = 0, to = 17) =>
  (history: History, window: Window): Item[] =>
    cohortItems(history, window, from, to, test)

const band = (part: string, from: number, to: number): Measure =>
  measure(`HLT-06:${part}:in_year`, ['ssd_sdq_scores'], 'share', (h, w) =>
    scored(h, w, score => score >= from && score <= to),
  )

export const healthInYear: readonly Measure[] = [
  ...healthChecks,
  measure('HLT-04:in_year', ['ssd_cla_immunisations'], 'share of all', ofCohort(immunised)),
  measure('HLT-05:in_year', ['ssd_sdq_scores'], 'share of all', ofCohort(completed, 4, 16)),
  measure('HLT-06:in_year', ['ssd_sdq_scores'], 'mean', scores),
  band('normal', 0, 13),
  band('borderline', 14, 16),
  band('concern', 17, 40),
  measure('HLT-07:in_year', ['ssd_cla_health'], 'share of all', ofCohort(checkedForDevelopment, 0, 4)),
  measure('HLT-08:in_year', ['ssd_cla_substance_misuse'], 'share of all', ofCohort(misused)),
  measure('HLT-08:received:in_year', ['ssd_cla_substance_misuse'], 'share of all', ofCohort(helped)),
  measure('OFF-01:in_year', ['ssd_cla_convictions'], 'share of all', ofCohort(convicted, 10, 17)),
]
