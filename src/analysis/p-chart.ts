import type { Day } from '../kit/day.ts'
import {
  baselineEnd,
  type ChartSettings,
  type ControlChart,
  chartSettings,
  drawChart,
  type Judgement,
} from './control-chart.ts'
import { binomialAtLeast, binomialAtMost } from './distribution.ts'
import type { Rebase } from './rebase.ts'
import { type Counts, chanceOfSides, exactLimits, laneySpread, scaled, sigmaLimits, widest } from './tail-limits.ts'
import { place } from './xmr.ts'

/** `x` of the `n` that fell in the period; both null where the figure is due. */
export type ProportionPoint =
  | { readonly at: Day; readonly x: number; readonly n: number }
  | { readonly at: Day; readonly x: null; readonly n: null }

type Point = { at: Day; x: number; n: number; value: number | null; absence: 'awaiting data' | 'none in scope' | null }

const binomial = (n: number, p: number): Counts => ({
  mean: n * p,
  most: n,
  atMost: k => binomialAtMost(k, n, p),
  atLeast: k => binomialAtLeast(k, n, p),
})

/**
 * A p-chart of events of the period (reviews held on time of those due), as fractions; days in order without repeats. Exact
 * binomial tails where any period expects fewer than 5 in or 5 out, three sigma otherwise; wider by Laney's sigma_z where
 * that is above 1.2 (then the wider of it and the exact ones). A period with nothing due has no value and breaks runs.
 * Not for a share of the children in care on a day: they are counted again next month (statistics.md 1.4).
 * Sources: Montgomery 2013, section 7.3; Laney 2002.
 */
export function pChart(
  series: readonly ProportionPoint[],
  rebases: readonly Rebase[] = [],
  options: Partial<ChartSettings> = {},
): ControlChart {
  const settings = { ...chartSettings, range: { low: 0, high: 1 }, ...options }
  const points = series.map(({ at, x, n }): Point => {
    if (n === null) return { at, x: 0, n: 0, value: null, absence: 'awaiting data' }
    return n === 0 ? { at, x, n, value: null, absence: 'none in scope' } : { at, x, n, value: x / n, absence: null }
  })
  return drawChart(points, rebases, settings, stretch => judge(stretch, settings.fixAfter))
}

function judge(stretch: readonly Point[], fixAfter: number | null): Judgement {
  const end = baselineEnd(
    stretch.map(point => point.value),
    fixAfter,
  )
  const baseline = stretch.slice(0, end)
  const n = baseline.reduce((sum, point) => sum + point.n, 0)
  const p = baseline.reduce((sum, point) => sum + point.x, 0) / n
  if (p === 0 || p === 1) {
    const odd = stretch.some(point => point.value !== null && point.value !== p)
    const why = `Every period of the baseline is ${p === 0 ? 'none' : 'all'}`
    return { state: odd ? 'refused' : 'no variation', why }
  }
  const small = stretch.some(point => point.n > 0 && point.n * Math.min(p, 1 - p) < 5)
  const sigma = (size: number): number => Math.sqrt((p * (1 - p)) / size)
  const spread = laneySpread(baseline.map(({ value, n }) => (value === null ? null : (value - p) / sigma(n))))
  const limits = stretch.map(point => {
    if (point.value === null) return null
    const bySigma = sigmaLimits(p, sigma(point.n) * spread)
    if (!small) return bySigma
    const exact = { ...scaled(exactLimits(binomial(point.n, p)), 1 / point.n), centre: p }
    return spread > 1 ? widest(exact, bySigma) : exact
  })
  return {
    state: 'limits',
    centre: p,
    limits,
    placed: stretch.map(({ value, n }, i) => {
      const own = limits[i]
      return value === null || !own ? null : place(value, own, chanceOfSides(binomial(n, p)))
    }),
    notes: notesOf(small, spread, 'binomial'),
  }
}

/** What a reader must be told of how the limits came about. */
export function notesOf(small: boolean, spread: number, family: 'binomial' | 'Poisson'): readonly string[] {
  return [
    small
      ? `Numbers are small, so limits are exact (${family} tails of 0.135%) and a run must be longer on the likelier side.`
      : 'Limits are three sigma.',
    ...(spread > 1
      ? [`Limits are wider by ${spread.toFixed(2)} (Laney): points vary more than their numbers explain.`]
      : []),
  ]
}
