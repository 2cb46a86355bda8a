import type { Audience, Shown } from '../disclosure/shown.ts'
import type { PeriodFigure, RowView } from './scorecard-view.ts'

/** One line of a breakdown. */
export type SliceLine = {
  readonly label: string
  readonly figure: Shown
  readonly numerator: Shown
  readonly denominator: Shown | null
}
export type SliceTable = { readonly id: string; readonly title: string; readonly lines: readonly SliceLine[] }

/** One cause of a change between two period ends: how many children, in the count and in the group. */
export type MoveLine = { readonly label: string; readonly counted: Shown; readonly group: Shown }

/** Everything the page of one measure says. */
export type MeasureView = {
  readonly authority: { readonly code: string; readonly name: string }
  readonly synthetic: boolean
  readonly audience: Audience
  readonly atText: string
  readonly knownOnText: string
  readonly dataVersion: string
  readonly row: RowView
  /** The long view: each 31 March before the last twelve months, then each month. */
  readonly long: readonly PeriodFigure[]
  /** What moved the figure since the period before, adding up; null where the measure has no list of children. */
  readonly moves: {
    readonly from: string
    readonly to: string
    readonly lines: readonly MoveLine[]
    readonly change: Shown
  } | null
  readonly definition: readonly { readonly term: string; readonly text: string }[]
  readonly slices: readonly SliceTable[]
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
