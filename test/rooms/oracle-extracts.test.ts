import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHome } from '../../src/cli/home.ts'
import { importInto } from '../../src/cli/import.ts'
import { day } from '../../src/kit/day.ts'
import { endsBefore } from '../../src/kit/period.ts'
import { writeSample } from '../../src/sample/sample.ts'
import { type Comparison, compare } from '../oracle/compare.ts'
import { extractMeasures as measures } from '../oracle/index.ts'

// A council with its own extracts, the safeguarding dataset and Ofsted's lists beside the return: all that these feed, measured twice.
const folder = mkdtempSync(join(tmpdir(), 'hearth-oracle-extracts-'))
const [files, home] = [join(folder, 'files'), join(folder, 'home')]
let found: Comparison

beforeAll(async () => {
  const toDate = day('2026-10-31')
  const summary = await writeSample({
    to: files,
    children: 70,
    years: 5,
    authorities: 1,
    toDate,
    seed: 20,
    faults: 0.02,
    xml: false,
    extracts: true,
  })
  const besides = ['reference', 'extracts', 'ssd', 'annex-a']
  await importInto(
    home,
    [...summary.years, ...besides].map(one => join(files, one)),
    {},
  )
  const open = await openHome(home)
  found = await compare(open.session, files, endsBefore('month', toDate, 14), measures)
  await open.close()
}, 480_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a council with sources beside the return, measured twice', () => {
  it('has no figure on which the oracle and the measures differ, or that only one of them gives', () => {
    expect(found.disagreements.slice(0, 20)).toEqual([])
  })
  it('was compared over every measure that both give', () => {
    expect([...found.compared].sort()).toEqual(measures.map(({ catalogue }) => catalogue).sort())
  })
})
