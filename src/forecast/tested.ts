import { type BackTest, backTest } from '../analysis/forecast/back-test.ts'
import { type BlendAt, noRecord } from '../analysis/forecast/blend.ts'
import type { CareHistory } from '../analysis/forecast/care-history.ts'
import { knownBy } from '../analysis/forecast/known-by.ts'
import { monthEndsBetween } from '../analysis/forecast/month-ends.ts'
import type { HorizonRecord, SeriesRecord } from '../analysis/forecast/record.ts'
import { sayCount } from '../kit/text.ts'
import { groupSets } from './drawn-series.ts'
import type { BackTestLine } from './result.ts'

/** Days before the last that are not tested by: what happened then may not be written down yet (statistics.md 3.3). */
const TRIMMED = 56
/** Months learned from before the first origin; fewer where the whole history is hardly longer. */
const LEARNED = 36
const LEARNED_AT_LEAST = 24
const YEAR = 12

export type Tested = {
  readonly total: readonly BackTestLine[]
  readonly groups: readonly BackTestLine[]
  /** By series: the total, then each group and wider group as `groupSets` has them; what a forecast made today is blended by. */
  readonly blends: readonly (readonly BlendAt[])[]
  readonly note: string
  /** Milliseconds an origin took. */
  readonly took: BackTest['took'] | null
}

/** Back-tests made before, by a mark of all that they went by: they are most of the time that a forecast takes. */
export type KeptTests = {
  readonly read: (mark: string) => Tested | null
  readonly write: (mark: string, tested: Tested) => void
}

const line = (
  group: string | null,
  { horizon, origins, effective, issued, model, naive, stockAndFlow, pit, blend }: HorizonRecord,
): BackTestLine => ({
  group,
  horizon,
  origins,
  effective,
  mase: issued.mase1,
  mase12: issued.mase12,
  crps: issued.crps,
  naiveCrps: naive.crps,
  mae: issued.mae,
  naiveMae: naive.mae,
  pinball: issued.pinball,
  interval80: issued.interval80,
  coverage80: issued.coverage80,
  coverage95: issued.coverage95,
  pit,
  model: { mae: model.mae, crps: model.crps, coverage80: model.coverage80 },
  stockAndFlow: stockAndFlow && { mae: stockAndFlow.mae, crps: stockAndFlow.crps, coverage80: stockAndFlow.coverage80 },
  leads: blend.leads,
})

const blendsOf = ({ horizons }: SeriesRecord): readonly BlendAt[] =>
  horizons.length === 0 ? [noRecord(YEAR)] : horizons.map(({ blend }) => blend)

function noteOf(origins: number, fromVersions: number): string {
  if (origins === 0)
    return `No record could be made: it takes ${LEARNED_AT_LEAST} months to learn from and months after them to be held against. So no change comes first, and the model’s own range counts a third in that of the tables, no change two thirds.`
  const kind = 'what was written down late is in it already, so it is kinder than life'
  if (fromVersions === 0)
    return `From ${sayCount(origins, 'earlier month end')}, by the dates of events, the last 8 weeks left out: ${kind}.`
  return `From ${sayCount(origins, 'earlier month end')}, ${fromVersions} of them as the data version of the time knew it${fromVersions === origins ? '' : ' and the others by the dates of events'}, the last 8 weeks left out${fromVersions === origins ? '' : `: of those ${kind}`}.`
}

/** The history up to the last month end of which all is likely to be written down; null where there is none. */
export function settledOf(history: CareHistory): CareHistory | null {
  const last = monthEndsBetween(history.from, history.until).findLast(end => end <= history.until - TRIMMED)
  return last === undefined ? null : knownBy(history, last)
}

/** Months learned from before the first origin. */
export const learnedBefore = (settled: CareHistory): number =>
  monthEndsBetween(settled.from, settled.until).length - 1 >= LEARNED + YEAR ? LEARNED : LEARNED_AT_LEAST

/**
 * How forecasts made this way would have done: from every earlier month end, refitted each time, by what was known then. `knownThen`
 * gives what data versions of the time knew, by day; other days go by the dates of events.
 */
export function testHistory(
  history: CareHistory,
  options: { readonly runs: number; readonly seed: number; readonly knownThen: ReadonlyMap<number, CareHistory> },
): Tested {
  const settled = settledOf(history)
  const sets = groupSets(history.groups)
  const untested: Tested = {
    total: [],
    groups: [],
    blends: [null, ...sets].map(() => [noRecord(YEAR)]),
    note: noteOf(0, 0),
    took: null,
  }
  if (settled === null) return untested
  let fromVersions = 0
  const knownOn = (day: number): CareHistory => {
    const then = options.knownThen.get(day)
    if (then) fromVersions++
    return then ?? knownBy(history, day)
  }
  const found = backTest(settled, {
    runs: options.runs,
    seed: options.seed,
    after: learnedBefore(settled),
    knownOn,
    sets: sets.map(([, positions]) => positions),
  })
  if (found.origins === 0) return untested
  const series = [found.total, ...found.groups]
  return {
    total: found.total.horizons.map(record => line(null, record)),
    groups: found.groups.flatMap(({ group, horizons }) =>
      horizons.map(record => line(sets[group ?? 0]?.[0] ?? null, record)),
    ),
    blends: series.map(blendsOf),
    note: noteOf(found.origins, fromVersions),
    took: found.took,
  }
}
