/**
 * PLN-04, 05, 07 and FUT-04: visits (indicators.md section 8, regulation 28; local-extracts.md 3.1).
 *
 * Choices made where the specification is silent:
 * - A child may go without a visit for a week from the start of the counted placement; once visited in it, for six weeks, or three months
 *   where it is a year old and meant to last until 18. The last day of the interval is in time.
 * - With parents (P1, ssda903.md on regulation 28): under an interim order a week until the first review of the period is held, then four
 *   weeks; under a full order a week from the order, then six weeks, never three months. An assessment of parents or a temporary carer's approval is in no file.
 * - Meant to last until 18: what the version in force says; where blank, whether its plan or PLACE says so; without a version, PLACE.
 * - Where the start of the placement is not held, visits since the earliest day held are visits in it; what would depend on its true start
 *   is unknown.
 * - PLN-07: the latest visit of the present period. A child without one was not seen alone; a blank is unknown, and stays in.
 */
import { addDays, addMonths, type Day, type Window } from './calendar.ts'
import { versionOn } from './care-plans.ts'
import { amount, local, yesNo } from './extracts.ts'
import { atLeast, careItems, within } from './flows.ts'
import { type History, rowsOfChild, type Spot } from './history.ts'
import { type Item, type Measure, sourceAt } from './measure.ts'
import { code, dayOrNull } from './read.ts'

type Visit = { readonly on: Day; readonly method: string; readonly alone: boolean | null }

const held = new WeakMap<History, Map<string, ReadonlyMap<string, readonly Visit[]>>>()

/** The statutory visits at which each child was seen, by day. */
function visitsOf(history: History, source: string): ReadonlyMap<string, readonly Visit[]> {
  const known = held.get(history)?.get(source)
  if (known) return known
  const byChild = new Map<string, Visit[]>()
  const add = (child: string, on: Day | null, visit: Omit<Visit, 'on'>): void => {
    if (on !== null) byChild.set(child, [...(byChild.get(child) ?? []), { on, ...visit }])
  }
  for (const row of history.extracts.get(source)?.rows ?? []) {
    if (source === 'visits') {
      if (local(row.cell('VISIT_PURPOSE')) !== 'statutory' || yesNo(row.cell('CLA_VISIT_SEEN')) !== true) continue
      const alone = yesNo(row.cell('CLA_VISIT_SEEN_ALONE'))
      const method = local(row.cell('VISIT_METHOD'))
      add(code(row.cell('CHILD_ID')), dayOrNull(row.cell('CLA_VISIT_DATE')), { method, alone })
    } else if (yesNo(row.cell('CLAV_CLA_VISIT_SEEN')) === true) {
      const alone = yesNo(row.cell('CLAV_CLA_VISIT_SEEN_ALONE'))
      const on = dayOrNull(row.cell('CLAV_CLA_VISIT_DATE'))
      add(code(row.cell('CLAV_PERSON_ID')), on, { method: 'face_to_face', alone })
    }
  }
  for (const list of byChild.values()) list.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  held.set(history, (held.get(history) ?? new Map()).set(source, byChild))
  return byChild
}

function latest(history: History, source: string, child: string, day: Day, methods: readonly string[]): Visit | null {
  const all = visitsOf(history, source).get(child) ?? []
  return all.findLast(({ on, method }) => on <= day && methods.includes(method)) ?? null
}

const longTerm = ['LTRELFR', 'LTFOST18', 'RESPLMT']

/** Is the present placement meant to last until the child is 18? */
function untilEighteen(history: History, spot: Spot, day: Day): boolean {
  const source = sourceAt(history, ['plans', 'ssd_cla_care_plan'], day, day)
  const byPlace = spot.home?.place === 'U1' || spot.home?.place === 'U4'
  if (source !== 'plans' && source !== 'ssd_cla_care_plan') return byPlace
  const version = versionOn(history, source, spot.period, day)
  const said = yesNo(version?.until18 ?? '')
  return said ?? (byPlace || (version?.recorded ?? []).some(plan => longTerm.includes(plan)))
}

/** Was a review of the present period held by the day? */
const isReviewed = (history: History, { person, period }: Spot, day: Day): boolean =>
  rowsOfChild(history, 'reviews', person.id).some(row => {
    const on = dayOrNull(row.cell('REVIEW'))
    return on !== null && on >= period.start && on <= day
  })

/** The day the legal status of the day began. */
function orderStart({ period, episode }: Spot): Day {
  let start = episode.decom
  for (const one of period.episodes.filter(({ decom }) => decom < episode.decom).reverse()) {
    if (one.ls !== episode.ls) break
    start = one.decom
  }
  return start
}

/** Was the child visited in time, as things stand on the day? */
function inTime(history: History, spot: Spot, day: Day, source: string, methods: readonly string[]): boolean | null {
  const { placement } = spot
  if (!placement) return null
  const last = latest(history, source, spot.person.id, day, methods)
  const withParents = spot.home?.place === 'P1'
  const ordered = withParents && spot.episode.ls === 'C2' ? orderStart(spot) : ''
  const since = ordered > placement.start ? ordered : placement.start
  if (!last || last.on < since) {
    if (since === placement.start && !placement.startHeld) return null
    return addDays(since, 7) >= day
  }
  if (withParents && spot.episode.ls === 'C1') {
    if (addDays(last.on, 7) >= day) return true
    if (addDays(last.on, 28) < day) return false
    if (isReviewed(history, spot, day)) return true
    return spot.period.startHeld ? false : null
  }
  if (addDays(last.on, 42) >= day) return true
  if (withParents) return false
  if (addMonths(last.on, 3) < day || !untilEighteen(history, spot, day)) return false
  if (atLeast(placement.start, 12, day)) return true
  return placement.startHeld ? false : null
}

const visited =
  (sources: readonly string[], methods: readonly string[]) =>
  (history: History, window: Window): Item[] => {
    const source = sourceAt(history, sources, window.to, window.to) ?? ''
    return careItems(history, window, spot => inTime(history, spot, window.to, source, methods))
  }

function alone(history: History, window: Window): Item[] {
  const source = sourceAt(history, ['visits', 'ssd_cla_visits'], window.to, window.to) ?? ''
  return careItems(history, window, ({ person, period }) => {
    const last = latest(history, source, person.id, window.to, ['face_to_face'])
    return last && last.on >= period.start ? last.alone : false
  })
}

function hours(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const row of history.extracts.get('visits')?.rows ?? []) {
    if (local(row.cell('VISIT_PURPOSE')) !== 'support') continue
    if (!within(dayOrNull(row.cell('CLA_VISIT_DATE')), window)) continue
    const given = amount(row.cell('HOURS'))
    const child = code(row.cell('CHILD_ID'))
    items.push(given === null ? { child, counted: null } : { child, counted: true, amount: given })
  }
  return items
}

const either = ['visits', 'ssd_cla_visits']

export const visits: readonly Measure[] = [
  {
    catalogue: 'PLN-04',
    over: 'day',
    kind: 'share',
    sources: [['return'], either],
    items: visited(either, ['face_to_face']),
  },
  {
    catalogue: 'PLN-05',
    over: 'day',
    kind: 'share',
    sources: [['return'], ['visits']],
    items: visited(['visits'], ['face_to_face', 'virtual']),
  },
  { catalogue: 'PLN-07', over: 'day', kind: 'share of all', sources: [['return'], either], items: alone },
  { catalogue: 'FUT-04', over: 'flow', kind: 'total', sources: [['visits']], items: hours },
]
