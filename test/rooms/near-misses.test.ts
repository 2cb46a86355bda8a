import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type JudgedRow, judgeCases, openForRules } from '../../src/checks/examples.ts'
import { examplesFile } from '../../src/definitions/examples.ts'
import { readRules } from '../../src/definitions/rule.ts'
import { readRuleExamples } from '../../src/definitions/rule-examples.ts'
import { evenly, inRow, type NearMiss, nearMissesOf } from './near-misses.ts'

const rules = [...readRules(fileURLToPath(new URL('../../rules/ssda903/', import.meta.url))).values()]

/** Codes tried in a cell; and near misses tried of a rule by the row itself, and by other rows of the child. */
const CODES = 3
const TRIED = 32

/** Rules that hold children against each other: copies of a child would find each other. */
const amongChildren: ReadonlySet<string> = new Set(['444'])

const missing = 'what is missing is a row of another table'
const tooMany = 'what is wrong is a second row, whatever it says'
/** Rules that nothing in one cell clears, the child's id aside. */
const notByACell: Readonly<Record<string, string>> = {
  1002: missing,
  1012: missing,
  EPI: missing,
  ...Object.fromEntries(['01', '02', '03', '04', '05', '06', '07', '08', '09'].map(n => [`INT${n}`, missing])),
  ...Object.fromEntries(['31', '32', '33', '34', '35', '36'].map(n => [`INT${n}`, tooMany])),
}

const nearMisses = rules.flatMap(rule => {
  const all = readRuleExamples(examplesFile(rule.file)).examples.flatMap(example =>
    nearMissesOf({ rule, example }, CODES),
  )
  return [
    ...evenly(all.filter(inRow), TRIED),
    ...evenly(
      all.filter(one => !inRow(one)),
      TRIED,
    ),
  ]
})

describe('one cell from a row that is at fault', () => {
  const came = new Map<string, JudgedRow<NearMiss>[]>()
  const failures: unknown[] = []
  beforeAll(async () => {
    const engine = await openForRules()
    const alone = nearMisses.filter(({ rule }) => amongChildren.has(rule.code))
    const together = nearMisses.filter(({ rule }) => !amongChildren.has(rule.code))
    for (const some of [together, ...alone.map(one => [one])]) {
      const judged = await judgeCases(engine, some)
      failures.push(...judged.failures)
      for (const row of judged.rows)
        if (row.table === row.found.table && row.n === row.found.n)
          came.set(row.rule.code, [...(came.get(row.rule.code) ?? []), row])
    }
    engine.close()
  })

  it('every rule still runs', () => {
    expect(failures).toEqual([])
  })
  it.each(rules.filter(({ code }) => !(code in notByACell)))('$code does not find a row, and judges it', ({ code }) => {
    expect(came.get(code)?.filter(({ got }) => got === undefined).length).toBeGreaterThan(0)
  })
  it.each(Object.entries(notByACell))('%s finds the row whatever a cell says: %s', code => {
    expect(came.get(code)?.filter(({ got }) => got === undefined)).toEqual([])
  })
})
