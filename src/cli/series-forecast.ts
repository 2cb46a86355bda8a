import { type Continued, continuedForecasts, continuedMeasures } from '../forecast/continued.ts'
import type { Day } from '../kit/day.ts'
import { periodsBetween } from '../kit/period.ts'
import { findMeasure, type Session, series } from '../measures/measures.ts'

/** The forecasts that a name means, by catalogue reference or id; a reference without its part is all its parts. None where it is none. */
export const forecastsNamed = (name: string): readonly string[] =>
  continuedMeasures.flatMap(({ id, catalogue }) =>
    id === name.toLowerCase() ||
    [catalogue, catalogue.split(':')[0]].some(one => one?.toUpperCase() === name.toUpperCase())
      ? catalogue
      : [],
  )

/** A forecast as a line of `hearth series`: made on its period end, so many months ahead. */
const lineOf = (authority: string, { measure, catalogue, periodEnd, ahead, group, value, unknown }: Continued) => ({
  authority,
  measure,
  catalogue,
  window: 'month',
  period_end: periodEnd,
  slice: { ahead, ...(group === null ? {} : { cost_group: group }) },
  numerator: null,
  denominator: null,
  value,
  unknown,
  state: 'measured',
})
export type ForecastLine = ReturnType<typeof lineOf>

/** The lines of forecasts of the catalogue (FCT-01 to FCT-04) of one authority, made on each month end from one day to another. */
export async function forecastLines(
  session: Session,
  asked: {
    readonly authority: string
    readonly catalogues: readonly string[]
    readonly from: Day
    readonly to: Day
    readonly byGroup: boolean
  },
): Promise<readonly ForecastLine[]> {
  const { authority, from, to, byGroup } = asked
  const measure = findMeasure(session.measures, 'PRM-01')
  const needed = asked.catalogues.includes('FCT-04') && measure
  // A year more than asked: what a year's change is taken from.
  const points = needed
    ? await series(session, {
        measure,
        periods: periodsBetween('month', `${Number(from.slice(0, 4)) - 1}${from.slice(4)}` as Day, to),
        authority,
      })
    : []
  const timeInCare = new Map(
    points.flatMap(({ slice, period_end, value }) =>
      slice === null && value !== null ? [[period_end, value] as const] : [],
    ),
  )
  const catalogues = new Set(asked.catalogues)
  const found = await continuedForecasts(session.engine, { authority, from, to, byGroup, catalogues, timeInCare })
  return found.map(line => lineOf(authority, line))
}
