import { quantileOf } from './quantile.ts'

/** How much more authorities differ than chance explains: φ, and the variance τ² between them on the transformed scale. */
export type Overdispersion = { readonly units: number; readonly phi: number | null; readonly tau2: number }

/** An authority's distance from the target on a scale where `error` is its standard error. */
export type Unit = { readonly gap: number; readonly error: number }

/** Share of the z scores drawn in at each end before φ is worked out, so that real outliers don't hide themselves. */
const WINSOR = 0.1

/**
 * φ = mean of z² winsorised at 10% and 90%; τ² = (kφ − (k − 1)) / (Σw − Σw²/Σw), w = 1/s², 0 where kφ < k − 1 or for
 * fewer than two. Sources: Spiegelhalter 2005 (Stat Med 24:1185, additive random effects); FunnelPlotR; statistics.md 1.5.
 */
export function overdispersionOf(units: readonly Unit[]): Overdispersion {
  const k = units.length
  const z = units.map(({ gap, error }) => gap / error)
  const low = quantileOf(z, WINSOR)
  const high = quantileOf(z, 1 - WINSOR)
  if (low === null || high === null || k < 2) return { units: k, phi: null, tau2: 0 }
  const phi = z.reduce((sum, v) => sum + Math.min(high, Math.max(low, v)) ** 2, 0) / k
  const weights = units.map(({ error }) => 1 / error ** 2)
  const sum = weights.reduce((total, w) => total + w, 0)
  const squares = weights.reduce((total, w) => total + w * w, 0)
  return { units: k, phi, tau2: Math.max(0, (k * phi - (k - 1)) / (sum - squares / sum)) }
}
