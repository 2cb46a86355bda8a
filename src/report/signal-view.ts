import type { Rule, Way } from '../analysis/run-rules.ts'
import { decidedIn, disclose, type PackCell } from '../disclosure/pack.ts'
import { type Audience, isProtected, type Shown } from '../disclosure/shown.ts'
import { sayDay } from '../kit/day.ts'
import { type BandView, bandsOn } from './annotation.ts'
import type { DraftRow } from './draft-row.ts'
import { asGiven, figureCells, type Kind, type RawFigure, togetherOf } from './figure.ts'
import { sayPeriod, sayShort, sayValue, type Unit } from './say.ts'
import type { PeriodFigure } from './scorecard-view.ts'
import type { SignalChart } from './signal-chart.ts'
import { smallNumbers } from './small-numbers.ts'

/** The lines that chance keeps a point within; a middle figure alone where there are too few points for limits. */
export type LimitsView = { readonly centre: Shown; readonly low: Shown | null; readonly high: Shown | null }

/** A point beyond chance: which way, whether that is good, and in words. */
export type MarkView = {
  readonly way: Way
  readonly tone: 'better' | 'worse' | 'neutral'
  readonly text: string
}

export type ControlPoint = PeriodFigure & { readonly limits: LimitsView | null; readonly mark: MarkView | null }

/** A chart in which a signal was looked for, decided. */
export type ControlView = {
  readonly of: SignalChart['of']
  /** `Month by month: children who came into the count`. */
  readonly title: string
  /** The question it answers. */
  readonly asks: string
  readonly unit: string
  readonly points: readonly ControlPoint[]
  readonly bands: readonly BandView[]
  /** Whether any point stands out. */
  readonly marked: boolean
  /** Said under the chart where points stand for few children. */
  readonly small: string | null
  /** What a reader must know of it, in sentences. */
  readonly notes: readonly string[]
  /** How the limits are worked out, in sentences. */
  readonly method: readonly string[]
}

export type SignalCharts = {
  /** The figures themselves with their limits; null where they can have none. */
  readonly own: ControlView | null
  /** Month by month: what limits are drawn on where the figures themselves can have none. */
  readonly months: readonly ControlView[]
  /** What the charts of `months` are together. */
  readonly heading: string
  /** Why a chart that there is may not be seen; null where all there is is shown. */
  readonly leftOut: string | null
}

const HIDDEN_LIMITS = 'Limits are left out, because figures from which they are worked out are hidden.'
const HIDDEN_MONTHS = 'The figures month by month are left out: with those shown, they would give hidden ones away.'
/** Said to a board and the public in place of what days between events say. */
export const HIDDEN_GAPS =
  'It is judged by the days from one to the next, which are left out: each of them would tell of a single event'

/**
 * The charts in which a row's signal was looked for, decided in one pack with what they could give away. Limits are shown
 * only where every figure behind them is; months whose sums, or flows whose steps, are shown elsewhere all or none.
 */
export function signalCharts(row: DraftRow, audience: Audience): SignalCharts {
  const charts = (row.signal?.charts ?? []).filter(({ figures }) => figures.length > 1)
  const gaps = charts.some(({ of }) => of === 'gaps')
  const heading = gaps ? 'Days from one to the next' : 'Month by month'
  if (gaps && isProtected(audience)) return { own: null, months: [], heading, leftOut: `${HIDDEN_GAPS}.` }
  const drafts = charts.map((chart, i) => draftChart(row, chart, `${i}`, audience))
  const around = [...row.figures, ...charts.flatMap(chart => chart.around)]
  const sides = around.flatMap((figure, i) => figureCells(`around/${i}`, row.about.kind, row.unit, figure, audience))
  const whole = charts.some(({ of }) => of !== 'figures')
  const linked = [...drafts.flatMap(({ figures }) => figures), ...around.map((_, i) => `around/${i}`)]
  const shown = disclose({
    audience,
    cells: [...drafts.flatMap(({ cells }) => cells), ...sides],
    together: [...drafts.flatMap(({ together }) => together), ...(whole ? [linked] : [])],
    behind: drafts.flatMap(({ behind }) => behind),
  })
  const decided = decidedIn(shown)
  if (whole && isProtected(audience) && linked.some(id => decided(id).kind === 'hidden'))
    return { own: null, months: [], heading, leftOut: HIDDEN_MONTHS }
  const views = charts.map((chart, i) => sayChart(row, chart, `${i}`, decided))
  return {
    own: views.find(({ of }) => of === 'figures') ?? null,
    months: views.filter(({ of }) => of !== 'figures'),
    heading,
    leftOut: null,
  }
}

/** How the figures of a chart are printed: flows are children and times are days, whatever the measure is. */
function printed({ about, unit }: DraftRow, { of }: SignalChart): { readonly kind: Kind; readonly unit: Unit } {
  if (of === 'gaps') return { kind: 'count', unit: { unit: 'days', places: 0 } }
  return of === 'entered' || of === 'left'
    ? { kind: 'count', unit: { unit: 'children', places: 0 } }
    : { kind: about.kind, unit }
}

type Draft = {
  readonly cells: readonly PackCell[]
  readonly figures: readonly string[]
  readonly together: readonly (readonly string[])[]
  readonly behind: readonly { readonly figure: string; readonly behind: readonly string[] }[]
}

function draftChart(row: DraftRow, chart: SignalChart, key: string, audience: Audience): Draft {
  const { kind, unit } = printed(row, chart)
  const finer = { ...unit, places: unit.places + (kind === 'count' ? 1 : 0) }
  const limits = chart.figures.map((_, i) => limitsAt(chart, i))
  const lines = limits.map((limit, i): readonly PackCell[] =>
    limit === null
      ? []
      : Object.entries(limit).flatMap(([name, value]) => {
          const given = asGiven(kind, finer, audience, value)
          return given === null
            ? []
            : [
                {
                  id: `${key}/${i}/${name}`,
                  value: given,
                  text: sayValue(given === 0 ? { ...unit, places: 0 } : finer, given),
                  people: [],
                },
              ]
        }),
  )
  return {
    cells: [
      ...chart.figures.flatMap((figure, i) => figureCells(`${key}/${i}`, kind, unit, figure, audience)),
      ...lines.flat(),
    ],
    figures: chart.figures.map((_, i) => `${key}/${i}`),
    together: chart.figures.map((_, i) => togetherOf(`${key}/${i}`, kind)),
    behind: chart.chart.segments.flatMap(({ from, to }) => {
      const behind = lines.slice(from, to).flatMap(cells => cells.map(({ id }) => id))
      return Array.from({ length: to - from }, (_, i) => ({ figure: `${key}/${from + i}`, behind }))
    }),
  }
}

/** The lines at a point, in the unit of the figure; null where its stretch has none. */
function limitsAt(
  { chart, scale }: SignalChart,
  i: number,
): { readonly centre: number; readonly low: number | null; readonly high: number | null } | null {
  const segment = chart.segments.find(({ from, to }) => from <= i && i < to)
  const point = chart.points[i]
  const by = scale?.[i] ?? 1
  if (segment?.state === 'median' && segment.centre !== null)
    return { centre: segment.centre * by, low: null, high: null }
  if (!point?.limits || !point.drawn) return null
  return { centre: point.limits.centre * by, low: point.drawn.low * by, high: point.drawn.high * by }
}

const titles: Readonly<Record<SignalChart['of'], (row: DraftRow) => string>> = {
  figures: ({ title }) => title,
  events: ({ title }) => `Month by month: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  gaps: ({ title }) => `Days from one to the next: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  entered: () => 'Month by month: children who came into the count',
  left: () => 'Month by month: children who went out of the count',
}
const questions: Readonly<Record<SignalChart['of'], (row: DraftRow) => string>> = {
  figures: ({ about }) => about.asks,
  events: () => 'Was any month out of the ordinary?',
  gaps: () => 'Do they come more often, or less, than they did?',
  entered: () => 'Did more or fewer children than usual come in?',
  left: () => 'Did more or fewer children than usual go out?',
}

function sayChart(row: DraftRow, chart: SignalChart, key: string, decided: (id: string) => Shown): ControlView {
  const { kind, unit } = printed(row, chart)
  const at = chart.of === 'figures' || chart.of === 'events' ? row.about.at : 'within period'
  const limits = chart.figures.map((_, i): LimitsView | null => {
    const has = limitsAt(chart, i)
    if (has === null || decided(`${key}/${i}/centre`).kind !== 'number') return null
    const line = (name: 'low' | 'high'): Shown | null => (has[name] === null ? null : decided(`${key}/${i}/${name}`))
    return { centre: decided(`${key}/${i}/centre`), low: line('low'), high: line('high') }
  })
  const hidden = chart.figures.some((_, i) => limitsAt(chart, i) !== null && limits[i] === null)
  const points = chart.figures.map((figure, i) => ({
    periodEnd: figure.periodEnd,
    period: chart.of === 'gaps' ? sayDay(figure.periodEnd) : sayPeriod(chart.window, figure.periodEnd, at),
    short: sayShort(figure.periodEnd),
    figure: decided(`${key}/${i}`),
    numerator: decided(`${key}/${i}/n`),
    denominator: figure.denominator === null ? null : decided(`${key}/${i}/d`),
    limits: limits[i] ?? null,
    mark: limits[i] && decided(`${key}/${i}`).kind === 'number' ? markAt(row, chart, i) : null,
  }))
  return {
    of: chart.of,
    title: titles[chart.of](row),
    asks: questions[chart.of](row),
    unit: unit.unit,
    small: chart.of === 'gaps' ? null : smallNumbers(kind, points),
    points,
    bands: bandsOn(
      row.annotations,
      points.map(({ periodEnd }) => periodEnd),
    ),
    marked: points.some(({ mark }) => mark !== null),
    notes: [
      chart.why,
      ...(hidden ? [HIDDEN_LIMITS] : []),
      ...chart.unused,
      ...chart.chart.segments.flatMap(segment => saySegment(segment, chart.figures)),
    ],
    method: hidden ? [] : chart.chart.notes,
  }
}

const outs: Readonly<Record<Rule, Readonly<Record<Way, string>>>> = {
  'outside the limits': { high: 'above the limits', low: 'below the limits' },
  trend: { high: 'one of a run of rises', low: 'one of a run of falls' },
  'two of three near a limit': {
    high: 'close to the upper limit, twice in three',
    low: 'close to the lower limit, twice in three',
  },
  shift: { high: 'one of a run above the usual level', low: 'one of a run below the usual level' },
}

function markAt({ about }: DraftRow, { chart, of }: SignalChart, i: number): MarkView | null {
  const signal = chart.points[i]?.signal
  if (!signal) return null
  // More children who go out, or more days from one event to the next, push the figure down.
  const pushes = of === 'left' || of === 'gaps' ? (signal.way === 'high' ? 'low' : 'high') : signal.way
  const tone = about.good === 'high' || about.good === 'low' ? (about.good === pushes ? 'better' : 'worse') : 'neutral'
  return { way: signal.way, tone, text: outs[signal.rule][signal.way] }
}

/** What a reader must know of a stretch: that limits are trial ones, or that there are none and why. */
function saySegment(
  { state, tier, why, from, to }: SignalChart['chart']['segments'][number],
  figures: readonly RawFigure[],
): readonly string[] {
  const [first, last] = [figures[from]?.periodEnd, figures[to - 1]?.periodEnd]
  const some = first && last && to - from < figures.length ? `${sayDay(first)} to ${sayDay(last)}: ` : ''
  const say = (words: string): string => (some ? `${some}${words.charAt(0).toLowerCase()}${words.slice(1)}` : words)
  return [
    ...(state === 'limits' && tier === 'trial limits'
      ? [say('These are trial limits, for there are fewer than 20 points.')]
      : []),
    ...(state === 'line' ? [say('There are no limits: fewer than 8 points say nothing about change.')] : []),
    ...(why ? [say(`${why.replace(/\.$/, '')}.`)] : []),
  ]
}
