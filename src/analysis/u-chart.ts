import type { Day } from '../kit/day.ts'
import {
  baselineEnd,
  type ChartSettings,
  type ControlChart,
  chartSettings,
  drawChart,
  type Judgement,
} from './control-chart.ts'
import { poissonAtLeast, poissonAtMost } from './distribution.ts'
import { notesOf } from './p-chart.ts'
import type { Rebase } from './rebase.ts'
import { type Counts, chanceOfSides, exactLimits, laneySpread, scaled, sigmaLimits, widest } from './tail-limits.ts'
import { place } from './xmr.ts'

/** `x` events in `exposure` (children, child-days), 0 or more; both null where the figure is due. */
export type RatePoint =
  | { readonly at: Day; readonly x: number; readonly exposure: number }
  | { readonly at: Day; readonly x: null; readonly exposure: null }

export type CountPoint = { readonly at: Day; readonly value: number | null }

type Point = { at: Day; x: number; e: number; value: number | null; absence: 'awaiting data' | 'none in scope' | null }

/** No count is searched for beyond this many standard deviations above its mean. */
const FARTHEST = 12

const poisson = (mean: number): Counts => ({
  mean,
  most: Math.ceil(mean + FARTHEST * Math.sqrt(mean) + FARTHEST * 2),
  atMost: k => poissonAtMost(k, mean),
  atLeast: k => poissonAtLeast(k, mean),
})

/**
 * A u-chart: events of the period for each `per` of exposure; days in order without repeats. Exact Poisson tails where any
 * period expects fewer than 5, otherwise u ± 3√(u/e); wider by Laney's sigma_z where that is above 1.2. A period without
 * exposure has no value. Sources: Montgomery 2013, section 7.4; Laney 2002; statistics.md 1.4.
 */
export function uChart(
  series: readonly RatePoint[],
  rebases: readonly Rebase[] = [],
  options: Partial<ChartSettings> & { readonly per?: number } = {},
): ControlChart {
  const per = options.per ?? 1
  const settings = { ...chartSettings, range: { low: 0, high: Infinity }, ...options }
  const points = series.map(({ at, x, exposure }): Point => {
    if (exposure === null) return { at, x: 0, e: 0, value: null, absence: 'awaiting data' }
    if (exposure === 0) return { at, x, e: 0, value: null, absence: 'none in scope' }
    return { at, x, e: exposure, value: (x * per) / exposure, absence: null }
  })
  return drawChart(points, rebases, settings, stretch => judge(stretch, settings.fixAfter, per))
}

/** A c-chart: whole counts of periods with the same exposure. A u-chart of exposure 1; for counts too few for XmR. */
export function cChart(
  series: readonly CountPoint[],
  rebases: readonly Rebase[] = [],
  options: Partial<ChartSettings> = {},
): ControlChart {
  const rate = ({ at, value }: CountPoint): RatePoint =>
    value === null ? { at, x: null, exposure: null } : { at, x: value, exposure: 1 }
  return uChart(series.map(rate), rebases, options)
}

function judge(stretch: readonly Point[], fixAfter: number | null, per: number): Judgement {
  const end = baselineEnd(
    stretch.map(point => point.value),
    fixAfter,
  )
  const baseline = stretch.slice(0, end)
  const exposure = baseline.reduce((sum, point) => sum + point.e, 0)
  const u = baseline.reduce((sum, point) => sum + point.x, 0) / exposure
  if (u === 0) {
    const odd = stretch.some(point => point.x > 0)
    return { state: odd ? 'refused' : 'no variation', why: 'Every period of the baseline is none' }
  }
  const small = stretch.some(point => point.e > 0 && u * point.e < 5)
  const spread = laneySpread(
    baseline.map(({ x, e, value }) => (value === null ? null : (x / e - u) / Math.sqrt(u / e))),
  )
  const limits = stretch.map(point => {
    if (point.value === null) return null
    const bySigma = scaled(sigmaLimits(u, Math.sqrt(u / point.e) * spread), per)
    if (!small) return bySigma
    const exact = scaled(exactLimits(poisson(u * point.e)), per / point.e)
    return spread > 1 ? widest(exact, bySigma) : exact
  })
  return {
    state: 'limits',
    centre: u * per,
    limits,
    placed: stretch.map(({ value, e }, i) => {
      const own = limits[i]
      return value === null || !own ? null : place(value, own, chanceOfSides(poisson(u * e)))
    }),
    notes: notesOf(small, spread, 'Poisson'),
  }
}
