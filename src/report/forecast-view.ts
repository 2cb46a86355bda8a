import type { Audience, Shown } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'

/** A median or a figure, and the range of likely values about it: each decided. */
export type Band = readonly [low: Shown, high: Shown]

/** A month of the fan: what stood (`figure`, ahead is null), or what is forecast. */
export type FanPoint = {
  readonly periodEnd: Day
  /** `31 October 2026`, and for an axis `Oct 26`. */
  readonly period: string
  readonly short: string
  readonly figure: Shown | null
  readonly ahead: {
    readonly median: Shown
    readonly p50: Band
    readonly p80: Band
    readonly p95: Band
    /** The forecast of no change with its own 80% range; null where there is none. */
    readonly naive: { readonly median: Shown; readonly p80: Band } | null
  } | null
}

/** Children in care: what was, and what may come, in one line of months. */
export type FanView = {
  readonly title: string
  readonly points: readonly FanPoint[]
  /** Which is shown first: the model's median and bands, or no change with its own. */
  readonly leads: 'model' | 'naive'
}

/** "What if the average change of the last months went on": lines by their assumption, never the forecast and never its range. */
export type LinesView = {
  readonly title: string
  /** The months that were, and those ahead (`figure` null). */
  readonly points: readonly Pick<FanPoint, 'periodEnd' | 'period' | 'short' | 'figure'>[]
  readonly lines: readonly {
    /** `Last 3 months`, and where there is little room `3 months`. */
    readonly label: string
    readonly short: string
    /** `−1.6 a month`. */
    readonly change: Shown
    /** By point: where it begins, now, and the months ahead; null between and before. */
    readonly values: readonly (Shown | null)[]
  }[]
}

/** A table of decided figures: the first cell of a row is its header. */
export type ForecastTable = {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly (Shown | string)[] }[]
  readonly note: string | null
}

/** Words with decided figures in them. */
export type ForecastWords = readonly (string | Shown)[]

/** What is coming, as one audience may see it. No figure is about one child. */
export type ForecastView = {
  readonly authority: { readonly code: string; readonly name: string }
  readonly audience: Audience
  readonly at: Day
  readonly atText: string
  /** Why there is no model, or nothing at all; null where there is. */
  readonly why: string | null
  /** The answer first, in sentences. */
  readonly answer: readonly ForecastWords[]
  /** Null where nothing can be forecast. */
  readonly fan: FanView | null
  readonly months: ForecastTable | null
  /** Weeks of care, and ends by way of leaving. */
  readonly flows: ForecastTable | null
  readonly groups: ForecastTable | null
  readonly trends: ForecastTable | null
  /** The same lines, to be drawn. */
  readonly lines: LinesView | null
  readonly outlook: ForecastTable | null
  readonly money: { readonly said: readonly ForecastWords[]; readonly prices: ForecastTable | null }
  readonly places: ForecastTable | null
  /** The record of forecasts issued before, a sentence each, and the back-test. */
  readonly record: readonly string[]
  readonly backTest: ForecastTable | null
  /** The same by other measures. */
  readonly scores: ForecastTable | null
  /** The same by placement, and what each part of the method was worth, with a sentence on when that was tested. */
  readonly backTestGroups: ForecastTable | null
  readonly parts: ForecastTable | null
  readonly partsNote: string | null
  readonly whatIfs: readonly { readonly label: string; readonly note: string; readonly table: ForecastTable | null }[]
  readonly assumptions: readonly string[]
  readonly outside: readonly string[]
  readonly method: string
}
