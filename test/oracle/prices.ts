/**
 * FIN-04, 05 and 06: what placements cost, from their prices (extract placements).
 *
 * Choices made where the specification is silent:
 * - Every row of the file is a placement, those of care leavers too.
 * - A temporary placement without a cost group has that of the child's last placement before it that is not temporary.
 * - "A year ago" is the same window twelve months earlier; both must be told of by the file.
 * - A placement is a child and a placement's id; of placements that cost the same, the first in order of the id.
 * - A day without a week priced has no average ("no one in scope").
 */
import { addDays, type Day, daysBetween, monthsBefore, type Window } from './calendar.ts'
import { amount, local } from './extracts.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull, type Row } from './read.ts'

export type Price = {
  readonly child: string
  readonly placement: string
  readonly from: Day
  readonly to: Day | null
  readonly weekly: number
  readonly group: string
  readonly provider: string
}

const providers: Readonly<Record<string, string>> = {
  PR0: 'parents',
  PR1: 'own_provision',
  PR2: 'other_authority',
  PR3: 'other_public',
  PR4: 'private',
  PR5: 'voluntary',
}

const isTemporary = (place: string): boolean => /^T[0-4]$/.test(place)

/** The cost group that a place and its provider have by default (4.8). */
function groupOf(place: string, provider: string): string {
  if (['K1', 'K2', 'R1', 'S1'].includes(place))
    return provider === 'PR1' ? 'internal_residential' : 'external_residential'
  if (['U1', 'U2', 'U3'].includes(place)) return 'connected'
  if (['U4', 'U5', 'U6'].includes(place)) return provider === 'PR1' ? 'in_house_foster' : 'ifa'
  if (['H5', 'P2', 'K3'].includes(place)) return 'supported'
  if (place === 'P1') return 'placed_with_parents'
  return /^A[3-6]$/.test(place) ? 'adoption' : 'other'
}

function groupOfRow(row: Row, before: readonly Row[]): string {
  const given = local(row.cell('cost_group'))
  if (given !== '') return given
  const place = code(row.cell('cla_placement_type'))
  if (local(row.cell('child_group')) === 'care_leaver') return 'other'
  const kept = isTemporary(place)
    ? before.filter(one => !isTemporary(code(one.cell('cla_placement_type')))).at(-1)
    : undefined
  return kept ? groupOfRow(kept, []) : groupOf(place, code(row.cell('cla_placement_provider')))
}

const known = new WeakMap<History, readonly Price[]>()

export function prices(history: History): readonly Price[] {
  const found = known.get(history) ?? pricesRead(history)
  known.set(history, found)
  return found
}

const startOf = (row: Row): Day => dayOrNull(row.cell('start_date')) ?? ''

function pricesRead(history: History): Price[] {
  const rows = [...(history.extracts.get('placements')?.rows ?? [])].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  const before = new Map<string, Row[]>()
  return rows.map(row => {
    const child = code(row.cell('child_id'))
    const earlier = before.get(child) ?? []
    const group = groupOfRow(row, earlier)
    before.set(child, [...earlier, row])
    return {
      child,
      placement: `${child} ${row.cell('cla_placement_id')}`,
      from: startOf(row),
      to: dayOrNull(row.cell('end_date')),
      weekly: amount(row.cell('weekly_cost')) ?? 0,
      group,
      provider: providers[code(row.cell('cla_placement_provider'))] ?? 'not_known',
    }
  })
}

/** Days of the window in [from, to). */
function daysIn(price: Price, window: Window): number {
  const after = addDays(window.to, 1)
  const from = price.from > window.from ? price.from : window.from
  const to = price.to !== null && price.to < after ? price.to : after
  return to > from ? daysBetween(from, to) : 0
}

function costItems(history: History, window: Window): Item[] {
  return prices(history).flatMap(price => {
    const days = daysIn(price, window)
    if (days === 0) return []
    const slices = { cost_group: price.group, provider: price.provider }
    return [
      {
        child: price.placement,
        counted: true,
        amount: (price.weekly / 7) * days,
        weight: days / 7,
        group: price.group,
        slices,
      },
    ]
  })
}

/** Placements, each with all that it cost in the window. */
function byPlacement(items: readonly Item[]): Item[] {
  const sums = new Map<string, Item>()
  for (const item of items) {
    const amount = (sums.get(item.child)?.amount ?? 0) + (item.amount ?? 0)
    sums.set(item.child, { ...item, amount, weight: 1 })
  }
  return [...sums.values()]
}

const dearest = (items: readonly Item[], n: number): Item[] =>
  byPlacement(items)
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
    .slice(0, n)

const sum = (items: readonly Item[]): number => items.reduce((total, item) => total + (item.amount ?? 0), 0)

const yearAgo = (window: Window): Window => ({
  name: window.name,
  from: addDays(monthsBefore(addDays(window.from, -1), 12), 1),
  to: monthsBefore(window.to, 12),
})

const change = (history: History, window: Window): number =>
  sum(costItems(history, window)) - sum(costItems(history, yearAgo(window)))

const spent = { over: 'flow', sources: [['placements']] } as const
const withYearAgo = { ...spent, heldFrom: (_: History, w: Window): Day => yearAgo(w).from } as const
const changed = {
  ...withYearAgo,
  kind: 'mean',
  items: (h: History, w: Window): Item[] => [{ child: 'change', counted: true, amount: change(h, w) }],
} as const

export const priced: readonly Measure[] = [
  { catalogue: 'FIN-04', ...spent, kind: 'total', slicedBy: ['cost_group'], items: costItems },
  {
    catalogue: 'FIN-04:percent',
    ...spent,
    kind: 'share',
    by: { dimension: 'cost_group', codes: 'found' },
    denominator: (h, w) => sum(costItems(h, w)),
    items: costItems,
  },
  { catalogue: 'FIN-04:base_year', ...withYearAgo, kind: 'total', items: (h, w) => costItems(h, yearAgo(w)) },
  { catalogue: 'FIN-04:change', ...changed, kind: 'total' },
  {
    catalogue: 'FIN-04:growth',
    ...changed,
    denominator: (h, w) => sum(costItems(h, yearAgo(w))),
  },
  { catalogue: 'FIN-05', ...spent, kind: 'total', items: (h, w) => dearest(costItems(h, w), 10) },
  { catalogue: 'FIN-06', ...spent, kind: 'mean', slicedBy: ['cost_group', 'provider'], items: costItems },
  { catalogue: 'FIN-06:cost', ...spent, kind: 'total', slicedBy: ['cost_group', 'provider'], items: costItems },
  {
    catalogue: 'FIN-06:weeks',
    ...spent,
    kind: 'total',
    slicedBy: ['cost_group', 'provider'],
    items: (h, w) => costItems(h, w).map(item => ({ ...item, amount: item.weight ?? 0 })),
  },
]
