import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { makeMacros, makeViews } from '../model/model.ts'
import type { ModelSettings } from '../model/settings.ts'
import { versionViews } from '../model/version.ts'
import { writeModel } from '../model/write-model.ts'

/** Where a data version's files are: `versions/000012`. */
export const versionFolder = (home: string, number: number): string =>
  join(home, 'versions', String(number).padStart(6, '0'))

const sqlPath = (path: string): string => literal(path.replaceAll('\\', '/'))

/** Writes a whole data version: returned and reference tables, the model, children in care at every month end held. Synced to disk. */
export async function writeVersion(engine: Engine, folder: string, settings: ModelSettings): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['returned', 'reference', 'extract', 'checks', 'model'])
    mkdirSync(join(folder, part), { recursive: true })
  const tables = await engine.rows(
    `select schema_name as s, table_name as t from duckdb_tables() where schema_name in ('returned', 'reference', 'extract', 'checks')`,
  )
  const copy = (from: string, ...path: readonly string[]): Promise<void> =>
    engine.run(`copy ${from} to ${sqlPath(join(folder, ...path))} (format parquet, compression zstd)`)
  for (const { s, t } of tables) await copy(`${s}.${t}`, String(s), `${t}.parquet`)
  await writeModel(engine, folder, settings)
  // DuckDB reads a path from where the shell stands: only a full one opens from anywhere.
  await writeShellFile(resolve(folder), settings)
  syncFolder(folder)
  // The folder of versions may be new too: its name is in the home.
  if (process.platform !== 'win32') for (const above of [dirname(folder), dirname(dirname(folder))]) sync(above, 'r')
}

/** Where the views of a version's DuckDB file point. */
const shellNote = (folder: string): string => join(folder, 'hearth.duckdb.txt')

/**
 * The DuckDB file of a version made again where the home has been moved since: its views name the Parquet by full path, as
 * DuckDB has no other that opens from anywhere. Where it cannot be written (a home that is only read), it is left as it is.
 */
export async function mendShellFile(given: string, settings: ModelSettings): Promise<void> {
  const folder = resolve(given)
  const note = shellNote(folder)
  if (existsSync(note) && readFileSync(note, 'utf8') === folder) return
  try {
    rmSync(join(folder, 'hearth.duckdb'), { force: true })
    await writeShellFile(folder, settings)
  } catch {
    // The figures do not come from it.
  }
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
  writeFileSync(shellNote(folder), folder)
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

const workFolder = (home: string): string => join(home, 'work')
const noteFile = (home: string): string => join(workFolder(home), 'version')

/** Gives an empty folder for an import to work in, and notes on disk which version it will write, before it writes any. */
export function beginWork(home: string, number: number): string {
  const work = workFolder(home)
  mkdirSync(work, { recursive: true })
  writeFileSync(noteFile(home), String(number))
  sync(noteFile(home), 'r+')
  if (process.platform !== 'win32') for (const folder of [work, home]) sync(folder, 'r')
  return work
}

/** Ends an import's work. Where its version was not committed, its folder goes first: the note must outlive it. */
export function endWork(home: string, unfinished: string | null): void {
  if (unfinished) rmSync(unfinished, { recursive: true, force: true })
  rmSync(workFolder(home), { recursive: true, force: true })
}

/**
 * Removes what an import that was killed left: the version it noted, unless the records name it. Gives the folders of
 * versions that neither the records nor the note know: they are somebody's, and stay. Under the import lock only.
 */
export function sweep(home: string, known: readonly number[]): readonly string[] {
  const noted = existsSync(noteFile(home)) ? Number(readFileSync(noteFile(home), 'utf8') || Number.NaN) : Number.NaN
  const left = Number.isInteger(noted) && !known.includes(noted) ? versionFolder(home, noted) : null
  endWork(home, left)
  const versions = join(home, 'versions')
  const names = existsSync(versions) ? readdirSync(versions) : []
  return names.filter(name => /^\d+$/.test(name) && !known.includes(Number(name)))
}
