import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { identifier, literal } from '../engine/sql.ts'
import { UserError } from '../kit/error.ts'
import { makeMacros, makeViews, modelTables } from './model.ts'
import type { ModelSettings } from './settings.ts'

/** The file of a data version that holds `in_care_at` for every month end held. */
export const IN_CARE_FILE = 'in_care_at.parquet'

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

/** The statements that show a version's folder as the model: returned and reference tables, canonical tables, ready month ends. */
export const versionViews = (folder: string): readonly string[] => [
  'create schema if not exists returned',
  'create schema if not exists reference',
  'create schema if not exists extract',
  ...tablesIn(folder, 'returned'),
  ...tablesIn(folder, 'reference'),
  ...tablesIn(folder, 'extract'),
  ...modelTables.map(table => view(table, folder, 'model', `${table}.parquet`)),
  view('in_care_at_month', folder, IN_CARE_FILE),
]

/**
 * Opens a data version read-only: views over its Parquet files, the macros and the flow views. After this no SQL can reach
 * any file outside the version's folder, or the network. Throws HEARTH-1407 where a file of the version is not there.
 */
export async function openVersion(folder: string, settings: ModelSettings): Promise<Engine> {
  const engine = await Engine.open()
  try {
    const small = sizeOf(folder) <= IN_MEMORY
    for (const statement of versionViews(folder))
      await engine.run(
        // Returned rows, and published rows kept for browsing, no measure asks for.
        small
          ? statement.replace(/^create view (?!returned\.|reference\."published_row")/, 'create table ')
          : statement,
      )
    await makeMacros(engine, settings)
    await makeViews(engine)
    await engine.lock([folder])
    return engine
  } catch (error) {
    engine.close()
    const message = error instanceof Error ? error.message : String(error)
    throw new UserError(
      'HEARTH-1407',
      `The data version in ${folder} cannot be opened: ${message.split('\n')[0]}`,
      'Restore the folder from a backup, or import the files again with --fresh.',
      { file: folder },
    )
  }
}
