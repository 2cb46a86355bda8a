import type { ExampleRow } from '../definitions/examples.ts'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { keptColumns, type ReturnedTable } from '../model/model.ts'
import { given, trimmed, typedSql } from '../model/typed-cell.ts'
import { firstId, returnedTables, ruleTable } from './rule-tables.ts'

/** Rows to check, as text by column in lower case: tables by our names, last year's with `_last`; and a provider list. */
export type RowTables = Readonly<Record<string, readonly ExampleRow[]>>

/** A cell as it stood in the file, null where blank. */
const asText = (column: string): string => `case when ${given(column)} then ${trimmed(column)} end`

/** The columns that may be given for a table of the rules. */
export const givenColumns = (table: ReturnedTable): readonly string[] => Object.keys(keptColumns(table))

/** Puts rows into the rule tables in place of what is there. Their `row` counts from 0 and their `line` from 2, in the order given. */
export async function loadRows(engine: Engine, tables: RowTables): Promise<void> {
  const statements: string[] = []
  for (const lastYear of [false, true])
    for (const table of returnedTables) {
      const name = ruleTable(table, lastYear)
      statements.push(`delete from ${name}`)
      const rows = tables[name] ?? []
      if (rows.length === 0) continue
      const columns = givenColumns(table)
      const cells = rows.map(
        (row, i) => `(${i}, ${columns.map(column => `${literal(row[column] ?? null)}::varchar`).join(', ')})`,
      )
      const typed = Object.entries(keptColumns(table)).map(
        ([column, type]) => `${typedSql(column, type)}, ${asText(column)}`,
      )
      statements.push(
        `insert into ${name} select ${firstId(table, lastYear)} + i, 0, i + 2, i, ${typed.join(', ')} from (values ${cells.join(', ')}) t(i, ${columns.join(', ')})`,
      )
    }
  for (const suffix of ['', '_last'])
    if (!tables[`header${suffix}`]?.some(row => row.uasc !== undefined)) statements.push(uascFromTable(suffix))
  statements.push('delete from provider')
  for (const row of tables.provider ?? [])
    statements.push(
      `insert into provider select ${literal(row.urn ?? null)}, ${literal(row.name ?? null)}, ${literal(row.postcode ?? null)}, ${listOf(row.place_codes)}, ${listOf(row.provider_codes)}, ${typedSql(literal(row.reg_end ?? null), 'date')}, upper(${literal(row.la ?? null)})`,
    )
  await engine.run(statements.join(';\n'))
}

/** A child is an unaccompanied asylum-seeking child of the year where the UASC table has them. */
export const uascFromTable = (suffix: '' | '_last' | string): string =>
  `update header${suffix} set uasc = case when child in (select child from uasc${suffix} where child is not null) then '1' else '0' end`

const listOf = (text: string | undefined): string =>
  text === undefined ? 'null' : `string_split(${literal(text.replaceAll(' ', ''))}, ',')`
