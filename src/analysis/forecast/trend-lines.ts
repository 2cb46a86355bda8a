/** "What if the last k months' change went on": a straight line, drawn beside the forecast and never as its range. */

export const spans = [3, 6, 12, 24, 36] as const

export type TrendLine = {
  /** Months whose average net change is continued. */
  readonly span: (typeof spans)[number]
  /** By month ahead, from 1. */
  readonly values: readonly number[]
}

/**
 * The lines that councils use: last + h × (last − value k months earlier) / k, for each k that the history reaches back to.
 * `totals` are month ends, oldest first. Source: indicators.md FCT-01 and section 9, row 31.
 */
export function trendLines(totals: readonly number[], months: number): readonly TrendLine[] {
  const last = totals.at(-1)
  if (last === undefined) return []
  return spans.flatMap(span => {
    const before = totals[totals.length - 1 - span]
    return before === undefined
      ? []
      : [{ span, values: Array.from({ length: months }, (_, i) => last + ((i + 1) * (last - before)) / span) }]
  })
}
