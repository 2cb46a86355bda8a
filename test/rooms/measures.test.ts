import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examplesFile, readExamples } from '../../src/definitions/examples.ts'
import { readMeasures } from '../../src/definitions/measure.ts'
import { day } from '../../src/kit/day.ts'
import { periodEnding } from '../../src/kit/period.ts'
import {
  checkDefinition,
  type ExampleResult,
  emptySession,
  isQueried,
  runExamples,
  type Session,
} from '../../src/measures/measures.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'measures')
const measures = readMeasures(folder)
const queried = [...measures.values()].filter(isQueried)
const each = [...measures.values()].map(measure => [`${measure.theme}/${measure.id}`, measure] as const)

let results: ReadonlyMap<string, readonly ExampleResult[]>
let session: Session
/** How each query would be run, asked in one go: what stands behind a period is made once for all. */
let plans: ReadonlyMap<string, string>
beforeAll(async () => {
  session = await emptySession(measures)
  plans = await session.during([periodEnding('month', day('2020-03-31'))], async () => {
    const found = new Map<string, string>()
    for (const { id, sql } of queried) found.set(id, JSON.stringify(await session.engine.rows(`explain ${sql}`)))
    return found
  })
  results = Map.groupBy(await runExamples(measures), ({ measure }) => measure)
}, 1_200_000)
afterAll(() => session.engine.close())

describe('every measure', () => {
  it.each(each)('%s has a sound query, and its worked examples hold', async (_, measure) => {
    await checkDefinition(session, measure)
    const own = results.get(measure.id) ?? []
    expect(own.flatMap(({ title, wrong }) => wrong.map(line => `${title}: ${line}`))).toEqual([])
    expect(own.length).toBeGreaterThan(0)
  })
  it.each(each)('%s shows an exclusion, a boundary, an unknown and an empty group', (_, measure) =>
    expect(readExamples(examplesFile(measure.file)).missingKinds).toEqual([]),
  )
  // A left join on a condition that no hash join can bear sets every row against every row: an hour for the country.
  it.each(queried.map(({ id }) => id))('%s sets no table row by row against another', id =>
    expect(plans.get(id)).toMatch(/^(?!.*BLOCKWISE_NL_JOIN)/s),
  )
  it('has a catalogue reference of its own', () => {
    const twice = Map.groupBy(measures.values(), ({ catalogue }) => catalogue)
    expect([...twice].filter(([, list]) => list.length > 1).map(([reference]) => reference)).toEqual([])
  })
})
