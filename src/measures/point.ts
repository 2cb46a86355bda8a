import type { MeasureDefinition } from '../definitions/measure.ts'
import type { Day } from '../kit/day.ts'
import type { Period, Window } from '../kit/period.ts'
import type { State } from './state.ts'

/** One figure: one authority, measure, period and slice. Unrounded; a proportion is a fraction. Not protected: for analysts. */
export type Point = {
  readonly authority: string
  readonly measure: string
  readonly catalogue: string
  readonly window: Window
  readonly period_end: Day
  readonly slice: Readonly<Record<string, string>> | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly unknown: number
  readonly state: State
  readonly reason?: string
  /** For the pack, not for readers: the counts of people that a figure tells of where its own two numbers are not they. */
  readonly behind?: readonly number[]
  /** Where a picture older than the period's end tells it. */
  readonly picture?: Picture
}

/** The day of the oldest picture that a figure is told by, before its period's end; `alone`: nothing but pictures tells it. */
export type Picture = { readonly asAt: Day; readonly alone: boolean }

/** What every figure of a measure begins with. */
export const identity = (
  measure: MeasureDefinition,
  authority: string,
  period: Pick<Period, 'window' | 'end'>,
  slice: Point['slice'],
): Pick<Point, 'authority' | 'measure' | 'catalogue' | 'window' | 'period_end' | 'slice'> => ({
  authority,
  measure: measure.id,
  catalogue: measure.catalogue,
  window: period.window,
  period_end: period.end,
  slice,
})

export type Figure = Pick<Point, 'numerator' | 'denominator' | 'value' | 'unknown' | 'state' | 'reason'>

/** A figure that is not there, and why. */
export const absent = (state: Exclude<State, 'measured'>, reason: string, unknown = 0): Figure => ({
  numerator: null,
  denominator: null,
  value: null,
  unknown,
  state,
  reason,
})
