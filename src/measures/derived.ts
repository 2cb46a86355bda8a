import type { MeasureDefinition } from '../definitions/measure.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { endsBefore, monthsBefore, type Period, periodEnding } from '../kit/period.ts'
import { countsBehind } from './behind.ts'
import { absent, identity, type Point } from './point.ts'
import { measureNamed, type Session } from './session.ts'

type Ratio = Extract<MeasureDefinition, { kind: 'ratio' }>
type Gap = Extract<MeasureDefinition, { kind: 'gap' }>

const keyOf = ({ authority, period_end, slice }: Point): string => `${authority} ${period_end} ${JSON.stringify(slice)}`

/** One measure's number over another's. Where the lower is nought there is no ratio, never infinity. */
export function ratioFigure(
  session: Session,
  measure: Ratio,
  above: readonly Point[],
  below: readonly Point[],
): readonly Point[] {
  const lower = new Map(below.map(point => [keyOf(point), point]))
  return above.flatMap(upper => {
    // A share of a whole: in a slice it is of everything, not of the slice's own.
    const mixed = upper.slice !== null && measure.mix?.some(name => name in (upper.slice ?? {}))
    const under = lower.get(keyOf(mixed ? { ...upper, slice: null } : upper))
    if (!under) return []
    const own = identity(measure, upper.authority, { window: upper.window, end: upper.period_end }, upper.slice)
    const unknown = upper.unknown + under.unknown
    const missing = [upper, under].find(({ state }) => state !== 'measured')
    if (missing && missing.state !== 'measured')
      return [{ ...own, ...absent(missing.state, missing.reason ?? '', unknown) }]
    const [numerator, denominator] = [upper.numerator ?? 0, under.numerator ?? 0]
    if (denominator === 0)
      return [
        {
          ...own,
          ...absent('no one in scope', `No ratio: ${under.measure.replaceAll('-', ' ')} is 0`, unknown),
          numerator,
          denominator,
        },
      ]
    const behind = [upper, under].flatMap(point => countsBehind(session, point))
    return [
      { ...own, numerator, denominator, value: numerator / denominator, unknown, state: 'measured' as const, behind },
    ]
  })
}

/** A measure less the published figure of our region: the newest period that had been released by the day. */
export async function benchmarkFigure(
  session: Session,
  measure: Gap,
  of: MeasureDefinition,
  points: readonly Point[],
): Promise<readonly Point[]> {
  const published = await session.engine.rows(
    `select area_code, period, value, release from reference.benchmark
     where comparator = 'region' and indicator = ${literal(of.catalogue)} and coalesce(breakdown, '') = '' and value is not null order by period desc, release desc`,
  )
  const regions = new Map(
    (await session.engine.rows('select area_code, region_code from reference.area')).map(
      ({ area_code, region_code }) => [String(area_code), String(region_code)],
    ),
  )
  return points
    .filter(({ slice }) => slice === null)
    .map(point => {
      const own = identity(measure, point.authority, { window: point.window, end: point.period_end }, null)
      if (point.state !== 'measured' || point.value === null)
        return {
          ...own,
          ...absent(point.state === 'measured' ? 'not measured' : point.state, point.reason ?? '', point.unknown),
        }
      const region = published.find(
        ({ area_code, release }) => area_code === regions.get(point.authority) && String(release) <= point.period_end,
      )
      if (!region)
        return {
          ...own,
          ...absent(
            'awaiting data',
            `Needs benchmarks.csv with the region's ${of.catalogue}, and areas.csv to say which region`,
            point.unknown,
          ),
        }
      return {
        ...own,
        numerator: point.value,
        denominator: Number(region.value),
        value: point.value - Number(region.value),
        unknown: point.unknown,
        state: 'measured' as const,
        // The region's figure is published.
        behind: countsBehind(session, point),
      }
    })
}

/**
 * One measure less another, slice by slice. Of two mixes only the groups are compared, since the whole of each is everyone; a group
 * that one of them has nobody in is nought there.
 */
export function differenceFigure(
  session: Session,
  measure: Gap,
  points: readonly Point[],
  others: readonly Point[],
): readonly Point[] {
  const mixOf = (name: string): readonly string[] => {
    const found = measureNamed(session, name)
    return found.kind === 'gap' ? [] : (found.mix ?? [])
  }
  const mix = new Set([...mixOf(measure.of), ...mixOf(measure.than ?? '')])
  const [own, other] = [points, others].map(list => new Map(list.map(point => [keyOf(point), point]))) as [
    Map<string, Point>,
    Map<string, Point>,
  ]
  const keys = [...new Map([...others, ...points].map(point => [keyOf(point), point])).values()]
  return keys.map(point => {
    const at = identity(measure, point.authority, { window: point.window, end: point.period_end }, point.slice)
    const whole = keyOf({ ...point, slice: null })
    const inMix = Object.keys(point.slice ?? {}).some(name => mix.has(name))
    const of = (side: ReadonlyMap<string, Point>): Point | undefined => {
      const found = side.get(keyOf(point))
      const all = side.get(whole)
      return found ?? (inMix && all?.state === 'measured' ? { ...all, numerator: 0, value: 0, unknown: 0 } : all)
    }
    const [left, right] = [of(own), of(other)]
    const missing = [left, right].find(side => side?.state !== 'measured')
    if (missing || !left || !right)
      return {
        ...at,
        ...absent(missing && missing.state !== 'measured' ? missing.state : 'not measured', missing?.reason ?? ''),
      }
    if (point.slice === null && mix.size > 0)
      return {
        ...at,
        ...absent('not applicable', `Compared group by group: by ${[...mix].join(', ').replaceAll('_', ' ')}`),
      }
    return {
      ...at,
      numerator: left.value,
      denominator: right.value,
      value: (left.value ?? 0) - (right.value ?? 0),
      unknown: left.unknown + right.unknown,
      state: 'measured' as const,
      behind: [left, right].flatMap(side => countsBehind(session, side)),
    }
  })
}

/** How far back a peak is looked for: before any return of the present form. */
const MONTHS = 600

/** A measure less itself at an earlier day: the same month last year, the month before, or its highest so far. */
export async function earlierFigure(
  session: Session,
  measure: Gap,
  periods: readonly Period[],
  of: (periods: readonly Period[]) => Promise<readonly Point[]>,
): Promise<readonly Point[]> {
  const window = periods[0]?.window
  if (window === undefined || window === 'between') return []
  const [first] = session.holdings.map(holding => holding.first).sort()
  const monthly = (end: Day): readonly Day[] =>
    endsBefore('month', end, MONTHS).filter(d => first === undefined || d >= first)
  const refsByEnd = new Map(
    periods.map(({ end }) => [
      end,
      measure.against === 'peak' ? monthly(end) : [monthsBefore(end, measure.against === 'prior month' ? 1 : 12)],
    ]),
  )
  const refs = (end: Day): readonly Day[] => refsByEnd.get(end) ?? []
  const ends = [...new Set(periods.flatMap(({ end }) => [end, ...refs(end)]))].sort()
  const points = (await of(ends.map(end => periodEnding(window, end)))).filter(({ slice }) => slice === null)
  const byKey = new Map(points.map(point => [`${point.authority} ${point.period_end}`, point]))
  return session.authorities.flatMap(authority =>
    periods.map(({ end }) => {
      const own = identity(measure, authority, { window, end }, null)
      const now = byKey.get(`${authority} ${end}`)
      if (now?.state !== 'measured' || now.value === null)
        return { ...own, ...absent(now && now.state !== 'measured' ? now.state : 'not measured', now?.reason ?? '') }
      const before = refs(end)
        .map(d => byKey.get(`${authority} ${d}`))
        .filter(point => point?.state === 'measured')
      const then = before.reduce<Point | undefined>(
        (best, point) => (best === undefined || (point?.value ?? 0) > (best.value ?? 0) ? point : best),
        undefined,
      )
      if (then === undefined) return { ...own, ...absent('not measured', 'The earlier figure is not held') }
      const reference = then.value ?? 0
      return {
        ...own,
        numerator: now.value - reference,
        denominator: reference,
        value: now.value - reference,
        unknown: now.unknown,
        state: 'measured' as const,
        behind: [now, then].flatMap(point => countsBehind(session, point)),
      }
    }),
  )
}
