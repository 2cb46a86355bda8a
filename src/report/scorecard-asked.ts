import { type Day, monthEnd } from '../kit/day.ts'
import { monthsBefore } from '../kit/period.ts'
import { findMeasure, type MeasureDefinition, mustKnowCare, type Session } from '../measures/measures.ts'
import type { ScorecardRow } from './scorecard-file.ts'

/** The measure of a row; null where none is built yet. */
export const measureOf = (session: Session, row: ScorecardRow): MeasureDefinition | null =>
  findMeasure(session.measures, row.measure ?? row.catalogue)

/** The last month end of which it is known who is in care. Throws HEARTH-1409. */
export function lastMonthEnd(session: Session, authority: string): Day {
  const { last } = mustKnowCare(session.holdingsOf(authority))
  return monthEnd(last) === last ? last : monthEnd(monthsBefore(last, 1))
}
