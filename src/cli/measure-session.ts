import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { type MeasureDefinition, readMeasure } from '../definitions/measure.ts'
import { UserError } from '../kit/error.ts'
import { emptySession, measureNamed, type Session } from '../measures/measures.ts'
import { allMeasures, openHome } from './home.ts'

/** Definitions with the current data version behind them; a model with nobody in it where nothing has been imported. */
export type OpenDefinitions = {
  readonly session: Session
  readonly authority: string | null
  readonly close: () => Promise<void>
}

export async function openDefinitions(home: string): Promise<OpenDefinitions> {
  if (existsSync(home)) {
    try {
      const open = await openHome(home)
      return { session: open.session, authority: open.council.code, close: open.close }
    } catch (error) {
      if (!(error instanceof UserError && error.code === 'HEARTH-1406')) throw error
    }
  }
  const session = await emptySession(allMeasures(home))
  return { session, authority: null, close: async () => session.engine.close() }
}

/** A measure by id or reference, or the one in a file. */
export const measureOrFile = (session: Session, name: string): MeasureDefinition =>
  name.endsWith('.sql') && existsSync(name) ? readMeasure(name) : measureNamed(session, basename(name, '.sql'))
