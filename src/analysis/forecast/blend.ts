/** What is printed: the model's spread, widened or narrowed as its own record asks, and averaged with no change by their records. */
import { quantileOfSorted } from './ranges.ts'

/** How the spread of one series at one horizon is made from the model's and the naive one. */
export type BlendAt = {
  /** Months ahead whose record this is from. */
  readonly horizon: number
  /** What the model's distance from its median is multiplied by: 1 where there is no record. */
  readonly spread: number
  /** The model's share; the naive forecast has the rest. */
  readonly weight: number
  /** Whose record is better at this horizon: the other stands beside it. */
  readonly leads: 'model' | 'naive'
}

/** One forecast of the record: sorted equally likely values of both, and what came. */
export type Scored = {
  readonly model: ArrayLike<number>
  readonly modelCrps: number
  readonly naiveCrps: number
  /** Distance of the outturn from the model's median, in half widths of its 80% range on that side. */
  readonly distance: number
}

/** What no record is worth, in independent forecasts: at so many the record and "as it is" count alike. */
const SPREAD_WORTH = 6
const WEIGHT_WORTH = 4
/** The model's weight where no record speaks for it or against it: the simpler forecast counts double. */
const BEFORE = 1 / 3
/** How strongly a better record moves the weight. */
const STEEP = 4

/** Nothing has been shown yet of the model: the simpler forecast leads. */
export const noRecord = (horizon: number): BlendAt => ({ horizon, spread: 1, weight: BEFORE, leads: 'naive' })

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** Distance in half widths, as `Scored` has it. */
export function distanceOf(model: ArrayLike<number>, actual: number): number {
  const median = quantileOfSorted(model, 0.5)
  const half = actual >= median ? quantileOfSorted(model, 0.9) - median : median - quantileOfSorted(model, 0.1)
  return Math.abs(actual - median) / Math.max(half, 0.5)
}

/**
 * The blend that a record asks for. Spread: the factor that would have let 80% of the 80% ranges hold (split conformal, Vovk 2005),
 * drawn to 1 as the record is short. Weight: by the ratio of mean CRPS, drawn to what it is before. `effective` is the number of independent
 * forecasts in the record.
 */
export function blendOf(record: readonly Scored[], horizon: number, effective: number): BlendAt {
  if (record.length === 0) return noRecord(horizon)
  const asked = quantileOfSorted(Float64Array.from(record, ({ distance }) => distance).sort(), 0.8)
  const [model, naive] = [mean(record.map(r => r.modelCrps)), mean(record.map(r => r.naiveCrps))]
  const log = Math.log(Math.min(2.5, Math.max(0.4, asked)))
  const ratio = model > 0 && naive > 0 ? Math.log(naive / model) : 0
  return {
    horizon,
    spread: Math.exp((log * effective) / (effective + SPREAD_WORTH)),
    weight: 1 / (1 + ((1 - BEFORE) / BEFORE) * Math.exp((-STEEP * ratio * effective) / (effective + WEIGHT_WORTH))),
    leads: model <= naive ? 'model' : 'naive',
  }
}

/** Equally likely values, sorted: the model's stretched about its median, then averaged quantile by quantile with the naive ones. */
export function blended(model: ArrayLike<number>, naive: ArrayLike<number>, { spread, weight }: BlendAt): Float64Array {
  const median = quantileOfSorted(model, 0.5)
  const points = naive.length
  return Float64Array.from({ length: points }, (_, i) => {
    const p = (i + 0.5) / points
    const stretched = Math.max(0, median + spread * (quantileOfSorted(model, p) - median))
    return weight * stretched + (1 - weight) * (naive[i] ?? 0)
  })
}

/** The blend for so many months ahead: that of the nearest horizon there is a record for. */
export const blendFor = (blends: readonly BlendAt[], horizon: number): BlendAt =>
  blends.reduce<BlendAt>(
    (best, next) => (Math.abs(next.horizon - horizon) < Math.abs(best.horizon - horizon) ? next : best),
    blends[0] ?? noRecord(horizon),
  )
