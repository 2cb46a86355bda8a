/**
 * PRM-03 and PLN-03: plans for permanence and care plans.
 *
 * Choices made where the specification is silent:
 * - The latest version is the one that began last on or before the day, within the present period; where the start of the period is not
 *   held, any version. An end day of a version does not matter: the next one replaces it.
 * - Whether a child whose start is not held has been in care long enough is settled by the earliest day held, else unknown.
 * - PRM-03 from another source than `plans` is the agreed basis. A plan agreed on a later day than the one asked about is not agreed yet.
 * - PLN-03: over ten working days is eleven of them; a weekend after the tenth is not. Updated within six months, the anniversary included; the other reading of the limit (ten working days after a review) is not used.
 */
import { addMonths, addWorkingDays, type Day, type Window } from './calendar.ts'
import { longerThan } from './flows.ts'
import { childrenInCare, type History } from './history.ts'
import { type Item, type Measure, sourceAt } from './measure.ts'
import type { Period } from './periods.ts'
import { code, dayOrNull, type Row } from './read.ts'

export type Version = {
  readonly from: Day
  /** The codes of the plans recorded; `plans` gives the lead plan only. */
  readonly recorded: readonly string[]
  readonly agreed: Day | null
  readonly ratified: Day | null
  readonly until18: string
}

const columns = {
  plans: ['CHILD_ID', 'CLA_CARE_PLAN_START_DATE'],
  ssd_cla_care_plan: ['LACP_PERSON_ID', 'LACP_CLA_CARE_PLAN_START_DATE'],
} as const
export type PlanSource = keyof typeof columns

/** Any value of a key that is neither blank nor N means that this plan is recorded. */
function recordedIn(source: PlanSource, row: Row): string[] {
  if (source === 'plans') return [code(row.cell('PERMANENCE_PLAN'))].filter(plan => plan !== '')
  const found: string[] = []
  for (const [, key = '', value = ''] of row.cell('LACP_CLA_CARE_PLAN_JSON').matchAll(/"([^"]+)"\s*:\s*"([^"]*)"/g)) {
    if (value.trim() !== '' && code(value) !== 'N') found.push(code(key))
  }
  return found
}

const held = new WeakMap<History, Map<PlanSource, ReadonlyMap<string, readonly Version[]>>>()

/** The versions of each child, in the order of their days and then of the file. */
function versions(history: History, source: PlanSource): ReadonlyMap<string, readonly Version[]> {
  const known = held.get(history)?.get(source)
  if (known) return known
  const [person, day] = columns[source]
  const byChild = new Map<string, Version[]>()
  for (const row of history.extracts.get(source)?.rows ?? []) {
    const from = dayOrNull(row.cell(day))
    if (from === null) continue
    const child = code(row.cell(person))
    const version = {
      from,
      recorded: recordedIn(source, row),
      agreed: dayOrNull(row.cell('AGREED_DATE')),
      ratified: dayOrNull(row.cell('RATIFIED_DATE')),
      until18: row.cell('PLACEMENT_UNTIL_18'),
    }
    byChild.set(child, [...(byChild.get(child) ?? []), version])
  }
  for (const list of byChild.values()) list.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  held.set(history, (held.get(history) ?? new Map()).set(source, byChild))
  return byChild
}

/** The version in force on a day, within the period. */
export function versionOn(history: History, source: PlanSource, period: Period, day: Day): Version | null {
  const all = versions(history, source).get(period.child) ?? []
  const first = period.startHeld ? period.start : ''
  return all.findLast(({ from }) => from <= day && from >= first) ?? null
}

/** One item for each child in care who has been for long enough; null where that cannot be told. */
function longInCare(
  history: History,
  day: Day,
  isLong: (start: Day) => boolean,
  counted: (period: Period) => boolean,
): Item[] {
  const items: Item[] = []
  for (const { person, period } of childrenInCare(history, day)) {
    if (isLong(period.start)) items.push({ child: person.id, counted: counted(period) })
    else if (!period.startHeld) items.push({ child: person.id, counted: null })
  }
  return items
}

const isAgreed = (version: Version | null, day: Day): boolean =>
  version !== null && version.recorded.length > 0 && (version.agreed === null || version.agreed <= day)

function permanence(history: History, window: Window, ratified: boolean): Item[] {
  const day = window.to
  const source = sourceAt(history, ['plans', 'ssd_cla_care_plan'], day, day) as PlanSource
  return longInCare(
    history,
    day,
    start => longerThan(start, 4, day),
    period => {
      const version = versionOn(history, source, period, day)
      if (!ratified || source !== 'plans') return isAgreed(version, day)
      return version !== null && version.recorded.length > 0 && (version.ratified ?? '9999') <= day
    },
  )
}

function upToDate(history: History, window: Window): Item[] {
  const day = window.to
  const source = sourceAt(history, ['ssd_cla_care_plan', 'plans'], day, day) as PlanSource
  return longInCare(
    history,
    day,
    start => addWorkingDays(start, 11) <= day,
    period => {
      const version = versionOn(history, source, period, day)
      return version !== null && addMonths(version.from, 6) >= day
    },
  )
}

const share = { over: 'day', kind: 'share', sources: [['return'], ['plans', 'ssd_cla_care_plan']] } as const

export const carePlans: readonly Measure[] = [
  { catalogue: 'PRM-03', ...share, items: (h, w) => permanence(h, w, true) },
  { catalogue: 'PRM-03:agreed', ...share, items: (h, w) => permanence(h, w, false) },
  { catalogue: 'PLN-03', ...share, items: upToDate },
]
