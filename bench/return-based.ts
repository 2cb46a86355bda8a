import type { QueriedMeasure } from '../src/definitions/measure.ts'
import { isQueried, type Session } from '../src/measures/measures.ts'
import { needsBehind } from '../src/measures/state.ts'
import { isReturned } from '../src/model/facts.ts'

const BESIDE: ReadonlySet<string> = new Set(['postcodes', 'population'])

/** The measures that the return can feed by itself, with postcodes and population: each of their needs has a table of it. */
export async function returnBased(session: Session): Promise<readonly QueriedMeasure[]> {
  const found = []
  for (const measure of session.measures.values()) {
    if (!isQueried(measure)) continue
    const needs = await needsBehind(session, measure)
    if (needs.every(need => need.some(source => isReturned(source) || BESIDE.has(source)))) found.push(measure)
  }
  return found
}
