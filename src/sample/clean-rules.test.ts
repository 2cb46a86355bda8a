import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CheckReport } from '../checks/check.ts'
import { sayWhyNotRun } from '../checks/not-run.ts'
import { checkFiles } from '../cli/checked.ts'
import { day } from '../kit/day.ts'
import { writeSample } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'sample-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(async () => {
  const toDate = day('2026-10-31')
  await writeSample({ to: folder, children: 60, years: 5, authorities: 1, toDate, seed: 1, faults: 0, xml: true })
})

/** What a return on its own cannot be asked: everything else has to run. */
const NOT_RUN: readonly RegExp[] = [
  // A synthetic council has none of Ofsted's lists.
  /^no provider list given$/,
  // The first return has none before it; deprivation of liberty orders came with 2026-27.
  /^no \w+ table of last year given$/,
  // The part year.
  /^it cannot be due before 31 March 2027$/,
  /^no OC2 table given$/,
]
/** Care leavers of 18 and over: two years' returns do not hold the care that made them so. */
const NOT_TOLD: ReadonlySet<string> = new Set(['1001', '1002'])

const check = async (year: string, last: string | null, form: 'csv' | 'xml'): Promise<CheckReport> => {
  const at = (name: string): string =>
    form === 'csv' ? join(folder, name) : join(folder, 'xml', `${name}${name === '2026-27' ? '_2026-10-31' : ''}.xml`)
  const { report } = await checkFiles(
    join(folder, 'no home'),
    [at(year), join(folder, 'reference', 'postcodes.csv')],
    {
      authority: 'E06990001',
      ...(last === null ? {} : { last: at(last) }),
      ...(year === '2026-27' ? { asAt: '2026-10-31' } : {}),
    },
    { fixes: false, cells: false },
  )
  return report
}

test.each([
  ['2022-23', null, 'csv'],
  ['2023-24', '2022-23', 'csv'],
  ['2024-25', '2023-24', 'csv'],
  ['2025-26', '2024-25', 'xml'],
  ['2026-27', '2025-26', 'csv'],
] as const)('a council without faults passes in %s, after %s, as %s', async (year, last, form) => {
  const { found, unjudged, notRun, run } = await check(year, last, form)
  expect(found.map(({ rule, table, child }) => ({ rule, table, child }))).toEqual([])
  expect(unjudged.filter(({ rule }) => !NOT_TOLD.has(rule))).toEqual([])
  expect(notRun.filter(({ why }) => !NOT_RUN.some(known => known.test(sayWhyNotRun(why))))).toEqual([])
  expect(run.length).toBeGreaterThan(240)
})
