/**
 * EDU but for results and post-16 activity: the virtual school's pictures of each term.
 *
 * Choices made where the specification is silent:
 * - A child of the age is one of 3 or over in care on the day: EDU-01 and EDU-02 are of these, and who is not in the picture
 *   is not known. EDU-03, EDU-08, EDU-10 and EDU-11 are of those in care on the day who are in the picture.
 * - The school term begins on 1 September, 1 January or 1 April, and goes on to the picture's day.
 * - EDU-02: no day of a meeting is no meeting. EDU-03: of the rated; a plan of this term with a blank rating is not known.
 * - EDU-04 and EDU-05 are of pupils with sessions. EDU-10: a school without a grade is left out and counted as not known.
 * - A blank in EDU-06, EDU-08 and EDU-11 is not known and stays in (local-extracts.md 1.5); in EDU-07 it is not known.
 * - A sum (sessions, exclusions) has for denominator how many numbers were added.
 * - Over an academic year the latest picture of each of its terms is added, with the pupils of that picture's day: EDU-05
 *   by a pupil's sessions of the year together, EDU-06 by any suspension of the year.
 */
import { addDays, addMonths, type Day, make, rollingStart, type Window } from './calendar.ts'
import { amount, local, pictureAt, yesNo } from './extracts.ts'
import { childrenInCare, type History, inCareEveryDay, inCareOn } from './history.ts'
import { type Item, type Measure, sourceAt } from './measure.ts'
import { code, dayOrNull, type Row } from './read.ts'

/** '2025/26', '2025-26' and '202526' are the year that begins in 2025. */
export const firstYear = (text: string): number => Number(/^(\d{4})[/-]?\d{2}$/.exec(text)?.[1] ?? 0)

const childOf = (row: Row): string => code(row.cell('child_id'))
const asAt = (row: Row): Day => dayOrNull(row.cell('as_at')) ?? ''

const picture = (history: History, day: Day): ReturnType<typeof pictureAt> =>
  pictureAt(history.extracts.get('education'), day)

function termStart(row: Row): Day {
  const y = firstYear(row.cell('academic_year'))
  const term = local(row.cell('term'))
  return term === 'autumn' ? make(y, 9, 1) : make(y + 1, term === 'spring' ? 1 : 4, 1)
}

function inTerm(row: Row, column: string): boolean {
  const on = dayOrNull(row.cell(column))
  return on !== null && on >= termStart(row) && on <= asAt(row)
}

type Test = (row: Row) => boolean | null | 'out of scope'

/** Children of 3 and over in care on the day: by their row, not known without one. */
function ofAge(history: History, day: Day, test: (row: Row) => boolean): Item[] {
  const rows = new Map((picture(history, day)?.rows ?? []).map(row => [childOf(row), row]))
  return childrenInCare(history, day)
    .filter(({ person, age }) => rows.has(person.id) || (age ?? 0) >= 3)
    .map(({ person }) => {
      const row = rows.get(person.id)
      return { child: person.id, counted: row ? test(row) : null }
    })
}

function itemsBy(rows: readonly Row[], test: Test): Item[] {
  const items: Item[] = []
  for (const row of rows) {
    const counted = test(row)
    if (counted !== 'out of scope') items.push({ child: childOf(row), counted })
  }
  return items
}

const inPicture = (history: History, day: Day): Row[] =>
  (picture(history, day)?.rows ?? []).filter(row => inCareOn(history, childOf(row), day))

/** Rows of the pictures that a window adds up: of a term the one in use, of an academic year the last of each term. */
function added(history: History, window: Window): Row[] {
  const found = picture(history, window.to)
  if (window.name !== 'academic year') return [...(found?.rows ?? [])]
  const rows: Row[] = []
  const terms = new Set<string>()
  for (let one = found; one && one.asAt >= window.from; one = picture(history, addDays(one.asAt, -1))) {
    const term = local(one.rows[0]?.cell('term') ?? '')
    if (!terms.has(term)) rows.push(...one.rows)
    terms.add(term)
  }
  return rows
}

/** Of these, pupils in care for 12 months to the picture's day. */
const settled = (history: History, window: Window): Row[] =>
  added(history, window).filter(row => inCareEveryDay(history, childOf(row), rollingStart(asAt(row), 12), asAt(row)))

const withSessions = (history: History, window: Window): Row[] =>
  settled(history, window).filter(row => amount(row.cell('sessions_possible')) !== null)

const sessions = (history: History, window: Window, column: string): Item[] =>
  withSessions(history, window).map(row => ({
    child: childOf(row),
    counted: true,
    amount: amount(row.cell(column)) ?? 0,
  }))

const sessionsPossible = (history: History, window: Window): number =>
  sessions(history, window, 'sessions_possible').reduce((sum, item) => sum + (item.amount ?? 0), 0)

function persistent(history: History, window: Window): Item[] {
  const byChild = new Map<string, { possible: number; absent: number }>()
  for (const row of withSessions(history, window)) {
    const sum = byChild.get(childOf(row)) ?? { possible: 0, absent: 0 }
    sum.possible += amount(row.cell('sessions_possible')) ?? 0
    sum.absent += amount(row.cell('sessions_absent')) ?? 0
    byChild.set(childOf(row), sum)
  }
  return [...byChild]
    .filter(([, { possible }]) => possible > 0)
    .map(([child, { possible, absent }]) => ({ child, counted: absent * 10 >= possible }))
}

function suspended(history: History, window: Window): Item[] {
  const byChild = new Map<string, boolean | null>()
  for (const row of settled(history, window)) {
    const times = amount(row.cell('suspensions'))
    const before = byChild.get(childOf(row))
    const now = times === null ? null : times > 0
    byChild.set(childOf(row), before || now ? true : before === null || now === null ? null : false)
  }
  return [...byChild].map(([child, counted]) => ({ child, counted }))
}

const exclusions = (history: History, window: Window): Item[] =>
  added(history, window)
    .filter(row => inCareOn(history, childOf(row), asAt(row)))
    .map(row => {
      const times = amount(row.cell('perm_exclusions'))
      return { child: childOf(row), counted: times === null ? null : true, amount: times ?? 0 }
    })

const isGood = (grade: string): boolean | null => {
  if (grade === 'good' || grade === 'outstanding') return true
  return grade === 'requires_improvement' || grade === 'inadequate' ? false : null
}

const rated: Test = row => {
  const quality = local(row.cell('pep_quality'))
  if (quality === 'not_rated' || (quality === '' && !inTerm(row, 'pep_date'))) return 'out of scope'
  return isGood(quality)
}

function planWithinYear(row: Row): boolean {
  const on = dayOrNull(row.cell('pep_date'))
  return on !== null && on <= asAt(row) && addMonths(on, 12) >= asAt(row)
}

const sen =
  (wanted: string): Test =>
  row => {
    const provision = code(row.cell('sen_provision'))
    return ['N', 'K', 'E'].includes(provision) ? provision === wanted : null
  }

const planSources = ['education', 'ssd_person']

/** By the picture in use, or else by the flag of the dataset: of those in care of 3 and over. */
function withPlan(history: History, window: Window): Item[] {
  if (sourceAt(history, planSources, window.to, window.to) === 'education') {
    return itemsBy(inPicture(history, window.to), sen('E'))
  }
  const rows = history.extracts.get('ssd_person')?.rows ?? []
  const flags = new Map(rows.map(row => [code(row.cell('pers_person_id')), yesNo(row.cell('pers_send_flag'))]))
  return childrenInCare(history, window.to)
    .filter(({ age }) => age === null || age >= 3)
    .map(({ person }) => ({ child: person.id, counted: flags.get(person.id) ?? null }))
}

const measure = (
  catalogue: string,
  kind: Measure['kind'],
  items: (history: History, window: Window) => Item[],
  denominator?: (history: History, window: Window) => number,
): Measure => ({
  catalogue,
  over: 'school',
  kind,
  heldFrom: (_, w) => w.to,
  sources: [['return'], ['education']],
  items,
  ...(denominator ? { denominator } : {}),
})

const stock = (catalogue: string, kind: Measure['kind'], test: Test): Measure =>
  measure(catalogue, kind, (h, w) => itemsBy(inPicture(h, w.to), test))

export const education: readonly Measure[] = [
  measure('EDU-01', 'share', (h, w) => ofAge(h, w.to, row => inTerm(row, 'pep_date'))),
  measure('EDU-01:within_12_months', 'share', (h, w) => ofAge(h, w.to, planWithinYear)),
  measure('EDU-02', 'share', (h, w) => ofAge(h, w.to, row => inTerm(row, 'pep_meeting_date'))),
  stock('EDU-03', 'share', rated),
  measure('EDU-04', 'count', (h, w) => sessions(h, w, 'sessions_absent'), sessionsPossible),
  measure('EDU-04:missed', 'mean', (h, w) => sessions(h, w, 'sessions_absent')),
  measure('EDU-04:possible', 'mean', (h, w) => sessions(h, w, 'sessions_possible')),
  measure('EDU-05', 'share', persistent),
  measure('EDU-06', 'share of all', suspended),
  measure('EDU-07', 'mean', exclusions),
  stock('EDU-08', 'share of all', row => yesNo(row.cell('reduced_timetable'))),
  stock('EDU-10', 'share', row => isGood(local(row.cell('school_ofsted_grade')))),
  stock('EDU-11:sen_support', 'share of all', sen('K')),
  { ...measure('EDU-11:ehcp', 'share of all', withPlan), sources: [['return'], planSources] },
]
