/** The record of a method: forecasts made on earlier days from what was known then, and what came of them (statistics.md 3.4). */
import type { CareHistory } from './care-history.ts'
import { fitHistory } from './fit.ts'
import { type Component, components } from './fitted.ts'
import { knownBy } from './known-by.ts'
import { type Monthly, monthlyOf } from './monthly.ts'
import { naiveStock } from './naive.ts'
import { presentOf } from './present.ts'
import { monthOf } from './ranges.ts'
import { type Horizon, horizons, type Made, recordOf, type SeriesRecord } from './record.ts'
import { seriesOf } from './series.ts'
import { simulateNow } from './simulate.ts'
import { stockAndFlow } from './stock-and-flow.ts'

export type BackTestOptions = {
  /** Futures at each origin. */
  readonly runs: number
  readonly seed: number
  /** Months between origins; 1 is every month. */
  readonly every?: number
  /** Months of history before the first origin. */
  readonly after?: number
  /** What was known on a day; by the dates of events where this is left out, which is a little kinder than life. */
  readonly knownOn?: (day: number) => CareHistory
  /** Sets of placement groups, by position, each a series of its own; each group by itself where this is left out. */
  readonly sets?: readonly (readonly number[])[]
  /** Parts of the method switched off. */
  readonly without?: readonly Component[]
}

export type BackTest = {
  readonly origins: number
  readonly runs: number
  readonly every: number
  /** True where what was known is told from the dates of events, so late writing down is not felt. */
  readonly optimistic: boolean
  readonly total: SeriesRecord
  /** By set of groups. */
  readonly groups: readonly SeriesRecord[]
  /** Milliseconds an origin took: the model (fit and futures), and the stock and flow method. */
  readonly took: { readonly model: number; readonly stockAndFlow: number }
}

/** What has been forecast, by series (the total first, then groups) and horizon. */
type Collected = {
  readonly made: readonly (readonly Made[])[]
  readonly origins: number
  readonly took: { readonly model: number; readonly stockAndFlow: number }
}

/** Everyone at each month end, or those of a set of groups. */
const totalsOf = ({ ends, total, byGroup }: Monthly, set: readonly number[] | undefined): readonly number[] =>
  set ? ends.map((_, i) => set.reduce((sum, group) => sum + (byGroup[group]?.[i] ?? 0), 0)) : total

const setsOf = ({ groups }: CareHistory, { sets }: BackTestOptions): readonly (readonly number[])[] =>
  sets ?? groups.map((_, group) => [group])

/** Forecasts from every origin; refits everything at each. An origin the model cannot be fitted at is passed over. */
function collect(history: CareHistory, options: BackTestOptions): Collected {
  const { runs, seed, every = 1, after = 36, knownOn, without = [] } = options
  const past = monthlyOf(history)
  const last = past.ends.length - 1
  // The total first.
  const sets = [undefined, ...setsOf(history, options)]
  const outturns = sets.map(set => totalsOf(past, set))
  const made = Array.from({ length: sets.length * horizons.length }, (): Made[] => [])
  let origins = 0
  const took = { model: 0, stockAndFlow: 0 }
  // Counted back from the latest origin with an outturn, so that the newest is among them.
  const first = after + ((((last - 1 - after) % every) + every) % every)
  for (let origin = first; origin < last; origin += every) {
    const day = past.ends[origin] ?? 0
    const known = knownOn ? knownOn(day) : knownBy(history, day)
    const start = performance.now()
    const fitted = fitHistory(known, { without })
    if (fitted.kind === 'not fitted') continue
    const months = Math.min(horizons.at(-1) ?? 1, last - origin)
    const futures = simulateNow(fitted, presentOf(known), { months, runs, seed: seed + origin })
    const modelled = performance.now()
    const plain = stockAndFlow(known, past.ends.slice(origin + 1, origin + 1 + months))
    took.stockAndFlow += performance.now() - modelled
    took.model += modelled - start
    origins++
    const then = monthlyOf(known)
    for (const [series, set] of sets.entries()) {
      const values = seriesOf(futures, set ? { of: 'in care', groups: set } : { of: 'in care' })
      const totals = totalsOf(then, set)
      for (const [i, horizon] of horizons.entries()) {
        if (horizon > months || !values) continue
        const due = origin + horizon
        made[series * horizons.length + i]?.push({
          made: origin,
          due,
          actual: outturns[series]?.[due] ?? 0,
          model: monthOf(values, futures, horizon - 1).sort(),
          naive: naiveStock(totals, horizon),
          plain: series === 0 ? { mean: plain.total[horizon - 1] ?? 0, sd: plain.sd[horizon - 1] ?? 0 } : null,
        })
      }
    }
  }
  const per = Math.max(1, origins)
  return { made, origins, took: { model: took.model / per, stockAndFlow: took.stockAndFlow / per } }
}

/**
 * Rolling origins, refitted each time, 1, 3, 6 and 12 months ahead, for everyone and each set of placement groups. Outturns are those of
 * `history`. With no origin that can be fitted, records are empty.
 */
export function backTest(history: CareHistory, options: BackTestOptions): BackTest {
  const { made, origins, took } = collect(history, options)
  const every = options.every ?? 1
  const past = monthlyOf(history)
  const sets = setsOf(history, options)
  const record = (series: number): SeriesRecord => ({
    group: series === 0 ? null : series - 1,
    horizons: horizons.flatMap((horizon, i) => {
      const forecasts = made[series * horizons.length + i] ?? []
      return forecasts.length === 0
        ? []
        : [recordOf(forecasts, horizon, every, totalsOf(past, series === 0 ? undefined : sets[series - 1]))]
    }),
  })
  return {
    origins,
    runs: options.runs,
    every,
    optimistic: options.knownOn === undefined,
    total: record(0),
    groups: sets.map((_, set) => record(set + 1)),
    took,
  }
}

/** What a part of the method is worth at one horizon: mean CRPS with it and without, and the share it takes off. */
export type Skill = {
  readonly part: Component | 'conformal' | 'pooling'
  readonly horizon: Horizon
  readonly with: number
  readonly without: number
  /** 1 − with / without: above 0 the part helps. */
  readonly skill: number
}

/**
 * Switches each part of the method off in turn and scores the total again at the same origins with the same seeds. The two last parts
 * are of the blend: the spread asked for by the record, and the averaging with no change.
 */
export function skillOfParts(history: CareHistory, options: BackTestOptions): readonly Skill[] {
  const every = options.every ?? 1
  const past = monthlyOf(history)
  const recordsOf = (made: Collected['made'], how: Parameters<typeof recordOf>[4] = {}) =>
    horizons.flatMap((horizon, i) => {
      const forecasts = made[i] ?? []
      return forecasts.length === 0 ? [] : [recordOf(forecasts, horizon, every, past.total, how)]
    })
  const whole = collect(history, { ...options, without: [] }).made
  const all = recordsOf(whole)
  const skills = (part: Skill['part'], less: ReturnType<typeof recordsOf>, of: 'model' | 'issued'): Skill[] =>
    all.flatMap((full, i) => {
      const [on, off] = [full[of].crps, less[i]?.[of].crps ?? Number.NaN]
      return [{ part, horizon: full.horizon, with: on, without: off, skill: 1 - on / off }]
    })
  return [
    ...components.flatMap(part =>
      skills(part, recordsOf(collect(history, { ...options, without: [part] }).made), 'model'),
    ),
    // The same futures, blended otherwise.
    ...skills('conformal', recordsOf(whole, { spread: false }), 'issued'),
    ...skills('pooling', recordsOf(whole, { pool: false }), 'issued'),
  ]
}
