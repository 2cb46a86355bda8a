import type { Point } from './point.ts'
import type { ReadQuery } from './query.ts'
import { measureNamed, type Session } from './session.ts'

/** What no child is in: budget lines, a census's numbers of pupils. */
const OF_NOBODY: ReadonlySet<string> = new Set(['budget_line', 'reference.population', 'period'])

/** Whether a sum is of nobody, since all that its query reads is: the one row of a budget line is no one child. */
export const sumOfNobody = ({ measure, relations }: Pick<ReadQuery, 'measure' | 'relations'>): boolean =>
  measure.kind === 'total' && relations.every(name => OF_NOBODY.has(name))

/**
 * The counts of people that a figure tells of: of a share all three of its group, of a mean and a sum how many they are over,
 * never the amounts. A figure made from others has those of its parts.
 */
export function countsBehind(session: Pick<Session, 'measures'>, point: Point): readonly number[] {
  if (point.behind) return point.behind
  const { kind } = measureNamed(session, point.measure)
  const { numerator, denominator } = point
  const counts =
    kind === 'proportion' && numerator !== null && denominator !== null
      ? [numerator, denominator, denominator - numerator]
      : [kind === 'average' || kind === 'total' ? denominator : numerator]
  return counts.filter(n => n !== null)
}
