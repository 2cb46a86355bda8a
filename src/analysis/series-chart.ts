import type { Day } from '../kit/day.ts'
import { type ChartChoice, chooseChart, type SeriesSummary } from './chart-choice.ts'
import type { ChartSettings, ControlChart } from './control-chart.ts'
import { type MeanPoint, meanChart } from './mean-chart.ts'
import { type ProportionPoint, pChart } from './p-chart.ts'
import { type RareEventChart, rareEventChart } from './rare-event.ts'
import type { Rebase } from './rebase.ts'
import type { Signal } from './run-rules.ts'
import { type CountPoint, cChart, type RatePoint, uChart } from './u-chart.ts'
import { xmrChart } from './xmr.ts'

/** A series with what its kind needs; `events` are the days of the events, where known, from `start` to `drawnOn`. */
export type MeasureSeries =
  | {
      readonly kind: 'count' | 'count_rare'
      readonly points: readonly CountPoint[]
      readonly events: { readonly days: readonly Day[]; readonly start: Day; readonly drawnOn: Day } | null
    }
  | { readonly kind: 'proportion'; readonly points: readonly ProportionPoint[] }
  | { readonly kind: 'rate'; readonly points: readonly RatePoint[]; readonly per: number }
  | { readonly kind: 'mean'; readonly points: readonly MeanPoint[] }
  | {
      readonly kind: 'stock' | 'share_of_stock' | 'rolling' | 'cumulative' | 'seasonal'
      readonly points: readonly CountPoint[]
    }

export type SeriesChart = {
  readonly choice: ChartChoice
  /** Null where the choice is none. */
  readonly chart: ControlChart | null
  readonly rare: RareEventChart | null
  /** The special cause of the latest point, in the direction of the measure: more events is high. */
  readonly signal: Signal | null
}

/** The chart that a series may have, drawn. Rebases must have passed `checkRebases`. Source: statistics.md 1.4. */
export function chartOf(
  series: MeasureSeries,
  rebases: readonly Rebase[] = [],
  options: Partial<ChartSettings> = {},
): SeriesChart {
  const choice = chooseChart(series.kind, summaryOf(series))
  if (choice.chart === 'none') return { choice, chart: null, rare: null, signal: null }
  if (choice.chart === 't' && 'events' in series && series.events) {
    const { days, start, drawnOn } = series.events
    const rebased = rebases.at(-1)?.at ?? start
    const rare = rareEventChart(
      days.filter(d => d >= rebased),
      rebased,
      drawnOn,
    )
    return { choice, chart: null, rare, signal: rare.state === 'drawn' ? turned(rare.latest) : null }
  }
  const chart = draw(series, choice, rebases, options)
  const { latest } = chart
  return { choice, chart, rare: null, signal: latest.state === 'special cause' ? latest.signal : null }
}

function draw(
  series: MeasureSeries,
  { chart }: ChartChoice,
  rebases: readonly Rebase[],
  options: Partial<ChartSettings>,
): ControlChart {
  if (series.kind === 'proportion') return pChart(series.points, rebases, options)
  if (series.kind === 'rate') return uChart(series.points, rebases, { ...options, per: series.per })
  if (series.kind === 'mean') return meanChart(series.points, rebases, options)
  const range = { low: 0, high: Infinity }
  return chart === 'c'
    ? cChart(series.points, rebases, options)
    : xmrChart(series.points, rebases, { range, ...options })
}

function summaryOf(series: MeasureSeries): SeriesSummary {
  if (series.kind === 'proportion') return { values: series.points.map(p => (p.n ? p.x / p.n : null)) }
  if (series.kind === 'rate') return { values: series.points.map(p => (p.exposure ? p.x / p.exposure : null)) }
  if (series.kind === 'mean') return { values: series.points.map(p => p.mean) }
  const values = series.points.map(p => p.value)
  return 'events' in series ? { values, detailKnown: series.events !== null } : { values }
}

/** Long gaps are few events. */
const turned = (signal: Signal | null): Signal | null =>
  signal && { ...signal, way: signal.way === 'high' ? 'low' : 'high' }
