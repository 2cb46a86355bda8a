import { type ExampleRow, examplesFile } from '../definitions/examples.ts'
import { inForce, type RuleDefinition } from '../definitions/rule.ts'
import { expectations, type RuleExample, readRuleExamples } from '../definitions/rule-examples.ts'
import { Engine } from '../engine/engine.ts'
import { UserError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import { makeMacros, type ReturnedTable, readSettings, returnNames } from '../model/model.ts'
import { collectionOf } from './collection.ts'
import { givenColumns, loadRows, type RowTables } from './example-rows.ts'
import { prepareRules } from './prepare.ts'
import { firstId, makeRuleTables, returnedTables, ruleTable, tableOfId } from './rule-tables.ts'
import { type Present, runRules } from './run-rules.ts'

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
 * Runs the worked examples of a rule: every row marked `fault` must be found, every row marked `unknown` must be one that cannot
 * be judged, and no other. Children of different examples never meet. Also says what the examples do not show.
 */
export async function runRuleExamples(engine: Engine, rule: RuleDefinition): Promise<RuleExampleResult> {
  const file = examplesFile(rule.file)
  try {
    const { examples, neverUnknown } = readRuleExamples(file)
    const wrong = [...notShown(rule, examples, neverUnknown)]
    const groups = Map.groupBy(examples, ({ year, asAt, authority, format, tables }) =>
      JSON.stringify([year, asAt, authority, format, Object.keys(tables), tables.provider]),
    )
    for (const group of groups.values()) wrong.push(...(await runTogether(engine, rule, group)))
    return { code: rule.code, wrong }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { code: rule.code, wrong: [`${error.where.line ?? 1}: ${error.message}`] }
  }
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

async function runTogether(
  engine: Engine,
  rule: RuleDefinition,
  group: readonly RuleExample[],
): Promise<readonly string[]> {
  const [first] = group
  if (!first) return []
  const wrong = group.flatMap(unknownColumns)
  if (wrong.length) return wrong
  // Children of each example have names of their own.
  const tables: Record<string, (ExampleRow & { readonly of?: string })[]> = {}
  const marks = new Map<
    number,
    { readonly expect: string | undefined; readonly example: RuleExample; readonly at: string }
  >()
  for (const [i, example] of group.entries())
    for (const [name, rows] of Object.entries(example.tables)) {
      if (name === 'provider') {
        tables[name] = [...rows]
        continue
      }
      const lastYear = name.endsWith('_last')
      const table = name.replace(/_last$/, '') as ReturnedTable
      const into = tables[name] ?? []
      tables[name] = into
      for (const [n, row] of rows.entries()) {
        if (!lastYear)
          marks.set(firstId(table, false) + into.length, {
            expect: row.expect,
            example,
            at: `row ${n + 1} of ${name}`,
          })
        into.push({ ...row, ...(row.child === undefined ? {} : { child: `X${i}Y${row.child}` }) })
      }
    }
  await loadRows(engine, tables)
  const collection = collectionOf(first.year, {
    ...(first.asAt === null ? {} : { asAt: first.asAt }),
    authority: first.authority,
    format: first.format,
  })
  await prepareRules(engine, collection)
  const [run] = await runRules(engine, [rule], collection, presentIn(tables))
  if (!run) return []
  if (run.kind === 'not run') return [`${first.line}: it did not run: ${run.why}`]
  const came = new Map<number, string>([
    ...run.unjudged.map(({ id }) => [id, 'unknown'] as const),
    ...run.found.map(id => [id, 'fault'] as const),
  ])
  const stray = [...came.keys()].filter(id => tableOfId(id) === null || !marks.has(id))
  return [
    ...(stray.length
      ? [`${first.line}: it finds rows of last year, or ids that are no rows: ${stray.join(', ')}`]
      : []),
    ...[...marks].flatMap(([id, { expect, example, at }]) => {
      const got = came.get(id)
      return got === expect
        ? []
        : [
            `${example.line}: "${example.title}": ${at} came out as ${got ?? 'no fault'}, and should be ${expect ?? 'no fault'}`,
          ]
    }),
  ]
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
