import { monthlyOf } from '../analysis/forecast/monthly.ts'
import { trendLines } from '../analysis/forecast/trend-lines.ts'
import type { Engine } from '../engine/engine.ts'
import { addDays, addMonths, type Day, day, financialYearEnding, fromNumber, monthEnd } from '../kit/day.ts'
import { monthsAfter } from './change.ts'
import { careHistory } from './exposure.ts'
import { forecastSpan } from './forecast.ts'
import { priceBook } from './prices.ts'

/**
 * The forecasts of the catalogue, FCT-01 to FCT-04: the last value and its average net change of k months, continued (indicators.md
 * section 9, rows 31 and 39). They say what would be if that went on, and are no range.
 */
export type Continued = {
  readonly measure: string
  readonly catalogue: string
  /** The month end it is made on. */
  readonly periodEnd: Day
  /** Months ahead of it. */
  readonly ahead: number
  /** A placement group; null: all. */
  readonly group: string | null
  readonly value: number
  /** Of FCT-03, children now in placements without a known price, who are in no cost; else 0. */
  readonly unknown: number
}

/** What they are called, and what each is. */
export const continuedMeasures = [
  ...([3, 6, 12, 24, 36] as const).map(k => ({
    id: `children-in-care-if-${k}-months-continue`,
    catalogue: `FCT-01:months_${k}`,
    title: `Children in care if the average change of the last ${k} months continued`,
    span: k,
  })),
  {
    id: 'children-in-care-if-the-year-continues',
    catalogue: 'FCT-02',
    title: 'Children in care if the average change of the last 12 months continued',
    span: 12,
  },
  {
    id: 'placement-cost-if-the-year-continues',
    catalogue: 'FCT-03',
    title: 'What placements would cost in a year, in pounds, if the average change of the last 12 months continued',
    span: 12,
  },
  {
    id: 'time-in-care-if-the-year-continues',
    catalogue: 'FCT-04',
    title: 'Average weeks in care if the average change of the last 12 months continued',
    span: 12,
  },
] as const

const WEEKS = 52
const known = (catalogue: string) => continuedMeasures.find(one => one.catalogue === catalogue)
const idOf = (catalogue: string): string => known(catalogue)?.id ?? catalogue

/** Months from a month end to the end of the financial year after its own: how far the catalogue looks (FCT-01). */
export const monthsToNextYearEnd = (end: Day): number =>
  monthsAfter(end, day(`${financialYearEnding(addDays(end, 1)) + 1}-03-31`))

export type ContinuedAsked = {
  readonly authority: string
  /** The month ends they are made on, both included. */
  readonly from: Day
  readonly to: Day
  readonly catalogues: ReadonlySet<string>
  /** Also by placement group. */
  readonly byGroup: boolean
  /** Average weeks in care at month ends (PRM-01): what FCT-04 is made from. */
  readonly timeInCare: ReadonlyMap<Day, number>
}

/** Every line of the forecasts asked for. One whose k months reach before the history is not there. */
export async function continuedForecasts(engine: Engine, asked: ContinuedAsked): Promise<readonly Continued[]> {
  const { authority, catalogues } = asked
  const span = await forecastSpan(engine, authority, undefined)
  const { history } = await careHistory(engine, { authority, ...span })
  const { ends, total, byGroup } = monthlyOf(history)
  const found: Continued[] = []
  for (const [i, end] of ends.entries()) {
    const periodEnd = fromNumber(end)
    if (periodEnd < asked.from || periodEnd > asked.to) continue
    const months = monthsToNextYearEnd(periodEnd)
    const add = (catalogue: string, group: string | null, values: readonly number[], unknown = 0): void => {
      found.push(
        ...values.map((value, h) => ({
          measure: idOf(catalogue),
          catalogue,
          periodEnd,
          ahead: h + 1,
          group,
          value,
          unknown,
        })),
      )
    }
    const lineOf = (values: readonly number[], k: number): readonly number[] | undefined =>
      trendLines(values, months).find(line => line.span === k)?.values
    const upTo = (values: readonly number[] | undefined): readonly number[] => (values ?? []).slice(0, i + 1)
    const groups = [
      { group: null, values: upTo(total) },
      ...(asked.byGroup ? history.groups.map((group, g) => ({ group, values: upTo(byGroup[g]) })) : []),
    ]
    for (const { catalogue, span: k } of continuedMeasures) {
      if (!catalogues.has(catalogue) || catalogue === 'FCT-03' || catalogue === 'FCT-04') continue
      for (const { group, values } of catalogue === 'FCT-02' ? groups.slice(0, 1) : groups)
        add(catalogue, group, lineOf(values, k) ?? [])
    }
    if (catalogues.has('FCT-03')) {
      const book = await priceBook(engine, { authority, until: periodEnd, groups: history.groups, inflation: 0 })
      const lines = history.groups.map((_, g) => lineOf(upTo(byGroup[g]), 12))
      if (book.kind === 'priced' && lines.every(line => line !== undefined)) {
        const means = history.groups.map(group => book.groups.find(price => price.group === group)?.mean ?? 0)
        const costs = Array.from({ length: months }, (_, h) =>
          means.reduce((sum, mean, g) => sum + (lines[g]?.[h] ?? 0) * mean * WEEKS, 0),
        )
        const unpriced = history.groups.flatMap((group, g) =>
          book.unpriced.includes(group) ? (byGroup[g]?.[i] ?? 0) : [],
        )
        add(
          'FCT-03',
          null,
          costs,
          unpriced.reduce((sum, n) => sum + n, 0),
        )
      }
    }
    const [now, before] = [0, -12].map(n => asked.timeInCare.get(monthEnd(addMonths(periodEnd, n))))
    if (catalogues.has('FCT-04') && now !== undefined && before !== undefined)
      add(
        'FCT-04',
        null,
        Array.from({ length: months }, (_, h) => now + ((h + 1) * (now - before)) / 12),
      )
  }
  return found
}
