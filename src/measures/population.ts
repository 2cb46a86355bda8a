import type { QueriedMeasure } from '../definitions/measure.ts'
import type { Day } from '../kit/day.ts'
import type { Point } from './point.ts'
import type { Session } from './session.ts'
import type { Standing } from './state.ts'

type Rate = Extract<QueriedMeasure, { kind: 'rate' }>
type Estimate = { readonly from: number; readonly to: number; readonly persons: number }

export const NO_POPULATION = 'Needs population.csv with a mid-year estimate for this authority by this day'

/** Ages of the standard bands that a population can be added up for. */
const bands: Readonly<Record<string, readonly [number, number]>> = {
  under_1: [0, 0],
  '1_4': [1, 4],
  '5_9': [5, 9],
  '10_15': [10, 15],
  '16_plus': [16, 17],
}

/** A range given as it is, else the narrower rows within it added up where they cover it; null where they do not. */
export function personsAged(estimates: readonly Estimate[], from: number, to: number): number | null {
  const whole = estimates.find(estimate => estimate.from === from && estimate.to === to)
  if (whole) return whole.persons
  let next = from
  let persons = 0
  while (next <= to) {
    const found = estimates
      .filter(estimate => estimate.from === next && estimate.to <= to)
      .toSorted((a, b) => a.to - b.to)[0]
    if (!found) return null
    persons += found.persons
    next = found.to + 1
  }
  return persons
}

/**
 * The people a rate is per, for an authority, day and slice: the estimate of the latest 30 June on or before the day that
 * is loaded (the school census: the latest January). A slice by age, ethnic group or ward has its own people; others have
 * none, and no rate. Source: local-extracts.md 4.1.
 */
export async function readPopulations(
  session: Session,
  { reference }: Rate,
): Promise<(authority: string, end: Day, slice: Point['slice']) => number | NonNullable<Standing>> {
  const rows = await session.engine.rows(
    `select area_code, year, ethnic_group, age_from, age_to, any_value(persons) as persons from reference.population
     where population_type = '${reference.population}' group by all order by year`,
  )
  const byArea = Map.groupBy(rows, ({ area_code, ethnic_group }) => `${area_code} ${ethnic_group}`)
  const awaiting = { state: 'awaiting data', reason: NO_POPULATION } as const
  const close = reference.population === 'school' ? '01-31' : '06-30'
  return (authority, end, slice) => {
    const other = Object.keys(slice ?? {}).find(name => !['age_band', 'ethnic_group', 'ward'].includes(name))
    if (other !== undefined)
      return { state: 'not applicable', reason: `Population is not known by ${other.replaceAll('_', ' ')}: no rate` }
    const ages = slice?.age_band === undefined ? [reference.from_age, reference.to_age] : ageRange(slice.age_band)
    if (!ages) return awaiting
    const own = byArea.get(`${slice?.ward ?? authority} ${slice?.ethnic_group ?? 'all'}`) ?? []
    const year = own.findLast(row => `${row.year}-${close}` <= end)?.year
    const estimates = own
      .filter(row => row.year === year)
      .map(row => ({ from: Number(row.age_from), to: Number(row.age_to), persons: Number(row.persons) }))
    const persons = personsAged(estimates, ages[0] ?? 0, ages[1] ?? 17)
    return persons === null || persons === 0 ? awaiting : persons
  }
}

function ageRange(band: string): readonly [number, number] | null {
  const custom = /^(\d+)_(\d+)$/.exec(band)
  return bands[band] ?? (custom ? [Number(custom[1]), Number(custom[2])] : null)
}
