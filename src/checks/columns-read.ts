import type { RuleDefinition } from '../definitions/rule.ts'
import { Engine } from '../engine/engine.ts'
import { makeMacros, type ReturnedTable, readSettings } from '../model/model.ts'
import type { Collection } from './collection.ts'
import { prepareRules, sharedSql } from './prepare.ts'
import { makeRuleTables, ruleTable } from './rule-tables.ts'

/** A column of a rule table, in lower case. */
export type TableColumn = { readonly table: ReturnedTable; readonly column: string; readonly lastYear: boolean }

/**
 * Which of these columns each rule reads; a rule that reads none of them is not in it. It is DuckDB that says so: the tables are made
 * without the column, empty, and a rule whose query can then no longer be understood reads it. No header has to repeat what the query
 * says, and names are found as they are when the rule runs. What a shared relation merely hands on is not read until a rule asks for
 * it; what it works with is read by every rule that asks it anything. It takes a second or so, and is asked only of what files lack.
 */
export async function columnsRead(
  rules: readonly RuleDefinition[],
  collection: Collection,
  columns: readonly TableColumn[],
): Promise<ReadonlyMap<string, readonly TableColumn[]>> {
  const read = new Map<string, TableColumn[]>()
  if (columns.length === 0) return read
  const words = new Map(rules.map(rule => [rule.code, wordsOf(rule.sql)]))
  const engine = await Engine.open({ threads: 1 })
  try {
    await makeMacros(engine, readSettings())
    await makeRuleTables(engine)
    await prepareRules(engine, collection)
    for (const column of columns)
      for (const code of await readersOf(
        engine,
        rules.filter(({ code }) => names(words.get(code), column)),
        column,
      ))
        read.set(code, [...(read.get(code) ?? []), column])
  } finally {
    engine.close()
  }
  return read
}

/** The rules, of those that name a column in any way, that read it. */
async function readersOf(
  engine: Engine,
  rules: readonly RuleDefinition[],
  column: TableColumn,
): Promise<readonly string[]> {
  if (rules.length === 0) return []
  // Within `child in (select child from …)` a child that the table has not would be that of the query outside.
  if (column.column === 'child') return rules.map(({ code }) => code)
  const gone = textAndTyped(column.column)
  const table = ruleTable(column.table, column.lastYear)
  await engine.run('begin transaction')
  try {
    for (const name of gone) await engine.run(`alter table ${table} drop column ${name}`)
    // A relation over last year's table stays as it is, though it is made by the same macro.
    const remade = shared.filter(({ kind, name }) =>
      kind === 'macro' ? gone.some(word => wordsOf(name).has(word)) : names(wordsOf(name), column),
    )
    for (const { kind, name, sql } of remade)
      if (!(await understood(() => engine.run(withoutCarried(sql, gone))))) await engine.run(`drop ${kind} ${name}`)
    const readers: string[] = []
    for (const { code, sql } of rules) if (!(await understood(() => engine.columns(sql)))) readers.push(code)
    return readers
  } finally {
    await engine.run('rollback')
  }
}

async function understood(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch {
    return false
  }
}

const textAndTyped = (column: string): readonly string[] => [column, `${column}_text`]

/** The macros, tables and views that rules share, in the order in which they are made. */
const shared: readonly { readonly kind: string; readonly name: string; readonly sql: string }[] = sharedSql
  .split(/;\s*$/m)
  .flatMap(sql => {
    const [, kind, name] = /create or replace temp (table|view|macro) (\w+)/.exec(sql) ?? []
    return kind && name ? [{ kind, name, sql }] : []
  })
const sharedWords = new Map(shared.map(({ name, sql }) => [name, plainWords(sql)]))

function plainWords(sql: string): readonly string[] {
  return sql.replaceAll(/--.*$/gm, '').match(/\w+/g) ?? []
}

/** Every word of a query and of what it shares with others. */
function wordsOf(sql: string): ReadonlySet<string> {
  const words = new Set<string>()
  const add = (more: readonly string[]): void => {
    for (const word of more) {
      if (words.has(word)) continue
      words.add(word)
      add(sharedWords.get(word) ?? [])
    }
  }
  add(plainWords(sql))
  return words
}

const names = (words: ReadonlySet<string> | undefined, { table, column, lastYear }: TableColumn): boolean =>
  words?.has(ruleTable(table, lastYear)) === true && textAndTyped(column).some(name => words.has(name))

/**
 * A shared relation without columns that it only hands on: those that stand by themselves at the head of a `select` or in a
 * `struct_pack`. Anything else that it does with them no longer holds, and DuckDB says so.
 */
export const withoutCarried = (sql: string, gone: readonly string[]): string => {
  const kept = (list: string): string =>
    list
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '' && !gone.includes(name))
      .join(', ')
  return sql
    .replaceAll(/\bstruct_pack\(([\w,\s]*)\)/g, (_, list: string) => `struct_pack(${kept(list)})`)
    .replaceAll(/\bselect\s+((?:\w+,\s*)+)(\w+(?=\s+from\b))?/g, (_, head: string, last: string | undefined) =>
      last === undefined ? `select ${kept(head)}, ` : `select ${kept(`${head}${last}`)}`,
    )
}
