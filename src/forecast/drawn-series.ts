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
export function drawnSeries(futures: Pick<Futures, 'groups' | 'cost'>, monthly: Monthly): readonly DrawnSeries[] {
  const past = (values: readonly number[], from: number): DrawnSeries['past'] =>
    values.slice(from).map((value, i) => ({ periodEnd: fromNumber(monthly.ends[i + from] ?? 0), value }))
  const one = (
    name: SeriesName,
    series: SeriesOf,
    values: DrawnSeries['past'],
    group: string | null = null,
    exit: Exit | null = null,
  ): DrawnSeries => ({ name, group, exit, unit: units[name], past: values, series })
  const sets = groupSets(futures.groups)
  const leftBy = (exit: number): readonly number[] =>
    added(monthly.leavers.slice(exit * streams.length, (exit + 1) * streams.length))
  const ofGroups = (name: 'care weeks' | 'cost'): readonly DrawnSeries[] => [
    one(name, { of: name }, []),
    ...sets.map(([group, groups]) => one(name, { of: name, groups }, [], group)),
  ]
  return [
    one('in care', { of: 'in care' }, past(monthly.total, 0)),
    ...sets.map(([group, groups]) =>
      one('in care', { of: 'in care', groups }, past(added(groups.map(i => monthly.byGroup[i] ?? [])), 0), group),
    ),
    // The first month end has no month before it.
    one('starts', { of: 'starts' }, past(added(monthly.starts), 1)),
    one('ends', { of: 'ends' }, past(added(monthly.leavers), 1)),
    ...exits.map((exit, i) => one('ends', { of: 'ends', exit }, past(leftBy(i), 1), null, exit)),
    ...ofGroups('care weeks'),
    ...(futures.cost ? ofGroups('cost') : []),
  ]
}
