/**
 * FOS: our fostering households and their places (extracts foster_households and foster_places).
 *
 * Choices made where the specification is silent:
 * - Supported lodgings are left out of FOS-01 to FOS-05 only. An approval is of the type of its first version when it begins and
 *   of its last when it ends.
 * - A household whose versions overlap on a day is of the one that began last.
 * - A change of type is a version that follows another of the same approval with another type, neither supported lodgings.
 * - The difference is, household by household, what closing has over opening + approved - ended (FOS-05), and approved places over
 *   the places of the picture (FOS-06); those without one are not listed. Total places are the approved ones on the day of the picture.
 */
import { addDays, type Day, type Window } from './calendar.ts'
import { local, amount as number, pictureAt } from './extracts.ts'
import { within } from './flows.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull, type Row } from './read.ts'

type Version = {
  readonly household: string
  readonly from: Day
  readonly to: Day | null
  readonly approved: Day
  readonly ended: Day | null
  readonly reason: string | null
  readonly type: string
  readonly places: number
}

const rowsHeld = (history: History, name: string): readonly Row[] => history.extracts.get(name)?.rows ?? []

const versionsKnown = new WeakMap<History, readonly Version[]>()

/** Every version of an approval, in order of time. */
function versionsOf(history: History): readonly Version[] {
  const known = versionsKnown.get(history) ?? versionsRead(history)
  versionsKnown.set(history, known)
  return known
}

function versionsRead(history: History): Version[] {
  const versions = rowsHeld(history, 'foster_households').map(row => ({
    household: code(row.cell('household_id')),
    from: dayOrNull(row.cell('valid_from')) ?? '',
    to: dayOrNull(row.cell('valid_to')),
    approved: dayOrNull(row.cell('approval_date')) ?? '',
    ended: dayOrNull(row.cell('approval_end_date')),
    reason: local(row.cell('end_reason')) || null,
    type: local(row.cell('care_type')),
    places: number(row.cell('approved_places')) ?? 0,
  }))
  return versions.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

export function approvedOn(history: History, day: Day): Version[] {
  const of = new Map<string, Version>()
  for (const version of versionsOf(history)) {
    if (version.from <= day && (version.to === null || version.to > day)) of.set(version.household, version)
  }
  return [...of.values()]
}

const carers = (versions: readonly Version[]): Version[] => versions.filter(({ type }) => type !== 'supported_lodgings')

const householdItems = (history: History, day: Day): Item[] =>
  carers(approvedOn(history, day)).map(({ household, type, places }) => ({
    child: household,
    counted: true,
    amount: places,
    slices: { care_type: type },
  }))

const one = (items: readonly Item[]): Item[] => items.map(item => ({ ...item, amount: 1 }))

/** Approvals, each with its first and its last version. */
function approvals(history: History): { readonly first: Version; readonly last: Version }[] {
  const found = new Map<string, { first: Version; last: Version }>()
  for (const version of versionsOf(history)) {
    const key = `${version.household} ${version.approved}`
    found.set(key, { first: found.get(key)?.first ?? version, last: version })
  }
  return [...found.values()]
}

function approvalsIn(history: History, window: Window, lodgings: boolean): Item[] {
  return approvals(history)
    .filter(({ first }) => within(first.approved, window) && (lodgings || first.type !== 'supported_lodgings'))
    .map(({ first }) => ({
      child: first.household,
      counted: true,
      amount: first.places,
      slices: { care_type: first.type },
    }))
}

function endingsIn(history: History, window: Window): Item[] {
  const items = new Map<string, Item>()
  for (const { last } of approvals(history)) {
    if (last.ended === null || !within(last.ended, window) || last.type === 'supported_lodgings') continue
    const slices = { care_type: last.type, end_reason: last.reason }
    items.set(`${last.household} ${last.ended}`, { child: last.household, counted: true, amount: 1, slices })
  }
  return [...items.values()]
}

const openingItems = (history: History, window: Window): Item[] =>
  one(householdItems(history, addDays(window.from, -1)))

const netItems = (history: History, window: Window): Item[] => [
  ...one(approvalsIn(history, window, false)),
  ...endingsIn(history, window).map(item => ({ ...item, amount: -1 })),
]

function changedItems(history: History, window: Window): Item[] {
  const before = new Map<string, Version>()
  const items: Item[] = []
  for (const version of versionsOf(history)) {
    const key = `${version.household} ${version.approved}`
    const last = before.get(key)
    before.set(key, version)
    if (!last || last.type === version.type || !within(version.from, window)) continue
    if (carers([last, version]).length === 2) items.push({ child: version.household, counted: true })
  }
  return items
}

/** Amounts added up by household; those that come to nothing left out. */
function unequal(items: readonly Item[]): Item[] {
  const sums = new Map<string, number>()
  for (const { child, amount } of items) sums.set(child, (sums.get(child) ?? 0) + (amount ?? 1))
  return [...sums].filter(([, amount]) => amount !== 0).map(([child, amount]) => ({ child, counted: true, amount }))
}

const less = (items: readonly Item[]): Item[] => items.map(item => ({ ...item, amount: -(item.amount ?? 1) }))

const differenceItems = (history: History, window: Window): Item[] =>
  unequal([
    ...one(householdItems(history, window.to)),
    ...less([...openingItems(history, window), ...netItems(history, window)]),
  ])

/** The places of the picture of the day. */
function placeItems(history: History, day: Day, counts: (row: Row) => boolean | null): Item[] {
  return (pictureAt(history.extracts.get('foster_places'), day)?.rows ?? []).flatMap(row => {
    const counted = counts(row)
    const slices = {
      place_status: local(row.cell('place_status')),
      reason: local(row.cell('reason')) || null,
      sub_reason: local(row.cell('sub_reason')) || null,
    }
    const places = { child: code(row.cell('household_id')), amount: number(row.cell('places')) ?? 0, slices }
    return counted === null ? [] : [{ ...places, counted }]
  })
}

const isStatus = (row: Row, status: string): boolean => local(row.cell('place_status')) === status

const pictureDay = (history: History, day: Day): Day =>
  pictureAt(history.extracts.get('foster_places'), day)?.asAt ?? day

const approvedPlaces = (history: History, day: Day): number =>
  approvedOn(history, pictureDay(history, day)).reduce((sum, { places }) => sum + places, 0)

const households = { sources: [['foster_households']], kind: 'count' } as const
const places = { sources: [['foster_places'], ['foster_households']], over: 'day' } as const
const statuses = ['filled', 'vacant', 'not_available', 'respite']

export const fostering: readonly Measure[] = [
  {
    catalogue: 'FOS-01',
    ...households,
    over: 'day',
    slicedBy: ['care_type'],
    items: (h, w) => one(householdItems(h, w.to)),
  },
  {
    catalogue: 'FOS-01:places',
    ...households,
    kind: 'total',
    over: 'day',
    slicedBy: ['care_type'],
    items: (h, w) => householdItems(h, w.to),
  },
  {
    catalogue: 'FOS-02',
    ...households,
    over: 'day',
    by: { dimension: 'care_type', codes: 'found' },
    items: (h, w) => one(householdItems(h, w.to)).map(item => ({ ...item, group: item.slices?.care_type ?? null })),
  },
  {
    catalogue: 'FOS-03',
    ...households,
    over: 'flow',
    slicedBy: ['care_type'],
    items: (h, w) => one(approvalsIn(h, w, false)),
  },
  { catalogue: 'FOS-04', ...households, over: 'flow', slicedBy: ['care_type', 'end_reason'], items: endingsIn },
  { catalogue: 'FOS-05', ...households, kind: 'total', over: 'flow', items: netItems },
  { catalogue: 'FOS-05:opening', ...households, over: 'flow', items: openingItems },
  { catalogue: 'FOS-05:changed', ...households, kind: 'total', over: 'flow', items: changedItems },
  { catalogue: 'FOS-05:difference', ...households, kind: 'total', over: 'flow', items: differenceItems },
  {
    catalogue: 'FOS-06',
    ...places,
    kind: 'share',
    by: { dimension: 'place_status', codes: statuses },
    denominator: (h, w) => approvedPlaces(h, w.to),
    items: (h, w) =>
      placeItems(h, w.to, () => true).map(item => ({ ...item, group: item.slices?.place_status ?? null })),
  },
  {
    catalogue: 'FOS-06:filled',
    ...places,
    kind: 'count',
    denominator: (h, w) => approvedPlaces(h, w.to),
    items: (h, w) => placeItems(h, w.to, row => isStatus(row, 'filled')),
  },
  {
    catalogue: 'FOS-06:difference',
    ...places,
    kind: 'total',
    items: (h, w) =>
      unequal([
        ...approvedOn(h, pictureDay(h, w.to)).map(({ household, places }) => ({
          child: household,
          counted: true,
          amount: places,
        })),
        ...less(placeItems(h, w.to, () => true)),
      ]),
  },
  {
    catalogue: 'FOS-07',
    over: 'day',
    sources: [['foster_places']],
    kind: 'count',
    slicedBy: ['reason'],
    items: (h, w) => placeItems(h, w.to, row => isStatus(row, 'not_available') || null),
  },
  {
    catalogue: 'FOS-08',
    over: 'day',
    sources: [['foster_places']],
    kind: 'count',
    slicedBy: ['sub_reason'],
    items: (h, w) =>
      placeItems(
        h,
        w.to,
        row => (isStatus(row, 'not_available') && local(row.cell('reason')) === 'carer_break_or_resigning') || null,
      ),
  },
  { catalogue: 'FOS-11', ...households, kind: 'total', over: 'flow', items: (h, w) => approvalsIn(h, w, true) },
]
