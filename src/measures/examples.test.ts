import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMeasures } from '../definitions/measure.ts'
import { type ExampleResult, runExamples } from './examples.ts'
import { starter } from './starter.ts'

const folder = mkdtempSync(join(tmpdir(), 'examples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Examples that each hold but for one thing, which their title names. */
const wrong = (title: string, episodes: string, expected: string): string =>
  `  - title: ${title}\n    shows: other\n    episodes: |\n${episodes
    .split('\n')
    .map(line => `      ${line}\n`)
    .join('')}    expect: ${expected}\n`
const two = 'child | decom | place\nA | 2025-05-01 | K2\nB | 2025-05-01 | U6'
const faulty = [
  wrong('numerator', two, '{numerator: 2}'),
  wrong('denominator', two, '{denominator: 3}'),
  wrong('counted', two, '{counted: [A, B]}'),
  wrong('one too few', two, '{counted: []}'),
  wrong('not counted', two, '{not counted: [A]}'),
  wrong('unknown', two, '{unknown: [A]}'),
  wrong('out', two, '{out: [B]}'),
  wrong('state', two, '{state: no one in scope}'),
  wrong('value', two, '{value: 0.4}'),
  wrong('slices', two, '{slices: {placement_group: {residential: 2}}}'),
  wrong('column', 'child | decmo\nA | 2025-05-01', '{numerator: 0}'),
  wrong('day', 'child | decom\nA | 2025-02-30', '{numerator: 0}'),
].join('')

let results: readonly ExampleResult[] = []
beforeAll(async () => {
  const theme = join(folder, 'placements')
  mkdirSync(theme)
  const text = starter('Children in homes')
  writeFileSync(join(theme, 'sound.sql'), text.sql)
  writeFileSync(join(theme, 'sound.examples.yaml'), text.examples)
  writeFileSync(join(theme, 'faulty.sql'), text.sql)
  writeFileSync(join(theme, 'faulty.examples.yaml'), `at: 2026-03-31\nexamples:\n${faulty}`)
  writeFileSync(join(theme, 'broken.sql'), text.sql.replace('from in_care_at', 'from nowhere'))
  writeFileSync(join(theme, 'broken.examples.yaml'), text.examples)
  results = await runExamples(readMeasures(folder))
})
const wrongOf = (title: string) => results.find(result => result.measure === 'faulty' && result.title === title)?.wrong

describe('worked examples', () => {
  it('of a measure just started all hold', () =>
    expect(results.filter(({ measure }) => measure === 'sound').map(({ wrong }) => wrong)).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]))
  it.each([
    ['numerator', 'numerator: expected 2, found 1'],
    ['denominator', 'denominator: expected 3, found 2'],
    ['counted', 'counted: expected [A, B], found [A]'],
    ['one too few', 'counted: expected [], found [A]'],
    ['not counted', 'not counted: expected [A], found [B]'],
    ['unknown', 'unknown: expected [A], found []'],
    ['out', 'B should be left out of the population'],
    ['state', 'state: expected no one in scope, found measured'],
    ['value', 'value: expected 0.4, found 0.5'],
    ['slices', 'slice placement_group=residential: expected 2, found 1'],
  ])('with a wrong %s do not hold, and say what was found', (title, says) => expect(wrongOf(title)).toEqual([says]))
  it('with a column or day that is not one are refused, by file and line', () => {
    expect(wrongOf('column')?.[0]).toMatch(/^faulty\.examples\.yaml:\d+: .*no column "decmo"\. Did you mean "decom"\?/)
    expect(wrongOf('day')?.[0]).toContain('decom is "2025-02-30", which is not a day')
  })
  it('of a measure that does not run say so, and the others still run', () =>
    expect(results.filter(({ measure }) => measure === 'broken').map(({ wrong }) => wrong[0])).toEqual([
      expect.stringMatching(/^broken\.sql:18: The query does not run: .*nowhere/),
    ]))
})
