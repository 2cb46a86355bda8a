import { medianOf } from './interval.ts'
import { type Signal, sideOf } from './run-rules.ts'

export type RunChart =
  | { readonly state: 'too few points'; readonly useful: number }
  | {
      readonly state: 'drawn'
      readonly median: number
      readonly signals: readonly (Signal | null)[]
      /** Points off the median, and how long a run of them on one side chance makes likely. */
      readonly useful: number
      readonly longestByChance: number
    }

/** Points off the median that a run chart needs before its rules mean anything (Perla, Provost and Murray 2011). */
const FEWEST_USEFUL = 8

/**
 * How many rising (or falling) points in a row are a trend: 6, as UK guides have it (statistics.md 1.1). Five, as Perla has
 * it, would come by chance at the latest point 1.7% of the time.
 */
export const RUN_CHART_TREND = 6

/**
 * A run chart: the median, and runs too long for chance. Points on the median count for neither side and do not break a
 * run; a tie neither makes nor breaks a trend; a gap (null) breaks both. A shift is a run longer than log2(useful) + 3
 * rounded, at least `runLength`. Needs 8 points off the median. Values in their own unit.
 * Sources: Perla, Provost and Murray 2011 (BMJ Qual Saf 20:46); Anhøj and Olesen 2014 (PLoS ONE 9:e113825) for the length.
 */
export function runChart(values: readonly (number | null)[], runLength = 7): RunChart {
  const known = values.filter(v => v !== null)
  const median = medianOf(known)
  const sides = values.map(v => (v === null || median === null ? null : sideOf(v, median)))
  const useful = sides.filter(side => side !== null && side !== 0).length
  if (median === null || useful < FEWEST_USEFUL) return { state: 'too few points', useful }
  const longestByChance = Math.max(runLength - 1, Math.round(Math.log2(useful)) + 3)
  const signals: (Signal | null)[] = values.map(() => null)
  let [run, side]: [number[], number] = [[], 0]
  sides.forEach((now, i) => {
    if (now === null || (now !== 0 && now !== side)) run = []
    if (now === null) side = 0
    if (now === null || now === 0) return
    side = now
    run.push(i)
    if (run.length > longestByChance)
      for (const at of run) signals[at] = { rule: 'shift', way: side > 0 ? 'high' : 'low' }
  })
  markTrends(values, signals)
  return { state: 'drawn', median, signals, useful, longestByChance }
}

/** Marks points that only rise or only fall, ties skipped; a trend names a point before a shift does. */
function markTrends(values: readonly (number | null)[], signals: (Signal | null)[]): void {
  let [run, way]: [number[], number] = [[], 0]
  values.forEach((value, i) => {
    const last = values[run.at(-1) ?? -1] ?? null
    if (value === null || last === null) {
      run = value === null ? [] : [i]
      way = 0
      return
    }
    const step = sideOf(value, last)
    if (step === 0) return
    run = step === way ? [...run, i] : [run.at(-1) ?? i, i]
    way = step
    if (run.length >= RUN_CHART_TREND)
      for (const at of run) signals[at] = { rule: 'trend', way: way > 0 ? 'high' : 'low' }
  })
}
