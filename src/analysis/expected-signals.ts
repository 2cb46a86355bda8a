import type { ChartName } from './chart-choice.ts'

/** What a signal was looked for with. */
export type Look = {
  readonly chart: ChartName | 'flows and same month last year' | 'same month last year'
  readonly points: number
}

/**
 * How often the latest point of an unchanging process signals, by length of series: 12 to 19 points, and 20 or more. Our own
 * simulation of each chart at the kinds of numbers councils have, 1,500 series each; where kinds of numbers differ, near
 * the highest. `unchanging-council.test.ts` repeats it with fewer.
 */
const RATES: Readonly<Record<Exclude<Look['chart'], 'line only' | 'none'>, readonly [short: number, long: number]>> = {
  xmr: [0.012, 0.024],
  'mean xmr': [0.016, 0.028],
  p: [0.008, 0.015],
  u: [0.012, 0.028],
  c: [0.005, 0.014],
  t: [0.003, 0.013],
  'run chart': [0.003, 0.006],
  'flows and same month last year': [0.02, 0.022],
  'same month last year': [0.01, 0.01],
}

/** The chance that a look at an unchanging process raises a signal on its latest point, 0 to 1. */
export function falseAlarmRate({ chart, points }: Look): number {
  if (chart === 'line only' || chart === 'none') return 0
  return RATES[chart][points < 20 ? 0 : 1]
}

export type ExpectedSignals = {
  /** Looks that could have signalled at all. */
  readonly of: number
  readonly expected: number
  /** The most that chance alone would raise 19 months in 20. */
  readonly mostByChance: number
  /** The chance of at least as many as were seen, if nothing had changed. */
  readonly chanceOfSeen: number
}

/**
 * How many of a month's signals chance alone would raise, and how surprising those seen are, by the exact distribution of
 * independent looks with their own rates (Poisson binomial; Hong 2013). Measures that share children are not independent:
 * the expected number still holds, the chance is then a guide.
 */
export function expectedSignals(looks: readonly Look[], seen: number): ExpectedSignals {
  const rates = looks.map(falseAlarmRate).filter(rate => rate > 0)
  let chances = [1]
  for (const rate of rates) {
    const next = [...chances, 0]
    chances = next.map((_, k) => (chances[k] ?? 0) * (1 - rate) + (chances[k - 1] ?? 0) * rate)
  }
  let below = 0
  let mostByChance = 0
  for (const [k, chance] of chances.entries()) {
    below += chance
    mostByChance = k
    if (below >= 0.95) break
  }
  return {
    of: rates.length,
    expected: rates.reduce((sum, rate) => sum + rate, 0),
    mostByChance,
    chanceOfSeen: Math.min(
      1,
      chances.slice(Math.max(0, seen)).reduce((sum, chance) => sum + chance, 0),
    ),
  }
}
