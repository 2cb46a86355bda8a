import type { InCareOn } from '../forecast/forecast.ts'
import { groups, widerGroups } from '../forecast/groups.ts'
import type { OutlookItem, OutlookOf, OutlookTarget } from '../forecast/outlook.ts'
import { addMonths, type Day, monthEnd, monthOf } from '../kit/day.ts'
import { type Period, periodEnding } from '../kit/period.ts'
import { findMeasure, type MeasureDefinition, type Point, type Session, series } from '../measures/measures.ts'
import { type Target, targetOn } from '../review/target.ts'
import type { ScorecardRow } from './scorecard-file.ts'

const residential = widerGroups.residential ?? []
const share = (...groups: readonly string[]): OutlookOf => ({ of: 'share in groups', groups })

/** The measures that futures can tell the end of the year of, and what each is there. */
const told: readonly (readonly [measure: string, what: OutlookOf])[] = [
  ['children-in-care', { of: 'in care' }],
  ['children-starting', { of: 'starts' }],
  ['children-ceasing', { of: 'ends' }],
  ['ratio-of-entering-to-leaving', { of: 'starts over ends' }],
  ['children-adopted', { of: 'ends', exit: 'adoption' }],
  ['left-care-by-adoption', { of: 'share of leavers', exit: 'adoption' }],
  ['left-care-to-special-guardians', { of: 'share of leavers', exit: 'guardianship', part: 'special guardianship' }],
  ['left-care-by-child-arrangements-order', { of: 'ends', exit: 'guardianship', part: 'child arrangements' }],
  ['placed-with-parents', share('placed_with_parents')],
  ['with-connected-carers', share('connected')],
  ['with-our-own-foster-carers', share('in_house_foster')],
  ['with-agency-foster-carers', share('ifa')],
  ['in-foster-placements', share(...(widerGroups.foster ?? []))],
  ['in-residential-placements', share(...residential)],
  ['in-external-residential-placements', share('external_residential')],
]

/** How far a share may be from that of the history and still be the same figure: a twentieth of a percentage point. */
const SAME = 0.0005

const isStock = ({ of }: OutlookOf): boolean => of === 'in care' || of === 'share in groups'

/** A target in the base of the measure's value: people write percentages. */
function asTarget(target: Target, value: number, unit: OutlookItem['unit']): OutlookTarget {
  const scale = unit === 'share' ? 0.01 : 1
  return { operator: target.operator, value: value * scale, high: target.high === null ? null : target.high * scale }
}

export type OutlookItemsFrom = {
  readonly session: Session
  readonly authority: string
  readonly targets: readonly Target[]
  /** The rows of the scorecard, whose numbers targets may use. */
  readonly rows: readonly ScorecardRow[]
}

/** What is measured of an authority in one period; null where nothing is. */
async function pointOf(
  { session, authority }: Pick<OutlookItemsFrom, 'session' | 'authority'>,
  measure: MeasureDefinition,
  period: Period,
): Promise<Point | null> {
  const points = await series(session, { measure, periods: [period], authority })
  const found = points.find(({ slice }) => slice === null)
  return found?.state === 'measured' ? found : null
}

/** The period that a figure of a year's end is of. */
const yearPeriod = (what: OutlookOf, yearEnd: Day): Period => periodEnding(isStock(what) ? 'month' : 'year', yearEnd)

/** What a figure whose end of the year was told came to; null where it is not measured. */
export async function cameTo(
  from: Pick<OutlookItemsFrom, 'session' | 'authority'>,
  id: string,
  yearEnd: Day,
): Promise<number | null> {
  const measure = findMeasure(from.session.measures, id)
  const [, what] = told.find(([known]) => known === id) ?? []
  return measure && what ? ((await pointOf(from, measure, yearPeriod(what, yearEnd)))?.value ?? null) : null
}

/**
 * The figures whose end of the year is worth asking for: those with a target at the year's end or an out-turn of last year. One that
 * the history counts otherwise than the measure does, as where a council has groups of its own, is left out.
 */
export async function outlookItems(
  from: OutlookItemsFrom,
  at: Day,
  yearEnd: Day,
  inCare: InCareOn,
): Promise<readonly OutlookItem[]> {
  const { session, targets, rows } = from
  const lastYearEnd = monthEnd(addMonths(yearEnd, -12))
  const items: OutlookItem[] = []
  for (const [id, what] of told) {
    const measure = findMeasure(session.measures, id)
    if (!measure) continue
    const stock = isStock(what)
    const now = await pointOf(from, measure, periodEnding(stock ? 'month' : 'year to date', at))
    if (!now || now.numerator === null || now.value === null) continue
    if (what.of === 'share in groups' && Math.abs(now.value - inCare(what.groups) / inCare(groups)) > SAME) continue
    const last = await pointOf(from, measure, yearPeriod(what, lastYearEnd))
    const unit = measure.kind === 'count' ? 'children' : measure.kind === 'ratio' ? 'ratio' : 'share'
    const numbers = rows.flatMap(row => (row.measure === id && row.number ? [row.number] : []))
    const standing = targetOn(targets, [id, measure.catalogue, ...numbers], yearEnd)
    const target = standing.kind === 'set' ? asTarget(standing.target, standing.value, unit) : null
    if (!target && !last) continue
    items.push({
      measure: id,
      title: measure.title,
      unit,
      what,
      // On 31 March the year to come has held nothing yet.
      soFar:
        monthOf(at) === 3
          ? { numerator: 0, denominator: 0 }
          : { numerator: now.numerator, denominator: now.denominator ?? 0 },
      target,
      lastYear: last?.value ?? null,
    })
  }
  return items
}
