import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { openForRules, runRuleExamples } from '../../src/checks/examples.ts'
import { hasColumn, returnedTables } from '../../src/checks/rule-tables.ts'
import { readRules } from '../../src/definitions/rule.ts'

const folder = fileURLToPath(new URL('../../rules/ssda903/', import.meta.url))
const rules = readRules(folder)
const register = parse(readFileSync(`${folder}register.yaml`, 'utf8')) as Readonly<Record<string, readonly string[]>>

/** `2022-23 on`, as a rule's header has it. */
const said = ({ from, to }: { readonly from: number; readonly to: number }): string => {
  const say = (year: number): string => `${year - 1}-${String(year % 100).padStart(2, '0')}`
  return to === Number.POSITIVE_INFINITY
    ? `${say(from)} on`
    : from === to
      ? `${say(from)} only`
      : `${say(from)} to ${say(to)}`
}

describe('the rules of the return', () => {
  const registered = Object.entries(register).flatMap(([years, codes]) => codes.map(code => [code, years] as const))
  it.each(registered)('%s has its file, in force %s', (code, years) => {
    const rule = rules.get(code)
    expect(rule && said(rule.years)).toBe(years)
  })
  it('are all in the register', () => {
    const known = new Set(registered.map(([code]) => code))
    expect([...rules.keys()].filter(code => !known.has(code))).toEqual([])
  })
  it.each([...rules.values()])('$code marks columns that a table has', ({ fields }) => {
    expect(fields.filter(field => !returnedTables.some(table => hasColumn(table, field)))).toEqual([])
  })
})

describe('the worked examples of rule', () => {
  let wrong: ReadonlyMap<string, readonly string[]> = new Map()
  beforeAll(async () => {
    const engine = await openForRules()
    wrong = new Map((await runRuleExamples(engine, [...rules.values()])).map(result => [result.code, result.wrong]))
    engine.close()
  })
  it.each([...rules.keys()])('%s come out', code => {
    expect(wrong.get(code)).toEqual([])
  })
})
