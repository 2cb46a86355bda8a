import { directionOf } from '../analysis/direction.ts'
import { signalOfFlows } from '../analysis/signal-of-flows.ts'
import type { Day } from '../kit/day.ts'
import { latestPeriod, monthsBefore, type Window } from '../kit/period.ts'
import { membersOnBoth, numeratorFlows, type QueriedMeasure, type Session } from '../measures/measures.ts'
import type { Annotation } from '../review/annotation.ts'
import { rebasesOf } from './annotation.ts'
import { periodsFor } from './periods.ts'
import { flowCharts } from './signal-chart.ts'
import { goodOf, NOTHING, type SignalFound } from './signal-found.ts'
import { MONTHS, sinceBreak, wholes } from './signal-points.ts'
import { sayFlow, sayQuiet } from './signal-words.ts'
import { changeSince } from './since-last-year.ts'

/** A position at a day: the signal comes from the flows into and out of its numerator, and from the same day last year. */
export async function ofStock(
  session: Session,
  measure: QueriedMeasure,
  authority: string,
  at: Day,
  window: Window,
  kind: 'stock' | 'share_of_stock',
  annotations: readonly Annotation[],
): Promise<SignalFound> {
  if (window !== 'month') return NOTHING
  const periods = await sinceBreak(session, measure, periodsFor(window, at, MONTHS), authority)
  const points = await wholes(session, measure, periods, authority)
  const measured = new Set(points.filter(({ state }) => state === 'measured').map(({ period_end }) => period_end))
  const now = periods.at(-1)
  if (!now || !measured.has(now.end)) return NOTHING
  const first = periods.findIndex(({ end }) => measured.has(end))
  const held = periods.slice(first)
  const flows = held.length > 1 ? await numeratorFlows(session, measure, held, authority) : []
  const before = latestPeriod('month', monthsBefore(now.end, 12))
  const lastYear = measured.has(before.end)
    ? changeSince(measure, kind, await membersOnBoth(session, measure, before, now, authority))
    : null
  const rebases = rebasesOf(
    annotations,
    flows.map(({ end }) => end),
  )
  const found = signalOfFlows(
    flows.map(({ end, entered, left, group }, i) =>
      measured.has(end) && measured.has(held[i]?.end ?? end)
        ? { at: end, entered, left, inCare: Math.max(1, group) }
        : { at: end, entered: null, left: null },
    ),
    lastYear,
    rebases.good,
  )
  const latest = found.state === 'judged' ? (found.pushes ?? 'no special cause') : 'not judged'
  return {
    direction: directionOf({ latest, trend: 'refused' }, goodOf(measure)),
    because:
      found.signals.length > 0
        ? found.signals.map(signal => sayFlow(signal, before.end)).join('; ')
        : found.state === 'judged'
          ? sayQuiet(lastYear, before.end)
          : NOTHING.because,
    look: found.state === 'judged' ? { chart: 'flows and same month last year', points: flows.length } : null,
    assurance: null,
    charts: flows.length
      ? flowCharts(
          flows,
          held.flatMap(({ end }) => points.filter(p => p.period_end === end)),
          found,
          rebases.unused,
        )
      : [],
    lastYear,
  }
}
