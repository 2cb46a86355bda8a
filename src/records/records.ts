import { UserError } from '../kit/error.ts'
import { type Annotations, annotations } from './annotation.ts'
import { type DataVersions, dataVersions } from './data-version.ts'
import { type Editions, editions } from './edition.ts'
import { type Forecasts, forecasts } from './forecast.ts'
import { type Settings, settings } from './setting.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'
import { type Targets, targets } from './target.ts'
import { type Words, words } from './word.ts'

export { type Annotation, type Annotations, annotationKinds } from './annotation.ts'
export type { DataVersion, DataVersions, Finding, VersionFile, VersionHead } from './data-version.ts'
export {
  type EditionHead,
  type EditionStep,
  type Editions,
  editionSteps,
  type NewEdition,
  type StepTaken,
} from './edition.ts'
export type { Forecasts, IssuedForecast, NewForecast } from './forecast.ts'
export type { Json } from './schema.ts'
export type { Settings } from './setting.ts'
export type { Target, Targets } from './target.ts'
export type { NewWord, Word, Words } from './word.ts'

/** What an installation remembers: an open store and its repositories. Close it when done. */
export class Records {
  readonly #store: Store
  readonly dataVersions: DataVersions
  readonly settings: Settings
  readonly targets: Targets
  readonly annotations: Annotations
  readonly editions: Editions
  readonly words: Words
  readonly forecasts: Forecasts

  constructor(store: Store) {
    this.#store = store
    this.dataVersions = dataVersions(store.db)
    this.settings = settings(store.db)
    this.targets = targets(store.db)
    this.annotations = annotations(store.db)
    this.editions = editions(store.db)
    this.words = words(store.db)
    this.forecasts = forecasts(store.db)
  }

  /** Which database is behind the door; for messages and tests. */
  get kind(): 'sqlite' | 'postgres' {
    return this.#store.kind
  }

  /**
   * Runs `work` while no other import can run, in this process or another. Throws UserError HEARTH-1402 at once where one
   * is running. A holder that died holds nothing.
   */
  async withImportLock<T>(work: () => Promise<T>): Promise<T> {
    const { db } = this.#store
    const lock = await this.#store.takeImportLock()
    if (lock === null) {
      const holder = await db.selectFrom('import_holder').selectAll().executeTakeFirst()
      const since = holder
        ? ` since ${holder.since.slice(0, 19).replace('T', ' ')} UTC (process ${holder.process})`
        : ''
      throw new UserError(
        'HEARTH-1402',
        `Another import is running${since}.`,
        'Wait for it to end, then import again. Nothing was changed.',
      )
    }
    try {
      const row = { process: process.pid, since: new Date().toISOString() }
      await db
        .insertInto('import_holder')
        .values({ only_row: 1, ...row })
        .onConflict(conflict => conflict.column('only_row').doUpdateSet(row))
        .execute()
      return await work()
    } finally {
      await db
        .deleteFrom('import_holder')
        .execute()
        .catch(() => {})
      await lock.release()
    }
  }

  close(): Promise<void> {
    return this.#store.close()
  }
}

/**
 * Opens what an installation remembers, its schema brought up to date: SQLite in `home`, or PostgreSQL where an address is
 * given. Throws UserError HEARTH-1401, 1403 or 1404 where it cannot be used.
 */
export async function openRecords(options: {
  readonly home: string
  readonly databaseUrl?: string | undefined
}): Promise<Records> {
  if (!options.databaseUrl) return new Records(openSqlite(options.home))
  const { openPostgres } = await import('./postgres.ts')
  return new Records(await openPostgres(options.databaseUrl))
}
