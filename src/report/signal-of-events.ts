import { type AssuranceFound, assuranceOf } from '../analysis/assurance.ts'
import type { ControlChart } from '../analysis/control-chart.ts'
import { directionOf } from '../analysis/direction.ts'
import { chartOf, type MeasureSeries } from '../analysis/series-chart.ts'
import type { Day } from '../kit/day.ts'
import { periodEnding, type Window } from '../kit/period.ts'
import { amountsOf, type Point, type QueriedMeasure, type Session } from '../measures/measures.ts'
import type { Annotation } from '../review/annotation.ts'
import { rebasesOf } from './annotation.ts'
import { rawFigure } from './figure.ts'
import { periodsFor } from './periods.ts'
import type { Goal } from './rag.ts'
import { goodOf, type SignalFound } from './signal-found.ts'
import { ofRareEvents } from './signal-of-rare-events.ts'
import { MONTHS, sinceBreak, wholes } from './signal-points.ts'
import { saySignal, unitOf } from './signal-words.ts'

const YEARS = 12

/** Events of a period: the signal comes from the chart that their kind may have. `window` is that of the events, `asked` that of the figure. */
export async function ofEvents(
  session: Session,
  measure: QueriedMeasure,
  authority: string,
  at: Day,
  asked: Window,
  window: Exclude<Window, 'between'>,
  goal: Goal | null,
  annotations: readonly Annotation[],
): Promise<SignalFound> {
  const periods = await sinceBreak(
    session,
    measure,
    periodsFor(window, at, window === 'year' ? YEARS : MONTHS - 1),
    authority,
  )
  const points = await wholes(session, measure, periods, authority)
  // Months before the first that could be measured are no gaps.
  const first = points.findIndex(({ state }) => state === 'measured' || state === 'no one in scope')
  const held = first < 0 ? [] : points.slice(first)
  const rebases = rebasesOf(
    annotations,
    held.map(({ period_end }) => period_end),
  )
  const rare = await ofRareEvents(session, measure, authority, held, window, rebases)
  if (rare) return rare
  const chosen = chartOf(await seriesOf(session, measure, held, authority), rebases.good)
  const count = held.filter(({ state }) => state === 'measured').length
  const latest = chosen.signal?.way ?? (chosen.chart && count >= 8 ? 'no special cause' : 'not judged')
  const direction = directionOf({ latest, trend: 'refused' }, goodOf(measure))
  return {
    direction,
    because: chosen.signal
      ? saySignal(chosen.signal.rule, chosen.signal.way, window, held.length)
      : latest === 'not judged'
        ? chosen.choice.why.replace(/\.$/, '')
        : `Nothing in ${count} ${unitOf(window)} is beyond what chance would give`,
    look: chosen.chart || chosen.rare ? { chart: chosen.choice.chart, points: count } : null,
    assurance: chosen.chart && goal ? assuranceFor(chosen.chart, goal) : null,
    charts: chosen.chart
      ? [
          {
            of: window === asked ? 'figures' : 'events',
            window,
            figures: held.map(rawFigure),
            chart: chosen.chart,
            scale: null,
            around: [],
            why: chosen.choice.why,
            unused: rebases.unused,
          },
        ]
      : [],
    lastYear: null,
  }
}

async function seriesOf(
  session: Session,
  measure: QueriedMeasure,
  points: readonly Point[],
  authority: string,
): Promise<MeasureSeries> {
  const due = ({ state }: Point): boolean => state !== 'measured' && state !== 'no one in scope'
  if (measure.kind === 'proportion')
    return {
      kind: 'proportion',
      points: points.map(point =>
        due(point)
          ? { at: point.period_end, x: null, n: null }
          : { at: point.period_end, x: point.numerator ?? 0, n: point.denominator ?? 0 },
      ),
    }
  if (measure.kind === 'average') {
    const window = points[0]?.window ?? 'month'
    const periods = window === 'between' ? [] : points.map(({ period_end }) => periodEnding(window, period_end))
    const amounts = periods.length ? await amountsOf(session, measure, periods, authority) : new Map()
    return {
      kind: 'mean',
      points: points.map(point => {
        const own = amounts.get(point.period_end)
        if (own) return { at: point.period_end, mean: own.mean, n: own.n }
        return { at: point.period_end, mean: null, n: due(point) ? null : (0 as const) }
      }),
    }
  }
  return {
    kind: 'count',
    points: points.map(point => ({ at: point.period_end, value: due(point) ? null : point.value })),
    events: null,
  }
}

/** The target as the assurance asks for it; null for one that asks for exactly a value. */
function assuranceFor(chart: ControlChart, { operator, value, upper }: Goal): AssuranceFound | null {
  if (operator === 'between')
    return upper === null ? null : assuranceOf(chart, { kind: 'between', low: value, high: upper })
  if (operator === '=') return null
  return assuranceOf(chart, { kind: operator.startsWith('>') ? 'at least' : 'at most', target: value })
}
