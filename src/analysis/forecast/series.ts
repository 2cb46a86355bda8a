/** A series that can be drawn from futures: its values by run and month, one array a run after the other. */
import { type Exit, exits, type Stream, streams } from './care-history.ts'
import { ageBands } from './cells.ts'
import { type Futures, leaverParts, startParts } from './futures.ts'

/** What is counted. Groups are positions; left out they mean all. Weeks are days of care over seven. */
export type SeriesOf =
  | { readonly of: 'in care' | 'care weeks' | 'cost'; readonly groups?: readonly number[] }
  | { readonly of: 'in care by age'; readonly band: number }
  | { readonly of: 'starts'; readonly stream?: Stream }
  | { readonly of: 'ends'; readonly exit?: Exit; readonly stream?: Stream }

const all = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i)

function added(
  table: ArrayLike<number>,
  cells: number,
  parts: number,
  chosen: readonly number[],
  per = 1,
): Float64Array {
  const out = new Float64Array(cells)
  for (let i = 0; i < cells; i++) {
    let sum = 0
    for (const part of chosen) sum += table[i * parts + part] ?? 0
    out[i] = sum / per
  }
  return out
}

/** The values of a series, run × month flat; null for cost without prices, and by age where that was not asked for. */
export function seriesOf(futures: Futures, series: SeriesOf): Float64Array | null {
  const cells = futures.runs * futures.months
  const groups = futures.groups.length
  if (series.of === 'starts')
    return added(futures.starts, cells, startParts, series.stream ? [streams.indexOf(series.stream)] : all(startParts))
  if (series.of === 'in care by age') return futures.byAge ? added(futures.byAge, cells, ageBands, [series.band]) : null
  if (series.of === 'ends')
    return added(
      futures.leavers,
      cells,
      leaverParts,
      all(leaverParts).filter(
        part =>
          (!series.exit || exits[Math.floor(part / streams.length)] === series.exit) &&
          (!series.stream || streams[part % streams.length] === series.stream),
      ),
    )
  const chosen = series.groups ?? all(groups)
  if (series.of === 'cost') return futures.cost && added(futures.cost, cells, groups, chosen)
  return series.of === 'in care'
    ? added(futures.inCare, cells, groups, chosen)
    : added(futures.careDays, cells, groups, chosen, 7)
}
