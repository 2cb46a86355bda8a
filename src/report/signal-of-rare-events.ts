import { chooseChart } from '../analysis/chart-choice.ts'
import { tierOf } from '../analysis/control-chart.ts'
import { directionOf } from '../analysis/direction.ts'
import type { RareEventChart } from '../analysis/rare-event.ts'
import { chartOf, type MeasureSeries } from '../analysis/series-chart.ts'
import { periodEnding, type Window } from '../kit/period.ts'
import { eventDays, type Point, type QueriedMeasure, type Session } from '../measures/measures.ts'
import type { Rebases } from './annotation.ts'
import type { SignalChart } from './signal-chart.ts'
import { goodOf, type SignalFound } from './signal-found.ts'
import { sayGap, sayQuietGaps, saySince } from './signal-words.ts'

type Drawn = Extract<RareEventChart, { readonly state: 'drawn' }>

/**
 * Less than one a period: the signal comes from the days from one to the next. Null where there are more, where the days are not
 * known or not of every period, and where there are too few to have limits: the counts of the periods are charted then.
 */
export async function ofRareEvents(
  session: Session,
  measure: QueriedMeasure,
  authority: string,
  held: readonly Point[],
  window: Exclude<Window, 'between'>,
  rebases: Rebases,
): Promise<SignalFound | null> {
  const [first, last] = [held[0], held.at(-1)]
  if (measure.kind !== 'count' || !first || !last || held.some(({ state }) => state !== 'measured')) return null
  const values = held.map(({ value }) => value)
  if (chooseChart('count', { values }).chart !== 't') return null
  const periods = held.map(({ period_end }) => periodEnding(window, period_end))
  const days = await eventDays(session, measure, periods, authority)
  if (days?.length !== values.reduce<number>((sum, n) => sum + (n ?? 0), 0)) return null
  const startOf = (end: Point['period_end']): Point['period_end'] => periodEnding(window, end).start
  const series: MeasureSeries = {
    kind: 'count',
    points: held.map(({ period_end, value }) => ({ at: period_end, value })),
    events: { days, start: startOf(first.period_end), drawnOn: last.period_end },
  }
  // Limits that start anew in a period do so on its first day, as they do at its point on other charts.
  const anew = rebases.good.map(rebase => ({ ...rebase, at: startOf(rebase.at) }))
  const { choice, rare, signal } = chartOf(series, anew)
  if (rare?.state !== 'drawn') return null
  const latest = signal?.way ?? 'no special cause'
  return {
    direction: directionOf({ latest, trend: 'refused' }, goodOf(measure)),
    because: signal ? sayGap(signal, rare.open.signal !== null) : sayQuietGaps(rare.gaps.length),
    look: { chart: 't', points: rare.gaps.length },
    assurance: null,
    charts: [gapChart(rare, window, choice.why, rebases.unused)],
    lastYear: null,
  }
}

/** The days from one to the next as a chart: a figure of days for each but the first, on the day of the later. */
export function gapChart(
  { gaps, open, limits }: Drawn,
  window: Window,
  why: string,
  unused: readonly string[],
): SignalChart {
  const drawn = { low: Math.max(0, limits.low), high: limits.high }
  return {
    of: 'gaps',
    window,
    // Each figure tells of one event.
    figures: gaps.map(({ to, days }) => ({
      periodEnd: to,
      numerator: days,
      denominator: null,
      value: days,
      unknown: 0,
      state: 'measured',
      reason: null,
      behind: [1],
    })),
    chart: {
      points: gaps.map(({ to, days, signal }) => ({ at: to, value: days, absence: null, limits, drawn, signal })),
      segments: [
        {
          from: 0,
          to: gaps.length,
          tier: tierOf(gaps.length),
          known: gaps.length,
          state: 'limits',
          centre: limits.centre,
          why: null,
          rebase: null,
        },
      ],
      latest: { state: 'no special cause' },
      notes: [
        'Times between events that come by chance alone are many short ones and a few long ones. The limits are those that one in 740 would be beyond on each side; the usual level is the median.',
      ],
    },
    scale: null,
    around: [],
    why: `${why} Each figure is the days since the one before. ${saySince(open)}`,
    unused,
  }
}
