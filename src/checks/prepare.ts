import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../engine/engine.ts'
import { literal, values } from '../engine/sql.ts'
import { codeRows } from '../model/code-lists.ts'
import type { Collection } from './collection.ts'
import { createAs, type Kept } from './rule-tables.ts'

const folder = fileURLToPath(new URL('./sql/', import.meta.url))
/** What rules share, as it is in `sql/`. */
export const sharedSql = readdirSync(folder)
  .filter(name => name.endsWith('.sql'))
  .sort()
  .map(name => readFileSync(`${folder}${name}`, 'utf8'))
  .join('\n')

/** Macros that say what is checked: `year_start()`, `year_end()`, `as_at()`, `collection_year()`, `own_la()`, `file_format()`. */
const said = ({ year, start, end, asAt, authority, format }: Collection): string =>
  Object.entries({
    year_start: `${literal(start)}::date`,
    year_end: `${literal(end)}::date`,
    as_at: `${literal(asAt)}::date`,
    collection_year: String(year),
    own_la: `upper(${literal(authority)}::varchar)`,
    file_format: literal(format),
  })
    .map(([name, value]) => `create or replace temp macro ${name}() as ${value};`)
    .join('\n')

/** The codes of one collection year, `tolerated` ones too: `code_list(tbl, col, code)`. */
const codesOf = ({ year }: Collection): string =>
  `create or replace temp table code_list as select tbl, col, code from (values ${values(
    codeRows.map(([table, column, code, from, to]) => [table, column, code, from, to]),
  )}) t(tbl, col, code, first, last) where ${year} between first and last;`

/** Makes what rules share from the rows that are in their tables. Run it again whenever the rows have changed. */
export async function prepareRules(
  engine: Engine,
  collection: Collection,
  kept: Kept = 'by connection',
): Promise<void> {
  const text = `${said(collection)}\n${codesOf(collection)}\n${sharedSql}`
  await engine.run(text.replaceAll(createAs('by connection'), createAs(kept)))
}
