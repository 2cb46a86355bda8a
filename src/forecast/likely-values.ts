import { type BlendAt, blended, blendFor } from '../analysis/forecast/blend.ts'
import type { Futures } from '../analysis/forecast/futures.ts'
import { naiveFlow, naiveStock } from '../analysis/forecast/naive.ts'
import { monthOf } from '../analysis/forecast/ranges.ts'
import { seriesOf } from '../analysis/forecast/series.ts'
import type { DrawnSeries } from './drawn-series.ts'

/**
 * Equally likely values of no change, so many months ahead; null where the series has no past to go by. Weeks and pounds are those of as
 * many children as stand, at what a child costs now.
 */
export function naiveOf(
  { name, past, stand }: Pick<DrawnSeries, 'name' | 'past' | 'stand'>,
  ahead: number,
): Float64Array | null {
  const values = past.map(({ value }) => value)
  if (name === 'in care') return naiveStock(values, ahead)
  if (name === 'starts' || name === 'ends') return naiveFlow(values)
  const each = stand?.worth[ahead - 1]
  return stand && each !== undefined ? naiveStock(stand.inCare, ahead).map(n => n * each) : null
}

/**
 * Equally likely values of a series in each month ahead, as they are printed. Where there is a blend, the futures are spread as wide as
 * their record asks for, and averaged with no change. Every figure about one series and month is made from these, so none contradicts
 * another. Null for cost without prices.
 */
export function likelyValues(
  drawn: DrawnSeries,
  futures: Futures,
  months: number,
  blends: readonly BlendAt[] | null,
): readonly Float64Array[] | null {
  const values = seriesOf(futures, drawn.series)
  if (!values) return null
  return Array.from({ length: months }, (_, month) => {
    const future = monthOf(values, futures, month).sort()
    const naive = blends && naiveOf(drawn, month + 1)
    return naive ? blended(future, naive, blendFor(blends, month + 1)) : future
  })
}
