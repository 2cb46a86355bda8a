/**
 * The p quantile of values in any order, or null of none: straight lines between the sorted values, R's type 7 and Excel's
 * QUARTILE.INC. Source: Hyndman and Fan 1996.
 */
export function quantileOf(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}
