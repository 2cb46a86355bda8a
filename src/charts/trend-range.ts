import { numberOf, seen, type TrendPoint } from './trend-point.ts'

/** Every value that must lie inside the axis: figures, limits, figures as last told, targets. */
export function valuesOf(points: readonly TrendPoint[], targets: readonly number[]): readonly number[] {
  return [
    ...points.flatMap(point => [
      seen(point),
      numberOf(point.limits?.centre),
      numberOf(point.limits?.low),
      numberOf(point.limits?.high),
      numberOf(point.told),
    ]),
    ...targets,
  ].filter(value => value !== null)
}

/**
 * The y range: from the lowest to the highest of what is drawn, with a margin; from 0 where that is near; and up to `most`,
 * what the figure can be at the most, never past it.
 */
export function rangeOf(values: readonly number[], most = Number.POSITIVE_INFINITY): readonly [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const spread = high - low || Math.abs(high) || 1
  const bottom = low >= 0 && low - spread < spread ? 0 : low - spread * 0.15
  return [bottom, high <= most ? Math.min(most, high + spread * 0.15) : high + spread * 0.15]
}
