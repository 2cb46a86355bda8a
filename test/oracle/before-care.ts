/**
 * JRN-02, 03, 04 and 08: what came before care, from the safeguarding dataset.
 *
 * Choices made where the specification is silent:
 * - The tables hold history: a child without a row had no plan, no referral, no help. A day that cannot be read is no row.
 * - A plan or help counts that began before the day care began, also where it had ended. A referral counts up to that day.
 * - JRN-08: an assessment without a factors row, or whose factors cannot be read, says nothing; an empty list says that there
 *   were none. Without an assessment the child is unknown. Where the start is not held, so is
 *   which assessment came before it. What is authorised after the day is not known on it.
 */
import { addDays, type Day, type Window } from './calendar.ts'
import { careItems, startItems, starts } from './flows.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull } from './read.ts'

/** The days of a table by child. */
function daysOf(history: History, kind: string, person: string, day: string): ReadonlyMap<string, readonly Day[]> {
  const byChild = new Map<string, Day[]>()
  for (const row of history.extracts.get(kind)?.rows ?? []) {
    const on = dayOrNull(row.cell(day))
    const child = code(row.cell(person))
    if (on !== null) byChild.set(child, [...(byChild.get(child) ?? []), on])
  }
  return byChild
}

const referrals = (history: History): ReadonlyMap<string, readonly Day[]> =>
  daysOf(history, 'ssd_cin_episodes', 'CINE_PERSON_ID', 'CINE_REFERRAL_DATE')

/** Starts of children with a row of the table that began before care did. */
const startedAfter =
  (kind: string, person: string, day: string) =>
  (history: History, window: Window): Item[] => {
    const days = daysOf(history, kind, person, day)
    return startItems(history, window, ({ child, start }) => (days.get(child) ?? []).some(one => one < start))
  }

function referredAgain(history: History, window: Window): Item[] {
  const days = referrals(history)
  return startItems(
    history,
    window,
    ({ child, start }) => (days.get(child) ?? []).filter(on => on <= start).length >= 2,
  )
}

function referralsBefore(history: History, window: Window): Item[] {
  const days = referrals(history)
  return starts(history, window).map(({ child, start }) => ({
    child,
    counted: true,
    amount: (days.get(child) ?? []).filter(on => on <= start).length,
  }))
}

/** The codes of a JSON list, or of keys that say yes; null where it is neither. */
export function factorsIn(json: string): ReadonlySet<string> | null {
  const text = json.trim()
  if (/^\[.*\]$/s.test(text)) return new Set([...text.matchAll(/"([^"]*)"/g)].map(found => code(found[1] ?? '')))
  if (!/^\{.*\}$/s.test(text)) return null
  const yes = [...text.matchAll(/"([^"]*)"\s*:\s*("?)(yes|y|true|1)\2/gi)]
  return new Set(yes.map(found => code(found[1] ?? '')))
}

type Assessment = { readonly on: Day; readonly factors: ReadonlySet<string> | null }
const held = new WeakMap<History, ReadonlyMap<string, readonly Assessment[]>>()

/** The authorised assessments of each child, in the order of their days. */
function assessments(history: History): ReadonlyMap<string, readonly Assessment[]> {
  const known = held.get(history)
  if (known) return known
  const factors = new Map<string, ReadonlySet<string> | null>()
  for (const row of history.extracts.get('ssd_assessment_factors')?.rows ?? []) {
    factors.set(code(row.cell('CINF_ASSESSMENT_ID')), factorsIn(row.cell('CINF_ASSESSMENT_FACTORS_JSON')))
  }
  const byChild = new Map<string, Assessment[]>()
  for (const row of history.extracts.get('ssd_cin_assessments')?.rows ?? []) {
    const on = dayOrNull(row.cell('CINA_ASSESSMENT_AUTH_DATE'))
    const child = code(row.cell('CINA_PERSON_ID'))
    const one = { on: on ?? '', factors: factors.get(code(row.cell('CINA_ASSESSMENT_ID'))) ?? null }
    if (on !== null) byChild.set(child, [...(byChild.get(child) ?? []), one])
  }
  for (const list of byChild.values()) list.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  held.set(history, byChild)
  return byChild
}

/** The factors of the assessment before care: the last on or before the start, else the first within 60 days after it. */
function factorsAt(history: History, child: string, start: Day, day: Day): ReadonlySet<string> | null {
  const all = (assessments(history).get(child) ?? []).filter(({ on }) => on <= day)
  const before = all.findLast(({ on }) => on <= start)
  const chosen = before ?? all.find(({ on }) => on <= addDays(start, 60))
  return chosen?.factors ?? null
}

const adverse = ['1B', '2B', '3A', '3B', '3C', '4B', '16A', '17A', '18B', '18C', '19B', '19C']

function withFactors(test: (has: (...codes: string[]) => boolean) => boolean) {
  return (history: History, window: Window): Item[] =>
    careItems(history, window, ({ person, period }) => {
      const factors = period.startHeld ? factorsAt(history, person.id, period.start, window.to) : null
      return factors === null ? null : test((...codes) => codes.some(one => factors.has(one)))
    })
}

const flow = { over: 'flow', kind: 'share' } as const
const day = {
  over: 'day',
  kind: 'share',
  sources: [['return'], ['ssd_cin_assessments'], ['ssd_assessment_factors']],
} as const
const referral = [['return'], ['ssd_cin_episodes']]

export const beforeCare: readonly Measure[] = [
  {
    catalogue: 'JRN-02',
    ...flow,
    sources: [['return'], ['ssd_cp_plans']],
    items: startedAfter('ssd_cp_plans', 'CPPL_PERSON_ID', 'CPPL_CP_PLAN_START_DATE'),
  },
  { catalogue: 'JRN-03', ...flow, sources: referral, items: referredAgain },
  { catalogue: 'JRN-03:mean', over: 'flow', kind: 'mean', sources: referral, items: referralsBefore },
  {
    catalogue: 'JRN-04',
    ...flow,
    sources: [['return'], ['ssd_early_help_episodes']],
    items: startedAfter('ssd_early_help_episodes', 'EARL_PERSON_ID', 'EARL_EPISODE_START_DATE'),
  },
  { catalogue: 'JRN-08', ...day, items: withFactors(has => has(...adverse)) },
  {
    catalogue: 'JRN-08:three_factors',
    ...day,
    items: withFactors(has => has('3A', '3B', '3C') && has('1B', '2B') && has('4B')),
  },
]
