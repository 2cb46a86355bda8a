import type { Shown } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import type { Asked } from './asked.ts'
import type { ForecastView } from './forecast-view.ts'
import type { PaperWords } from './paper-words.ts'
import type { RowView, ScorecardView } from './scorecard-view.ts'
import type { SourcesView } from './sources-view.ts'
import type { Moves } from './story-telling.ts'

/** A measure on a paper: by id, catalogue reference or scorecard number; its headline window where none is named. */
export type MeasureAsked = { readonly measure: string; readonly window?: Window; readonly title?: string }

/** A table of periods: a line for each measure, or for each code of its breakdown. */
export type GridAsked = {
  readonly lines: readonly (MeasureAsked & { readonly by?: string })[]
  /** A last line with the whole of the first measure, where that is broken down. */
  readonly total: boolean
}

/** A table of a breakdown: a line for each code, a column for each measure. */
export type BreakdownAsked = { readonly by: string; readonly measures: readonly MeasureAsked[] }

/** All that a template needs beside the scorecard and its sources. */
export type PaperAsked = Asked & {
  readonly rows: readonly MeasureAsked[]
  /** Measures of which the figure at the end of last year is wanted. */
  readonly outturns: readonly MeasureAsked[]
  readonly grids: readonly GridAsked[]
  readonly breakdowns: readonly BreakdownAsked[]
  /** Whether the paper tells a narrative, which says what moved a figure. */
  readonly narrative: boolean
  /** Whether the paper tells what is coming. */
  readonly forecast: boolean
  /** Whether the paper tells the council's priorities, with the measures of each. */
  readonly priorities?: boolean
  /** The paper whose front matter, sections and case studies are meant; absent: the one whose meeting hears figures of this day. */
  readonly paper?: string
}

/** One decided figure of a measure with the two numbers it is made of. */
export type CellView = {
  readonly measure: string
  readonly catalogue: string
  readonly unit: string
  readonly periodEnd: Day
  readonly period: string
  /** `ward=E05000001`; null: the whole. */
  readonly slice: string | null
  readonly figure: Shown
  readonly numerator: Shown
  readonly denominator: Shown | null
}

export type GridView = {
  readonly columns: readonly { readonly title: string; readonly end: Day; readonly toCome: boolean }[]
  readonly lines: readonly { readonly label: string; readonly total: boolean; readonly cells: readonly CellView[] }[]
  /** The end of the last quarter that has passed: what the table speaks for. */
  readonly until: Day
  readonly untilText: string
}

export type BreakdownView = {
  readonly title: string
  readonly columns: readonly { readonly title: string; readonly unit: string }[]
  readonly lines: readonly { readonly label: string; readonly total: boolean; readonly cells: readonly CellView[] }[]
  readonly periodText: string
  readonly periodEnd: Day
}

/** What a paper is assembled from: every figure in it is decided. */
export type PaperView = {
  readonly scorecard: ScorecardView
  readonly sources: SourcesView
  /** Rows asked for that are not on the scorecard. */
  readonly rows: readonly RowView[]
  readonly outturns: readonly CellView[]
  /** In the order asked; null: an edition froze none. */
  readonly grids: readonly (GridView | null)[]
  readonly breakdowns: readonly (BreakdownView | null)[]
  /** What moved the rows of the scorecard, by measure; of what is not there nothing is told. */
  readonly moves: Moves
  readonly words: PaperWords
  /** What is coming; null: not asked for, or none can be made of this day. */
  readonly forecast: ForecastView | null
}
