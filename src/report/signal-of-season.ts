import { directionOf } from '../analysis/direction.ts'
import { type Day, sayMonth } from '../kit/day.ts'
import { latestPeriod, monthsBefore, type Window } from '../kit/period.ts'
import { membersOnBoth, type QueriedMeasure, type Session } from '../measures/measures.ts'
import { periodsFor } from './periods.ts'
import { goodOf, NOTHING, type SignalFound } from './signal-found.ts'
import { sinceBreak, wholes } from './signal-points.ts'
import { sayFlow } from './signal-words.ts'
import { changeSince } from './since-last-year.ts'

/** A figure with a yearly pattern: the same term or month last year, never the one before. */
export async function ofSeason(
  session: Session,
  measure: QueriedMeasure,
  authority: string,
  at: Day,
  window: Window,
): Promise<SignalFound> {
  const periods = periodsFor(window, at, 1)
  const [now] = periods
  if (!now || window === 'between') return NOTHING
  const then = latestPeriod(window, monthsBefore(now.end, 12))
  if ((await sinceBreak(session, measure, [then, now], authority)).length < 2) return NOTHING
  const points = await wholes(session, measure, [then, now], authority)
  if (points.some(({ state }) => state !== 'measured') || points.length < 2) return NOTHING
  const lastYear = changeSince(
    measure,
    measure.kind === 'count' ? 'stock' : 'share_of_stock',
    await membersOnBoth(session, measure, then, now, authority),
  )
  if (lastYear === null) return NOTHING
  return {
    direction: directionOf({ latest: lastYear.signal ?? 'no special cause', trend: 'refused' }, goodOf(measure)),
    because: lastYear.signal
      ? sayFlow({ from: 'same month last year', pushes: lastYear.signal }, then.end)
      : `No further from ${sayMonth(then.end)} than chance would give; it has a yearly pattern and is not compared with the period before`,
    look: { chart: 'same month last year', points: 2 },
    assurance: null,
    charts: [],
    lastYear,
  }
}
