import type { RuleDefinition } from '../definitions/rule.ts'
import { keptColumns, type ReturnedTable, returnNames } from '../model/model.ts'
import type { Collection } from './collection.ts'
import { columnsRead, type TableColumn } from './columns-read.ts'
import type { WhyNotRun } from './not-run.ts'
import { returnedTables } from './rule-tables.ts'

/** The columns of the files of a table, this year's or last year's; null where blanks are left out, as in XML, and where it is not known. */
export type ColumnsOf = (table: ReturnedTable, lastYear: boolean) => ReadonlySet<string> | null | undefined

/** A column that files lack; `says` are those that they should have had for it. */
type Missing = TableColumn & { readonly says: readonly string[] }

/** The rules that read a column which the files lack, and do not run: its cells are not blank, they were never asked for. */
export async function lackingColumns(
  rules: readonly RuleDefinition[],
  collection: Collection,
  columnsOf: ColumnsOf,
): Promise<ReadonlyMap<string, WhyNotRun>> {
  const missing = returnedTables.flatMap(table =>
    [false, true].flatMap(lastYear => {
      const there = columnsOf(table, lastYear)
      if (!there) return []
      return Object.keys(keptColumns(table)).flatMap((column): readonly Missing[] => {
        const says = missingFor(column.toUpperCase(), there)
        return says.length ? [{ table, lastYear, column, says }] : []
      })
    }),
  )
  const read = await columnsRead(rules, collection, missing)
  return new Map(
    rules.flatMap(rule => {
      const lacks = missing.filter(
        one =>
          read
            .get(rule.code)
            ?.some(
              ({ table, column, lastYear }) =>
                table === one.table && column === one.column && lastYear === one.lastYear,
            ) && !excused(rule, one, columnsOf),
      )
      const [first] = lacks
      if (!first) return []
      const { table, lastYear } = first
      const own = lacks.filter(other => other.table === table && other.lastYear === lastYear)
      const columns = [...new Set(own.flatMap(({ says }) => says))]
      return [[rule.code, { kind: 'no column', table: returnNames[table], columns, last: lastYear }] as const]
    }),
  )
}

/**
 * What files lack for a column: nothing where it is there, or can be worked out. No CSV of these years has areas and distances, which
 * come of postcodes; nor who is an unaccompanied asylum-seeking child, which a row in the UASC table tells.
 */
function missingFor(column: string, there: ReadonlySet<string>): readonly string[] {
  if (there.has(column) || column === 'UASC') return []
  const lacked = (...names: readonly string[]): readonly string[] => names.filter(name => !there.has(name))
  if (column === 'PL_DISTANCE') return lacked('HOME_POST', 'PL_POST')
  if (column === 'PL_LA') return lacked('PL_POST')
  if (column === 'PL_LOCATION') return there.has('PL_LA') ? [] : lacked('PL_POST')
  return [column]
}

/** A return that carries the areas of placements need not carry the postcodes they are worked out from. */
const excused = (rule: RuleDefinition, { table, column, lastYear }: Missing, columnsOf: ColumnsOf): boolean =>
  column.endsWith('_post') && rule.needs.includes('postcodes') && columnsOf(table, lastYear)?.has('PL_LA') === true
