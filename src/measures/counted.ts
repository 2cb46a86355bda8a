import type { Row } from '../engine/engine.ts'
import type { Period } from '../kit/period.ts'
import { refuseTwice } from './proven.ts'
import { type AgeBands, aggregateSql, type ReadQuery } from './query.ts'
import type { Session } from './session.ts'

type Asked = {
  readonly sets: readonly (readonly string[])[]
  readonly periods: readonly Period[]
  readonly bands: AgeBands | undefined
  readonly authority: string | undefined
}

/** What has been counted of a query, by what it was cut by and then by period. A query is read once for a session, whose data never change. */
const kept = new WeakMap<ReadQuery, Map<string, Map<string, readonly Row[]>>>()

/** Cuts of one query kept at once: the whole, and what pages and papers cut it by. */
const CUTS = 24

/**
 * A query's rows by authority and period, and by each set of slices: see `aggregateSql`. For one authority each period is counted once in
 * a session: what a row of a scorecard, its signal and the out-turn of a year ask for overlaps, and to plan a query takes longer than to
 * run it. Rows of different periods do not depend on each other (a test holds every measure to it).
 */
export async function countedRows(session: Session, query: ReadQuery, asked: Asked): Promise<readonly Row[]> {
  const { sets, periods, bands, authority } = asked
  const count = (these: readonly Period[]): Promise<readonly Row[]> =>
    session.during(these, async () => {
      await refuseTwice(session.engine, session.proven, query, these)
      return session.engine.rows(`from (${aggregateSql(query, sets, { bands, authority })}) order by all`)
    })
  if (authority === undefined) return count(periods)
  const cuts = kept.get(query) ?? new Map<string, Map<string, readonly Row[]>>()
  kept.set(query, cuts)
  const cut = JSON.stringify([sets, bands, authority])
  const known = cuts.get(cut) ?? new Map<string, readonly Row[]>()
  const missing = periods.filter(period => !known.has(nameOf(period)))
  if (missing.length > 0) {
    const byEnd = Map.groupBy(await count(missing), ({ period_end }) => String(period_end))
    for (const period of missing) known.set(nameOf(period), byEnd.get(period.end) ?? [])
  }
  cuts.delete(cut)
  cuts.set(cut, known)
  const [oldest] = cuts.keys()
  if (cuts.size > CUTS && oldest !== undefined) cuts.delete(oldest)
  return periods.flatMap(period => known.get(nameOf(period)) ?? [])
}

const nameOf = ({ start, end }: Period): string => `${start} ${end}`
