import { fileURLToPath } from 'node:url'
import { type RuleDefinition, readRule } from '../definitions/rule.ts'
import { Engine } from '../engine/engine.ts'
import { literal, values } from '../engine/sql.ts'
import { day } from '../kit/day.ts'
import { checkTables } from '../model/kept-checks.ts'
import { emptyTables, makeMacros, readSettings } from '../model/model.ts'
import { typedSql } from '../model/typed-cell.ts'
import { checkHeld } from './held-returns.ts'
import { keepCheck } from './keep.ts'
import { type KeptCheck, readKept } from './kept.ts'

const folder = fileURLToPath(new URL('../../rules/ssda903/', import.meta.url))
/** For tests: a few rules, as they are shipped. */
export const someRules = (...codes: readonly string[]): ReadonlyMap<string, RuleDefinition> =>
  new Map(codes.map(code => [code, readRule(`${folder}${code}.sql`)]))

export const COUNCIL = 'E06000001'

/** An engine with what an import has of a version once its rows are settled, and nothing in it. Close it. */
export async function emptyImport(): Promise<Engine> {
  const engine = await Engine.open({ threads: 1 })
  for (const statement of [
    ...emptyTables(),
    'create table reference.file (file_id integer, path varchar, column_names varchar[])',
    'create table reference.older_extract (file_id integer, table_name varchar, authority varchar, collection_year integer)',
    'create schema checks',
    ...Object.values(checkTables()),
  ])
    await engine.run(statement)
  await makeMacros(engine, readSettings())
  return engine
}

/** A row of Header: child, sex, ethnic group, and MOTHER. */
export type Head = readonly [child: string, sex: string, ethnic?: string, mother?: string]

/** Holds a return of one table, Header, in place of the council's earlier one of that year, its rows as they stand. */
export async function holdHeaders(
  engine: Engine,
  year: number,
  rows: readonly Head[],
  authority = COUNCIL,
): Promise<void> {
  const own = `authority = ${literal(authority)} and collection_year = ${year}`
  const names = ['child', 'sex', 'ethnic', 'mother']
  const cells = rows.map(([child, sex, ethnic = 'WBRI', mother = '0'], i) => [i, child, sex, ethnic, mother])
  await engine.run(`delete from returned.header where ${own}; delete from reference.return_held where ${own};
    insert into reference.return_held values (${literal(authority)}, 'Header', ${year}, '${year - 1}-04-01', '${year}-03-31')`)
  if (cells.length)
    await engine.run(
      `insert into returned.header by name select ${literal(authority)} as authority, ${year} as collection_year, ${year} as file_id, i + 2 as line, i as row, 'used' as use,
         ${names.map(name => `${typedSql(name, 'varchar')} as ${name}, ${name} as ${name}_text`).join(', ')}
       from (values ${values(cells)}) t(i, ${names.join(', ')})`,
    )
}

/** Checks what is held of 2025-26 by these rules, keeps it, and reads what is kept. */
export async function checkedAndKept(
  engine: Engine,
  rules: ReadonlyMap<string, RuleDefinition>,
  asAt = '2026-03-31',
): Promise<KeptCheck> {
  const held = { authority: COUNCIL, year: 2026, asAt: day(asAt) }
  await keepCheck(engine, await checkHeld(engine, rules, held), COUNCIL, 'mark')
  const kept = await readKept(engine, held, rules)
  if (!kept) throw new Error('nothing is kept')
  return kept
}
