import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Day } from '../kit/day.ts'
import type { Schema } from './schema.ts'

export const annotationKinds = ['event', 'practice', 'definition', 'data', 'rebase'] as const

/** Something marked on the charts of a measure: a time in which something was so, or a day on which something changed. */
export type Annotation = {
  /** A measure reference or a scorecard number, as written; null: every measure. */
  readonly measure: string | null
  readonly from: Day
  /** The last day of it; null: a change on the first day, without an end. */
  readonly to: Day | null
  readonly text: string
  /** `rebase`: limits start anew here, for the reason in `text`. */
  readonly kind: (typeof annotationKinds)[number]
  readonly author: string | null
  /** The day it was decided or written. */
  readonly date: Day | null
  /** It comes again on the same days of each later year. */
  readonly recurs: 'yearly' | null
}

export type KnownAnnotation = Annotation & { readonly source: string; readonly loadedAt: string }

export type Annotations = {
  /** Puts these in the place of all there were, in one transaction; `source` is the file, as shown to people. */
  readonly replaceAll: (annotations: readonly Annotation[], source: string) => Promise<void>
  /** In the order of the file. */
  readonly all: () => Promise<readonly KnownAnnotation[]>
}

const annotationOf = (row: Selectable<Schema['annotation']>): KnownAnnotation => ({
  measure: row.measure,
  from: row.starts_on as Day,
  to: row.ends_on as Day | null,
  text: row.words,
  kind: row.kind,
  author: row.author,
  date: row.decided_on as Day | null,
  recurs: row.recurs,
  source: row.source,
  loadedAt: row.loaded_at,
})

/** Puts these in the place of all there were. */
export async function replaceAnnotations(
  transaction: Transaction<Schema>,
  rows: readonly Annotation[],
  source: string,
): Promise<void> {
  const loaded_at = new Date().toISOString()
  await transaction.deleteFrom('annotation').execute()
  for (const [ordinal, { measure, from, to, text, kind, author, date, recurs }] of rows.entries())
    await transaction
      .insertInto('annotation')
      .values({
        ordinal,
        measure,
        starts_on: from,
        ends_on: to,
        words: text,
        kind,
        author,
        decided_on: date,
        recurs,
        source,
        loaded_at,
      })
      .execute()
}

export function annotations(db: Kysely<Schema>): Annotations {
  return {
    replaceAll: (rows, source) =>
      db.transaction().execute(transaction => replaceAnnotations(transaction, rows, source)),
    all: async () => (await db.selectFrom('annotation').selectAll().orderBy('ordinal').execute()).map(annotationOf),
  }
}
