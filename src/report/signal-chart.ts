import type { ControlChart } from '../analysis/control-chart.ts'
import type { SignalOfFlows } from '../analysis/signal-of-flows.ts'
import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import type { Point } from '../measures/measures.ts'
import { type RawFigure, rawFigure } from './figure.ts'

/**
 * A chart in which a signal was looked for. `figures`: the measure's own figures, in the window asked; `events`: those of each
 * month, where the measure's own run over many; `entered` and `left`: children who came into and went out of the count; `gaps`:
 * the days from one event to the next.
 */
export type SignalChart = {
  readonly of: 'figures' | 'events' | 'entered' | 'left' | 'gaps'
  readonly window: Window
  /** One for each point of the chart. */
  readonly figures: readonly RawFigure[]
  readonly chart: ControlChart
  /** What a value of the chart is multiplied by to be the figure, for each point: flows are judged for each child in care. Null: 1. */
  readonly scale: readonly number[] | null
  /** Figures that these with others would give away: positions between flows. Not drawn here. */
  readonly around: readonly RawFigure[]
  /** Why this kind of chart, in a sentence. */
  readonly why: string
  /** Rebases that could not be used, and why. */
  readonly unused: readonly string[]
}

/** Children who came into and went out of a count in the period to a day, and how many were in the group before. */
type NumeratorFlow = { readonly end: Day; readonly entered: number; readonly left: number; readonly group: number }

const WHY_FLOWS =
  'The figure itself counts the same children again next month, so limits are drawn on those who came into the count and went out of it.'

/** The two charts behind the signal of a position at a day. `positions` are the figures whose differences the flows are. */
export function flowCharts(
  flows: readonly NumeratorFlow[],
  positions: readonly Point[],
  found: SignalOfFlows,
  unused: readonly string[],
): readonly SignalChart[] {
  const around = positions.map(rawFigure)
  return (['entered', 'left'] as const).map(of => ({
    of,
    window: 'month',
    figures: flows.map((flow, i) => counted(flow[of], flow, found[of].points[i]?.absence ?? null)),
    chart: found[of],
    scale: flows.map(({ group }) => Math.max(1, group)),
    around,
    why: WHY_FLOWS,
    unused,
  }))
}

const counted = (n: number, { end }: NumeratorFlow, absence: 'awaiting data' | 'none in scope' | null): RawFigure => ({
  periodEnd: end,
  numerator: absence ? null : n,
  denominator: null,
  value: absence ? null : n,
  unknown: 0,
  state: absence === 'awaiting data' ? absence : absence ? 'no one in scope' : 'measured',
  reason: absence === 'awaiting data' ? 'The figure of this month or of the one before has not arrived' : null,
})
