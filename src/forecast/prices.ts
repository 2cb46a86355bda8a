import type { Prices } from '../analysis/forecast/futures.ts'
import type { Engine } from '../engine/engine.ts'
import type { Day } from '../kit/day.ts'
import { queryOf } from './query.ts'

/** Where the prices of a group come from: the council's own placements, its rate card, or like groups where a provider is not known. */
export type PriceSource = 'placements' | 'unit_costs' | 'like groups'

/** What a group costs a week, for people to read: children priced in the last 12 months, the mean over their days, and the spread. */
export type GroupPrice = {
  readonly group: string
  readonly source: PriceSource
  readonly children: number
  /** Pounds a week. */
  readonly mean: number
  readonly lowest: number
  readonly highest: number
}

/** Prices as the simulation takes them, and what is said of them; `none` where no price of any group is known. */
export type PriceBook =
  | {
      readonly kind: 'priced'
      readonly prices: Prices
      readonly groups: readonly GroupPrice[]
      /** Groups in the history without a price: their days are in no cost. */
      readonly unpriced: readonly string[]
    }
  | { readonly kind: 'none'; readonly why: string }

type Seen = {
  readonly group: string
  readonly source: string
  readonly weekly: number
  readonly days: number
  readonly children: number
}

/** A price is drawn as often as it was paid: once for each so many days. */
const DRAWN_PER = 28
const LIKE: Readonly<Record<string, readonly string[]>> = {
  foster_not_known: ['in_house_foster', 'ifa'],
  residential_not_known: ['internal_residential', 'external_residential'],
}

/** The prices seen of a group: of its placements, else of the rate card, else of groups like it. */
function seenOf(
  group: string,
  seen: readonly Seen[],
): { readonly source: PriceSource; readonly rows: readonly Seen[] } {
  for (const source of ['placements', 'unit_costs'] as const) {
    const rows = seen.filter(row => row.group === group && row.source === source)
    if (rows.length > 0) return { source, rows }
  }
  return { source: 'like groups', rows: (LIKE[group] ?? []).flatMap(like => seenOf(like, seen).rows) }
}

/**
 * What placements cost, from the prices of the 12 months to `until`: every price kept, so that the few dear ones stay as dear and as
 * rare as they were. `inflation` is a year's growth of all prices: 0.03.
 */
export async function priceBook(
  engine: Engine,
  {
    authority,
    until,
    groups,
    inflation,
  }: {
    readonly authority: string
    readonly until: Day
    readonly groups: readonly string[]
    readonly inflation: number
  },
): Promise<PriceBook> {
  const rows = await engine.rows(queryOf('prices', { authority, until }))
  const seen = rows.map(row => ({
    group: String(row.placement_group),
    source: String(row.source),
    weekly: Number(row.weekly_cost),
    days: Number(row.days),
    children: Number(row.children),
  }))
  const found = groups.map(group => ({ group, ...seenOf(group, seen) }))
  if (found.every(({ rows }) => rows.length === 0))
    return {
      kind: 'none',
      why: 'No price of a placement is known: import placements.csv with weekly costs, or a rate card (unit_costs.csv).',
    }
  return {
    kind: 'priced',
    prices: {
      weekly: found.map(({ rows }) =>
        rows.flatMap(({ weekly, days }) => Array<number>(Math.max(1, Math.round(days / DRAWN_PER))).fill(weekly)),
      ),
      inflation,
    },
    groups: found.flatMap(({ group, source, rows }) => {
      if (rows.length === 0) return []
      const days = rows.reduce((sum, row) => sum + row.days, 0)
      const weekly = rows.map(row => row.weekly)
      return {
        group,
        source,
        children: [...new Map(rows.map(row => [row.group, row.children])).values()].reduce((sum, n) => sum + n, 0),
        mean: rows.reduce((sum, row) => sum + row.weekly * row.days, 0) / days,
        lowest: Math.min(...weekly),
        highest: Math.max(...weekly),
      }
    }),
    unpriced: found.flatMap(({ group, rows }) => (rows.length === 0 ? [group] : [])),
  }
}
