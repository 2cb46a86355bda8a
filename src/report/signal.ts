import type { MeasureKind } from '../analysis/chart-choice.ts'
import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import { isQueried, type MeasureDefinition, type Session } from '../measures/measures.ts'
import type { Annotation } from '../review/annotation.ts'
import type { Goal } from './rag.ts'
import { NOTHING, OF_OTHERS, type SignalFound } from './signal-found.ts'
import { ofEvents } from './signal-of-events.ts'
import { ofStock } from './signal-of-position.ts'
import { ofSeason } from './signal-of-season.ts'

/** What a measure is to statistics (statistics.md 1.4), in a window. */
export function statisticalKind(measure: MeasureDefinition, window: Window): MeasureKind {
  if (measure.chart?.kind === 'seasonal') return 'seasonal'
  const { kind } = measure
  if (measure.at === 'period end')
    return kind === 'count' || kind === 'rate' || kind === 'total' ? 'stock' : 'share_of_stock'
  if (window.startsWith('rolling') || window === 'three years') return 'rolling'
  if (window === 'year to date') return 'cumulative'
  if (kind === 'proportion' || kind === 'rate') return kind
  return kind === 'average' ? 'mean' : 'count'
}

/** Tells change from chance for one measure of an authority on a day. A measure made of others has no events of its own. */
export async function signalOf(
  session: Session,
  measure: MeasureDefinition,
  authority: string,
  at: Day,
  asked: Window,
  goal: Goal | null,
  annotations: readonly Annotation[] = [],
): Promise<SignalFound> {
  if (asked === 'between') return NOTHING
  if (!isQueried(measure)) return OF_OTHERS
  const kind = statisticalKind(measure, asked)
  if (kind === 'stock' || kind === 'share_of_stock')
    return ofStock(session, measure, authority, at, asked, kind, annotations)
  if (kind === 'seasonal') return ofSeason(session, measure, authority, at, asked)
  // A rolling or running figure is judged by the events of the month.
  const window = kind === 'rolling' || kind === 'cumulative' ? 'month' : asked
  if (!measure.windows.includes(window)) return NOTHING
  return ofEvents(session, measure, authority, at, asked, window, goal, annotations)
}
