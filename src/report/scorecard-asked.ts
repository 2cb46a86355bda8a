import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, monthEnd } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { monthsBefore } from '../kit/period.ts'
import { didYouMean } from '../kit/text.ts'
import { findMeasure, type MeasureDefinition, mustKnowCare, type Session } from '../measures/measures.ts'
import { readScorecard, type ScorecardFile, type ScorecardRow } from './scorecard-file.ts'

/** The scorecard shown where none is named. */
export const DEFAULT_SCORECARD = 'corporate-parenting'

/** The scorecard of a name, from the first folder that has one. Throws HEARTH-1211. */
export function findScorecard(folders: readonly string[], name: string): ScorecardFile {
  const found = folders.map(folder => join(folder, `${name}.yaml`)).find(file => existsSync(file))
  if (found) return readScorecard(found)
  const known = folders
    .filter(existsSync)
    .flatMap(folder => readdirSync(folder))
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.slice(0, -5))
  throw new UserError(
    'HEARTH-1211',
    `There is no scorecard "${name}".${didYouMean(name, known)}`,
    `The scorecards are: ${known.join(', ')}.`,
  )
}

/** The measure of a row; null where none is built yet. */
export const measureOf = (session: Session, row: ScorecardRow): MeasureDefinition | null =>
  findMeasure(session.measures, row.measure ?? row.catalogue)

/** The last month end of which it is known who is in care. Throws HEARTH-1409. */
export function lastMonthEnd(session: Session, authority: string): Day {
  const { last } = mustKnowCare(session.holdingsOf(authority))
  return monthEnd(last) === last ? last : monthEnd(monthsBefore(last, 1))
}
