/** Simulated futures: every figure of every run, from which all ranges are made, so that a total is the sum of its parts in every run. */
import { exits, streams } from './care-history.ts'

export type Prices = {
  /** By group: weekly prices seen, each as likely as it was seen; empty where no price is known (its days cost nothing and are told by `unpriced`). */
  readonly weekly: readonly (readonly number[])[]
  /** Growth of all prices a year from the origin on: 0.03 is 3%. */
  readonly inflation: number
}

/** Tables by run, month, then a last part, all flat: the position is (run × months + month) × parts + part. */
export type Futures = {
  readonly runs: number
  readonly months: number
  readonly groups: readonly string[]
  /** The last day of each month ahead, as days since 1 January 1970. */
  readonly ends: Int32Array
  /** Children in care at each month's end, by group. */
  readonly inCare: Int32Array
  /** Children who start in the month, by stream. */
  readonly starts: Int32Array
  /** Children who leave in the month, by exit and stream: part = exit × streams + stream. */
  readonly leavers: Int32Array
  /** Days of care in the month, by group. */
  readonly careDays: Float64Array
  /** Children in care at each month's end by band of age (`cells.ts`), where that was asked for. */
  readonly byAge?: Int32Array
  /** Pounds in the month, by group; null without prices. */
  readonly cost: Float64Array | null
}

export const startParts = streams.length
export const leaverParts = exits.length * streams.length
