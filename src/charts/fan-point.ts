import type { Shown } from '../disclosure/shown.ts'

type Band = readonly [low: Shown, high: Shown]

/** A month of a fan: what stood, or what may come. */
export type FanChartPoint = {
  readonly period: string
  readonly short: string
  readonly figure: Shown | null
  readonly ahead: {
    readonly median: Shown
    readonly p50: Band
    readonly p80: Band
    readonly p95: Band
    readonly naive: { readonly median: Shown; readonly p80: Band } | null
  } | null
}

export type FanOptions = {
  /** Unique on the page: the ids of the picture's title and description are made from it. */
  readonly id: string
  readonly title: string
  /** What is counted, and where. */
  readonly subtitle: string
  readonly points: readonly FanChartPoint[]
  /** Which is drawn strong: the model and its bands, or no change with its own. */
  readonly leads: 'model' | 'naive'
  /** How an axis value is written. */
  readonly format: (value: number) => string
  readonly width?: number
  readonly height?: number
}
