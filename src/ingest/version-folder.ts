import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { addDays, type Day, day, monthEnd } from '../kit/day.ts'
import { makeMacros, makeViews, modelTables, writeInCareAt } from '../model/model.ts'
import type { ModelSettings } from '../model/settings.ts'
import { IN_CARE_FILE, versionViews } from '../model/version.ts'

/** Where a data version's files are: `versions/000012`. */
export const versionFolder = (home: string, number: number): string =>
  join(home, 'versions', String(number).padStart(6, '0'))

const sqlPath = (path: string): string => literal(path.replaceAll('\\', '/'))

/** Writes a whole data version: returned and reference tables, the model, children in care at every month end held. Synced to disk. */
export async function writeVersion(engine: Engine, folder: string, settings: ModelSettings): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['returned', 'reference', 'model']) mkdirSync(join(folder, part), { recursive: true })
  const tables = await engine.rows(
    `select schema_name as s, table_name as t from duckdb_tables() where schema_name in ('returned', 'reference')`,
  )
  const copy = (from: string, ...path: readonly string[]): Promise<void> =>
    engine.run(`copy ${from} to ${sqlPath(join(folder, ...path))} (format parquet, compression zstd)`)
  for (const { s, t } of tables) await copy(`${s}.${t}`, String(s), `${t}.parquet`)
  for (const table of modelTables) await copy(table, 'model', `${table}.parquet`)
  await writeInCareAt(engine, await monthEnds(engine), join(folder, IN_CARE_FILE).replaceAll('\\', '/'))
  // DuckDB reads a path from where the shell stands: only a full one opens from anywhere.
  await writeShellFile(resolve(folder), settings)
  syncFolder(folder)
  if (process.platform !== 'win32') sync(dirname(folder), 'r')
}

/** Every month end from the first to the last that the episodes held speak for; the last day held where there is none. */
async function monthEnds(engine: Engine): Promise<readonly Day[]> {
  const held = await engine.row(
    `select min(first_day) as first, max(last_day) as last from reference.return_held where source = 'Episodes'`,
  )
  if (!held?.first || !held.last) return [day('2000-01-31')]
  const ends: Day[] = []
  for (let end = monthEnd(held.first as Day); end <= (held.last as Day); end = monthEnd(addDays(end, 1))) ends.push(end)
  return ends.length ? ends : [held.last as Day]
}

/** A DuckDB file of views and macros over the version, to open in any DuckDB shell and paste a measure into. */
async function writeShellFile(folder: string, settings: ModelSettings): Promise<void> {
  const shell = await Engine.open({ path: join(folder, 'hearth.duckdb') })
  try {
    for (const statement of versionViews(folder)) await shell.run(statement)
    await makeMacros(shell, settings)
    await makeViews(shell)
    await shell.run(
      "create view in_care_at as select * from in_care_at_month; create view period as select date_trunc('month', period_end)::date as period_start, period_end from (select distinct period_end from in_care_at_month)",
    )
  } finally {
    shell.close()
  }
}

/** Syncs every file of a folder, and the folders themselves where the system can. */
function syncFolder(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) syncFolder(path)
    else sync(path, 'r+')
  }
  if (process.platform !== 'win32') sync(folder, 'r')
}

function sync(path: string, flags: string): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Removes the folders of versions that no record names: what an import left that did not finish. Under the import lock only. */
export function sweep(home: string, known: readonly number[]): void {
  const versions = join(home, 'versions')
  if (existsSync(versions))
    for (const name of readdirSync(versions))
      if (!known.includes(Number(name))) rmSync(join(versions, name), { recursive: true, force: true })
  const work = join(home, 'work')
  if (existsSync(work)) rmSync(work, { recursive: true, force: true })
}
