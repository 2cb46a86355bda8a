import type { Kysely, Selectable } from 'kysely'
import type { Day } from '../kit/day.ts'
import type { Schema } from './schema.ts'

/** A forecast to be kept: `content` is text that this room does not read. */
export type NewForecast = {
  /** SHA-256 of all that it was made of, in lower-case hexadecimal: the same forecast made again has the same. */
  readonly mark: string
  /** The day it starts from: the last that it knew. */
  readonly at: Day
  readonly dataVersion: number
  /** Which method, with its version. */
  readonly method: string
  readonly content: string
  /** SHA-256 of the content, in lower-case hexadecimal. */
  readonly seal: string
}

export type IssuedForecast = NewForecast & {
  /** In the order of issue. */
  readonly number: number
  /** An instant, as `2026-11-09T09:30:00.000Z`. */
  readonly issuedAt: string
}

export type Forecasts = {
  /** Keeps a forecast as issued and gives its number; of one that was issued before the number it has. */
  readonly issue: (forecast: NewForecast) => Promise<number>
  /** Oldest first. */
  readonly all: () => Promise<readonly IssuedForecast[]>
}

const issuedOf = (row: Selectable<Schema['issued_forecast']>): IssuedForecast => ({
  number: row.number,
  mark: row.mark,
  issuedAt: row.issued_at,
  at: row.starts_at as Day,
  dataVersion: row.data_version,
  method: row.method,
  content: row.content,
  seal: row.seal,
})

export function forecasts(db: Kysely<Schema>): Forecasts {
  const numberOf = (mark: string) =>
    db.selectFrom('issued_forecast').select('number').where('mark', '=', mark).executeTakeFirst()
  return {
    issue: async ({ at, dataVersion, ...forecast }) => {
      const row = { ...forecast, starts_at: at, data_version: dataVersion, issued_at: new Date().toISOString() }
      for (;;) {
        // One statement, so that two who issue at once never take one number.
        const issued = await db
          .insertInto('issued_forecast')
          .values(e => ({
            ...row,
            number: e
              .selectFrom('issued_forecast')
              .select(s => e(e.fn.coalesce(s.fn.max('number'), e.lit(0)), '+', 1).as('next')),
          }))
          .onConflict(conflict => conflict.doNothing())
          .returning('number')
          .executeTakeFirst()
        const found = issued ?? (await numberOf(forecast.mark))
        if (found) return found.number
        // Another took the number and is not this forecast: the next number is asked for.
      }
    },
    all: async () => (await db.selectFrom('issued_forecast').selectAll().orderBy('number').execute()).map(issuedOf),
  }
}
