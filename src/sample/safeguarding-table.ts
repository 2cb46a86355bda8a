import type { tableOf } from './extract-table.ts'

/** The tables of the dataset, by name. */
export type Tables = Readonly<Record<string, ReturnType<typeof tableOf>>>
/** Puts a row into a table that must be there. */
export const put = (tables: Tables, name: string, row: Parameters<ReturnType<typeof tableOf>['put']>[0]): void => {
  const table = tables[name]
  if (!table) throw new Error(`no table ${name}`)
  table.put(row)
}
