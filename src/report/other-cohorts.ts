import { addMonths } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { careKnown, type Point, type QueriedMeasure, type Session, series } from '../measures/measures.ts'

/** A figure over part of the children that it is of. `left`: how many of the population are left out. */
export type OtherCohort = { readonly what: string; readonly value: number; readonly left: number }

type Told = Pick<Point, 'numerator' | 'denominator' | 'value' | 'unknown'>

/** Cohorts that published figures are of, as the values of a standard slice that stay in: DfE's OC2 tables are of a year in care, LAIT shows figures without UASC. */
const COHORTS = [
  { slice: 'uasc', keeps: ['no'], monthsHeld: 0, what: 'Were unaccompanied asylum-seeking children left out' },
  {
    slice: 'time_in_care',
    // A start that is not known lies before the first return, so it is a year ago once a year of returns is held.
    keeps: ['1_to_2_years', '2_to_5_years', '5_years_plus', 'not_known'],
    monthsHeld: 12,
    what: 'Were only children in care for 12 months or more counted',
  },
]

/**
 * A measure's figure of a period over other cohorts: each standard slice by which the published figure may differ, and, for a
 * share that leaves out who is not known, with those counted as no. Only cohorts that leave somebody out and somebody in; none
 * for a rate, whose population has no such parts, or a sum.
 */
export async function otherCohorts(
  session: Session,
  measure: QueriedMeasure,
  period: Period,
  authority: string,
): Promise<readonly OtherCohort[]> {
  if (measure.kind === 'rate' || measure.kind === 'total') return []
  const slices = COHORTS.map(({ slice }) => [slice])
  const points = await series(session, { measure, periods: [period], slices, authority })
  const whole = points.find(({ slice }) => slice === null)
  if (whole?.state !== 'measured') return []
  const known = careKnown(session.holdingsOf(authority))
  const found: OtherCohort[] = []
  for (const { slice, keeps, monthsHeld, what } of COHORTS) {
    if (known === null || addMonths(known.first, monthsHeld) > period.end) continue
    const parts = points.filter(point => point.slice?.[slice] !== undefined)
    const kept = parts.filter(point => keeps.includes(point.slice?.[slice] ?? ''))
    const numerator = sum(kept, ({ numerator }) => numerator)
    const denominator = whole.denominator === null ? null : sum(kept, ({ denominator }) => denominator)
    const left = of(whole) - (denominator ?? numerator)
    const value = denominator === null ? numerator : numerator / denominator
    if (parts.length > 0 && left > 0 && (denominator ?? numerator) > 0) found.push({ what, value, left })
  }
  if (leavesUnknownOut(measure) && whole.unknown > 0 && whole.numerator !== null && whole.denominator !== null)
    found.push({
      what: 'Were those not known counted as no',
      value: whole.numerator / (whole.denominator + whole.unknown),
      left: whole.unknown,
    })
  return found
}

const leavesUnknownOut = (measure: QueriedMeasure): boolean =>
  measure.kind === 'proportion' && measure.unknown_is !== 'not counted'
const of = ({ numerator, denominator }: Told): number => denominator ?? numerator ?? 0
const sum = (points: readonly Point[], part: (point: Point) => number | null): number =>
  points.reduce((total, point) => total + (part(point) ?? 0), 0)
