import { findMeasure, type MeasureDefinition } from '../definitions/measure.ts'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { type Day, day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import type { Period } from '../kit/period.ts'
import { didYouMean } from '../kit/text.ts'
import { makeInCareAt, makePeriods } from '../model/model.ts'
import { openProven, type Proven } from './proven.ts'
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
  readonly holdingsOf: (authority: string) => readonly Holding[]
  /** Rows that could not be used, by authority and source. */
  readonly setAside: ReadonlyMap<string, number>
  /**
   * Makes `period` and `in_care_at` for these periods, runs the work, and only then lets the next in: two requests at
   * once would otherwise read each other's periods. Do not call `during` or `query` inside the work.
   */
  readonly during: <T>(periods: readonly Period[], work: () => Promise<T>) => Promise<T>
  /** The measure's query looked into, once. */
  readonly query: (measure: MeasureDefinition) => Promise<ReadQuery>
  /** Queries already known to give no subject twice in a period. */
  readonly proven: Proven
}

export type SessionOptions = {
  /** A file beside the data version that remembers which queries were checked: once per version and measure. */
  readonly provenFile?: string
}

const MARCH_2020: Period = { window: 'month', start: day('2020-03-01'), end: day('2020-03-31') }

/** Opens a session over an engine in which the model's tables, views and macros are there. */
export async function openSession(
  engine: Engine,
  measures: ReadonlyMap<string, MeasureDefinition>,
  options: SessionOptions = {},
): Promise<Session> {
  const held = await engine.rows(
    `select authority, source, collection_year as year, first_day as first, last_day as last from reference.return_held order by all`,
  )
  const holdings = held as unknown as readonly Holding[]
  const setAside = await engine.rows(
    'select authority, source, sum(rows)::integer as rows from reference.set_aside group by all',
  )
  const byAuthority = Map.groupBy(holdings, ({ authority }) => authority)
  const queries = new WeakMap<MeasureDefinition, Promise<ReadQuery>>()
  const prepare = preparer(engine, await storedMonths(engine), spanOf(holdings))
  let turn: Promise<unknown> = Promise.resolve()
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }
  return {
    engine,
    measures,
    authorities: [...new Set(holdings.filter(({ source }) => source === 'Episodes').map(({ authority }) => authority))],
    holdings,
    holdingsOf: authority => byAuthority.get(authority) ?? [],
    setAside: new Map(setAside.map(({ authority, source, rows }) => [`${authority} ${source}`, Number(rows)])),
    during: (periods, work) =>
      alone(async () => {
        await prepare(periods)
        return work()
      }),
    query: async measure => {
      if (!isQueried(measure)) throw new Error(`${measure.id} has no query`)
      const found =
        queries.get(measure) ??
        alone(async () => {
          await prepare(null)
          return readQuery(engine, measure)
        })
      queries.set(measure, found)
      return found
    },
    proven: openProven(options.provenFile),
  }
}

/** Makes what measures read, again only where the days differ from the last ones; null: whatever is there will do. */
function preparer(
  engine: Engine,
  stored: ReadonlySet<string>,
  held: Span,
): (periods: readonly Period[] | null) => Promise<void> {
  let spans = ''
  let days = ''
  return async asked => {
    if (asked === null && spans !== '') return
    const periods = asked ?? [MARCH_2020]
    const ends = [...new Set(periods.map(({ end }) => end))].sort()
    const wanted = periods.map(({ start, end }) => `${start}${end}`).join()
    if (wanted !== spans) await makePeriods(engine, periods)
    spans = wanted
    if (ends.join() !== days) await provideInCareAt(engine, ends, stored, held)
    days = ends.join()
  }
}

/** The month ends for which a data version keeps `in_care_at` ready; none for a model just built. */
async function storedMonths(engine: Engine): Promise<ReadonlySet<string>> {
  const there = await engine.row(
    `select 1 as found from information_schema.tables where table_name = 'in_care_at_month'`,
  )
  return new Set(
    there
      ? (await engine.rows('select distinct period_end from in_care_at_month')).map(({ period_end }) =>
          String(period_end),
        )
      : [],
  )
}

/** The first and last day that any return speaks for; nobody is known to be in care outside them. */
type Span = { readonly first: Day; readonly last: Day } | null
function spanOf(holdings: readonly Holding[]): Span {
  const first = holdings.map(holding => holding.first).sort()[0]
  const last = holdings
    .map(holding => holding.last)
    .sort()
    .at(-1)
  return first && last ? { first, last } : null
}

async function provideInCareAt(
  engine: Engine,
  days: readonly Day[],
  stored: ReadonlySet<string>,
  held: Span,
): Promise<void> {
  // Where month ends are kept, a day that no return speaks for has no figure and need not be worked out.
  const spoken = (d: Day): boolean => stored.size === 0 || held === null || (d >= held.first && d <= held.last)
  const missing = days.filter(d => !stored.has(d) && spoken(d))
  await engine.run('drop view if exists temp.in_care_at; drop table if exists temp.in_care_at_asked')
  const kept = stored.size > 0
  if (missing.length || !kept) await makeInCareAt(engine, missing.length ? missing : days, 'in_care_at_asked')
  const wanted = days.filter(d => stored.has(d)).map(d => `date ${literal(d)}`)
  const parts = [
    ...(kept
      ? [
          `select * from in_care_at_month${wanted.length === stored.size ? '' : ` where ${wanted.length ? `period_end in (${wanted.join(', ')})` : 'false'}`}`,
        ]
      : []),
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
