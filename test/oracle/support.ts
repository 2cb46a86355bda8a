/**
 * FUT-01 to FUT-03, FUT-05 and MIS-04: help at the edge of care and in placements (local-extracts.md 3.2).
 *
 * Choices made where the specification is silent:
 * - Supported in a window: begun on or before its last day, and not over on or before its first. Measures of a day are of all supported to it.
 * - One item a child: kept where every support of the window kept them; unknown where none failed and one cannot be told.
 * - FUT-01: a start of care is one with RNE S, the first and the last day of the months included.
 * - FUT-02: a child not in care on the first day, or whose placement is not known, cannot be told; one who has left care is not in the same placement.
 * - FUT-05: `no_earlier_need` is of those with a life coach whose earlier need is known; a need that any row knew of was known. Sex by the
 *   return, else the dataset, else the row.
 * - MIS-04: incidents of kind M by their first day. Children whose six months before are not all held are left out of it, as are those
 *   whose support begins on the day.
 */
import { addMonths, type Day, type Window } from './calendar.ts'
import { local, yesNo } from './extracts.ts'
import { type History, spotOf } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull, type Row } from './read.ts'

type Support = {
  readonly child: string
  readonly kind: string
  readonly from: Day
  readonly to: Day | null
  readonly row: Row
}

function supports(history: History): Support[] {
  const found: Support[] = []
  for (const row of history.extracts.get('support')?.rows ?? []) {
    const from = dayOrNull(row.cell('START_DATE'))
    const to = dayOrNull(row.cell('END_DATE'))
    // A spell of no length is kept out of every count (1.4).
    if (from === null || from === to) continue
    found.push({ child: code(row.cell('CHILD_ID')), kind: local(row.cell('SUPPORT_TYPE')), from, to, row })
  }
  return found
}

const says = ({ row }: Support, column: string): boolean => yesNo(row.cell(column)) === true

const supportedIn = (history: History, window: Window, test: (support: Support) => boolean = () => true): Support[] =>
  supports(history).filter(one => one.from <= window.to && (one.to === null || one.to > window.from) && test(one))

const earlier = (a: Day | null, b: Day): Day => (a !== null && a < b ? a : b)

/** One item a child: false if any is, else null if any is, else true. */
function eachChild(some: readonly Support[], success: (support: Support) => boolean | null): Item[] {
  const byChild = new Map<string, boolean | null>()
  for (const one of some) {
    const [before, now] = [byChild.get(one.child), success(one)]
    byChild.set(one.child, before === false || now === false ? false : before === null || now === null ? null : true)
  }
  return [...byChild].map(([child, counted]) => ({ child, counted }))
}

function keptAtHome(history: History, window: Window): Item[] {
  const some = supportedIn(history, window, one => says(one, 'EDGE_OF_CARE'))
  return eachChild(some, ({ child, from, to }) => {
    const last = earlier(to === null ? null : addMonths(to, 6), window.to)
    const periods = history.periodsOfChild.get(child) ?? []
    return !periods.some(period => period.isStart && period.start >= from && period.start <= last)
  })
}

function placementKept(history: History, window: Window): Item[] {
  const some = supportedIn(history, window, one => says(one, 'FRAGILE_PLACEMENT') && says(one, 'HIGH_RISK'))
  return eachChild(some, ({ child, from, to }) => {
    const [first, last] = [spotOf(history, child, from), spotOf(history, child, earlier(to, window.to))]
    if (!first?.placement) return null
    if (!last) return false
    return last.placement === null ? null : last.placement === first.placement
  })
}

const counted = (children: Iterable<string>): Item[] => [...new Set(children)].map(child => ({ child, counted: true }))

const supportedBy =
  (test: (support: Support) => boolean) =>
  (history: History, window: Window): Item[] =>
    counted(supportedIn(history, window, test).map(({ child }) => child))

/** Everyone supported by the day, with their rows. */
function allSupported(history: History, day: Day): Map<string, Support[]> {
  const byChild = new Map<string, Support[]>()
  for (const one of supports(history)) {
    if (one.from <= day) byChild.set(one.child, [...(byChild.get(one.child) ?? []), one])
  }
  return byChild
}

/** Three-valued: any that is true, else null where one is not known. */
const any = (answers: readonly (boolean | null)[]): boolean | null =>
  answers.includes(true) ? true : answers.includes(null) ? null : false
const both = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true
const not = (a: boolean | null): boolean | null => (a === null ? null : !a)

function findings(history: History, window: Window): Item[] {
  return [...allSupported(history, window.to)].map(([child, rows]) => ({ child, counted: needFound(rows) }))
}

/** A need in communication was found that had not been known. */
const needFound = (rows: readonly Support[]): boolean | null =>
  any(
    rows
      .filter(({ kind }) => kind === 'speech_language')
      .map(({ row }) => both(yesNo(row.cell('NEED_FOUND')), not(yesNo(row.cell('NEED_KNOWN_BEFORE'))))),
  )

function withCoach(history: History, window: Window): Item[] {
  return [...allSupported(history, window.to)].map(([child, rows]) => ({
    child,
    counted: rows.some(({ kind }) => kind === 'life_coach'),
  }))
}

function coachedWithoutEarlierNeed(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const [child, rows] of allSupported(history, window.to)) {
    const coached = rows.filter(({ kind }) => kind === 'life_coach')
    if (coached.length === 0) continue
    items.push({ child, counted: not(any(coached.map(({ row }) => yesNo(row.cell('NEED_KNOWN_BEFORE'))))) })
  }
  return items
}

function isMale(history: History, child: string, rows: readonly Support[]): boolean | null {
  const returned = history.people.get(child)?.sex
  if (returned !== undefined) return returned === 'unknown' ? null : returned === 'male'
  const dataset = history.extracts.get('ssd_person')?.rows.find(row => code(row.cell('PERS_PERSON_ID')) === child)
  const said = code(dataset?.cell('PERS_SEX') ?? rows.map(({ row }) => row.cell('SEX')).find(sex => sex !== '') ?? '')
  return said === 'M' ? true : said === 'F' ? false : null
}

function menFound(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const [child, rows] of allSupported(history, window.to)) {
    if (needFound(rows) === true) items.push({ child, counted: isMale(history, child, rows) })
  }
  return items
}

const sources = [['support']]
const flow = { over: 'flow', sources } as const
const day = { over: 'day', kind: 'share', sources } as const

export const support: readonly Measure[] = [
  { catalogue: 'FUT-01', over: 'flow', kind: 'share', sources: [['return'], ['support']], items: keptAtHome },
  { catalogue: 'FUT-02', over: 'flow', kind: 'share', sources: [['return'], ['support']], items: placementKept },
  { catalogue: 'FUT-03:fragile', ...flow, kind: 'count', items: supportedBy(one => says(one, 'FRAGILE_PLACEMENT')) },
  { catalogue: 'FUT-03:in_reach', ...flow, kind: 'count', items: supportedBy(one => one.kind === 'in_reach') },
  { catalogue: 'FUT-05:life_coach', ...day, items: withCoach },
  { catalogue: 'FUT-05:no_earlier_need', ...day, items: coachedWithoutEarlierNeed },
  { catalogue: 'FUT-05:communication', ...day, items: findings },
  { catalogue: 'FUT-05:communication_male', ...day, items: menFound },
]
