import type { Session } from '../measures/measures.ts'
import type { Records, VersionHead } from '../records/records.ts'

/** The council that a home belongs to. */
export type Council = { readonly code: string; readonly name: string; readonly synthetic: boolean }

/** A home opened for reading figures: its current data version and its decisions. Close it when done. */
export type OpenHome = {
  readonly records: Records
  readonly version: VersionHead
  readonly session: Session
  readonly council: Council
  readonly close: () => Promise<void>
}
