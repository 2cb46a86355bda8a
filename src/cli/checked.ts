import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Cells, cellsOfRows } from '../checks/cells.ts'
import { type CheckReport, checkReturn } from '../checks/check.ts'
import { collectionOf } from '../checks/collection.ts'
import { fillFromFiles } from '../checks/fill-from-files.ts'
import { type Fixes, suggestFixes } from '../checks/fix.ts'
import { collectionYear, readRules } from '../definitions/rule.ts'
import { readReturn } from '../ingest/return-files.ts'
import { UserError } from '../kit/error.ts'
import { makeMacros, type ReturnedTable, readSettings, returnNames } from '../model/model.ts'
import { dayOf } from './answers.ts'
import { groupsFile } from './home-folders.ts'
import { progressLine } from './progress.ts'

/** What of a check may be asked. */
export type CheckOptions = {
  readonly last?: string
  readonly year?: string
  readonly asAt?: string
  readonly authority?: string
}

/** The rules shipped with Hearth. */
export const shippedRules = fileURLToPath(new URL('../../rules/ssda903/', import.meta.url))

/** What costs more and is only looked for when asked: fixes that are certain, and the cells of rows at fault. */
export type CheckWants = { readonly fixes: boolean; readonly cells: boolean }

/** A check with what names its files; fixes and cells are null where not wanted. */
export type Checked = {
  readonly report: CheckReport
  readonly fileOf: (id: number) => string
  readonly fixes: Fixes | null
  readonly cells: Cells | null
}

/** Checks files as they are, without importing them. Throws HEARTH-1001 for a year that is none, HEARTH-1303 where there is no return. */
export async function checkFiles(
  home: string,
  paths: readonly string[],
  options: CheckOptions,
  wants: CheckWants,
): Promise<Checked> {
  const year = options.year === undefined ? null : collectionYear(options.year)
  if (options.year !== undefined && year === null)
    throw new UserError(
      'HEARTH-1001',
      `--year is "${options.year}", which is no collection year.`,
      'Write the year that the return is of as 2025-26.',
    )
  const read = await readReturn({
    paths,
    last: options.last === undefined ? [] : [options.last],
    year,
    authority: options.authority ?? null,
  })
  const progress = progressLine('Rules')
  // The engine holds this return only: two connections share the rules between them.
  const beside = await read.engine.beside()
  try {
    await makeMacros(read.engine, readSettings(existsSync(home) ? groupsFile(home) : undefined))
    const [now, before] = [read.tables(read.year), read.tables(read.year - 1)]
    const named = (tables: ReadonlyMap<ReturnedTable, unknown>): ReadonlySet<string> =>
      new Set([...tables.keys()].map(table => returnNames[table]))
    const report = await checkReturn(
      read.engine,
      readRules(shippedRules),
      collectionOf(read.year, {
        ...(options.asAt === undefined ? {} : { asAt: dayOf('as-at', options.asAt) }),
        authority: read.authority,
        format: read.format,
      }),
      engine => fillFromFiles(engine, (table, lastYear) => read.rows(table, lastYear ? read.year - 1 : read.year)),
      { tables: named(now), last: named(before) },
      (table, lastYear) => (lastYear ? before : now).get(table),
      progress.step,
      beside,
    )
    return {
      report,
      fileOf: read.fileOf,
      fixes: wants.fixes ? await suggestFixes(read.engine, report) : null,
      cells: wants.cells ? await cellsOfRows(read.engine, report.found) : null,
    }
  } finally {
    progress.end()
    beside.close()
    read.engine.close()
  }
}
