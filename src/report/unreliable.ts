import { doubtOf } from './doubt.ts'
import { type DraftRow, latestOf } from './draft-row.ts'

/** More than this share of a group not known, and an average of the rest tells of too few to stand for all. */
const MOST_UNKNOWN = 0.5

/**
 * Whether the latest figure of a row may not be told as one: an average that lies outside the range it could have, or of which
 * more than half is not known.
 */
export function isUnreliable(row: DraftRow): boolean {
  const { value, denominator, unknown } = latestOf(row)
  if (row.about.kind !== 'average' || value === null || denominator === null) return false
  const low = doubtOf(row)?.low ?? null
  return (low !== null && low > value) || unknown / (denominator + unknown) > MOST_UNKNOWN
}

/**
 * A row as it may be told: an unreliable one keeps its numbers, for what is not known is said from them, and has no value in any
 * period, so no change, colour or trend, and no direction. The series for analysts stays as it is.
 */
export function asReliable(row: DraftRow): DraftRow {
  if (!isUnreliable(row)) return row
  const figures = row.figures.map(figure =>
    figure.state === 'measured' ? { ...figure, value: null, state: 'unreliable' as const, reason: null } : figure,
  )
  return { ...row, figures, signal: null }
}
