import type { CheckView } from '../report/check-view.ts'
import { findingsTable, notRunTable, rulesTable, unjudgedTable } from './check-tables.ts'
import { csvLine } from './csv.ts'
import type { PaperTable } from './table.ts'

/** How the lines of a CSV go: one a finding, or one a rule. */
export const checkOrders = ['child', 'rule'] as const
export type CheckOrder = (typeof checkOrders)[number]

/** Two tables as one: each line says what it is, and has `[z]` in the columns that are the other’s. */
function joined(parts: readonly (readonly [outcome: string, table: PaperTable])[]): string {
  const titles = [...new Set(parts.flatMap(([, { columns }]) => columns.map(({ title }) => title)))]
  const lines = parts.flatMap(([outcome, { columns, rows }]) => {
    const places = titles.map(title => columns.findIndex(column => column.title === title))
    return rows.map(row => csvLine([outcome, ...places.map(place => row[place] ?? '[z]')]))
  })
  return [csvLine(['Outcome', ...titles]), ...lines].join('')
}

/** A check as CSV. By child: a line a row at fault, and a line a row that could not be judged. By rule: a line for every rule in force. */
export const checkCsv = (view: CheckView, order: CheckOrder): string =>
  order === 'child'
    ? joined([
        ['At fault', findingsTable(view, 'all')],
        ['Could not be judged', unjudgedTable(view)],
      ])
    : joined([
        ['Ran', rulesTable(view, 'all')],
        ['Did not run', notRunTable(view)],
      ])
