import { Engine } from '../engine/engine.ts'
import { versionViews } from './version.ts'

/**
 * Opens the rows that a data version stands on, and nothing made of them: `returned.*`, `reference.*` and `extract.*`, in memory, to
 * build a model of one's own from. The version itself is not touched. Close it when done.
 */
export async function openVersionRows(folder: string): Promise<Engine> {
  const engine = await Engine.open()
  try {
    for (const statement of versionViews(folder))
      if (/^create (schema|(view|table)( if not exists)? (returned|reference|extract)\.)/.test(statement))
        await engine.run(statement)
    return engine
  } catch (error) {
    engine.close()
    throw error
  }
}
