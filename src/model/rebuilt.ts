import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { identifier, literal } from '../engine/sql.ts'
import { buildModel, makeViews } from './model.ts'
import { emptyTables } from './returned.ts'
import type { ModelSettings } from './settings.ts'

/**
 * A data version's rows with the model built anew under other settings, in memory: what the figures would be were a definition
 * switched. The version itself is not touched. Close it when done.
 */
export async function rebuiltVersion(folder: string, settings: ModelSettings): Promise<Engine> {
  const engine = await Engine.open()
  try {
    for (const schema of ['returned', 'reference', 'extract']) {
      await engine.run(`create schema ${schema}`)
      if (!existsSync(join(folder, schema))) continue
      for (const file of readdirSync(join(folder, schema))) {
        const path = literal(join(folder, schema, file).replaceAll('\\', '/'))
        await engine.run(
          `create table ${schema}.${identifier(file.slice(0, -'.parquet'.length))} as select * from read_parquet(${path})`,
        )
      }
    }
    // Those that the version has not.
    for (const statement of emptyTables()) await engine.run(statement)
    await buildModel(engine, settings)
    await makeViews(engine)
    return engine
  } catch (error) {
    engine.close()
    throw error
  }
}
