import type { ControlChart } from './control-chart.ts'
import { sideOf } from './run-rules.ts'

/** A target: to reach at least, at most, or to lie between (both ends met). In the unit of the chart. */
export type Aim =
  | { readonly kind: 'at least' | 'at most'; readonly target: number }
  | { readonly kind: 'between'; readonly low: number; readonly high: number }

export type Assurance =
  | 'will reliably meet'
  | 'will hit and miss by chance'
  | 'will not meet without change'
  | 'too early to say'
  | 'not enough variation to judge'

export type AssuranceFound = {
  readonly assurance: Assurance
  /** For a series that never varies: whether the value it always has meets the target. */
  readonly met: boolean | null
}

/** Points in step that a verdict on the future needs (statistics.md 5.2). */
const STABLE = 20

/**
 * Whether an unchanged process will meet its target, from where the target lies against the limits of the latest point: on
 * a limit is hit and miss. Needs 20 points since the last rebase, and no special cause among the last `recent` points.
 * A constant series is judged by its value but marked as not enough variation. Null for a chart with no limits to judge by.
 * Source: statistics.md 5.2 and 1.2; NHSRplotthedots for the strict sides.
 */
export function assuranceOf(chart: ControlChart, aim: Aim, recent = 7): AssuranceFound | null {
  const segment = chart.segments.at(-1)
  if (!segment) return null
  const points = chart.points.slice(segment.from, segment.to)
  const known = points.filter(point => point.value !== null)
  if (segment.state === 'no variation') {
    const value = known.at(-1)?.value ?? null
    return { assurance: 'not enough variation to judge', met: value === null ? null : meets(value, aim) }
  }
  if (segment.state !== 'limits') return segment.why !== null ? null : { assurance: 'too early to say', met: null }
  const unsettled = known.slice(-recent).some(point => point.signal !== null)
  const limits = points.at(-1)?.limits ?? known.at(-1)?.limits
  if (segment.known < STABLE || unsettled || !limits) return { assurance: 'too early to say', met: null }
  return { assurance: against(limits.low, limits.high, aim), met: null }
}

function meets(value: number, aim: Aim): boolean {
  if (aim.kind === 'between') return sideOf(value, aim.low) >= 0 && sideOf(value, aim.high) <= 0
  return aim.kind === 'at least' ? sideOf(value, aim.target) >= 0 : sideOf(value, aim.target) <= 0
}

function against(low: number, high: number, aim: Aim): Assurance {
  if (aim.kind === 'between') {
    if (sideOf(low, aim.low) > 0 && sideOf(high, aim.high) < 0) return 'will reliably meet'
    return sideOf(high, aim.low) < 0 || sideOf(low, aim.high) > 0
      ? 'will not meet without change'
      : 'will hit and miss by chance'
  }
  const [above, below] = [sideOf(aim.target, high) > 0, sideOf(aim.target, low) < 0]
  if (!above && !below) return 'will hit and miss by chance'
  return above === (aim.kind === 'at most') ? 'will reliably meet' : 'will not meet without change'
}
