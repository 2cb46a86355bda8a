import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readMeasures } from '../../src/definitions/measure.ts'
import { readNotBuilt } from '../../src/definitions/not-built.ts'
import { findMeasure } from '../../src/measures/measures.ts'
import { readScorecard } from '../../src/report/scorecard-file.ts'

const root = join(import.meta.dirname, '../..')
const measures = readMeasures(join(root, 'measures'))
const listed = readNotBuilt(join(root, 'measures')).map(({ catalogue }) => catalogue)
const references = Object.values(
  parse(readFileSync(join(import.meta.dirname, 'catalogue.yaml'), 'utf8')) as Readonly<Record<string, string[]>>,
).flat()

describe('the catalogue', () => {
  it('is all there: each reference of its 164 indicators has a measure or a reason why not, never both', () => {
    expect(new Set(references.map(reference => reference.split(':')[0])).size).toBe(164)
    const built = [...measures.values()].map(({ catalogue }) => catalogue)
    expect(references.filter(one => !built.includes(one)).sort()).toEqual([...listed].sort())
    expect(listed.filter(one => built.includes(one))).toEqual([])
  })
  it('has a place for every measure: no reference is one that the catalogue does not have', () => {
    expect(
      [...measures.values()]
        // The age parts of a part, and the number behind a share, are the catalogue's by its general rules (4.12).
        .map(({ catalogue }) => catalogue.replace(/(:\w+):age_\d+_\d+$/, '$1').replace(/:number$/, ''))
        .filter(reference => !references.includes(reference)),
    ).toEqual([])
  })
  it('is where every row of the scorecard comes from, CP1 to CP26', () => {
    const rows = readScorecard(join(root, 'scorecards/corporate-parenting.yaml')).themes.flatMap(({ rows }) => rows)
    expect(new Set(rows.map(({ number }) => number))).toEqual(
      new Set(Array.from({ length: 26 }, (_, i) => `CP${i + 1}`)),
    )
    for (const { number, measure, catalogue } of rows) {
      if (measure) expect(findMeasure(measures, measure)?.catalogue, String(number)).toBe(catalogue)
      else expect(listed.includes(catalogue) && findMeasure(measures, catalogue) === null, String(number)).toBe(true)
    }
  })
})
