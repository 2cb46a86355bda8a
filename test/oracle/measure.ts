/**
 * What a measure is here, and how its items become a figure.
 *
 * A measure lists one item for each child, period, placement or event of its population: counted (true), in the
 * population but not counted (false), or not known (null). What is not listed is not in the population.
 *
 * Choices made where the specification is silent:
 * - A window that begins before the first return is "not measured"; one that ends after the data is "awaiting data".
 *   A measure with a lookback (placements in 12 months) needs the lookback held too.
 * - A table that no return brought makes its measures "awaiting data"; so does a missing postcode or population file.
 * - A count with nothing to count is a measured 0; a share, mean or ratio over nothing is "no one in scope".
 * - A figure that is not measured carries numerator 0, denominator null and unknown 0.
 * - A measure of other sources than the return is "awaiting data" where none of a fact's sources speaks for its days;
 *   before the first day that any of them tells of it is "not measured", as before the first return (and as decision 27 has it).
 * - Every flow is given for every window that ends on the day, also those the catalogue does not ask for.
 */
import { type Day, monthWindow, schoolWindowsEnding, type Window, windowsEnding, yearStart } from './calendar.ts'
import { speaks } from './extracts.ts'
import { childrenInCare, type History, type Spot } from './history.ts'
import type { Stem } from './read.ts'

export type Item = {
  readonly child: string
  readonly counted: boolean | null
  /** What the item adds to the numerator; 1 where left out. */
  readonly amount?: number
  /** What the item adds to the denominator of a share, mean or total; 1 where left out. */
  readonly weight?: number
  /** Its place in the breakdown that the measure itself is; null when not known. */
  readonly group?: string | null
  /** Its code in each dimension that the measure is also given by; null when not known. */
  readonly slices?: Readonly<Record<string, string | null>>
}

/**
 * count: the number counted. share: counted of those known. share of all: counted of all, the unknown kept in as not
 * counted (decision 32). mean: the amounts of those counted, over how many they are. total: their amounts added up, with how many
 * they are; of nothing it is 0.
 */
export type Kind = 'count' | 'share' | 'share of all' | 'mean' | 'total'

export type Needs = Stem | 'postcodes' | 'population'

export type Measure = {
  readonly catalogue: string
  /**
   * day: as at the day; flow: over each window ending on it; year: once, on 31 March, from that year's return; school: as at the
   * day, and over the term and the academic year that end on it.
   */
  readonly over: 'day' | 'flow' | 'year' | 'school'
  readonly kind: Kind
  readonly items: (history: History, window: Window) => readonly Item[]
  /** Takes the place of the kind's own denominator, of a group or a slice where one is given; null when its source has not arrived. */
  readonly denominator?: (history: History, window: Window, group?: string) => number | null
  readonly needs?: readonly Needs[]
  /** The first day that must be held; the window's own first day (or the day itself) where left out. */
  readonly heldFrom?: (history: History, window: Window) => Day
  /**
   * For each fact, its sources in order of preference; `return` is the return itself. Left out, the return alone. With sources that
   * leave the return out, the days that the return holds do not matter.
   */
  readonly sources?: readonly (readonly string[])[]
  /** A state that does not depend on the items. */
  readonly never?: (history: History, window: Window) => Figure['state'] | null
  /** A measure that is itself a breakdown: its dimension, and its codes or those found. */
  readonly by?: { readonly dimension: string; readonly codes: readonly string[] | 'found' }
  /** Also given by these dimensions of its items' `slices`, for every code found. */
  readonly slicedBy?: readonly string[]
  /** Also given by age band, sex and placement group. */
  readonly standardSlices?: boolean
}

export type Figure = {
  readonly catalogue: string
  readonly window: string
  readonly period_end: Day
  readonly slice: null | Readonly<Record<string, string>>
  readonly numerator: number
  readonly denominator: number | null
  readonly unknown: number
  readonly state: 'measured' | 'no one in scope' | 'not measured' | 'awaiting data'
}

/** A state on which the two readings differ where the specification leaves it open. */
export type DisputedState = { readonly oracle: Figure['state']; readonly hearth: Figure['state']; readonly why: string }

export const placementGroups: Readonly<Record<string, string>> = {
  U1: 'connected',
  U2: 'connected',
  U3: 'connected',
  U4: 'mainstream_foster',
  U5: 'mainstream_foster',
  U6: 'mainstream_foster',
  A3: 'placed_for_adoption',
  A4: 'placed_for_adoption',
  A5: 'placed_for_adoption',
  A6: 'placed_for_adoption',
  P1: 'placed_with_parents',
  K1: 'residential_secure',
  K2: 'residential',
  R1: 'residential',
  S1: 'residential_school',
  R2: 'other_residential',
  R3: 'other_residential',
  H5: 'supported',
  P2: 'supported',
  K3: 'supported',
  R5: 'custody',
  P3: 'other',
  Z1: 'other',
  Z11: 'other',
  Z12: 'other',
  Z13: 'other',
  Z14: 'other',
}

/** Null for a placement that is not listed, and for none. */
export const placementGroup = (spot: Spot): string | null => placementGroups[spot.home?.place ?? ''] ?? null

export const placementGroupCodes = [...new Set(Object.values(placementGroups)), 'foster']

export const inGroup = (group: string, code: string): boolean =>
  group === code || (code === 'foster' && (group === 'connected' || group === 'mainstream_foster'))

export function ageBand(age: number | null): string {
  if (age === null) return 'unknown'
  if (age < 1) return 'under_1'
  if (age < 5) return '1_4'
  if (age < 10) return '5_9'
  return age < 16 ? '10_15' : '16_plus'
}

const standardSlices: readonly { dimension: string; codes: readonly string[]; of: (spot: Spot) => string }[] = [
  { dimension: 'age_band', codes: ['under_1', '1_4', '5_9', '10_15', '16_plus'], of: spot => ageBand(spot.age) },
  { dimension: 'sex', codes: ['female', 'male', 'unknown'], of: spot => spot.person.sex },
  { dimension: 'placement_group', codes: placementGroupCodes, of: spot => placementGroup(spot) ?? 'unknown' },
]

type Sum = Pick<Figure, 'numerator' | 'denominator' | 'unknown' | 'state'>

const empty = (state: Figure['state']): Sum => ({ numerator: 0, denominator: null, unknown: 0, state })

/** Adds items up. `counts` says which of the known ones are counted (a breakdown narrows it). */
function sum(
  measure: Measure,
  history: History,
  window: Window,
  items: readonly Item[],
  group?: string,
  slice?: string,
): Sum {
  let numerator = 0
  let counted = 0
  let not = 0
  let unknown = 0
  for (const item of items) {
    if (item.counted === null || item.group === null) unknown++
    else if (item.counted && (group === undefined || inGroup(item.group ?? '', group))) {
      counted += item.weight ?? 1
      numerator += item.amount ?? 1
    } else not += item.weight ?? 1
  }
  let denominator: number | null = null
  if (measure.denominator) {
    denominator = measure.denominator(history, window, group ?? slice)
    if (denominator === null) return empty('awaiting data')
  } else if (measure.kind === 'share') denominator = counted + not
  else if (measure.kind === 'share of all') denominator = counted + not + unknown
  else if (measure.kind === 'mean' || measure.kind === 'total') denominator = counted
  return {
    numerator,
    denominator,
    unknown,
    state: denominator === 0 && measure.kind !== 'total' ? 'no one in scope' : 'measured',
  }
}

/** The source of a fact that is used for the days: the first that speaks for all of them, for every child alike (section 2). */
export function sourceAt(history: History, sources: readonly string[], from: Day, to: Day): string | null {
  const { heldFrom, heldTo } = history.files
  for (const source of sources) {
    if (source === 'return' ? from >= heldFrom && to <= heldTo : speaks(history.extracts.get(source), from, to)) {
      return source
    }
  }
  return null
}

/** Whether a day lies before everything that is held of a fact, some of which is. */
function isBefore(history: History, sources: readonly string[], day: Day): boolean {
  const firsts: Day[] = []
  for (const source of sources) {
    if (source === 'return') firsts.push(history.files.heldFrom)
    else firsts.push(...[history.extracts.get(source)?.from].filter(first => first !== undefined))
  }
  return firsts.length > 0 && firsts.every(first => day < first)
}

/** The state that comes before any counting, or null. */
function stateBefore(measure: Measure, history: History, window: Window): Figure['state'] | null {
  const { files } = history
  const from = measure.heldFrom?.(history, window) ?? (measure.over === 'day' ? window.to : window.from)
  for (const sources of measure.sources ?? [['return']]) {
    if (sources.length === 1 && sources[0] === 'return') {
      if (window.to > files.heldTo) return 'awaiting data'
      if (from < files.heldFrom) return 'not measured'
    } else if (sourceAt(history, sources, from, window.to) === null) {
      return isBefore(history, sources, from) ? 'not measured' : 'awaiting data'
    }
  }
  for (const need of measure.needs ?? []) {
    if (need === 'postcodes' || need === 'population') {
      if (files[need] === null) return 'awaiting data'
      continue
    }
    const years = files.loaded.get(need) ?? new Set<number>()
    const missing = measure.over === 'year' ? !years.has(Number(window.to.slice(0, 4))) : years.size === 0
    if (missing) return 'awaiting data'
  }
  return measure.never?.(history, window) ?? null
}

export function windowsOf(measure: Measure, day: Day): Window[] {
  if (measure.over === 'day') {
    return windowsEnding(day).filter(({ name }) => ['month', 'quarter', 'year'].includes(name))
  }
  if (measure.over === 'flow') return windowsEnding(day)
  if (measure.over === 'school') return [monthWindow(day), ...schoolWindowsEnding(day)]
  return day.endsWith('-03-31') ? [{ name: 'year', from: yearStart(day), to: day }] : []
}

export function itemsOf(measure: Measure, history: History, window: Window): readonly Item[] | null {
  return stateBefore(measure, history, window) ? null : measure.items(history, window)
}

export function figuresOf(measure: Measure, history: History, window: Window): Figure[] {
  const head = { catalogue: measure.catalogue, window: window.name, period_end: window.to }
  const state = stateBefore(measure, history, window)
  if (state) return [{ ...head, slice: null, ...empty(state) }]
  const items = measure.items(history, window)
  const { by } = measure
  if (by) {
    const codes = by.codes === 'found' ? [...new Set(items.map(item => item.group ?? ''))].sort() : by.codes
    return codes
      .filter(code => code !== '')
      .map(code => ({ ...head, slice: { [by.dimension]: code }, ...sum(measure, history, window, items, code) }))
  }
  const figures: Figure[] = [{ ...head, slice: null, ...sum(measure, history, window, items) }]
  for (const dimension of measure.slicedBy ?? []) {
    const codes = new Set(items.map(item => item.slices?.[dimension] ?? 'unknown'))
    for (const code of codes) {
      const some = items.filter(item => (item.slices?.[dimension] ?? 'unknown') === code)
      figures.push({ ...head, slice: { [dimension]: code }, ...sum(measure, history, window, some, undefined, code) })
    }
  }
  if (!measure.standardSlices) return figures
  const spots = new Map(childrenInCare(history, window.to).map(spot => [spot.person.id, spot]))
  for (const { dimension, codes, of } of standardSlices) {
    for (const code of codes) {
      const some = items.filter(item => {
        const spot = spots.get(item.child)
        return spot !== undefined && inGroup(of(spot), code)
      })
      figures.push({ ...head, slice: { [dimension]: code }, ...sum(measure, history, window, some) })
    }
  }
  return figures
}
