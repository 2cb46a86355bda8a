import type { MeasureDefinition } from '../definitions/measure.ts'
import { Engine } from '../engine/engine.ts'
import { buildModel, emptyTables, readSettings } from '../model/model.ts'
import { openSession, type Session } from './session.ts'

/** A session over a model with nobody in it: enough to look into definitions. Close its engine when done. */
export async function emptySession(measures: ReadonlyMap<string, MeasureDefinition>): Promise<Session> {
  const engine = await Engine.open()
  for (const statement of emptyTables()) await engine.run(statement)
  await buildModel(engine, readSettings())
  return openSession(engine, measures)
}
