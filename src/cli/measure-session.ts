import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { type MeasureDefinition, readMeasure } from '../definitions/measure.ts'
import { UserError } from '../kit/error.ts'
import { emptySession, type Session } from '../measures/measures.ts'
import { allMeasures, openHome } from './home.ts'
import { measureAsked } from './measure-reference.ts'

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

/** The measure of a file, or the one that a name means as in every command. */
export const measureOrFile = (home: string, session: Session, name: string): MeasureDefinition =>
  name.endsWith('.sql') && existsSync(name) ? readMeasure(name) : measureAsked(home, session, basename(name, '.sql'))
