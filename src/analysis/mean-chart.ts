import type { Day } from '../kit/day.ts'
import {
  baselineEnd,
  type ChartSettings,
  type ControlChart,
  chartSettings,
  drawChart,
  type Judgement,
  type Limits,
} from './control-chart.ts'
import type { Rebase } from './rebase.ts'
import { place, type XmrLimits, xmrLimits } from './xmr.ts'

/** The mean of the `n` cases of the period, in its unit; `mean` is null where `n` is 0, both where the figure is due. */
export type MeanPoint =
  | { readonly at: Day; readonly mean: number; readonly n: number }
  | { readonly at: Day; readonly mean: null; readonly n: 0 | null }

/** Above this the values are lopsided: a normal sample of 24 has a skewness beyond 0.8 about one time in 20. */
const LOPSIDED = 0.8

/** Moment skewness (g1) of two or more different values. Source: Joanes and Gill 1998. */
export function skewness(values: readonly number[]): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length
  const moment = (k: number): number => values.reduce((sum, v) => sum + (v - mean) ** k, 0) / values.length
  const second = moment(2)
  return second === 0 ? 0 : moment(3) / second ** 1.5
}

/**
 * An XmR chart of means (days to adoption of those adopted in the month); days in order without repeats. Durations of a
 * few children are lopsided, and plain limits then flag up to 7% of latest points of an unchanging process: where every
 * value is above 0 and their skewness above 0.8, limits are worked out on logarithms and drawn back in the unit.
 * Say `n` beside each point. Source: statistics.md 1.4 (XmR); Montgomery 2013, section 6.4.3 for the logarithms.
 */
export function meanChart(
  series: readonly MeanPoint[],
  rebases: readonly Rebase[] = [],
  options: Partial<ChartSettings> = {},
): ControlChart {
  const settings = { ...chartSettings, ...options }
  const points = series.map(({ at, mean, n }) => ({
    at,
    value: mean,
    absence: mean !== null ? null : n === 0 ? ('none in scope' as const) : ('awaiting data' as const),
  }))
  return drawChart(points, rebases, settings, stretch => {
    const values = stretch.map(p => p.value)
    return judge(values, baselineEnd(values, settings.fixAfter))
  })
}

function judge(values: readonly (number | null)[], end: number): Judgement {
  const baseline = values.slice(0, end)
  const known = baseline.filter(v => v !== null)
  const logs = values.every(v => v === null || v > 0) && known.length > 0 && skewness(known) > LOPSIDED
  const into = (v: number): number => (logs ? Math.log(v) : v)
  const back = (v: number): number => (logs ? Math.exp(v) : v)
  const found: XmrLimits = xmrLimits(baseline.map(v => (v === null ? null : into(v))))
  if (found.state !== 'limits') return found
  const raw = found.limits
  const limits: Limits = {
    centre: back(raw.centre),
    low: back(raw.low),
    high: back(raw.high),
    nearLow: back(raw.nearLow),
    nearHigh: back(raw.nearHigh),
  }
  return {
    state: 'limits',
    centre: limits.centre,
    limits: values.map(() => limits),
    placed: values.map(v => (v === null ? null : place(v, limits))),
    notes: logs ? ['A few long durations pull the mean up, so limits are worked out on logarithms.'] : [],
  }
}
