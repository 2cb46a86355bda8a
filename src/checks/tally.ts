import type { MeasureDefinition, QueriedMeasure } from '../definitions/measure.ts'

/** Members of a measure's population, added up as its figure is. */
export type Tally = {
  readonly members: number
  readonly hits: number
  readonly unknown: number
  /** Of those counted. */
  readonly amount: number
}
export const NOBODY: Tally = { members: 0, hits: 0, unknown: 0, amount: 0 }

export const plus = (a: Tally, b: Tally, sign: 1 | -1 = 1): Tally => ({
  members: a.members + sign * b.members,
  hits: a.hits + sign * b.hits,
  unknown: a.unknown + sign * b.unknown,
  amount: a.amount + sign * b.amount,
})

export const same = (a: Tally, b: Tally): boolean =>
  a.members === b.members && a.hits === b.hits && a.unknown === b.unknown && Math.abs(a.amount - b.amount) < 1e-9

/** As many as every tally has, of each outcome; no amounts. */
export function common(tallies: readonly Tally[]): Tally {
  const least = (of: (tally: Tally) => number): number => Math.min(...tallies.map(of))
  const hits = least(one => one.hits)
  const unknown = least(one => one.unknown)
  return { hits, unknown, members: hits + unknown + least(one => one.members - one.hits - one.unknown), amount: 0 }
}

/** From and to; one number where both are the same. */
export type Range = readonly [low: number, high: number]

/** What a figure comes to, and what stands above its line. */
export type Figured = { readonly value: Range; readonly top: Range }

/** Someone who may be counted or not: with an amount in this range. */
export type Open = Range
/** A tally, and those beside it who may each be counted or not. */
export type Opened = { readonly settled: Tally; readonly open: readonly Open[]; readonly population: number }

/**
 * The figure of a measure with a query, at both ends: all the open members counted, and none; of an average those who bring it down
 * furthest, and those who bring it up. With none open it is the figure itself. Null where nobody would be in scope.
 */
export function figureOf(measure: QueriedMeasure, { settled, open, population }: Opened): Figured | null {
  const counted: Range = [settled.hits, settled.hits + open.length]
  const added: Range = [
    open.reduce((sum, [least]) => sum + Math.min(0, least), settled.amount),
    open.reduce((sum, [, most]) => sum + Math.max(0, most), settled.amount),
  ]
  if (measure.kind === 'count') return { value: counted, top: counted }
  if (measure.kind === 'total') return { value: added, top: added }
  if (measure.kind === 'rate')
    return population > 0
      ? { value: [(counted[0] * measure.base) / population, (counted[1] * measure.base) / population], top: counted }
      : null
  if (measure.kind === 'average') {
    const low = furthestMean(
      settled,
      open.map(([least]) => least).sort((a, b) => a - b),
      (a, b) => a < b,
    )
    const high = furthestMean(
      settled,
      open.map(([, most]) => most).sort((a, b) => b - a),
      (a, b) => a > b,
    )
    return low === null || high === null ? null : { value: [low, high], top: added }
  }
  const of = (measure.unknown_is === 'left out' ? settled.members - settled.unknown : settled.members) + open.length
  return of > 0 ? { value: [counted[0] / of, counted[1] / of], top: counted } : null
}

/** The mean with as many of these amounts, the furthest first, as still move it. */
function furthestMean(
  { hits, amount }: Tally,
  amounts: readonly number[],
  further: (a: number, b: number) => boolean,
): number | null {
  let [n, sum] = [hits, amount]
  for (const one of amounts) {
    if (n > 0 && !further(one, sum / n)) break
    n += 1
    sum += one
  }
  return n > 0 ? sum / n : null
}

/** A measure that names others, from theirs. `reference`: what a gap is taken from, where that is no other measure. */
export function combined(
  measure: MeasureDefinition,
  of: (name: string) => Figured | null,
  reference: number,
): Figured | null {
  if (measure.kind === 'ratio') {
    const [above, below] = [of(measure.numerator), of(measure.denominator)]
    if (!above || !below || below.top[1] <= 0) return null
    // With nobody below the line there is no ratio: one is the least that there can be.
    const least = below.top[0] > 0 ? below.top[0] : Math.min(1, below.top[1])
    const high = above.top[1] / least
    return { value: [above.top[0] / below.top[1], high], top: above.top }
  }
  if (measure.kind !== 'gap') return null
  const figure = of(measure.of)
  const other =
    measure.against === 'another measure' ? of(measure.than ?? '')?.value : ([reference, reference] as const)
  if (!figure || !other) return null
  const value: Range = [figure.value[0] - other[1], figure.value[1] - other[0]]
  return { value, top: value }
}
