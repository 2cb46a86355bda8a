import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Day } from '../kit/day.ts'
import type { Schema } from './schema.ts'

/** A target as agreed (local-extracts.md 4.7). Values are as people write them: percentages 0 to 100. */
export type Target = {
  /** A measure reference or a scorecard number, as written. */
  readonly measure: string
  readonly from: Day
  /** The first day no longer in force; null: until replaced. */
  readonly to: Day | null
  readonly operator: '>=' | '<=' | '>' | '<' | '=' | 'between'
  /** For `between`, the lower end. */
  readonly value: number
  /** The upper end of `between`, included; null for the others. */
  readonly high: number | null
  /** Tolerance on the wrong side, in the unit of the measure. */
  readonly amberWithin: number | null
  /** Tolerance on the wrong side, as a percentage of the target. */
  readonly amberPercent: number | null
  /** Where the target should stand at month ends through the year: day to value. */
  readonly profile: Readonly<Record<string, number>> | null
  readonly rationale: string | null
  readonly setBy: string
  readonly agreedOn: Day
}

/** A target with where it was read from and when. */
export type KnownTarget = Target & { readonly source: string; readonly loadedAt: string }

export type Targets = {
  /** Puts these in the place of all there were, in one transaction; `source` is the file, as shown to people. */
  readonly replaceAll: (targets: readonly Target[], source: string) => Promise<void>
  /** The latest to have begun by `on`, unless it has ended. One that was replaced does not come back. */
  readonly inForce: (measure: string, on: Day) => Promise<KnownTarget | null>
  readonly all: () => Promise<readonly KnownTarget[]>
}

const targetOf = (row: Selectable<Schema['target']>): KnownTarget => ({
  measure: row.measure,
  from: row.starts_on as Day,
  to: row.ends_on as Day | null,
  operator: row.operator,
  value: row.value,
  high: row.high,
  amberWithin: row.amber_within,
  amberPercent: row.amber_percent,
  profile: row.profile === null ? null : (JSON.parse(row.profile) as Record<string, number>),
  rationale: row.rationale,
  setBy: row.set_by,
  agreedOn: row.agreed_on as Day,
  source: row.source,
  loadedAt: row.loaded_at,
})

const rowOf = (target: Target, source: string, loadedAt: string): Schema['target'] => ({
  measure: target.measure,
  starts_on: target.from,
  ends_on: target.to,
  operator: target.operator,
  value: target.value,
  high: target.high,
  amber_within: target.amberWithin,
  amber_percent: target.amberPercent,
  profile: target.profile === null ? null : JSON.stringify(target.profile),
  rationale: target.rationale,
  set_by: target.setBy,
  agreed_on: target.agreedOn,
  source,
  loaded_at: loadedAt,
})

/** Puts these in the place of all there were. */
export async function replaceTargets(
  transaction: Transaction<Schema>,
  rows: readonly Target[],
  source: string,
): Promise<void> {
  const now = new Date().toISOString()
  await transaction.deleteFrom('target').execute()
  for (const target of rows)
    await transaction
      .insertInto('target')
      .values(rowOf(target, source, now))
      .execute()
}

export function targets(db: Kysely<Schema>): Targets {
  return {
    replaceAll: (rows, source) => db.transaction().execute(transaction => replaceTargets(transaction, rows, source)),
    inForce: async (measure, on) => {
      const row = await db
        .selectFrom('target')
        .selectAll()
        .where('measure', '=', measure)
        .where('starts_on', '<=', on)
        .orderBy('starts_on', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && (row.ends_on === null || row.ends_on > on) ? targetOf(row) : null
    },
    all: async () =>
      (await db.selectFrom('target').selectAll().orderBy('measure').orderBy('starts_on').execute()).map(targetOf),
  }
}
