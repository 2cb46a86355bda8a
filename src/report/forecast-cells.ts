import type { Range } from '../analysis/forecast/ranges.ts'
import { type Behind, decidedIn, disclose, type PackCell, type Sum } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import { groups as fine, widerGroups } from '../forecast/groups.ts'
import type { Forecast, ForecastSeries } from '../forecast/result.ts'
import type { Day } from '../kit/day.ts'
import { sayNumber } from '../kit/text.ts'
import { saying, span } from './forecast-words.ts'

/** Fewer than so many, and a group is told by its range alone (statistics.md 3.3). */
const FEW = 10

/** A cell of a figure that says nothing of how few children there are: what is forecast. */
export const likely = (id: string, value: number, text: string): PackCell => ({ id, value, text, people: [] })
/** A cell of children who were counted. */
export const counted = (id: string, value: number, text = sayNumber(value)): PackCell => ({
  id,
  value,
  text,
  people: [value],
  who: 'children',
})

/** A median with its 8 in 10 range, and of few children the range alone. */
export const sayRange = ({ median, p80 }: Pick<Range, 'median' | 'p80'>, unit: string): string =>
  (unit === 'children' && median < FEW) || span(p80, unit) === saying(unit)(median)
    ? span(p80, unit)
    : `${saying(unit)(median)} (${span(p80, unit)})`

export const seriesNamed = (
  { series }: Pick<Forecast, 'series'>,
  name: ForecastSeries['name'],
  group: string | null = null,
): ForecastSeries | undefined => series.find(one => one.name === name && one.group === group && one.exit === null)

/** How many were in care in a placement group, or in all, when the forecast began. */
export const nowIn = (forecast: Forecast, group: string | null): number =>
  seriesNamed(forecast, 'in care', group)?.past.at(-1)?.value ?? 0

/** Whether no change leads for all children in care at a month end; of one beyond the forecast, at its last. */
export const naiveAt = (forecast: Pick<Forecast, 'series' | 'standing'>, end: Day): boolean => {
  const { leads = [], points = [] } = seriesNamed(forecast, 'in care') ?? {}
  const month = points.findIndex(({ periodEnd }) => periodEnd >= end)
  return forecast.standing.kind === 'model' && leads.at(month) === 'naive'
}

/** How many months ahead a month end is; of one beyond the forecast, its last. */
export function monthsTo(forecast: Pick<Forecast, 'series'>, end: Day): number {
  const { points = [] } = seriesNamed(forecast, 'in care') ?? {}
  const month = points.findIndex(({ periodEnd }) => periodEnd >= end)
  return month === -1 ? points.length : month + 1
}

/** How many were in care at an earlier month end. */
export const pastId = (periodEnd: Day): string => `past ${periodEnd}`
export const nowId = (group: string | null): string => `now ${group ?? 'all'}`

/** Those in each group now, which add up to all and to the wider groups: what a forecast of a group would give away. */
function nowCells(forecast: Forecast): { readonly cells: readonly PackCell[]; readonly sums: readonly Sum[] } {
  const named = forecast.series.filter(({ name }) => name === 'in care').map(({ group }) => group)
  const parts = fine.filter(group => named.includes(group))
  return {
    cells: named.map(group => counted(nowId(group), nowIn(forecast, group))),
    sums: [
      { total: nowId(null), parts: parts.map(nowId) },
      ...Object.entries(widerGroups)
        .filter(([name]) => named.includes(name))
        .map(([name, own]) => ({
          total: nowId(name),
          parts: own.filter(group => parts.includes(group)).map(nowId),
        })),
    ],
  }
}

/** A pack of a forecast being filled: each part puts its cells in, all are decided at once, and then it asks for them. */
export type ForecastPack = {
  /**
   * Puts a cell in; `group`: it may not be seen where those who are in that placement group now (null: in care) may not, nor where one of
   * the cells it is `worked` out from may not. Gives the id.
   */
  readonly put: (cell: PackCell, group?: string | null, worked?: readonly string[]) => string
  readonly decide: () => Decided
}
export type Decided = (id: string) => Shown

export function forecastPack(forecast: Forecast, audience: Audience): ForecastPack {
  const { cells: now, sums } = nowCells(forecast)
  const cells = new Map(now.map(cell => [cell.id, cell]))
  const behind: Behind[] = []
  return {
    put: (cell, group, worked = []) => {
      cells.set(cell.id, cell)
      for (const figure of worked) behind.push({ figure, behind: [cell.id] })
      if (group !== undefined) behind.push({ figure: nowId(group), behind: [cell.id] })
      return cell.id
    },
    decide: () => decidedIn(disclose({ audience, cells: [...cells.values()], sums, behind })),
  }
}
