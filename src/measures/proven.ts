import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Engine } from '../engine/engine.ts'
import { DefinitionError } from '../kit/error.ts'
import type { Period } from '../kit/period.ts'
import type { ReadQuery } from './query.ts'

/** Queries known to give no subject twice, by a digest of their text and the period. */
export type Proven = {
  readonly has: (sql: string, period: Period) => boolean
  readonly add: (sql: string, periods: readonly Period[]) => void
}

const digest = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 24)
const key = (of: string, { start, end }: Period): string => `${of} ${start} ${end}`

/** Remembers in a file where one is given, one query and period a line; a file that cannot be written only costs the check again. */
export function openProven(file?: string): Proven {
  const known = new Set(file && existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
  return {
    has: (sql, period) => known.has(key(digest(sql), period)),
    add: (sql, periods) => {
      const of = digest(sql)
      const fresh = periods.map(period => key(of, period)).filter(one => !known.has(one))
      for (const one of fresh) known.add(one)
      if (!file || fresh.length === 0) return
      try {
        appendFileSync(file, `${fresh.join('\n')}\n`)
      } catch {
        // A read-only home: the check is made again next time.
      }
    },
  }
}

/**
 * Refuses a query that gives a subject twice in a period: a join multiplied its rows, and every count would be too high. Asked
 * once for each query and period of a version: what is single in a month may stand twice in twelve. `period` and `in_care_at`
 * must be there. Throws HEARTH-1214 with an example.
 */
export async function refuseTwice(
  engine: Engine,
  proven: Proven,
  { measure, columns }: ReadQuery,
  periods: readonly Period[],
): Promise<void> {
  const unasked = periods.filter(period => !proven.has(measure.sql, period))
  if (unasked.length === 0) return
  // Ids of the council's own (a household, a home) are of its authority.
  const by = `period_end, subject${columns.has('authority') ? ', authority' : ''}`
  const twice = await engine.row(
    `select period_end, subject, count(*) as times from (${measure.sql}) group by ${by} having count(*) > 1 limit 1`,
  )
  if (twice)
    throw new DefinitionError(
      'HEARTH-1214',
      `The query gives subject ${twice.subject} ${twice.times} times in the period that ends on ${twice.period_end}.`,
      'A subject is counted once a period: look for a join that multiplies rows, or make the subject what is counted (such as child_id and period_no).',
      { file: measure.file, line: measure.sqlLine },
    )
  proven.add(measure.sql, unasked)
}
