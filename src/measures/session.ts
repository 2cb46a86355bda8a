import { findMeasure, type MeasureDefinition } from '../definitions/measure.ts'
import type { Engine } from '../engine/engine.ts'
import { type Day, day, monthEnd } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import type { Period } from '../kit/period.ts'
import { didYouMean } from '../kit/text.ts'
import { shapeOf } from '../model/file-shape.ts'
import { makePeriods } from '../model/model.ts'
import { type Holding, type SetAside, tellsOfCare } from './holding.ts'
import { inCareProvider, type Provide } from './in-care.ts'
import { openProven, type Proven } from './proven.ts'
import { isQueried, type ReadQuery, readQuery } from './query.ts'

/** A data version opened for measuring, with the definitions to measure by. */
export type Session = {
  readonly engine: Engine
  readonly measures: ReadonlyMap<string, MeasureDefinition>
  readonly authorities: readonly string[]
  readonly holdings: readonly Holding[]
  readonly holdingsOf: (authority: string) => readonly Holding[]
  /** Rows that could not be used. */
  readonly setAside: readonly SetAside[]
  /**
   * Makes `period` and `in_care_at` for these periods, runs the work, and only then lets the next in: two requests at
   * once would otherwise read each other's periods. Do not call `during` or `query` inside the work.
   */
  readonly during: <T>(periods: readonly Period[], work: () => Promise<T>) => Promise<T>
  /** The measure's query looked into, once. */
  readonly query: (measure: MeasureDefinition) => Promise<ReadQuery>
  /** Queries already known to give no subject twice in a period. */
  readonly proven: Proven
  /** Today; null where no day is too late to be measured. */
  readonly today: () => Day | null
}

export type SessionOptions = {
  /** A file beside the data version that remembers which queries were checked: once per version and measure. */
  readonly provenFile?: string
  /** Today, asked each time: nothing is measured for a period that is not over. */
  readonly today?: () => Day
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
  const holdings = (held as unknown as readonly Holding[]).map(withinMonth)
  const setAside = await engine.rows(
    'select authority, source, collection_year as year, sum(rows)::integer as rows from reference.set_aside group by all',
  )
  const byAuthority = Map.groupBy(holdings, ({ authority }) => authority)
  const queries = new WeakMap<MeasureDefinition, Promise<ReadQuery>>()
  const prepare = preparer(engine, await inCareProvider(engine, holdings))
  let turn: Promise<unknown> = Promise.resolve()
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }
  return {
    engine,
    measures,
    authorities: [...new Set(holdings.filter(tellsOfCare).map(({ authority }) => authority))],
    holdings,
    holdingsOf: authority => byAuthority.get(authority) ?? [],
    setAside: setAside.map(({ authority, source, year, rows }) => ({
      authority: String(authority),
      source: String(source),
      year: year === null ? null : Number(year),
      rows: Number(rows),
    })),
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
    today: options.today ?? (() => null),
  }
}

/** Versions made before pictures of who is in care ended with their month say that they speak for longer. */
function withinMonth(holding: Holding): Holding {
  const end = shapeOf(holding.source)?.withinMonth ? monthEnd(holding.first) : holding.last
  return end < holding.last ? { ...holding, last: end } : holding
}

/** Makes what measures read, again only where the days differ from the last ones; null: whatever is there will do. */
function preparer(engine: Engine, provide: Provide): (periods: readonly Period[] | null) => Promise<void> {
  let spans = ''
  let days = ''
  return async asked => {
    if (asked === null && spans !== '') return
    const periods = asked ?? [MARCH_2020]
    const ends = [...new Set(periods.map(({ end }) => end))].sort()
    const wanted = periods.map(({ start, end }) => `${start}${end}`).join()
    if (wanted !== spans) await makePeriods(engine, periods)
    spans = wanted
    if (ends.join() !== days) await provide(ends)
    days = ends.join()
  }
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
