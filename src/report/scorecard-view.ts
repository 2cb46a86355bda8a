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
  /** The day of the picture that tells it, where that is before the period's end. */
  readonly asAt?: Day
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
  /** The measure on this scorecard whose children this one's are among. */
  readonly within?: string
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
  /** `146 of 566`: the two numbers of a share, where they may be seen. */
  readonly countText: string | null
  /** What the figure is made from: `146 of 566`, `Mean of 111 children: weeks from…`, `52 children starting, 61 children ceasing`. */
  readonly madeOf: string | null
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
  readonly quality: QualityView | null
  readonly unknown: Shown | null
  /** Set, being set (`Target being set`), or none. */
  readonly target: TargetView | null
  readonly targetText: string
  readonly rag: Rag
  /** `23 more children would reach the target`, with the number decided. */
  readonly toTarget: { readonly children: Shown; readonly text: string } | null
  readonly prior: PeriodFigure | null
  /** The signed change from the prior period, and whether that is better: a fact of two points, not a direction. */
  readonly change: {
    readonly figure: Shown
    readonly reads: 'better' | 'worse' | 'same' | null
    /** Said where what is not known could undo the change. */
    readonly doubt: string | null
  } | null
  readonly trend: readonly PeriodFigure[]
  /** Direction of travel beyond chance, and what says so; null where the figure may not be seen or nothing can be said. */
  readonly direction: { readonly word: string; readonly because: string; readonly reads: Reads } | null
  /** Whether an unchanged process would meet the target. */
  readonly assurance: string | null
  /** Against the same period last year, with its 95% interval: the only two points that are compared. */
  readonly lastYear: {
    readonly change: Shown
    readonly low: Shown
    readonly high: Shown
    readonly couldBeChance: boolean
  } | null
  readonly comparison: ComparisonView | null
}

/** What is not known of a figure: the least and most it could be where something bounds it, and why. */
export type QualityView = {
  readonly low: Shown | null
  readonly high: Shown | null
  /** `37 of 148 not known; 4 returned rows could not be used`. */
  readonly why: string
  /** The same with the range: `37 of 148 not known: at least 176.9 with them`. */
  readonly text: string
}

/** Good news, bad news, or neither. */
export type Reads = 'better' | 'worse' | 'neutral'

export type ComparatorView = {
  readonly comparator: string
  readonly label: string
  readonly figure: Shown
  readonly periodText: string
  readonly releaseText: string
  readonly release: Day
  /** Who is counted where that differs from ours, and whether it is provisional; blank where nothing is to be said. */
  readonly note: string
}

/** What was published, and how it differs from ours. */
export type ComparisonView = {
  /** The one figure said beside ours, with its period: `Statistical neighbours: 18.2% (position at 31 March 2025)`; null where there is none. */
  readonly headline: {
    /** Whose it is: `statistical neighbours`, `england`. */
    readonly comparator: string
    readonly figure: Shown
    readonly periodText: string
    readonly text: string
  } | null
  readonly comparators: readonly ComparatorView[]
  readonly neighbours: readonly ComparatorView[]
  readonly standing: readonly string[]
  readonly differs: string | null
  readonly notCompared: string | null
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
  /** Of an edition how far it is; live figures are a draft. */
  readonly status: 'draft' | 'approved' | 'published'
  /** The edition that froze it; null: live figures. */
  readonly edition: string | null
  readonly audience: Audience
  readonly themes: readonly ThemeView[]
  /** What a reader must know: the audience's rule, set-aside rows, symbols used. */
  readonly notes: readonly string[]
}
