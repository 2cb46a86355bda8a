import type { Period } from '../kit/period.ts'
import { type Point, type QueriedMeasure, type Session, series, sourcesUsed } from '../measures/measures.ts'
import { countedOnce } from './pictures.ts'

/** How far back a signal looks: two years and the month before. */
export const MONTHS = 25

/** Of periods those fed by the same sources as the last, from the last change on: a change of source is a break in the series. */
export async function sinceBreak(
  session: Session,
  measure: QueriedMeasure,
  periods: readonly Period[],
  authority: string,
): Promise<readonly Period[]> {
  const used = await Promise.all(
    periods.map(async period => (await sourcesUsed(session, measure, authority, period)).join()),
  )
  const breakAt = used.findLastIndex(sources => sources !== used.at(-1))
  return periods.slice(breakAt + 1)
}

/** Figures of the whole, oldest first; those of one picture count once. */
export async function wholes(
  session: Session,
  measure: QueriedMeasure,
  periods: readonly Period[],
  authority: string,
): Promise<readonly Point[]> {
  return countedOnce((await series(session, { measure, periods, authority })).filter(({ slice }) => slice === null))
}
