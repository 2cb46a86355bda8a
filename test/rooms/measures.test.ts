import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examplesFile, readExamples } from '../../src/definitions/examples.ts'
import { readMeasures } from '../../src/definitions/measure.ts'
import { readNotBuilt } from '../../src/definitions/not-built.ts'
import { day } from '../../src/kit/day.ts'
import { periodEnding } from '../../src/kit/period.ts'
import {
  checkDefinition,
  type ExampleResult,
  emptySession,
  findMeasure,
  isQueried,
  runExamples,
  type Session,
} from '../../src/measures/measures.ts'
import { readScorecard } from '../../src/report/scorecard-file.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'measures')
const measures = readMeasures(folder)
const queried = [...measures.values()].filter(isQueried)
const each = [...measures.values()].map(measure => [`${measure.theme}/${measure.id}`, measure] as const)

let results: ReadonlyMap<string, readonly ExampleResult[]>
let session: Session
beforeAll(async () => {
  session = await emptySession(measures)
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
  it.each(queried.map(one => [one.id, one] as const))('%s sets no table row by row against another', (_, { sql }) =>
    session.during([periodEnding('month', day('2020-03-31'))], async () =>
      expect(JSON.stringify(await session.engine.rows(`explain ${sql}`))).not.toContain('BLOCKWISE_NL_JOIN'),
    ),
  )
  it('has a catalogue reference of its own', () => {
    const twice = Map.groupBy(measures.values(), ({ catalogue }) => catalogue)
    expect([...twice].filter(([, list]) => list.length > 1).map(([reference]) => reference)).toEqual([])
  })
})

describe('the catalogue', () => {
  it('is all there: each of its 164 indicators has a measure or a reason why not', () => {
    const listed = readNotBuilt(folder).map(({ catalogue }) => catalogue)
    expect(new Set(listed).size).toBe(listed.length)
    const indicators = [...listed, ...[...measures.values()].map(({ catalogue }) => catalogue)].map(
      reference => reference.split(':')[0],
    )
    expect(new Set(indicators).size).toBe(164)
  })
  it('has a place on the list for every measure: no reference is one that the catalogue does not have', () => {
    const listed = new Set(readNotBuilt(folder).map(({ catalogue }) => catalogue))
    expect(
      [...measures.values()]
        // The age parts of a part, and the number behind a share, are the catalogue's by its general rules (4.12).
        .map(({ catalogue }) => catalogue.replace(/(:\w+):age_\d+_\d+$/, '$1').replace(/:number$/, ''))
        .filter(reference => !listed.has(reference)),
    ).toEqual([])
  })
  it('is where every row of the scorecard comes from, CP1 to CP26', () => {
    const rows = readScorecard(join(root, 'scorecards/corporate-parenting.yaml')).themes.flatMap(({ rows }) => rows)
    expect(new Set(rows.map(({ number }) => number))).toEqual(
      new Set(Array.from({ length: 26 }, (_, i) => `CP${i + 1}`)),
    )
    const listed = new Set(readNotBuilt(folder).map(({ catalogue }) => catalogue))
    for (const { number, measure, catalogue } of rows) {
      if (measure) expect(findMeasure(measures, measure)?.catalogue, String(number)).toBe(catalogue)
      else expect(listed.has(catalogue) && findMeasure(measures, catalogue) === null, String(number)).toBe(true)
    }
  })
})
