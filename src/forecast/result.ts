import type { Exit } from '../analysis/forecast/care-history.ts'
import type { Range } from '../analysis/forecast/ranges.ts'
import type { Day } from '../kit/day.ts'
import type { BudgetLine, Saving } from './money.ts'
import type { Outlook } from './outlook.ts'
import type { PartsTold } from './parts.ts'
import type { PlacesHeld } from './places.ts'
import type { GroupPrice } from './prices.ts'
import type { Sufficiency } from './sufficiency.ts'

/** What a forecast comes to, as people and programs are given it. Not protected: for analysts, and for packs to decide on. */

export type SeriesName = 'in care' | 'starts' | 'ends' | 'care weeks' | 'cost'

/** A month ahead: of children, weeks of care or pounds. */
export type ForecastPoint = Range & {
  readonly periodEnd: Day
  /** The forecast of no change, with its own range; null where there is none: of a flow before a whole month is known. */
  readonly naive: {
    readonly median: number
    readonly p50: readonly [number, number]
    readonly p80: readonly [number, number]
    readonly p95: readonly [number, number]
  } | null
}

export type ForecastSeries = {
  readonly name: SeriesName
  /** A placement group or wider group; null: all. */
  readonly group: string | null
  /** Of `ends`: one way of leaving; null: all. */
  readonly exit: Exit | null
  readonly unit: 'children' | 'weeks' | '£'
  /** The months before, oldest first: what stood at each month end, or came in the month. Empty for weeks and cost. */
  readonly past: readonly { readonly periodEnd: Day; readonly value: number }[]
  /**
   * By month ahead, which is shown first: of children in care whichever has done better in the back-test at the nearest horizon tested.
   * Nothing else is tested, and goes by the model where there is one.
   */
  readonly leads: readonly ('model' | 'naive')[]
  /** Empty where nothing can be forecast. */
  readonly points: readonly ForecastPoint[]
}

/** "What if the last k months' change continued": never the forecast, never its range (FCT-01, FCT-02). */
export type TrendOf = {
  /** null: all children in care. */
  readonly group: string | null
  readonly span: number
  readonly points: readonly { readonly periodEnd: Day; readonly value: number }[]
}

type Share = { readonly value: number; readonly low: number; readonly high: number }

/** How forecasts of children in care made as this one is would have done in the past, so many months ahead. Errors are in children. */
export type BackTestLine = {
  /** A placement group; null: all. */
  readonly group: string | null
  readonly horizon: number
  readonly origins: number
  /** How many of them do not overlap. */
  readonly effective: number
  /** Error over the mean change of one month, and of twelve; null where nothing ever changed. */
  readonly mase: number | null
  readonly mase12: number | null
  readonly crps: number
  readonly naiveCrps: number
  /** Of the median. */
  readonly mae: number
  readonly naiveMae: number
  readonly pinball: number
  readonly interval80: number
  /** Share of outturns inside the 80% range, with its interval. */
  readonly coverage80: Share
  readonly coverage95: Share
  /** Share of outturns by tenth of the forecast they fell in: a tenth each when all is well. */
  readonly pit: readonly number[]
  /** The model alone, before it is spread and averaged with no change. */
  readonly model: { readonly mae: number; readonly crps: number; readonly coverage80: Share }
  /** The open demand model's method at the same origins; null for groups. */
  readonly stockAndFlow: { readonly mae: number; readonly crps: number; readonly coverage80: Share } | null
  readonly leads: 'model' | 'naive'
}

/** The record of forecasts issued before, held against what then happened. */
export type RecordLine = {
  readonly name: SeriesName
  /** A placement group; null: all. */
  readonly group: string | null
  readonly horizon: number
  readonly forecasts: number
  /** Of those, how many outturns fell inside the 80% range. */
  readonly inside80: number
  /** Of the median. */
  readonly meanError: number
  /** The same of no change; null where the series has none. */
  readonly naiveError: number | null
}

/** Of figures of a year's end that were said to stand so, how many reached their target. */
export type OutlookLine = {
  readonly standing: 'on track' | 'in the balance' | 'off track'
  readonly told: number
  readonly reached: number
}

/** A what-if beside the forecast: the same futures with one thing otherwise, and the difference in each. */
export type WhatIfResult = {
  readonly label: string
  readonly source: string | null
  readonly series: readonly {
    readonly name: SeriesName
    readonly group: string | null
    /** Of children in care, those of these ages, both included; null: all. */
    readonly ages: readonly [from: number, to: number] | null
    readonly unit: 'children' | 'weeks' | '£'
    readonly points: readonly {
      readonly periodEnd: Day
      readonly whatIf: Range
      /** What-if less forecast, run by run. */
      readonly difference: Range
    }[]
  }[]
  /** Of placements whose places are known, the share of futures that need more than are held: with it, its own places among them, and without. */
  readonly short: readonly {
    readonly group: string
    readonly months: readonly {
      readonly periodEnd: Day
      readonly places: number
      readonly chance: number
      readonly without: number
    }[]
  }[]
  /** Why it changes nothing, where it does not. */
  readonly note: string | null
}

/** Placements in the financial year, in pounds: what they have cost at their prices, and every future's rest of the year. */
export type YearOfMoney = {
  readonly yearEnding: number
  readonly soFar: number
  readonly range: Range
  readonly budget: number | null
  readonly projected: number | null
  /** The share of futures that cost more than the budget; null where there is none. */
  readonly chanceOverBudget: number | null
}

export type Standing =
  | { readonly kind: 'model' }
  /** Too little is known for a model: no change, with a simple range. */
  | { readonly kind: 'naive only'; readonly why: string }
  | { readonly kind: 'nothing'; readonly why: string }

export type Forecast = {
  readonly authority: string
  /** The day it starts from: the last it knows. */
  readonly at: Day
  /** Months ahead. */
  readonly horizon: number
  readonly seed: number
  readonly runs: number
  readonly method: string
  /** SHA-256 of the history, in lower-case hexadecimal. */
  readonly history: string
  readonly standing: Standing
  /** What the answer goes by: who leads for all children in care 12 months ahead, or at the last month of a shorter forecast. */
  readonly leads: 'model' | 'naive'
  readonly series: readonly ForecastSeries[]
  readonly trendLines: readonly TrendOf[]
  readonly backTest: readonly BackTestLine[]
  readonly backTestGroups: readonly BackTestLine[]
  /** What the back-test rests on, and whether it is kinder than life. */
  readonly backTestNote: string
  /** What each part of the method was worth when that was last tested; null: never here. */
  readonly parts: PartsTold | null
  readonly outlook: readonly Outlook[]
  readonly places: PlacesHeld
  readonly sufficiency: readonly Sufficiency[]
  readonly money: {
    readonly prices: readonly GroupPrice[]
    readonly unpriced: readonly string[]
    /** Why there is no cost; null where there is. */
    readonly noCost: string | null
    /** A year's growth of prices, a stated scenario. */
    readonly inflation: number
    readonly budget: readonly BudgetLine[]
    readonly savings: readonly Saving[]
    /** The financial year that is running; null where there is no cost, or the origin is no month end. */
    readonly year: YearOfMoney | null
  }
  readonly whatIfs: readonly WhatIfResult[]
  /** What it assumes, a sentence each. */
  readonly assumptions: readonly string[]
  /** What it does not know of. */
  readonly outside: readonly string[]
}
