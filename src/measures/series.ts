import type { MeasureDefinition, QueriedMeasure } from '../definitions/measure.ts'
import type { Row } from '../engine/engine.ts'
import type { Period } from '../kit/period.ts'
import { sumOfNobody } from './behind.ts'
import { countedRows } from './counted.ts'
import { benchmarkFigure, differenceFigure, earlierFigure, ratioFigure } from './derived.ts'
import { pictured } from './picture.ts'
import { absent, type Figure, identity, type Point } from './point.ts'
import { NO_POPULATION, readPopulations } from './population.ts'
import { type AgeBands, isQueried, levelOf } from './query.ts'
import { measureNamed, type Session } from './session.ts'
import { heldReferences, needsBehind, needsOf, resultsMissing, type Standing, standingOf } from './state.ts'

export type SeriesOptions = {
  readonly measure: MeasureDefinition
  /** All of one window, oldest first. */
  readonly periods: readonly Period[]
  /** Slices to cut by: each entry is one slice or two together; those the measure has not are left out. The whole is always there. */
  readonly slices?: readonly (readonly string[])[]
  readonly bands?: AgeBands
  readonly authority?: string
}

/** A measure's figures: the whole for every authority and period, and each slice where it has anyone. */
export async function series(session: Session, options: SeriesOptions): Promise<readonly Point[]> {
  const { measure } = options
  const points = isQueried(measure)
    ? await queried(session, measure, options)
    : await derived(session, measure, options)
  const wanted =
    options.authority === undefined ? points : points.filter(({ authority }) => authority === options.authority)
  return pictured(session, await needsBehind(session, measure), options.periods, wanted)
}

/** A measure that names others, worked out from their series. */
async function derived(
  session: Session,
  measure: Exclude<MeasureDefinition, QueriedMeasure>,
  options: SeriesOptions,
): Promise<readonly Point[]> {
  const of = (name: string, periods = options.periods): Promise<readonly Point[]> =>
    series(session, { ...options, measure: measureNamed(session, name), periods })
  if (measure.kind === 'ratio')
    return ratioFigure(session, measure, await of(measure.numerator), await of(measure.denominator))
  if (measure.against === 'another measure')
    return differenceFigure(session, measure, await of(measure.of), await of(measure.than ?? ''))
  if (measure.against === 'region')
    return benchmarkFigure(session, measure, measureNamed(session, measure.of), await of(measure.of))
  return earlierFigure(session, measure, options.periods, periods => of(measure.of, periods))
}

type Counts = { readonly members: number; readonly hits: number; readonly unknown: number; readonly amount: number }

async function queried(
  session: Session,
  measure: QueriedMeasure,
  { periods, slices: asked = [], bands, authority: only }: SeriesOptions,
): Promise<readonly Point[]> {
  const query = await session.query(measure)
  const slices = asked.filter(set => set.every(name => query.slices.includes(name)))
  const sets = [[], ...slices]
  const names = [...new Set(sets.flat())]
  const rows = await countedRows(session, query, { sets, periods, bands, authority: only })
  const authorities = session.authorities.filter(authority => only === undefined || authority === only)
  const standing = await standings(session, measure, periods, authorities)
  const populations = measure.kind === 'rate' ? await readPopulations(session, measure) : null
  const byLevel = Map.groupBy(rows, ({ level }) => Number(level))
  const wholes = new Map(
    (byLevel.get(levelOf(names, [])) ?? []).map(row => [`${row.authority} ${row.period_end}`, countsOf(row)]),
  )
  const nobody = sumOfNobody(query) ? { behind: [] } : {}
  const point = (authority: string, period: Period, slice: Point['slice'], counts: Counts, whole: Counts): Point => {
    const key = `${authority} ${period.end}`
    return {
      ...identity(measure, authority, period, slice),
      ...nobody,
      ...figureOf(
        measure,
        counts,
        whole,
        slice,
        standing.get(key) ?? null,
        populations?.(authority, period.end, slice) ?? null,
      ),
    }
  }
  const total = authorities.flatMap(authority =>
    periods.map(period => {
      const counts = wholes.get(`${authority} ${period.end}`) ?? NONE
      return point(authority, period, null, counts, counts)
    }),
  )
  const byEnd = new Map(periods.map(period => [period.end as string, period]))
  const cut = slices.flatMap(set =>
    (byLevel.get(levelOf(names, set)) ?? []).flatMap(row => {
      const period = byEnd.get(String(row.period_end))
      const key = `${row.authority} ${row.period_end}`
      if (!period || standing.get(key)) return []
      return [
        point(
          String(row.authority),
          period,
          Object.fromEntries(set.map(name => [name, String(row[name])])),
          countsOf(row),
          wholes.get(key) ?? NONE,
        ),
      ]
    }),
  )
  return [...total, ...cut]
}

const NONE: Counts = { members: 0, hits: 0, unknown: 0, amount: 0 }
const countsOf = ({ members, hits, unknown, amount }: Row): Counts => ({
  members: Number(members),
  hits: Number(hits),
  unknown: Number(unknown),
  amount: Number(amount ?? 0),
})

function figureOf(
  measure: QueriedMeasure,
  counts: Counts,
  whole: Counts,
  slice: Point['slice'],
  standing: Standing,
  population: number | NonNullable<Standing> | null,
): Figure {
  if (standing) return absent(standing.state, standing.reason)
  const { hits, unknown, amount } = counts
  if (measure.kind === 'count') return { numerator: hits, denominator: null, value: hits, unknown, state: 'measured' }
  // A sum of nothing known is not nought.
  if (measure.kind === 'total' && unknown > 0 && unknown === counts.members)
    return { ...absent('no one in scope', emptied(measure, counts), unknown), numerator: 0, denominator: 0 }
  if (measure.kind === 'total')
    return { numerator: amount, denominator: hits, value: amount, unknown, state: 'measured' }
  if (measure.kind === 'rate') {
    if (typeof population !== 'number')
      return population ? absent(population.state, population.reason, unknown) : absent('awaiting data', NO_POPULATION)
    return {
      numerator: hits,
      denominator: population,
      value: (hits * measure.base) / population,
      unknown,
      state: 'measured',
    }
  }
  const known = (of: Counts): number => (measure.unknown_is === 'left out' ? of.members - of.unknown : of.members)
  const mixed = slice !== null && measure.kind === 'proportion' && measure.mix?.some(name => name in slice)
  const denominator = measure.kind === 'average' ? hits : known(mixed ? whole : counts)
  const numerator = measure.kind === 'average' ? amount : hits
  if (denominator === 0)
    return { ...absent('no one in scope', emptied(measure, counts), unknown), numerator: 0, denominator: 0 }
  return { numerator, denominator, value: numerator / denominator, unknown, state: 'measured' }
}

/** Which exclusions emptied a denominator. */
function emptied(measure: QueriedMeasure, { members, unknown }: Counts): string {
  if (members === 0) return `No one in scope: there was nobody of "${measure.population}"`
  if (unknown === members)
    // What a header calls not known may be a thing ("the price") or what is amiss ("the start of care is not held").
    return `No one in scope: for all ${members} it is not known${measure.unknown ? `: ${measure.unknown}` : ''}`
  return `No one in scope: none of ${members} had a value (${measure.counted})`
}

/** Why each authority's periods cannot be measured; periods that can are left out. */
async function standings(
  session: Session,
  measure: MeasureDefinition,
  periods: readonly Period[],
  authorities: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<Standing>>> {
  const needs = needsOf(measure, isQueried(measure) ? await session.query(measure) : null)
  const held = await heldReferences(session)
  const missing = await resultsMissing(session, measure)
  const found = new Map<string, NonNullable<Standing>>()
  for (const authority of authorities) {
    const own = session.holdingsOf(authority)
    for (const period of periods) {
      const standing = standingOf(measure, needs, held, own, period, session.today()) ?? missing(authority, period)
      if (standing) found.set(`${authority} ${period.end}`, standing)
    }
  }
  return found
}

/** The slices a measure can be cut by: for a ratio those that both its measures have, for a gap with another measure too. */
export async function slicesFor(session: Session, measure: MeasureDefinition): Promise<readonly string[]> {
  if (isQueried(measure)) return (await session.query(measure)).slices
  if (measure.kind === 'gap' && measure.than === undefined) return []
  const [one, other] =
    measure.kind === 'gap' ? [measure.of, measure.than ?? ''] : [measure.numerator, measure.denominator]
  const [above, below] = await Promise.all([one, other].map(name => slicesFor(session, measureNamed(session, name))))
  return (above ?? []).filter(name => below?.includes(name))
}
