import { sayDay } from '../kit/day.ts'
import type { Point } from '../measures/measures.ts'

/**
 * Figures, oldest first, of which those that nothing but one picture tells count once: that of the latest where it is the last, for it
 * is the headline, else the first. Told twice, one picture would read as a month in which nothing changed.
 */
export function countedOnce(figures: readonly Point[]): readonly Point[] {
  // A figure of the picture's own day has no `picture`: its period's end is that day.
  const toldBy = ({ picture, period_end, state }: Point): string | null =>
    state !== 'measured' || picture?.alone === false ? null : (picture?.asAt ?? period_end)
  const latest = figures.at(-1)
  const headline = latest?.picture?.alone ? latest.picture.asAt : null
  const seen = new Set<string>()
  return figures.map(figure => {
    const day = toldBy(figure)
    if (day === null || figure === latest) return figure
    if (day !== headline && !seen.has(day)) {
      seen.add(day)
      return figure
    }
    const { picture: _, behind: __, ...rest } = figure
    return {
      ...rest,
      numerator: null,
      denominator: null,
      value: null,
      state: 'not measured',
      reason: `Only the picture of ${sayDay(figure.picture?.asAt ?? figure.period_end)} tells it, which is counted in another period`,
    }
  })
}
