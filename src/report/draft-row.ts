import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import {
  isQueried,
  type LowerBounds,
  lowerBounds,
  type MeasureDefinition,
  type Session,
  series,
  setAsideFor,
} from '../measures/measures.ts'
import type { Annotation } from '../review/annotation.ts'
import { type Target, type TargetStanding, targetOn } from '../review/target.ts'
import { annotationsFor } from './annotation.ts'
import { type DraftComparison, draftComparison } from './comparison.ts'
import { type Kind, type RawFigure, rawFigure } from './figure.ts'
import { type MadeOf, madeOf, peopleCounted } from './made-of.ts'
import { periodsFor } from './periods.ts'
import { countedOnce } from './pictures.ts'
import type { Goal } from './rag.ts'
import type { Unit } from './say.ts'
import type { ScorecardRow } from './scorecard-file.ts'
import { signalOf } from './signal.ts'
import type { SignalFound } from './signal-found.ts'

/** How many periods a row's trend has. */
export const TREND = 12
/** How a measure's values are printed. */
export function unitOf(measure: MeasureDefinition, of?: MeasureDefinition): Unit {
  const { kind } = measure
  if (kind === 'proportion') return { unit: '%', places: measure.places ?? 1 }
  if (kind === 'ratio') return { unit: measure.unit ?? ':1', places: measure.places ?? 1 }
  if (kind === 'rate') return { unit: measure.unit ?? `per ${sayNumber(measure.base)}`, places: measure.places ?? 1 }
  if (kind === 'average' || kind === 'total') return { unit: measure.unit, places: measure.places ?? 1 }
  if (kind === 'gap' && of)
    return { ...unitOf(of), ...(measure.places === undefined ? {} : { places: measure.places }) }
  return { unit: measure.unit ?? 'number', places: measure.places ?? 0 }
}

/** What a row needs of its measure; of one that is not built yet, what the scorecard's file says. */
type RowAbout = {
  readonly id: string | null
  readonly catalogue: string
  readonly asks: string
  readonly good: 'low' | 'high' | 'neither' | 'band'
  readonly at: 'period end' | 'within period'
  readonly kind: Kind
  /** The unknown stay in the denominator, as not counted. */
  readonly keepsUnknown: boolean
}

const aboutOf = (measure: MeasureDefinition): RowAbout => {
  const { id, catalogue, asks, good, at, kind } = measure
  return {
    id,
    catalogue,
    asks,
    good,
    at,
    kind,
    keepsUnknown: 'unknown_is' in measure && measure.unknown_is === 'not counted',
  }
}

/** A row before the pack decides: what is measured, and the figures of its trend, the period before it included. */
export type DraftRow = {
  readonly key: string
  readonly number: string | null
  readonly alias: string | null
  readonly title: string
  readonly about: RowAbout
  readonly unit: Unit
  readonly window: Window
  /** TREND + 1 figures, oldest first; the last is the latest. */
  readonly figures: readonly RawFigure[]
  readonly target: TargetStanding
  /** Rows that could not be used and could matter to the latest figure. */
  readonly setAside: number
  /** The same by source. */
  readonly setAsideOf: ReadonlyMap<string, number>
  /** Of an average: what is known of its unknown. */
  readonly bounds: LowerBounds | null
  /** Who is counted, to say why a figure is hidden: `children`; null where it counts no people. */
  readonly who: string | null
  /** What its two numbers are. */
  readonly made: MadeOf
  /** The measure on this scorecard whose children this one's are among. */
  readonly within: string | null
  readonly signal: SignalFound | null
  /** What is to be marked on its charts, in the order of the days. */
  readonly annotations: readonly Annotation[]
  readonly compared: DraftComparison | null
  /** Why it is told in numbers only (`number-only.ts`); absent: it is not. */
  readonly numberOnly?: string
}

/** Measures one row for an authority and a day. */
export async function draftRow(
  session: Session,
  authority: string,
  at: Day,
  measure: MeasureDefinition,
  targets: readonly Target[],
  row: {
    readonly number?: string | undefined
    readonly title?: string | undefined
    readonly alias?: string | undefined
    readonly window?: Window | undefined
    readonly within?: string | undefined
  },
  annotations: readonly Annotation[] = [],
): Promise<DraftRow> {
  const marked = annotationsFor(annotations, [measure.id, measure.catalogue, row.number ?? null])
  const window = row.window ?? measure.windows[0] ?? 'month'
  const periods = periodsFor(window, at, TREND + 1)
  const latest = periods.at(-1)?.end ?? at
  const of = measure.kind === 'gap' ? session.measures.get(measure.of) : undefined
  const unit = unitOf(measure, of)
  const target = targetOn(targets, [measure.id, measure.catalogue, ...(row.number ? [row.number] : [])], latest)
  // First, since a signal looks further back than the row: what it counts is counted.
  const signal = await signalOf(session, measure, authority, at, window, goalOf({ target, unit }), marked)
  const points = await series(session, { measure, periods, authority })
  const lastPeriod = periods.at(-1)
  const setAsideOf = lastPeriod ? await setAsideFor(session, measure, authority, lastPeriod) : new Map<string, number>()
  const figures = countedOnce(points.filter(({ slice }) => slice === null)).map(rawFigure)
  const unknown = figures.at(-1)?.unknown ?? 0
  return {
    key: `${measure.id} ${window}`,
    number: row.number ?? null,
    alias: row.alias ?? null,
    title: row.title ?? measure.title,
    about: aboutOf(measure),
    unit,
    window,
    figures,
    target,
    setAside: [...setAsideOf.values()].reduce((sum, n) => sum + n, 0),
    setAsideOf,
    bounds:
      isQueried(measure) && measure.kind === 'average' && unknown > 0 && lastPeriod
        ? await lowerBounds(session, measure, lastPeriod, authority)
        : null,
    who: peopleCounted(measure, session.measures),
    made: madeOf(measure),
    within: row.within ?? null,
    signal,
    annotations: marked,
    compared: await draftComparison(session, measure, authority, at, unit),
  }
}

/** A row whose measure is not built yet: it reads "Awaiting data", with the file that would feed it. */
export function awaitedRow(row: ScorecardRow, at: Day, targets: readonly Target[]): DraftRow {
  const window = row.window ?? 'month'
  const unit = row.unit ?? 'number'
  const reason = row.feeds ? `Needs ${row.feeds}` : 'Needs a source that Hearth does not read yet'
  const kind: Kind = unit === '%' ? 'proportion' : unit === ':1' ? 'ratio' : 'count'
  return {
    key: `${row.number ?? row.catalogue} awaited`,
    number: row.number ?? null,
    alias: row.alias ?? null,
    title: row.title ?? row.catalogue,
    about: {
      id: null,
      catalogue: row.catalogue,
      asks: row.asks ?? '',
      good: row.good ?? 'neither',
      at: 'period end',
      kind,
      keepsUnknown: false,
    },
    unit: { unit, places: unit === '%' ? 1 : 0 },
    window,
    figures: periodsFor(window, at, TREND + 1).map(({ end }) => ({
      periodEnd: end,
      numerator: null,
      denominator: null,
      value: null,
      unknown: 0,
      state: 'awaiting data',
      reason,
    })),
    target: targetOn(targets, [row.catalogue, ...(row.number ? [row.number] : [])], at),
    setAside: 0,
    setAsideOf: new Map(),
    bounds: null,
    who: null,
    made: { kind: 'number' },
    within: null,
    signal: null,
    annotations: [],
    compared: null,
  }
}

/** The target in the base of the measure's value: people write 15 for 15%. */
export function goalOf({ target, unit }: Pick<DraftRow, 'target' | 'unit'>): Goal | null {
  if (target.kind !== 'set') return null
  const scale = unit.unit === '%' ? 100 : 1
  const { operator, high: upper, amberWithin } = target.target
  return {
    operator,
    value: target.value / scale,
    upper: upper === null ? null : upper / scale,
    amberWithin: amberWithin === null ? null : amberWithin / scale,
  }
}

export const latestOf = (row: DraftRow): RawFigure =>
  row.figures.at(-1) ?? {
    periodEnd: '' as Day,
    numerator: null,
    denominator: null,
    value: null,
    unknown: 0,
    state: 'not measured',
    reason: null,
  }
export const priorOf = (row: DraftRow): RawFigure | undefined => row.figures.at(-2)
