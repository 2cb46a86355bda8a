import { type ExampleRow, examplesFile } from '../definitions/examples.ts'
import { inForce, type RuleDefinition } from '../definitions/rule.ts'
import { expectations, type RuleExample, readRuleExamples } from '../definitions/rule-examples.ts'
import { Engine } from '../engine/engine.ts'
import { UserError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import { makeMacros, type ReturnedTable, readSettings, returnNames } from '../model/model.ts'
import { collectionOf } from './collection.ts'
import { givenColumns, loadRows, type RowTables } from './example-rows.ts'
import { type Present, sayWhyNotRun } from './not-run.ts'
import { prepareRules } from './prepare.ts'
import { firstId, makeRuleTables, returnedTables, ruleTable, tableOfId } from './rule-tables.ts'
import { runRules } from './run-rules.ts'

/** What came of the worked examples of one rule: nothing wrong, or sentences that say what differed and where. */
export type RuleExampleResult = { readonly code: string; readonly wrong: readonly string[] }

/** An engine ready for rules. The caller closes it. */
export async function openForRules(): Promise<Engine> {
  const engine = await Engine.open({ threads: 1 })
  await makeMacros(engine, readSettings())
  await makeRuleTables(engine)
  return engine
}

/** The tables that rows were given for. */
export const presentIn = (tables: RowTables): Present => {
  const there = (lastYear: boolean): Present['tables'] =>
    new Set(
      returnedTables.filter(table => tables[ruleTable(table, lastYear)] !== undefined).map(table => returnNames[table]),
    )
  return { tables: there(false), last: there(true), providers: tables.provider !== undefined, postcodes: true }
}

/**
 * Runs the worked examples of rules: every row marked `fault` must be found, every row marked `unknown` must be one that cannot be
 * judged, and no other. Examples of one year and council are checked as one return, in which children of different examples never
 * meet; a rule that does not come out is tried again by itself, for some look across children. Also says what examples do not show.
 */
export async function runRuleExamples(
  engine: Engine,
  rules: readonly RuleDefinition[],
): Promise<readonly RuleExampleResult[]> {
  const read = rules.map(readCases)
  const together = await runCases(
    engine,
    read.flatMap(({ cases }) => cases),
  )
  const results: RuleExampleResult[] = []
  for (const { rule, cases, wrong } of read) {
    const found = together.get(rule.code) ?? []
    const alone = found.length ? ((await runCases(engine, cases)).get(rule.code) ?? []) : []
    results.push({ code: rule.code, wrong: [...wrong, ...alone] })
  }
  return results
}

/** One worked example of a rule. */
export type Case = { readonly rule: RuleDefinition; readonly example: RuleExample }

/** The examples of a rule, and what is wrong with them before anything runs. */
function readCases(rule: RuleDefinition): {
  readonly rule: RuleDefinition
  readonly cases: readonly Case[]
  readonly wrong: readonly string[]
} {
  try {
    const { examples, neverUnknown } = readRuleExamples(examplesFile(rule.file))
    const faulty = examples.map(example => [...unknownColumns(example), ...notGiven(rule, example)])
    return {
      rule,
      cases: examples.flatMap((example, i) => (faulty[i]?.length ? [] : [{ rule, example }])),
      wrong: [...notShown(rule, examples, neverUnknown), ...faulty.flat()],
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { rule, cases: [], wrong: [`${error.where.line ?? 1}: ${error.message}`] }
  }
}

/** Tables without which the rule does not run and that an example does not give. */
function notGiven(rule: RuleDefinition, { line, tables }: RuleExample): readonly string[] {
  const { tables: now, last, providers } = presentIn(tables)
  return [
    ...rule.tables
      .filter(name => !now.has(name))
      .map(name => `${line}: it gives no ${name}, without which the rule does not run`),
    ...rule.last
      .filter(name => !last.has(name))
      .map(name => `${line}: it gives no ${name} of last year, without which the rule does not run`),
    ...(rule.needs.includes('providers') && !providers
      ? [`${line}: it gives no provider, without which the rule does not run`]
      : []),
  ]
}

const marksIn = (example: RuleExample): readonly (string | undefined)[] =>
  Object.entries(example.tables).flatMap(([name, rows]) =>
    name.endsWith('_last') || name === 'provider' ? [] : rows.map(({ expect }) => expect),
  )

/** What a rule's examples must show: a fault, a near miss, a row that cannot be judged (or why there is none), and each form. */
function notShown(
  rule: RuleDefinition,
  examples: readonly RuleExample[],
  neverUnknown: string | null,
): readonly string[] {
  const marks = examples.flatMap(marksIn)
  const years = new Set(examples.filter(({ year }) => inForce(rule, year)).map(({ year }) => year))
  const outside = examples.find(({ year }) => !inForce(rule, year))
  return [
    ...(marks.includes('fault') ? [] : ['no example shows a fault']),
    ...(marks.includes(undefined) ? [] : ['no example shows a row that must not be found']),
    ...(marks.includes('unknown') || neverUnknown
      ? []
      : ['no example shows a row that cannot be judged, and never_unknown does not say why']),
    ...(outside ? [`${outside.line}: the rule is not in force in the year of this example`] : []),
    ...rule.forms.flatMap(({ from }) =>
      [...years].some(year => year < from) && [...years].some(year => year >= from)
        ? []
        : [`its form changed in the collection that ends in ${from}, and no example is on each side of it`],
    ),
  ]
}

const EVERYTHING: Present = {
  tables: new Set(Object.values(returnNames)),
  last: new Set(Object.values(returnNames)),
  providers: true,
  postcodes: true,
}

/** What differs from what examples say, by rule. */
async function runCases(engine: Engine, cases: readonly Case[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows, failures } = await judgeCases(engine, cases)
  const wrong = [
    ...failures,
    ...rows.flatMap(({ rule, example, table, n, got }): readonly (readonly [code: string, says: string])[] => {
      const expect = example.tables[table]?.[n]?.expect
      return got === expect
        ? []
        : [
            [
              rule.code,
              `${example.line}: "${example.title}": row ${n + 1} of ${table} came out as ${got ?? 'no fault'}, and should be ${expect ?? 'no fault'}`,
            ],
          ]
    }),
  ]
  return new Map([...Map.groupBy(wrong, ([code]) => code)].map(([code, own]) => [code, own.map(([, says]) => says)]))
}

/** A row of this year in a worked example: the `n`th of its table, from 0. */
type CaseRow<C extends Case> = C & { readonly table: ReturnedTable; readonly n: number }
/** What its rule made of it; undefined where it is neither at fault nor one that cannot be judged. */
export type JudgedRow<C extends Case> = CaseRow<C> & { readonly got: 'fault' | 'unknown' | undefined }
/** What came of worked examples: of each row, and of rules that did not run or found what is no row of the return. */
export type JudgedCases<C extends Case> = {
  readonly rows: readonly JudgedRow<C>[]
  readonly failures: readonly (readonly [code: string, says: string])[]
}

/** Judges worked examples, those of one year and council as one return. */
export async function judgeCases<C extends Case>(engine: Engine, cases: readonly C[]): Promise<JudgedCases<C>> {
  const groups = Map.groupBy(cases, ({ example: { year, asAt, authority, format, tables } }) =>
    JSON.stringify([year, asAt, authority, format, tables.provider]),
  )
  const judged: JudgedCases<C>[] = []
  for (const group of groups.values()) judged.push(await judgeGroup(engine, group))
  return { rows: judged.flatMap(({ rows }) => rows), failures: judged.flatMap(({ failures }) => failures) }
}

async function judgeGroup<C extends Case>(engine: Engine, group: readonly C[]): Promise<JudgedCases<C>> {
  const [first] = group
  if (!first) return { rows: [], failures: [] }
  const { tables, rows } = asOneReturn(group)
  await loadRows(engine, tables)
  const { year, asAt, authority, format } = first.example
  const collection = collectionOf(year, { ...(asAt === null ? {} : { asAt }), authority, format })
  await prepareRules(engine, collection)
  const rules = [...new Set(group.map(({ rule }) => rule))]
  const rowsOf = Map.groupBy(rows, ([, { rule }]) => rule.code)
  const judged = (await runRules(engine, rules, collection, EVERYTHING)).map((run): JudgedCases<C> => {
    if (run.kind === 'not run') return { rows: [], failures: [[run.code, `it did not run: ${sayWhyNotRun(run.why)}`]] }
    const came = new Map([
      ...run.unjudged.map(({ id }) => [id, 'unknown'] as const),
      ...run.found.map(id => [id, 'fault'] as const),
    ])
    const stray = [...came.keys()].filter(id => tableOfId(id) === null)
    return {
      rows: (rowsOf.get(run.code) ?? []).map(([id, row]) => ({ ...row, got: came.get(id) })),
      failures: stray.length
        ? [[run.code, `it finds rows of last year, or ids that are no rows: ${stray.join(', ')}`]]
        : [],
    }
  })
  return { rows: judged.flatMap(one => one.rows), failures: judged.flatMap(({ failures }) => failures) }
}

/** The rows of many examples as one return: children of each have names of their own. */
function asOneReturn<C extends Case>(
  group: readonly C[],
): {
  readonly tables: RowTables
  readonly rows: readonly (readonly [id: number, CaseRow<C>])[]
} {
  const tables: Record<string, ExampleRow[]> = {}
  const checked: (readonly [number, CaseRow<C>])[] = []
  for (const [i, one] of group.entries()) {
    const { example } = one
    for (const [name, rows] of Object.entries(example.tables)) {
      const table = name.replace(/_last$/, '') as ReturnedTable
      const into = tables[name] ?? []
      tables[name] = into
      if (name === 'provider') {
        // Alike in every example of the group.
        if (into.length === 0) into.push(...rows)
        continue
      }
      const asylum = new Set(example.tables[name.replace('header', 'uasc')]?.map(({ child }) => child))
      const said = rows.some(({ uasc }) => uasc !== undefined)
      for (const [n, row] of rows.entries()) {
        if (!name.endsWith('_last')) checked.push([firstId(table, false) + into.length, { ...one, table, n }])
        into.push({
          ...row,
          ...(row.child === undefined ? {} : { child: `X${i}Y${row.child}` }),
          ...(table === 'header' && !said ? { uasc: asylum.has(row.child ?? '') ? '1' : '0' } : {}),
        })
      }
    }
  }
  return { tables, rows: checked }
}

function unknownColumns(example: RuleExample): readonly string[] {
  const provider = ['urn', 'name', 'postcode', 'place_codes', 'provider_codes', 'reg_end', 'la']
  return Object.entries(example.tables).flatMap(([name, rows]) => {
    const known =
      name === 'provider' ? provider : ['expect', ...givenColumns(name.replace(/_last$/, '') as ReturnedTable)]
    const columns = new Set(rows.flatMap(row => Object.keys(row)))
    const strange = [...columns].filter(column => !known.includes(column))
    const odd = rows.flatMap(({ expect }) =>
      expect === undefined || expectations.some(known => known === expect) ? [] : [expect],
    )
    return [
      ...strange.map(column => `${example.line}: ${name} has no column ${column}.${didYouMean(column, known)}`),
      ...odd.map(
        expect => `${example.line}: expect says "${expect}"; write ${expectations.join(' or ')}, or leave it blank`,
      ),
    ]
  })
}
