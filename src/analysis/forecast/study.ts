/** Do the ranges hold? Forecasts of many councils whose truth is known, each method scored on the same outturns (statistics.md 3.2). */
import { backTest } from './back-test.ts'
import { blended, blendFor } from './blend.ts'
import { fitHistory } from './fit.ts'
import { knownBy } from './known-by.ts'
import { monthlyOf } from './monthly.ts'
import { naiveStock, standardNormal } from './naive.ts'
import { presentOf } from './present.ts'
import { monthOf, quantileOfSorted } from './ranges.ts'
import { type Coverage, centralRange, coverageOf, crps, holds } from './score.ts'
import { seriesOf } from './series.ts'
import { simulateNow } from './simulate.ts'
import { stockAndFlow } from './stock-and-flow.ts'
import { councilOf, type World } from './worlds.ts'

/** Methods set side by side; `issued` is what Hearth prints: the model, its spread mended by its record, averaged with no change. */
export const methods = ['naive', 'stock and flow', 'model', 'issued'] as const
export type Method = (typeof methods)[number]

export type StudyRow = {
  readonly world: string
  readonly method: Method
  readonly coverage80: Coverage
  readonly coverage95: Coverage
  /** Mean width of the 80% range, mean CRPS and mean absolute error of the median: children, lower is better. */
  readonly width80: number
  readonly crps: number
  readonly mae: number
  /** Mean paired difference of CRPS from naive, and its standard error; both 0 for naive. Below 0 is better. */
  readonly difference: number
  readonly standardError: number | null
}

export type StudyOptions = {
  readonly councils: number
  readonly runs: number
  /** The first council's seed. Choices of the method were made on seeds under 4,000; those from 5,001 on were first used for the printed table. */
  readonly firstSeed?: number
  /** Months of history and months ahead. */
  readonly months?: number
  readonly ahead?: number
}

type Forecasts = Readonly<Record<Method, ArrayLike<number>>>

/** Every method's equally likely values, sorted, for one council, and what came; null where no model could be fitted. */
function forecastsOf(world: World, seed: number, { runs, months = 84, ahead = 12 }: StudyOptions) {
  const { truth, origin } = councilOf(world, seed, months, ahead)
  const known = knownBy(truth, origin)
  const fitted = fitHistory(known)
  if (fitted.kind === 'not fitted') return null
  const futures = simulateNow(fitted, presentOf(known), { months: ahead, runs, seed })
  const inCare = seriesOf(futures, { of: 'in care' })
  if (!inCare) return null
  const model = monthOf(inCare, futures, ahead - 1).sort()
  const naive = naiveStock(monthlyOf(known).total, ahead)
  const record = backTest(known, { runs: 80, seed, every: 6 })
  const blend = blendFor(
    record.total.horizons.map(({ blend: one }) => one),
    ahead,
  )
  const plain = stockAndFlow(known, [...futures.ends])
  const forecasts: Forecasts = {
    naive,
    'stock and flow': standardNormal.map(z => (plain.total[ahead - 1] ?? 0) + (plain.sd[ahead - 1] ?? 0) * z),
    model,
    issued: blended(model, naive, blend),
  }
  return { forecasts, actual: monthlyOf(truth).total.at(-1) ?? 0 }
}

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** One world: `progress` is told after every council. Takes about a third of a second a council. */
export function studyWorld(
  world: World,
  options: StudyOptions,
  progress: (done: number) => void = () => {},
): readonly StudyRow[] {
  const { councils, firstSeed = 5001 } = options
  const made: { readonly forecasts: Forecasts; readonly actual: number }[] = []
  for (let i = 0; i < councils; i++) {
    const one = forecastsOf(world, firstSeed + i, options)
    if (one) made.push(one)
    progress(i + 1)
  }
  const scores = (method: Method): readonly number[] =>
    made.map(({ forecasts, actual }) => crps(forecasts[method], actual))
  const naive = scores('naive')
  return methods.map((method): StudyRow => {
    const held = (level: number): Coverage =>
      coverageOf(
        made.filter(({ forecasts, actual }) => holds(centralRange(forecasts[method], level), actual)).length,
        made.length,
      )
    const own = scores(method)
    const apart = own.map((score, i) => score - (naive[i] ?? 0))
    const difference = meanOf(apart)
    return {
      world: world.name,
      method,
      coverage80: held(0.8),
      coverage95: held(0.95),
      width80: meanOf(
        made.map(({ forecasts }) => {
          const [low, high] = centralRange(forecasts[method], 0.8)
          return high - low
        }),
      ),
      crps: meanOf(own),
      mae: meanOf(made.map(({ forecasts, actual }) => Math.abs(quantileOfSorted(forecasts[method], 0.5) - actual))),
      difference,
      standardError:
        apart.length < 2 ? null : Math.sqrt(meanOf(apart.map(value => (value - difference) ** 2)) / (apart.length - 1)),
    }
  })
}
