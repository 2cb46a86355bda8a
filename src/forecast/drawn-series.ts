import { type Exit, exits, streams } from '../analysis/forecast/care-history.ts'
import type { Futures } from '../analysis/forecast/futures.ts'
import type { Monthly } from '../analysis/forecast/monthly.ts'
import type { SeriesOf } from '../analysis/forecast/series.ts'
import { fromNumber } from '../kit/day.ts'
import { widerGroups } from './groups.ts'
import type { ForecastSeries, SeriesName } from './result.ts'

/** A series that a forecast tells: its name, what it is in the futures, and how it has been. */
export type DrawnSeries = Pick<ForecastSeries, 'name' | 'group' | 'exit' | 'unit' | 'past'> & {
  readonly series: SeriesOf
  /** Of weeks and cost: those in care at the past month ends, and what one of them comes to in each month ahead. Null: not told. */
  readonly stand: { readonly inCare: readonly number[]; readonly worth: readonly number[] } | null
}

/** What a month ahead comes to for one child: weeks of care, and by placement group pounds a week. */
export type Worth = {
  readonly weeks: readonly number[]
  /** By position of the group; 0 where no price is known. */
  readonly weekly: readonly number[]
  /** A year's growth of prices. */
  readonly inflation: number
}

const units: Readonly<Record<SeriesName, DrawnSeries['unit']>> = {
  'in care': 'children',
  starts: 'children',
  ends: 'children',
  'care weeks': 'weeks',
  cost: '£',
}

const added = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0))

/** The groups of a history and the wider ones of which it has more than one, by position. */
export function groupSets(
  groups: readonly string[],
): readonly (readonly [name: string, positions: readonly number[]])[] {
  const wider = Object.entries(widerGroups).map(
    ([name, members]) =>
      [name, members.map(member => groups.indexOf(member)).filter(position => position !== -1)] as const,
  )
  return [
    ...groups.map((name, position) => [name, [position]] as const),
    ...wider.filter(
      ([, positions], i) =>
        positions.length > 1 && !wider.slice(0, i).some(([, before]) => before.join() === positions.join()),
    ),
  ]
}

/** Every series of a forecast: the total first, then each group and wider group; starts, ends and each way of leaving; weeks; cost. */
export function drawnSeries(
  futures: Pick<Futures, 'groups' | 'cost'>,
  monthly: Monthly,
  worth: Worth | null = null,
): readonly DrawnSeries[] {
  const past = (values: readonly number[], from: number): DrawnSeries['past'] =>
    values.slice(from).map((value, i) => ({ periodEnd: fromNumber(monthly.ends[i + from] ?? 0), value }))
  const one = (
    name: SeriesName,
    series: SeriesOf,
    values: DrawnSeries['past'],
    group: string | null = null,
    exit: Exit | null = null,
    stand: DrawnSeries['stand'] = null,
  ): DrawnSeries => ({ name, group, exit, unit: units[name], past: values, series, stand })
  const sets = groupSets(futures.groups)
  const leftBy = (exit: number): readonly number[] =>
    added(monthly.leavers.slice(exit * streams.length, (exit + 1) * streams.length))
  const inGroups = (groups: readonly number[]): readonly number[] => added(groups.map(i => monthly.byGroup[i] ?? []))
  // A child of today's mix of placements costs what they cost.
  const standing = (name: 'care weeks' | 'cost', groups: readonly number[]): DrawnSeries['stand'] => {
    if (worth === null) return null
    const inCare = inGroups(groups)
    const pounds = groups.reduce((sum, i) => sum + (monthly.byGroup[i]?.at(-1) ?? 0) * (worth.weekly[i] ?? 0), 0)
    const weekly = name === 'cost' ? pounds / Math.max(1, inCare.at(-1) ?? 0) : 1
    const grown = (month: number): number => (name === 'cost' ? (1 + worth.inflation) ** ((month + 1) / 12) : 1)
    return { inCare, worth: worth.weeks.map((weeks, month) => weeks * weekly * grown(month)) }
  }
  const ofGroups = (name: 'care weeks' | 'cost'): readonly DrawnSeries[] => [
    one(name, { of: name }, [], null, null, standing(name, [...futures.groups.keys()])),
    ...sets.map(([group, groups]) => one(name, { of: name, groups }, [], group, null, standing(name, groups))),
  ]
  return [
    one('in care', { of: 'in care' }, past(monthly.total, 0)),
    ...sets.map(([group, groups]) => one('in care', { of: 'in care', groups }, past(inGroups(groups), 0), group)),
    // The first month end has no month before it.
    one('starts', { of: 'starts' }, past(added(monthly.starts), 1)),
    one('ends', { of: 'ends' }, past(added(monthly.leavers), 1)),
    ...exits.map((exit, i) => one('ends', { of: 'ends', exit }, past(leftBy(i), 1), null, exit)),
    ...ofGroups('care weeks'),
    ...(futures.cost ? ofGroups('cost') : []),
  ]
}
