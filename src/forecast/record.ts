import type { Day } from '../kit/day.ts'
import { type OutlookTarget, reaches, standingOf } from './outlook.ts'
import type { Forecast, ForecastSeries, OutlookLine, RecordLine } from './result.ts'

/** What of a forecast is kept when it is issued. */
export type KeptForecast = Pick<
  Forecast,
  'authority' | 'at' | 'horizon' | 'seed' | 'runs' | 'method' | 'history' | 'standing' | 'leads'
> & {
  readonly inflation: number
  readonly series: readonly Pick<Forecast['series'][number], 'name' | 'group' | 'exit' | 'unit' | 'points'>[]
  readonly outlook: readonly Pick<
    Forecast['outlook'][number],
    'measure' | 'yearEnd' | 'range' | 'chance' | 'target' | 'lastYear'
  >[]
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
  outlook: outlook.map(({ measure, yearEnd, range, chance, target, lastYear }) => ({
    measure,
    yearEnd,
    range,
    chance,
    target,
    lastYear,
  })),
})

/** The horizons, in months, that a record is kept of. */
const horizons = [1, 3, 6, 12, 24] as const

type Told = Pick<ForecastSeries, 'name' | 'group'>
const keyOf = ({ name, group }: Told): string => `${name}, ${group ?? 'all'}`

/** What came, as it is known now: of each series what stood at month ends, or came in the months that they end. */
export type Outturns = ReadonlyMap<string, ReadonlyMap<Day, number>>

/** What came of children in care, all and by placement, and of all starts and ends, by the past of these series. */
export const outturnsOf = (series: readonly Pick<ForecastSeries, 'name' | 'group' | 'exit' | 'past'>[]): Outturns =>
  new Map(
    series
      .filter(({ exit, past }) => exit === null && past.length > 0)
      .map(one => [keyOf(one), new Map(one.past.map(({ periodEnd, value }) => [periodEnd, value]))]),
  )

/** One series of an issued forecast held against what came, so many months ahead, with no change beside it. */
export type Score = Told & {
  readonly at: Day
  readonly horizon: number
  readonly periodEnd: Day
  readonly median: number
  readonly p80: readonly [number, number]
  readonly came: number
  readonly inside80: boolean
  /** What no change had said; null where the series has none. */
  readonly naive: number | null
}

/** Each forecast of each series and each horizon whose outturn has come, in the order given. */
export const scoresOf = (issued: readonly KeptForecast[], outturns: Outturns): readonly Score[] =>
  issued.flatMap(({ at, series }) =>
    series
      .filter(({ exit }) => exit === null)
      .flatMap(({ name, group, points }) =>
        horizons.flatMap(horizon => {
          const point = points[horizon - 1]
          const came = point && outturns.get(keyOf({ name, group }))?.get(point.periodEnd)
          if (!point || came === undefined) return []
          const { periodEnd, median, p80 } = point
          const inside80 = came >= p80[0] && came <= p80[1]
          return {
            name,
            group,
            at,
            horizon,
            periodEnd,
            median,
            p80,
            came,
            inside80,
            naive: point.naive?.median ?? null,
          }
        }),
      ),
  )

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** Of several with one key the first. */
const firstBy = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.toReversed().map(one => [key(one), one])).values(),
]

/**
 * How issued forecasts of each series have done, by months ahead, where the outturn has come; all children in care come first. Of several
 * from one day that look so far ahead the first issued counts: later ones knew no more and might have been chosen.
 */
export function recordOf(issued: readonly KeptForecast[], outturns: Outturns): readonly RecordLine[] {
  const first = firstBy(scoresOf(issued, outturns), score => `${keyOf(score)} ${score.at} ${score.horizon}`)
  const bySeries = [...Map.groupBy(first.toReversed(), keyOf).values()]
  return bySeries
    .toSorted((a, b) => Number(isWhole(b[0])) - Number(isWhole(a[0])))
    .flatMap(own =>
      horizons.flatMap(horizon => {
        const scores = own.filter(score => score.horizon === horizon)
        const [one] = scores
        if (!one) return []
        const naive = scores.flatMap(score => (score.naive === null ? [] : Math.abs(score.naive - score.came)))
        return {
          name: one.name,
          group: one.group,
          horizon,
          forecasts: scores.length,
          inside80: scores.filter(({ inside80 }) => inside80).length,
          meanError: meanOf(scores.map(({ median, came }) => Math.abs(median - came))),
          naiveError: naive.length === scores.length ? meanOf(naive) : null,
        }
      }),
    )
}

/** Whether something is about all children in care. */
export const isWhole = (told: Told | undefined): boolean => told?.name === 'in care' && told.group === null

/** A figure of a year's end, as it was told and as it came. */
export type OutlookScore = {
  readonly at: Day
  readonly measure: string
  readonly yearEnd: Day
  readonly median: number
  readonly p80: readonly [number, number]
  readonly came: number
  readonly inside80: boolean
  /** Last year's, which is what no change would say; null where it was not known, or not kept. */
  readonly lastYear: number | null
  readonly target: OutlookTarget | null
  /** The chance that was told; null without a target. */
  readonly chance: number | null
  readonly reached: boolean | null
}

/** What a measure came to at a year's end; undefined where that is not known yet. */
export type YearEnds = (measure: string, yearEnd: Day) => number | undefined

/** Each figure of a year's end that forecasts have told and that has come, in the order given; of several from one day the first. */
export const outlookScoresOf = (issued: readonly KeptForecast[], yearEnds: YearEnds): readonly OutlookScore[] =>
  firstBy(
    issued.flatMap(({ at, outlook }) =>
      outlook.flatMap(({ measure, yearEnd, range: { median, p80 }, target, chance, lastYear }) => {
        const came = yearEnds(measure, yearEnd)
        if (came === undefined) return []
        return {
          at,
          measure,
          yearEnd,
          median,
          p80,
          came,
          inside80: came >= p80[0] && came <= p80[1],
          // Those kept before it was kept have none.
          lastYear: lastYear ?? null,
          target,
          chance,
          reached: target && reaches(came, target),
        }
      }),
    ),
    ({ at, measure, yearEnd }) => `${at} ${measure} ${yearEnd}`,
  ).toReversed()

/** Of the figures that were said to be on track, in the balance or off track how many reached their target. */
export const outlookRecordOf = (scores: readonly OutlookScore[]): readonly OutlookLine[] =>
  (['on track', 'in the balance', 'off track'] as const).flatMap(standing => {
    const own = scores.filter(({ chance }) => chance !== null && standingOf(chance) === standing)
    return own.length === 0 ? [] : { standing, told: own.length, reached: own.filter(({ reached }) => reached).length }
  })
