import type { Audience, Shown } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import type { Operator } from '../review/target.ts'
import type { Status } from './rag.ts'

/** A figure at one period end, with what it was made from. */
export type PeriodFigure = {
  readonly periodEnd: Day
  /** `October 2026`, `12 months to 31 October 2026`, `year ending 31 March 2026`. */
  readonly period: string
  /** For an axis: `Oct 26`. */
  readonly short: string
  readonly figure: Shown
  readonly numerator: Shown
  readonly denominator: Shown | null
}

/** What colour a figure has, or why it has none: every combination has one answer (statistics.md section 5). */
export type Rag =
  | { readonly kind: 'rated'; readonly status: Status; readonly text: string; readonly certainty: Shown | null }
  | { readonly kind: 'none'; readonly text: string }

export type TargetView = {
  /** `at most 15%`, `less than 1:1`, `between 10 and 15 weeks`. */
  readonly text: string
  readonly operator: Operator
  readonly value: Shown
  readonly upper: Shown | null
  readonly amberWithin: Shown | null
  readonly from: Day
  readonly rationale: string
  readonly setBy: string
}

/** One row of the scorecard: everything decided, nothing bare. */
export type RowView = {
  /** `CP7`, where the scorecard numbers its rows. */
  readonly number: string | null
  /** The measure's id; null where none is built yet. */
  readonly measure: string | null
  readonly catalogue: string
  readonly title: string
  /** The title as the council has printed it, where that differs. */
  readonly alias: string | null
  readonly asks: string
  readonly unit: string
  readonly good: 'low' | 'high' | 'neither' | 'band'
  /** `Lower is better`. */
  readonly polarity: string
  readonly window: Window
  readonly latest: PeriodFigure
  readonly state:
    | 'measured'
    | 'awaiting data'
    | 'not measured'
    | 'not applicable'
    | 'no one in scope'
    | 'unreliable'
    | 'hidden'
  /** The sentence behind a state, or null. */
  readonly reason: string | null
  readonly interval: { readonly low: Shown; readonly high: Shown } | null
  readonly quality: { readonly low: Shown; readonly high: Shown; readonly why: string } | null
  readonly unknown: Shown | null
  /** Set, being set (`Target being set`), or none. */
  readonly target: TargetView | null
  readonly targetText: string
  readonly rag: Rag
  /** `23 more children would reach the target`, with the number decided. */
  readonly toTarget: { readonly children: Shown; readonly text: string } | null
  readonly prior: PeriodFigure | null
  /** The signed change from the prior period, and whether that is better: a fact of two points, not a direction. */
  readonly change: { readonly figure: Shown; readonly reads: 'better' | 'worse' | 'same' | null } | null
  readonly trend: readonly PeriodFigure[]
}

export type ThemeView = { readonly id: string; readonly title: string; readonly rows: readonly RowView[] }

export type ScorecardView = {
  readonly title: string
  readonly authority: { readonly code: string; readonly name: string }
  /** Every page and paper of a synthetic council says that it is one. */
  readonly synthetic: boolean
  readonly at: Day
  readonly atText: string
  readonly knownOn: Day
  readonly knownOnText: string
  readonly dataVersion: string
  readonly status: 'draft'
  readonly audience: Audience
  readonly themes: readonly ThemeView[]
  /** What a reader must know: the audience's rule, set-aside rows, symbols used. */
  readonly notes: readonly string[]
}
