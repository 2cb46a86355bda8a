import type { Audience, Shown } from '../disclosure/shown.ts'
import type { BandView } from './annotation.ts'
import type { AsToldView } from './as-told-view.ts'
import type { PeriodFigure, RowView } from './scorecard-view.ts'
import type { SignalCharts } from './signal-view.ts'

/** One line of a breakdown. */
export type SliceLine = {
  readonly label: string
  readonly figure: Shown
  readonly numerator: Shown
  readonly denominator: Shown | null
}
export type SliceTable = { readonly id: string; readonly title: string; readonly lines: readonly SliceLine[] }

/** One cause of a change between two period ends: how many children, in the count and in the group. */
export type MoveLine = {
  readonly label: string
  readonly counted: Shown
  readonly group: Shown
  /** What it did to an average or a sum, in the unit of the figure; null for other kinds. */
  readonly effect: Shown | null
}

/** Everything the page of one measure says. */
export type MeasureView = {
  readonly authority: { readonly code: string; readonly name: string }
  readonly synthetic: boolean
  readonly audience: Audience
  /** The day asked for, as a form wants it. */
  readonly at: string
  readonly atText: string
  readonly knownOnText: string
  readonly dataVersion: string
  readonly row: RowView
  /** The finding, as the name of the chart: `No clear change: children in care`. */
  readonly finding: string
  /** What is marked on the chart of the trend, and on the long view. */
  readonly bands: { readonly trend: readonly BandView[]; readonly long: readonly BandView[] }
  /** What the figures were when last told; null where nothing was told before. */
  readonly asTold: AsToldView | null
  /** Said under the chart of the trend, and under the long view, where points stand for few children. */
  readonly small: { readonly trend: string | null; readonly long: string | null }
  /** Where a signal was looked for: the figures with their limits, or month by month. */
  readonly signals: SignalCharts
  /** The long view: each 31 March before the last twelve months, then each month. */
  readonly long: readonly PeriodFigure[]
  /** What moved the figure since the period before, adding up; null where the measure has no list of children. */
  readonly moves: {
    readonly from: string
    readonly to: string
    readonly lines: readonly MoveLine[]
    readonly change: Shown
    readonly groupChange: Shown
    /** Of an average or a sum: the whole change in the unit of the figure, and the heading of the column that adds up to it. */
    readonly effect: Shown | null
    readonly effectTitle: string
    /** What the lines add up to. */
    readonly reads: string
  } | null
  readonly definition: readonly { readonly term: string; readonly text: string }[]
  readonly slices: readonly SliceTable[]
  /** What the two numbers behind a figure are called. */
  readonly parts: { readonly upper: string; readonly lower: string }
  /** Measures of the same indicator. */
  readonly related: readonly { readonly id: string; readonly title: string }[]
  readonly notes: readonly string[]
}

/** A line of the measure list. */
export type MeasureLink = {
  readonly id: string
  readonly title: string
  readonly catalogue: string
  readonly asks: string
}
export type MeasureList = readonly { readonly theme: string; readonly measures: readonly MeasureLink[] }[]
