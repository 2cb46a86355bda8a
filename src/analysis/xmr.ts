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
import { EVEN, type Placed, sideOf } from './run-rules.ts'

export type XmrPoint = { readonly at: Day; readonly value: number | null }

export type XmrLimits =
  | { readonly state: 'limits'; readonly limits: Limits; readonly averageMovingRange: number }
  | { readonly state: 'no variation' | 'refused'; readonly why: string }

/** Moving ranges this many times their average are left out once, from the average that sets the limits (D4 of n = 2). */
const SCREEN = 3.267
/** 3 / d2 of n = 2: from an average moving range to three sigma. */
const THREE_SIGMA = 2.66

/**
 * Limits from the values of a baseline in order, null for a gap (which takes both ranges beside it away), in their unit.
 * `screen` leaves out outlying moving ranges once, as the NHS package does and its Excel tool does not.
 * Source: NHSRplotthedots 0.2.2 as in statistics.md 1.1; the refusals are 1.2.
 */
export function xmrLimits(baseline: readonly (number | null)[], screen = true): XmrLimits {
  const known = baseline.filter(v => v !== null)
  const [first] = known
  if (first === undefined) return { state: 'refused', why: 'There are no values' }
  if (known.every(v => sideOf(v, first) === 0)) return { state: 'no variation', why: 'Every value is the same' }
  const ranges = baseline.flatMap((value, i) => {
    const before = baseline[i - 1] ?? null
    return value === null || before === null ? [] : [Math.abs(value - before)]
  })
  if (ranges.length === 0) return { state: 'refused', why: 'No two values follow each other without a gap' }
  const average = mean(ranges)
  const kept = screen ? ranges.filter(range => range < SCREEN * average) : ranges
  const averageMovingRange = kept.length === 0 ? 0 : mean(kept)
  const centre = mean(known)
  if (averageMovingRange <= 1e-9 * Math.abs(centre)) {
    return { state: 'refused', why: 'Values hardly ever change from one point to the next, so limits mean nothing' }
  }
  const reach = THREE_SIGMA * averageMovingRange
  const near = 2 * (THREE_SIGMA / 3) * averageMovingRange
  return {
    state: 'limits',
    averageMovingRange,
    limits: { centre, low: centre - reach, high: centre + reach, nearLow: centre - near, nearHigh: centre + near },
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** Where a value lies among its limits; on a limit is inside (statistics.md 1.1). */
export function place(value: number, limits: Limits, chance: Placed['chance'] = EVEN): Placed {
  const outside = sideOf(value, limits.high) > 0 ? 1 : sideOf(value, limits.low) < 0 ? -1 : 0
  const beyond = sideOf(value, limits.nearHigh) > 0 ? 1 : sideOf(value, limits.nearLow) < 0 ? -1 : 0
  return { value, side: sideOf(value, limits.centre), outside, near: outside === 0 ? beyond : 0, chance }
}

/**
 * An XmR chart: one value a period, in its own unit, days in order without repeats, for counts of 5 and more a period and
 * for means. Rebases must have passed `checkRebases`. Not for anything that counts the same children again (statistics.md 1.4).
 */
export function xmrChart(
  series: readonly XmrPoint[],
  rebases: readonly Rebase[] = [],
  options: Partial<ChartSettings> & { readonly screen?: boolean } = {},
): ControlChart {
  const settings = { ...chartSettings, ...options }
  const points = series.map(p => ({ ...p, absence: p.value === null ? ('awaiting data' as const) : null }))
  return drawChart(points, rebases, settings, stretch => {
    const values = stretch.map(p => p.value)
    return judge(values, xmrLimits(values.slice(0, baselineEnd(values, settings.fixAfter)), options.screen))
  })
}

function judge(values: readonly (number | null)[], found: XmrLimits): Judgement {
  if (found.state !== 'limits') return found
  return {
    state: 'limits',
    centre: found.limits.centre,
    limits: values.map(() => found.limits),
    placed: values.map(v => (v === null ? null : place(v, found.limits))),
    notes: [],
  }
}
