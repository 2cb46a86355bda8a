import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type JudgedRow, judgeCases, openForRules } from '../../src/checks/examples.ts'
import { examplesFile } from '../../src/definitions/examples.ts'
import { type RuleDefinition, readRules } from '../../src/definitions/rule.ts'
import { readRuleExamples } from '../../src/definitions/rule-examples.ts'
import { evenly, inRow, type NearMiss, nearMissesOf } from './near-misses.ts'

const rules = [...readRules(fileURLToPath(new URL('../../rules/ssda903/', import.meta.url))).values()]

/** Codes tried in a cell; and near misses tried of a rule by the row itself, and by other rows of the child. */
const CODES = 3
const TRIED = 32
const EVERY = Number.POSITIVE_INFINITY

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
const given = 'what is wrong is that something is given, whatever it is'
/** Rules that only a blank clears. */
const byABlank: Readonly<Record<string, string>> = {
  134: given,
  '197a': given,
  215: given,
  525: 'what is wrong is that an end of the decision and an adoption are both given, whatever they are',
  628: given,
}

/** Near misses of a rule with so many codes tried in a cell, by the row itself and by other rows of the child. */
const tried = (rule: RuleDefinition, codes: number, most: number): readonly NearMiss[] => {
  const all = readRuleExamples(examplesFile(rule.file)).examples.flatMap(example =>
    nearMissesOf({ rule, example }, codes),
  )
  return [
    ...evenly(all.filter(inRow), most),
    ...evenly(
      all.filter(one => !inRow(one)),
      most,
    ),
  ]
}

const clears = ({ got }: JudgedRow<NearMiss>): boolean => got === undefined
const notABlank = ({ change }: JudgedRow<NearMiss>): boolean => change.to !== undefined

describe('one cell from a row that is at fault', () => {
  const came = new Map<string, JudgedRow<NearMiss>[]>()
  const of = (code: string): readonly JudgedRow<NearMiss>[] => came.get(code) ?? []
  const failures: unknown[] = []
  beforeAll(async () => {
    const engine = await openForRules()
    const judge = async (nearMisses: readonly NearMiss[]): Promise<void> => {
      const alone = nearMisses.filter(({ rule }) => amongChildren.has(rule.code))
      const together = nearMisses.filter(({ rule }) => !amongChildren.has(rule.code))
      for (const some of [together, ...alone.map(one => [one])]) {
        const judged = await judgeCases(engine, some)
        failures.push(...judged.failures)
        for (const row of judged.rows)
          if (row.table === row.found.table && row.n === row.found.n)
            came.set(row.rule.code, [...of(row.rule.code), row])
      }
    }
    await judge(rules.flatMap(rule => tried(rule, CODES, TRIED)))
    // What the sample did not clear is tried in full: the sample may have passed over the one cell that matters.
    const left = rules.filter(({ code }) => !of(code).some(row => clears(row) && notABlank(row)))
    await judge(left.flatMap(rule => tried(rule, EVERY, EVERY)))
    engine.close()
  })

  it('every rule still runs', () => {
    expect(failures).toEqual([])
  })
  it.each(rules.filter(({ code }) => !(code in notByACell || code in byABlank)))(
    '$code does not find a row, and judges it, by something else in a cell than a blank',
    ({ code }) => {
      expect(of(code).filter(row => clears(row) && notABlank(row)).length).toBeGreaterThan(0)
    },
  )
  it.each(Object.entries(byABlank))('%s is cleared by a blank alone: %s', code => {
    expect(of(code).filter(clears).length).toBeGreaterThan(0)
    expect(of(code).filter(row => clears(row) && notABlank(row))).toEqual([])
  })
  it.each(Object.entries(notByACell))('%s finds the row whatever a cell says: %s', code => {
    expect(of(code).filter(clears)).toEqual([])
  })
})
