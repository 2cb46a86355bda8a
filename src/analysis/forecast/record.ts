/** The scores of forecasts of one series at one horizon, and what they say for the next one. */
import { type BlendAt, blended, blendOf, distanceOf, type Scored } from './blend.ts'
import { standardNormal } from './naive.ts'
import { quantileOfSorted } from './ranges.ts'
import {
  type Coverage,
  centralRange,
  coverageOf,
  crps,
  holds,
  intervalScore,
  meanPinball,
  pit,
  scaleOf,
} from './score.ts'

export const horizons = [1, 3, 6, 12] as const
export type Horizon = (typeof horizons)[number]

/** One forecast of the total or of a group, and its outturn. */
export type Made = {
  /** Position in the months of the history, of the day it was made and of the month it is about. */
  readonly made: number
  readonly due: number
  readonly actual: number
  readonly model: Float64Array
  readonly naive: Float64Array
  /** The open demand model's expectation and band's standard deviation; for the total. */
  readonly plain: { readonly mean: number; readonly sd: number } | null
}

/** Scores of one way of forecasting. In the unit of the figure, lower is better; MASE is a ratio, under 1 beats the average change. */
export type Score = {
  readonly mae: number
  /** Scaled by the mean change over one month, and over twelve; null where the history never changed. */
  readonly mase1: number | null
  readonly mase12: number | null
  readonly crps: number
  readonly pinball: number
  readonly interval80: number
  readonly coverage80: Coverage
  readonly coverage95: Coverage
}

export type HorizonRecord = {
  readonly horizon: Horizon
  /** Forecasts made, and how many of them do not overlap: origins over months ahead. */
  readonly origins: number
  readonly effective: number
  /** As it would have been printed: blended by the record known on the day. */
  readonly issued: Score
  readonly model: Score
  readonly naive: Score
  readonly stockAndFlow: Score | null
  /** Share of outturns by tenth of the issued forecast they fell in: a tenth each when all is well. */
  readonly pit: readonly number[]
  /** What a forecast made today is blended by. */
  readonly blend: BlendAt
}

export type SeriesRecord = {
  /** Which set of placement groups, by position; null for everyone. */
  readonly group: number | null
  readonly horizons: readonly HorizonRecord[]
}

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

function scoreOf(
  forecasts: readonly { readonly values: ArrayLike<number>; readonly actual: number }[],
  effective: number,
  totals: readonly number[],
): Score {
  const errors = forecasts.map(({ values, actual }) => Math.abs(quantileOfSorted(values, 0.5) - actual))
  const coverage = (level: number): Coverage =>
    coverageOf(
      forecasts.filter(({ values, actual }) => holds(centralRange(values, level), actual)).length,
      forecasts.length,
      effective,
    )
  const mae = meanOf(errors)
  const [one, twelve] = [scaleOf(totals, 1), scaleOf(totals, 12)]
  return {
    mae,
    mase1: one === null ? null : mae / one,
    mase12: twelve === null ? null : mae / twelve,
    crps: meanOf(forecasts.map(({ values, actual }) => crps(values, actual))),
    pinball: meanOf(forecasts.map(({ values, actual }) => meanPinball(values, actual))),
    interval80: meanOf(forecasts.map(({ values, actual }) => intervalScore(centralRange(values, 0.8), actual, 0.8))),
    coverage80: coverage(0.8),
    coverage95: coverage(0.95),
  }
}

const scoredOf = ({ model, naive, actual }: Made): Scored => ({
  model,
  modelCrps: crps(model, actual),
  naiveCrps: crps(naive, actual),
  distance: distanceOf(model, actual),
})

/** The record of one series at one horizon. Each forecast is blended by those whose outturn was known when it was made. */
export function recordOf(
  made: readonly Made[],
  horizon: Horizon,
  every: number,
  totals: readonly number[],
  { spread = true, pool = true }: { readonly spread?: boolean; readonly pool?: boolean } = {},
): HorizonRecord {
  const effectiveOf = (n: number): number => Math.min(n, (n * every) / horizon)
  const scored = made.map(scoredOf)
  const issued = made.map((one, i) => {
    const before = scored.filter((_, j) => (made[j]?.due ?? 0) <= one.made && j < i)
    const blend = blendOf(before, horizon, effectiveOf(before.length))
    const how = { ...blend, ...(spread ? {} : { spread: 1 }), ...(pool ? {} : { weight: 1 }) }
    return { values: blended(one.model, one.naive, how), actual: one.actual }
  })
  const effective = effectiveOf(made.length)
  const tenths = new Array<number>(10).fill(0)
  for (const { values, actual } of issued) {
    const tenth = Math.min(9, Math.floor(pit(values, actual) * 10))
    tenths[tenth] = (tenths[tenth] ?? 0) + 1 / issued.length
  }
  const score = (values: (one: Made) => ArrayLike<number>): Score =>
    scoreOf(
      made.map(one => ({ values: values(one), actual: one.actual })),
      effective,
      totals,
    )
  const band = ({ plain }: Made): Float64Array => standardNormal.map(z => (plain?.mean ?? 0) + (plain?.sd ?? 0) * z)
  return {
    horizon,
    origins: made.length,
    effective,
    issued: scoreOf(issued, effective, totals),
    model: score(({ model }) => model),
    naive: score(({ naive }) => naive),
    stockAndFlow: made.every(({ plain }) => plain !== null) ? score(band) : null,
    pit: tenths,
    blend: blendOf(scored, horizon, effective),
  }
}
