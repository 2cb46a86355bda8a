import type { Day } from '../kit/day.ts'
import type { Rebase } from './rebase.ts'
import { RUN_CHART_TREND, runChart } from './run-chart.ts'
import { nhsRules, type Placed, type RuleSettings, type Signal, signalsOf } from './run-rules.ts'

/** Limits of one point in the unit of the value; not clamped. On a limit is inside. */
export type Limits = {
  readonly centre: number
  readonly low: number
  readonly high: number
  readonly nearLow: number
  readonly nearHigh: number
}

/** Why a point has no value: the figure is due, or there was nobody to count. */
export type Absence = 'awaiting data' | 'none in scope'

export type ChartPoint = {
  readonly at: Day
  readonly value: number | null
  readonly absence: Absence | null
  readonly limits: Limits | null
  /** The limits as drawn: kept inside what the value can be. The raw ones decide. */
  readonly drawn: { readonly low: number; readonly high: number } | null
  readonly signal: Signal | null
}

/** How much a series of this length can bear: under 8 a line, 8 to 11 a median, 12 to 19 trial limits, from 20 all of it. */
export type Tier = 'line only' | 'run chart' | 'trial limits' | 'full'

export function tierOf(points: number): Tier {
  if (points < 8) return 'line only'
  if (points < 12) return 'run chart'
  return points < 20 ? 'trial limits' : 'full'
}

/** A stretch between rebases: points [from, to). */
export type Segment = {
  readonly from: number
  readonly to: number
  readonly tier: Tier
  /** Points with a value. */
  readonly known: number
  readonly state: 'line' | 'median' | 'limits' | 'no variation' | 'refused'
  readonly centre: number | null
  /** In a sentence, where limits were refused or there is no variation; a refused stretch has its median where it can. */
  readonly why: string | null
  readonly rebase: Rebase | null
}

/** What the latest point says. It carries nothing forward: a missing latest value is awaiting data. */
export type Latest =
  | { readonly state: Absence | 'not enough data' | 'no variation' | 'no special cause' }
  | { readonly state: 'refused'; readonly why: string }
  | { readonly state: 'special cause'; readonly signal: Signal }

export type ControlChart = {
  readonly points: readonly ChartPoint[]
  readonly segments: readonly Segment[]
  readonly latest: Latest
  /** Footnotes in plain English: rules used, clamped limits, correction for spread. */
  readonly notes: readonly string[]
}

export type ChartSettings = RuleSettings & {
  /** Limits from the first so many known points of a stretch (12 at least); null: from all. */
  readonly fixAfter: number | null
  /** What the value can be, for drawing only. */
  readonly range: { readonly low: number; readonly high: number }
}

export const chartSettings: ChartSettings = { ...nhsRules, fixAfter: null, range: { low: -Infinity, high: Infinity } }

/** What a kind of chart says of one stretch: a place and limits for each point, or why it can't. */
export type Judgement =
  | {
      readonly state: 'limits'
      readonly placed: readonly (Placed | null)[]
      readonly limits: readonly (Limits | null)[]
      readonly centre: number
      readonly notes: readonly string[]
    }
  | { readonly state: 'no variation' | 'refused'; readonly why: string }

type Known = { readonly at: Day; readonly value: number | null; readonly absence: Absence | null }

/** How many points, from the start of a stretch, the limits are worked out from. */
export function baselineEnd(values: readonly (number | null)[], fixAfter: number | null): number {
  if (fixAfter === null) return values.length
  if (fixAfter < 12) throw new Error('limits are fixed from 12 points at least')
  let known = 0
  const end = values.findIndex(v => v !== null && ++known === fixAfter)
  return end < 0 ? values.length : end + 1
}

/** Points, their rebases (already checked against them) and a judge of one stretch, put together as a chart. */
export function drawChart<P extends Known>(
  series: readonly P[],
  rebases: readonly Rebase[],
  settings: ChartSettings,
  judge: (stretch: readonly P[]) => Judgement,
): ControlChart {
  const starts = rebases.map(rebase => {
    const at = series.findIndex(point => point.at === rebase.at)
    if (at < 0) throw new Error(`no point on ${rebase.at}: check rebases first`)
    return at
  })
  const cuts = [0, ...starts]
  const parts = cuts.map((from, i) => {
    const to = cuts[i + 1] ?? series.length
    return stretchOf(series.slice(from, to), from, rebases[i - 1] ?? null, settings, judge)
  })
  const points = parts.flatMap(part => part.points)
  const last = parts.at(-1)
  return {
    points,
    segments: parts.map(part => part.segment),
    latest: last ? latestOf(points.at(-1), last.segment) : { state: 'not enough data' },
    notes: [...new Set(parts.flatMap(part => part.notes))],
  }
}

type Stretch = { readonly segment: Segment; readonly points: readonly ChartPoint[]; readonly notes: readonly string[] }

function stretchOf<P extends Known>(
  stretch: readonly P[],
  from: number,
  rebase: Rebase | null,
  settings: ChartSettings,
  judge: (stretch: readonly P[]) => Judgement,
): Stretch {
  const values = stretch.map(point => point.value)
  const known = values.filter(v => v !== null)
  const tier = tierOf(known.length)
  const base = { from, to: from + stretch.length, tier, known: known.length, centre: null, why: null, rebase }
  const bare = (p: P): ChartPoint => ({ ...pick(p), limits: null, drawn: null, signal: null })
  if (tier === 'line only') return { segment: { ...base, state: 'line' }, points: stretch.map(bare), notes: [] }
  const judged = judge(stretch)
  const median = runChart(values, settings.runLength)
  const refused = judged.state === 'refused' ? judged.why : null
  if ((refused !== null || (tier === 'run chart' && judged.state === 'limits')) && median.state === 'drawn') {
    const points = stretch.map((p, i) => ({ ...bare(p), signal: median.signals[i] ?? null }))
    const note = `There are no limits here: a shift is more than ${median.longestByChance} points on one side of the median; a trend is ${RUN_CHART_TREND} points each above, or each below, the last.`
    return { segment: { ...base, state: 'median', centre: median.median, why: refused }, points, notes: [note] }
  }
  if (judged.state !== 'limits' || tier === 'run chart') {
    const state = judged.state === 'limits' ? 'refused' : judged.state
    const why = judged.state === 'limits' ? 'Too many points lie on the median to tell runs from chance' : judged.why
    return { segment: { ...base, state, why }, points: stretch.map(bare), notes: [] }
  }
  const signals = signalsOf(judged.placed, settings)
  const points = stretch.map((p, i) => {
    const limits = judged.limits[i] ?? null
    return { ...pick(p), limits, drawn: limits && clamp(limits, settings), signal: signals[i] ?? null }
  })
  const clamped = points.some(p => p.limits && (p.drawn?.low !== p.limits.low || p.drawn.high !== p.limits.high))
  const notes = [
    `A shift is ${settings.runLength} points or more on one side of the centre; a trend is ${settings.trendLength} points each above, or each below, the last.`,
    ...judged.notes,
    ...(clamped ? ['Limits are drawn inside what the value can be; the full ones decide.'] : []),
  ]
  return { segment: { ...base, state: 'limits', centre: judged.centre }, points, notes }
}

const pick = ({ at, value, absence }: Known): Known => ({ at, value, absence })

const clamp = (limits: Limits, { range }: ChartSettings): { low: number; high: number } => ({
  low: Math.min(Math.max(limits.low, range.low), range.high),
  high: Math.max(Math.min(limits.high, range.high), range.low),
})

function latestOf(point: ChartPoint | undefined, segment: Segment): Latest {
  if (!point) return { state: 'not enough data' }
  if (point.value === null) return { state: point.absence ?? 'awaiting data' }
  if (segment.state === 'line') return { state: 'not enough data' }
  if (segment.state === 'refused') return { state: 'refused', why: segment.why ?? '' }
  if (segment.state === 'no variation') return { state: 'no variation' }
  return point.signal ? { state: 'special cause', signal: point.signal } : { state: 'no special cause' }
}
