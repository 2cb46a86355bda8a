import type { Period } from '../kit/period.ts'
import { shapeOf } from '../model/file-shape.ts'
import type { Holding } from './holding.ts'
import type { Picture, Point } from './point.ts'
import type { Session } from './session.ts'
import { type Need, sourceUsed } from './state.ts'

const isPicture = (source: string): boolean => shapeOf(source)?.time === 'snapshot'
/** Prices, postcodes and published figures are of no day: they say nothing of how old a figure is. */
const isUndated = (source: string): boolean => {
  const shape = shapeOf(source)
  return shape !== undefined && (shape.time === 'whole' || shape.time === 'merge')
}

/**
 * The picture that tells a figure of a period where it is older than the period's end: the file states how long one may serve
 * (local-extracts.md 1.4), and whoever reads the figure must know that it is not of the day. Null where all is of the day.
 */
export function pictureOf(needs: readonly Need[], holdings: readonly Holding[], period: Period): Picture | null {
  const dated = needs.filter(need => !need.every(isUndated))
  const days = dated.map(need => {
    const used = sourceUsed(need, holdings, period)
    if (used === null || !isPicture(used)) return null
    const own = holdings.filter(
      ({ source, first, last }) => source === used && first <= period.end && last >= period.end,
    )
    return (
      own
        .map(({ first }) => first)
        .sort()
        .at(-1) ?? null
    )
  })
  const [asAt] = days.filter(d => d !== null && d < period.end).sort()
  return asAt ? { asAt, alone: days.every(d => d !== null) } : null
}

/** Points, each with the picture that tells it where that is older than the end of its period. */
export function pictured(
  session: Session,
  needs: readonly Need[],
  periods: readonly Period[],
  points: readonly Point[],
): readonly Point[] {
  if (!needs.some(need => need.some(isPicture))) return points
  const byEnd = new Map(periods.map(period => [period.end, period]))
  const known = new Map<string, Picture | null>()
  return points.map(point => {
    const period = byEnd.get(point.period_end)
    if (point.state !== 'measured' || period === undefined) return point
    const key = `${point.authority} ${point.period_end}`
    const picture = known.has(key) ? known.get(key) : pictureOf(needs, session.holdingsOf(point.authority), period)
    known.set(key, picture ?? null)
    return picture ? { ...point, picture } : point
  })
}
