import { readTable } from '../definitions/examples.ts'
import type { MeasureDefinition } from '../definitions/measure.ts'
import { Engine } from '../engine/engine.ts'
import { olderExtractTable } from '../ingest/older-extract.ts'
import { settleRows } from '../ingest/settle.ts'
import { day } from '../kit/day.ts'
import { loadExamples } from '../measures/example-data.ts'
import { openSession, type Session } from '../measures/measures.ts'
import { buildModel, emptyTables, type ReturnedTable, readSettings } from '../model/model.ts'
import type { RowFound } from './check.ts'
import type { Rebuild } from './trial.ts'

export const AUTHORITY = 'E06000999'

/** For tests: a council of these tables with its rows settled as an import does, and what a trial of it needs. */
export async function settledCouncil(
  measures: readonly MeasureDefinition[],
  tables: Readonly<Record<string, string>>,
  also = '',
): Promise<{ readonly session: Session; readonly rebuild: Rebuild; readonly opened: () => number }> {
  let opened = 0
  const rows = async (): Promise<Engine> => {
    opened += 1
    const engine = await Engine.open({ threads: 1 })
    for (const statement of [...emptyTables(), olderExtractTable]) await engine.run(statement)
    const held = { from: day('2020-04-01'), to: day('2026-03-31') }
    const given = Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, readTable(text)]))
    await loadExamples(engine, [
      {
        authority: AUTHORITY,
        file: 'test',
        example: { title: 'a', line: 1, shows: 'other', at: held.to, window: null, held, tables: given, expect: {} },
      },
    ])
    if (also) await engine.run(also)
    await settleRows(engine)
    return engine
  }
  const engine = await rows()
  await buildModel(engine, readSettings())
  return {
    session: await openSession(engine, new Map(measures.map(measure => [measure.id, measure]))),
    rebuild: { rows, settle: settleRows, settings: readSettings() },
    opened: () => opened - 1,
  }
}

/** A row found by a rule: the nth of a table, from 0, as the council's tables give it. */
export const rowFound = (
  rule: string,
  table: ReturnedTable,
  row: number,
  child: string,
  fields: readonly string[],
): RowFound => ({ rule, id: row + 1, table, fileId: 1, line: row + 2, row, child, fields })
