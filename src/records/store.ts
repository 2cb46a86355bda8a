import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** One database behind the door, its schema up to date. What differs between SQLite and PostgreSQL is here and nowhere else. */
export type Store = {
  readonly kind: 'sqlite' | 'postgres'
  readonly db: Kysely<Schema>
  /**
   * Takes the lock that only one import may hold, in any process; null when another has it. The lock goes with its holder:
   * a process that dies lets go of it.
   */
  readonly takeImportLock: () => Promise<{ readonly release: () => Promise<void> } | null>
  readonly close: () => Promise<void>
}
