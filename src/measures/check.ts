import type { MeasureDefinition } from '../definitions/measure.ts'
import { DefinitionError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import { isQueried, memberSql } from './query.ts'
import type { Session } from './session.ts'

/**
 * Looks into a definition whose header has been read: its query gives the columns and slices it must, and the measures it
 * names are there. Throws a DefinitionError with `file:line`.
 */
export async function checkDefinition(session: Session, measure: MeasureDefinition): Promise<void> {
  if (isQueried(measure)) {
    const query = await session.query(measure)
    memberSql(query, query.slices)
    return
  }
  const named = measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [measure.of]
  const missing = named.find(name => !session.measures.has(name))
  if (missing !== undefined)
    throw new DefinitionError(
      'HEARTH-1204',
      `It names a measure "${missing}", which is not there.${didYouMean(missing, session.measures.keys())}`,
      '`hearth measure list` shows the ids.',
      { file: measure.file, line: 1 },
    )
}
