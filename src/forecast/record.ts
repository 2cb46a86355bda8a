import type { Day } from '../kit/day.ts'
import type { Forecast, RecordLine } from './result.ts'

/** What of a forecast is kept when it is issued. */
export type KeptForecast = Pick<
  Forecast,
  'authority' | 'at' | 'horizon' | 'seed' | 'runs' | 'method' | 'history' | 'standing' | 'leads'
> & {
  readonly inflation: number
  readonly series: readonly Pick<Forecast['series'][number], 'name' | 'group' | 'exit' | 'unit' | 'points'>[]
  readonly outlook: readonly Pick<Forecast['outlook'][number], 'measure' | 'yearEnd' | 'range' | 'chance' | 'target'>[]
}

/** The part of a forecast that is kept: its options and every point, without the past that it was made from. */
export const keptOf = ({
  authority,
  at,
  horizon,
  seed,
  runs,
  method,
  history,
  standing,
  leads,
  series,
  outlook,
  money,
}: Forecast): KeptForecast => ({
  authority,
  at,
  horizon,
  seed,
  runs,
  method,
  history,
  standing,
  leads,
  inflation: money.inflation,
  series: series.map(({ name, group, exit, unit, points }) => ({ name, group, exit, unit, points })),
  outlook: outlook.map(({ measure, yearEnd, range, chance, target }) => ({ measure, yearEnd, range, chance, target })),
})

/** The horizons, in months, that a record is kept of. */
const horizons = [1, 3, 6, 12, 24] as const

/** How many were in care at month ends, as it is known now. */
export type Outturn = ReadonlyMap<Day, number>

/** One issued forecast held against what came, so many months ahead. */
export type Score = {
  readonly at: Day
  readonly horizon: number
  readonly periodEnd: Day
  readonly median: number
  readonly p80: readonly [number, number]
  readonly came: number
  readonly inside80: boolean
}

/** Each forecast of all children in care and each horizon whose outturn has come, in the order given. */
export const scoresOf = (issued: readonly KeptForecast[], outturn: Outturn): readonly Score[] =>
  issued.flatMap(({ at, series }) =>
    horizons.flatMap(horizon => {
      const point = series.find(({ name, group }) => name === 'in care' && group === null)?.points[horizon - 1]
      const came = point && outturn.get(point.periodEnd)
      if (!point || came === undefined) return []
      const { periodEnd, median, p80 } = point
      return { at, horizon, periodEnd, median, p80, came, inside80: came >= p80[0] && came <= p80[1] }
    }),
  )

/**
 * How issued forecasts of all children in care have done, by months ahead, where the outturn has come. Of several from one day that look
 * so far ahead the first issued counts: later ones knew no more and might have been chosen.
 */
export function recordOf(issued: readonly KeptForecast[], outturn: Outturn): readonly RecordLine[] {
  const scored = scoresOf(issued, outturn).toReversed()
  const first = new Map(scored.map(score => [`${score.at} ${score.horizon}`, score])).values()
  const byHorizon = Map.groupBy(first, ({ horizon }) => horizon)
  return horizons.flatMap(horizon => {
    const scores = byHorizon.get(horizon) ?? []
    if (scores.length === 0) return []
    return {
      horizon,
      forecasts: scores.length,
      inside80: scores.filter(({ inside80 }) => inside80).length,
      meanError: scores.reduce((sum, { median, came }) => sum + Math.abs(median - came), 0) / scores.length,
    }
  })
}
