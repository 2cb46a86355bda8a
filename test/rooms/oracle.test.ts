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

// The oracle reads the council's files, shares no code with src/, and was written from the catalogue without sight of the queries.
const folder = mkdtempSync(join(tmpdir(), 'hearth-oracle-'))
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
  })
  await importInto(home, [...summary.years.map(year => join(files, year)), join(files, 'reference')], {})
  const open = await openHome(home)
  found = await compare(open.session, files, endsBefore('month', toDate, 43))
  await open.close()
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a council with faults, measured twice', () => {
  it('has no figure on which the oracle and the measures differ', () => {
    expect(found.disagreements.slice(0, 20)).toEqual([])
  })
  it('was compared over every month and measure that both give', () => {
    expect(found.compared.size).toBeGreaterThanOrEqual(153)
    expect(found.agreed).toBeGreaterThan(10_000)
  })
})
