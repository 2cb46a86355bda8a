import type { Shown } from '../disclosure/shown.ts'

/** Limits of one point: a median or mean alone, or with the lines that chance keeps within. A hidden one is not drawn. */
export type PointLimits = { readonly centre: Shown; readonly low: Shown | null; readonly high: Shown | null }

/** What a point says beyond chance: its shape is which way it is out, its tone whether that is good. */
export type PointMark = {
  readonly way: 'high' | 'low'
  readonly tone: 'better' | 'worse' | 'neutral'
  /** `Above the limits`. */
  readonly text: string
}

/** One point of a trend: its period in words, long and short, its figure, and what is drawn about it. */
export type TrendPoint = {
  readonly period: string
  readonly short: string
  readonly figure: Shown
  readonly limits?: PointLimits | null
  readonly mark?: PointMark | null
  /** The figure of this period as it was last told, where that differs. */
  readonly told?: Shown | null
}

/** A stretch of the drawing with a label, from the start of one point's period to the end of another's; `to` null: a line where it begins. */
export type TrendBand = {
  /** `1`, by which the page lists it. */
  readonly label: string
  readonly text: string
  readonly kind: 'note' | 'break'
  /** Points of the drawing, by their place. */
  readonly from: number
  readonly to: number | null
}

export const numberOf = (figure: Shown | null | undefined): number | null =>
  figure?.kind === 'number' ? figure.value : null

/** The figure that can be drawn. A hidden or missing one is a gap, never a zero and never a guess. */
export const seen = (point: TrendPoint): number | null => numberOf(point.figure)
