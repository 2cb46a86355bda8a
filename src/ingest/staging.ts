import type { Engine, TableAppender } from '../engine/engine.ts'
import { type FileRow, keptColumns, type ReturnedTable } from '../model/returned.ts'
import { tables } from './shape.ts'

/** Where the rows of the return wait as text. */
export type Staging = {
  readonly append: (table: ReturnedTable, row: FileRow) => void
  readonly open: (table: ReturnedTable) => Promise<void>
  readonly close: () => void
}

/** One appender a table, opened when first needed. */
export function staging(engine: Engine): Staging {
  const appenders = new Map<ReturnedTable, TableAppender>()
  return {
    open: async table => {
      if (!appenders.has(table)) appenders.set(table, await engine.appender(table, 'staging'))
    },
    append: (table, row) => appenders.get(table)?.append(row),
    close: () => {
      for (const appender of appenders.values()) appender.close()
    },
  }
}

/** Statements that make the staging tables: everything text. `la` and `year` are what a row says of itself. */
export const stagingTables = (): readonly string[] => [
  'create schema staging',
  ...tables.map(
    table =>
      `create table staging.${table} (file_id integer, line integer, row integer, la varchar, year varchar, ${Object.keys(
        keptColumns(table),
      )
        .map(name => `${name} varchar`)
        .join(', ')})`,
  ),
]
