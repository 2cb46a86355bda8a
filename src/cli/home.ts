import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type MeasureDefinition, readMeasures } from '../definitions/measure.ts'
import { mendShellFile } from '../ingest/version-folder.ts'
import type { Day } from '../kit/day.ts'
import { type DefinitionError, UserError } from '../kit/error.ts'
import { openSession, type Session } from '../measures/measures.ts'
import { readSettings } from '../model/settings.ts'
import { openVersion } from '../model/version.ts'
import { openRecords, type Records } from '../records/records.ts'
import type { Desk } from '../report/desk.ts'
import { openDesk } from '../report/office.ts'
import { allStanding } from '../review/word.ts'
import { today } from './answers.ts'
import { deskChecks } from './desk-checks.ts'
import { deskForecast } from './desk-forecast.ts'
import { earlierVersions, type OpenVersion } from './earlier-versions.ts'
import {
  groupsFile,
  measureFolders,
  scorecardFolders,
  shipped,
  shippedMeasures,
  versionFolder,
} from './home-folders.ts'
import type { Council, OpenHome } from './open-home.ts'

/** The measures shipped with Hearth, and the council's own in `measures/` of its home, which win where both have one. */
export function allMeasures(home: string, faults?: DefinitionError[]): ReadonlyMap<string, MeasureDefinition> {
  const own = join(home, 'measures')
  return new Map([...readMeasures(shippedMeasures, faults), ...(existsSync(own) ? readMeasures(own, faults) : [])])
}

export type { OpenHome } from './open-home.ts'

/** Opens one data version for reading. */
async function openNumbered(home: string, number: number): Promise<OpenVersion> {
  const engine = await openVersion(versionFolder(home, number), readSettings(groupsFile(home)))
  const session = await openSession(engine, allMeasures(home), {
    provenFile: join(home, `proven-${number}.txt`),
    today,
  })
  return { engine, session }
}

/** Opens a home at its current data version, or at version `number`. Throws HEARTH-1406 where nothing has been imported. */
export async function openHome(home: string, number?: number): Promise<OpenHome> {
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL })
  try {
    const version = number === undefined ? await records.dataVersions.current() : await records.dataVersions.get(number)
    if (!version)
      throw new UserError(
        'HEARTH-1406',
        number === undefined ? 'Nothing has been imported yet.' : `There is no data version ${number}.`,
        number === undefined
          ? 'Run `hearth import FOLDER`, or `hearth start` to try a synthetic council.'
          : '`hearth versions` lists them.',
      )
    await mendShellFile(versionFolder(home, version.number), readSettings(groupsFile(home)))
    const { engine, session } = await openNumbered(home, version.number)
    const council = await councilOf(records, session)
    return {
      records,
      version,
      session,
      council,
      close: async () => {
        engine.close()
        await records.close()
      },
    }
  } catch (error) {
    await records.close()
    throw error
  }
}

async function councilOf(records: Records, session: Session): Promise<Council> {
  const known = (await records.settings.get('council'))?.value as Partial<Council> | undefined
  const code = known?.code ?? session.authorities[0] ?? 'council'
  return {
    code,
    name: known?.name ?? (code === 'council' ? 'Our council' : code),
    synthetic: (await records.settings.get('synthetic'))?.value === true,
  }
}

/** Opens a desk over a home: where pages and papers get their view models. `told`: for papers, whose forecasts are kept as issued. */
export async function openHomeDesk(home: string, { told = false } = {}): Promise<Desk> {
  const open = await openHome(home)
  const earlier = await earlierVersions(
    open.records,
    open.version.number,
    number => versionFolder(home, number),
    number => openNumbered(home, number),
  )
  return openDesk({
    session: open.session,
    authority: { code: open.council.code, name: open.council.name },
    synthetic: open.council.synthetic,
    targets: await open.records.targets.all(),
    annotations: await open.records.annotations.all(),
    words: await allStanding(open.records.words),
    today: today(),
    dataVersion: open.version.number,
    earlier: earlier.versions,
    knownOn: open.version.madeAt.slice(0, 10) as Day,
    scorecards: scorecardFolders(home),
    checks: deskChecks({
      session: open.session,
      records: open.records,
      authority: open.council.code,
      version: open.version.number,
      folderOf: number => versionFolder(home, number),
      rules: shipped('rules/ssda903'),
      measures: measureFolders(home),
      scorecards: scorecardFolders(home),
      home,
      groups: groupsFile(home),
      settings: () => readSettings(groupsFile(home)),
    }),
    forecast: deskForecast(home, open, told),
    close: () => void earlier.close().then(open.close),
  })
}
