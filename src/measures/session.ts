import { findMeasure, type MeasureDefinition } from '../definitions/measure.ts'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import type { Period } from '../kit/period.ts'
import { didYouMean } from '../kit/text.ts'
import { makeInCareAt, makePeriods } from '../model/model.ts'
import { isQueried, type ReadQuery, readQuery } from './query.ts'

/** What one authority holds of one source: the days that one collection year's table speaks for. */
export type Holding = {
  readonly authority: string
  readonly source: string
  readonly year: number
  readonly first: Day
  readonly last: Day
}

/** A data version opened for measuring, with the definitions to measure by. */
export type Session = {
  readonly engine: Engine
  readonly measures: ReadonlyMap<string, MeasureDefinition>
  readonly authorities: readonly string[]
  readonly holdings: readonly Holding[]
  /** Rows that could not be used, by authority and source. */
  readonly setAside: ReadonlyMap<string, number>
  /** Makes `period` and `in_care_at` for these periods. */
  readonly prepare: (periods: readonly Period[]) => Promise<void>
  /** The measure's query looked into, once. */
  readonly query: (measure: MeasureDefinition) => Promise<ReadQuery>
}

/** Opens a session over an engine in which the model's tables, views and macros are there. */
export async function openSession(engine: Engine, measures: ReadonlyMap<string, MeasureDefinition>): Promise<Session> {
  const held = await engine.rows(
    `select authority, source, collection_year as year, first_day as first, last_day as last from reference.return_held order by all`,
  )
  const holdings = held as unknown as readonly Holding[]
  const setAside = await engine.rows(
    'select authority, source, sum(rows)::integer as rows from reference.set_aside group by all',
  )
  const stored = await storedMonths(engine)
  const queries = new Map<string, Promise<ReadQuery>>()
  let prepared = ''
  const prepare = async (periods: readonly Period[]): Promise<void> => {
    const key = periods.map(({ start, end }) => `${start}${end}`).join()
    if (key === prepared) return
    prepared = key
    await makePeriods(engine, periods)
    await provideInCareAt(engine, [...new Set(periods.map(({ end }) => end))], stored)
  }
  return {
    engine,
    measures,
    authorities: [...new Set(holdings.filter(({ source }) => source === 'Episodes').map(({ authority }) => authority))],
    holdings,
    setAside: new Map(setAside.map(({ authority, source, rows }) => [`${authority} ${source}`, Number(rows)])),
    prepare,
    query: async measure => {
      if (!isQueried(measure)) throw new Error(`${measure.id} has no query`)
      if (prepared === '') await prepare([{ window: 'month', start: '2020-03-01' as Day, end: '2020-03-31' as Day }])
      const found = queries.get(measure.id) ?? readQuery(engine, measure)
      queries.set(measure.id, found)
      return found
    },
  }
}

/** The month ends for which a data version keeps `in_care_at` ready; none for a model just built. */
async function storedMonths(engine: Engine): Promise<ReadonlySet<string>> {
  const there = await engine.row(`select 1 as found from duckdb_views() where view_name = 'in_care_at_month'`)
  return new Set(
    there
      ? (await engine.rows('select distinct period_end from in_care_at_month')).map(({ period_end }) =>
          String(period_end),
        )
      : [],
  )
}

async function provideInCareAt(engine: Engine, days: readonly Day[], stored: ReadonlySet<string>): Promise<void> {
  const missing = days.filter(d => !stored.has(d))
  await engine.run('drop view if exists temp.in_care_at; drop table if exists temp.in_care_at_asked')
  const kept = days.length > missing.length
  if (missing.length || !kept) await makeInCareAt(engine, missing.length ? missing : days, 'in_care_at_asked')
  const wanted = days.filter(d => stored.has(d)).map(d => `date ${literal(d)}`)
  const parts = [
    ...(kept ? [`select * from in_care_at_month where period_end in (${wanted.join(', ')})`] : []),
    ...(missing.length || !kept ? ['select * from in_care_at_asked'] : []),
  ]
  await engine.run(`create temp view in_care_at as ${parts.join(' union all by name ')}`)
}

/** The measure of a name people use. Throws HEARTH-1201 with "did you mean". */
export function measureNamed(session: Pick<Session, 'measures'>, name: string): MeasureDefinition {
  const found = findMeasure(session.measures, name)
  if (found) return found
  const known = [...session.measures.values()].flatMap(({ id, catalogue }) => [id, catalogue])
  throw new UserError(
    'HEARTH-1201',
    `There is no measure "${name}".${didYouMean(name, known)}`,
    '`hearth measure list` shows them all.',
  )
}
