import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { identifier, literal } from '../engine/sql.ts'
import { UserError } from '../kit/error.ts'
import { referenceShapes, sqlColumns } from './file-shape.ts'
import { checkTables } from './kept-checks.ts'
import { emptyTables, makeMacros, makeViews, modelTables } from './model.ts'
import { rebuiltVersion } from './rebuilt.ts'
import type { ModelSettings } from './settings.ts'
import { IN_CARE_FILE, markIn, modelMark, writeModel } from './write-model.ts'

/** DuckDB reads forward slashes on every system. */
const sqlPath = (...parts: readonly string[]): string => literal(join(...parts).replaceAll('\\', '/'))

/** Up to this many bytes of Parquet a version is read into memory on opening: many small queries are then many times quicker. */
const IN_MEMORY = 64 * 2 ** 20

/** All the bytes below a folder. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0),
    0,
  )

/** A view over a Parquet file of the version. */
const view = (name: string, ...path: readonly string[]): string =>
  `create view ${name} as select * from read_parquet(${sqlPath(...path)})`

/** None where a version is older than the schema. */
const tablesIn = (folder: string, schema: string): readonly string[] =>
  (existsSync(join(folder, schema)) ? readdirSync(join(folder, schema)) : [])
    .filter(file => file.endsWith('.parquet'))
    .map(file => view(`${schema}.${identifier(file.slice(0, -'.parquet'.length))}`, folder, schema, file))

/** Reference tables that a version of an earlier Hearth has not: empty, as if nothing had been given. */
const missingReferences = (folder: string): readonly string[] =>
  referenceShapes()
    .filter(({ table }) => table !== null)
    .filter(({ table }) => !existsSync(join(folder, 'reference', `${table}.parquet`)))
    .map(
      shape =>
        `create table reference.${shape.table} (${sqlColumns(shape)
          .map(([name, type]) => `${identifier(name)} ${type}`)
          .join(', ')})`,
    )

/** The statements that show what a version keeps of the check of its returns: nothing where it was made before Hearth kept any. */
const checkViews = (folder: string): readonly string[] => [
  'create schema if not exists checks',
  ...tablesIn(folder, 'checks'),
  ...Object.entries(checkTables()).flatMap(([name, made]) =>
    existsSync(join(folder, 'checks', `${name}.parquet`)) ? [] : [made],
  ),
]

/** Opens what a version keeps of the check of its returns, and which files and years it holds: at once, and nothing else of it. */
export async function openChecks(folder: string): Promise<Engine> {
  const engine = await Engine.open()
  try {
    const held = ['file', 'return_held'].map(name => view(`reference.${name}`, folder, 'reference', `${name}.parquet`))
    for (const statement of [...checkViews(folder), 'create schema reference', ...held]) await engine.run(statement)
    return engine
  } catch (error) {
    engine.close()
    throw notOpened(folder, error)
  }
}

/**
 * Opens the rows of a version as they were returned, its reference tables and the macros, for its returns to be checked anew. What a
 * version of an earlier Hearth has not is empty.
 */
export async function openReturned(folder: string, settings: ModelSettings): Promise<Engine> {
  const engine = await Engine.open()
  try {
    for (const schema of ['returned', 'reference']) await engine.run(`create schema ${schema}`)
    const held = [...tablesIn(folder, 'returned'), ...tablesIn(folder, 'reference')]
    for (const statement of [...held, ...emptyTables()]) await engine.run(statement)
    await makeMacros(engine, settings)
    return engine
  } catch (error) {
    engine.close()
    throw notOpened(folder, error)
  }
}
/**
 * The statements that show a version's folder as the model: returned and reference tables, canonical tables, ready month ends.
 * `built`: where the model is, if not in the folder itself.
 */
export const versionViews = (folder: string, built = folder): readonly string[] => [
  'create schema if not exists returned',
  'create schema if not exists reference',
  'create schema if not exists extract',
  ...checkViews(folder),
  ...tablesIn(folder, 'returned'),
  ...tablesIn(folder, 'reference'),
  ...missingReferences(folder),
  ...tablesIn(folder, 'extract'),
  ...modelTables.map(table => view(table, built, 'model', `${table}.parquet`)),
  view('in_care_at_month', built, IN_CARE_FILE),
]

/**
 * Where the model of a version is, by this Hearth's definitions and these settings: in its folder, where an import of today
 * would build it the same; else built anew from the version's own rows, beside it, once. What was returned is never touched.
 */
async function modelFolder(folder: string, settings: ModelSettings): Promise<string> {
  const mark = modelMark(settings)
  if (markIn(folder) === mark) return folder
  const built = join(folder, 'rebuilt', mark)
  if (markIn(built) === mark) return built
  const work = join(folder, 'rebuilt', `${mark}-${process.pid}`)
  const engine = await rebuiltVersion(folder, settings)
  try {
    await writeModel(engine, work, settings)
  } finally {
    engine.close()
  }
  // Another that built the same was quicker: its folder stands.
  if (existsSync(built)) rmSync(work, { recursive: true, force: true })
  else renameSync(work, built)
  return built
}

/**
 * Opens a data version read-only: views over its Parquet files, the macros and the flow views. After this no SQL can reach
 * any file outside the version's folder, or the network. A version of an earlier Hearth, or of other settings, has its model
 * built anew first. Throws HEARTH-1407 where a file of the version is not there.
 */
export async function openVersion(folder: string, settings: ModelSettings): Promise<Engine> {
  const engine = await Engine.open()
  try {
    const built = await modelFolder(folder, settings)
    const small = sizeOf(folder) <= IN_MEMORY
    for (const statement of versionViews(folder, built))
      await engine.run(
        // Returned rows, extracts and checks, and published rows kept for browsing, no measure asks for.
        small
          ? statement.replace(
              /^create view (?!returned\.|extract\.|checks\.|reference\."published_row")/,
              'create table ',
            )
          : statement,
      )
    await makeMacros(engine, settings)
    await makeViews(engine)
    await engine.lock([folder])
    return engine
  } catch (error) {
    engine.close()
    throw notOpened(folder, error)
  }
}

function notOpened(folder: string, error: unknown): UserError {
  const message = error instanceof Error ? error.message : String(error)
  return new UserError(
    'HEARTH-1407',
    `The data version in ${folder} cannot be opened: ${message.split('\n')[0]}`,
    'Restore the folder from a backup, or import the files again with --fresh.',
    { file: folder },
  )
}
