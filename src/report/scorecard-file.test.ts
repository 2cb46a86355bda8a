import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readScorecard } from './scorecard-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-scorecard-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const read = (within: string): unknown => {
  const file = join(folder, 'ours.yaml')
  const rows = `[{catalogue: LOC-01, measure: in-homes}, {catalogue: LOC-02, measure: in-homes-of-others, within: ${within}}]`
  writeFileSync(file, `title: Ours\nthemes: [{id: a, title: A, rows: ${rows}}]\n`)
  return readScorecard(file)
}

describe('a row within another', () => {
  it('names a measure of the scorecard', () => expect(read('in-homes')).toMatchObject({ title: 'Ours' }))
  it('is refused where no row measures it: the difference would go unprotected', () => {
    expect(() => read('in-home')).toThrow('LOC-02 is within "in-home", which no row measures. Did you mean "in-homes"?')
  })
})
