import { type AssuranceFound, assuranceOf } from '../analysis/assurance.ts'
import type { MeasureKind } from '../analysis/chart-choice.ts'
import type { ControlChart } from '../analysis/control-chart.ts'
import { type DirectionFound, directionOf } from '../analysis/direction.ts'
import type { Look } from '../analysis/expected-signals.ts'
import { meanChange, type ShareOfStock, shareChange, stockChange } from '../analysis/paired-change.ts'
import { chartOf, type MeasureSeries } from '../analysis/series-chart.ts'
import { signalOfFlows } from '../analysis/signal-of-flows.ts'
import { type YearOnYear, yearOnYear } from '../analysis/year-on-year.ts'
import { type Day, sayMonth } from '../kit/day.ts'
import { latestPeriod, monthsBefore, type Period, periodEnding, type Window } from '../kit/period.ts'
import {
  amountsOf,
  isQueried,
  type MeasureDefinition,
  membersOnBoth,
  numeratorFlows,
  type OnBothDays,
  type Point,
  type QueriedMeasure,
  type Session,
  series,
  sourcesUsed,
} from '../measures/measures.ts'
import type { Annotation } from '../review/annotation.ts'
import { rebasesOf } from './annotation.ts'
import { rawFigure } from './figure.ts'
import { periodsFor } from './periods.ts'
import type { Goal } from './rag.ts'
import { flowCharts, type SignalChart } from './signal-chart.ts'
import { sayFlow, sayQuiet, saySignal, unitOf } from './signal-words.ts'

/** Whether a figure has changed beyond chance, and what says so. */
export type SignalFound = {
  readonly direction: DirectionFound
  /** One sentence. */
  readonly because: string
  /** What was looked with, to say how many signals chance alone would raise; null where nothing was. */
  readonly look: Look | null
  /** Whether an unchanged process would meet the target; null where its kind has no limits to judge by. */
  readonly assurance: AssuranceFound | null
  /** The charts it was looked for in; none where there is only last year to compare with. */
  readonly charts: readonly SignalChart[]
  readonly lastYear: YearOnYear | null
}

/** How far back a signal looks: two years and the month before. */
const MONTHS = 25
const YEARS = 12

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

const NOTHING: SignalFound = {
  direction: { direction: 'not enough data', from: 'nothing' },
  because: 'There are not enough figures to tell a change from chance',
  look: null,
  assurance: null,
  charts: [],
  lastYear: null,
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
  if (!isQueried(measure) || asked === 'between') return NOTHING
  const kind = statisticalKind(measure, asked)
  if (kind === 'stock' || kind === 'share_of_stock')
    return ofStock(session, measure, authority, at, asked, kind, annotations)
  if (kind === 'seasonal') return ofSeason(session, measure, authority, at, asked)
  // A rolling or running figure is judged by the events of the month.
  const window: Window = kind === 'rolling' || kind === 'cumulative' ? 'month' : asked
  if (!measure.windows.includes(window)) return NOTHING
  return ofEvents(session, measure, authority, at, asked, window, goal, annotations)
}

/** Of periods those fed by the same sources as the last, from the last change on: a change of source is a break in the series. */
async function sinceBreak(
  session: Session,
  measure: QueriedMeasure,
  periods: readonly Period[],
  authority: string,
): Promise<readonly Period[]> {
  const used = await Promise.all(
    periods.map(async period => (await sourcesUsed(session, measure, authority, period)).join()),
  )
  const breakAt = used.findLastIndex(sources => sources !== used.at(-1))
  return periods.slice(breakAt + 1)
}

/** Measured figures of the whole, oldest first. */
async function wholes(
  session: Session,
  measure: QueriedMeasure,
  periods: readonly Period[],
  authority: string,
): Promise<readonly Point[]> {
  return (await series(session, { measure, periods, authority })).filter(({ slice }) => slice === null)
}

async function ofEvents(
  session: Session,
  measure: QueriedMeasure,
  authority: string,
  at: Day,
  asked: Window,
  window: Window,
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
  const chosen = chartOf(await seriesOf(session, measure, held, authority), rebases.good)
  const count = held.filter(({ state }) => state === 'measured').length
  const latest = chosen.signal?.way ?? (chosen.chart && count >= 8 ? 'no special cause' : 'not judged')
  const direction = directionOf({ latest, trend: 'refused' }, goodOf(measure))
  return {
    direction,
    because: chosen.signal
      ? saySignal(chosen.signal.rule, chosen.signal.way, window, held.length)
      : latest === 'not judged'
        ? chosen.choice.why
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

/** A position at a day: the signal comes from the flows into and out of its numerator, and from the same day last year. */
async function ofStock(
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

/** This day against the same day last year, children on both days counted once. */
function changeSince(
  measure: QueriedMeasure,
  kind: 'stock' | 'share_of_stock',
  members: readonly OnBothDays[],
): YearOnYear | null {
  const only = (pick: (member: OnBothDays) => boolean): number => members.filter(pick).length
  if (kind === 'stock') {
    const entered = only(({ earlier, later }) => later === true && earlier !== true)
    const left = only(({ earlier, later }) => earlier === true && later !== true)
    return yearOnYear(confidence => stockChange(entered, left, confidence))
  }
  if (measure.kind === 'average') {
    const counted = members.map(
      ({ earlier, later, amountEarlier, amountLater }) =>
        [later === true ? amountLater : null, earlier === true ? amountEarlier : null] as const,
    )
    const both = counted.flatMap(([now, then]) => (now !== null && then !== null ? [[now, then] as const] : []))
    const entered = counted.flatMap(([now, then]) => (now !== null && then === null ? [now] : []))
    const left = counted.flatMap(([now, then]) => (now === null && then !== null ? [then] : []))
    return yearOnYear(confidence => meanChange({ both, entered, left }, confidence))
  }
  const stock: ShareOfStock = {
    both: {
      stillCounted: only(({ earlier, later }) => earlier === true && later === true),
      gained: only(({ earlier, later }) => earlier === false && later === true),
      lost: only(({ earlier, later }) => earlier === true && later === false),
      stillNot: only(({ earlier, later }) => earlier === false && later === false),
    },
    entered: {
      x: only(({ earlier, later }) => earlier === null && later === true),
      n: only(({ earlier, later }) => earlier === null && later !== null),
    },
    left: {
      x: only(({ earlier, later }) => earlier === true && later === null),
      n: only(({ earlier, later }) => earlier !== null && later === null),
    },
  }
  return yearOnYear(confidence => shareChange(stock, confidence))
}

/** A figure with a yearly pattern: the same term or month last year, never the one before. */
async function ofSeason(
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

const goodOf = ({ good }: MeasureDefinition): 'high' | 'low' | 'neither' => (good === 'band' ? 'neither' : good)

/** The target as the assurance asks for it; null for one that asks for exactly a value. */
function assuranceFor(chart: ControlChart, { operator, value, upper }: Goal): AssuranceFound | null {
  if (operator === 'between')
    return upper === null ? null : assuranceOf(chart, { kind: 'between', low: value, high: upper })
  if (operator === '=') return null
  return assuranceOf(chart, { kind: operator.startsWith('>') ? 'at least' : 'at most', target: value })
}
