import type { Exit } from '../analysis/forecast/care-history.ts'
import type { Futures } from '../analysis/forecast/futures.ts'
import { drawsOf, keyOf } from '../analysis/forecast/random.ts'
import { type Range, rangeOf } from '../analysis/forecast/ranges.ts'
import { seriesOf } from '../analysis/forecast/series.ts'
import type { Day } from '../kit/day.ts'

/** What a figure will be made of at the year's end. `part`: only special guardianship orders of the exits to guardianship. */
export type OutlookOf =
  | { readonly of: 'in care' }
  | { readonly of: 'share in groups'; readonly groups: readonly string[] }
  | { readonly of: 'starts' }
  | { readonly of: 'ends'; readonly exit?: Exit; readonly part?: 'special guardianship' | 'child arrangements' }
  | {
      readonly of: 'share of leavers'
      readonly exit: Exit
      readonly part?: 'special guardianship' | 'child arrangements'
    }
  | { readonly of: 'starts over ends' }

/** What the year has held so far, in the figure's own numbers: of a flow from 1 April; of what stands at a month end nothing. */
export type SoFar = { readonly numerator: number; readonly denominator: number }

export type OutlookTarget = {
  readonly operator: '>=' | '<=' | '>' | '<' | '=' | 'between'
  readonly value: number
  readonly high: number | null
}

/** A figure whose end of the year is asked for. Shares are fractions. */
export type OutlookItem = {
  /** A measure, by its id. */
  readonly measure: string
  readonly title: string
  readonly unit: 'children' | 'share' | 'ratio'
  readonly what: OutlookOf
  readonly soFar: SoFar
  readonly target: OutlookTarget | null
  /** The out-turn of the last full year. */
  readonly lastYear: number | null
}

export type Outlook = OutlookItem & {
  /** 31 March. */
  readonly yearEnd: Day
  readonly range: Range
  /** The share of futures that reach the target; null without one. */
  readonly chance: number | null
  readonly standing: 'on track' | 'in the balance' | 'off track' | 'no target'
  /** The share of futures that come out above last year's; null where that is not known. */
  readonly aboveLastYear: number | null
}

/** "On track" is said only where at least so many of the futures reach the target (issue 6), and off track where so few do. */
const ON_TRACK = 0.8
const OFF_TRACK = 0.2

/** Whether a value reaches a target. */
export function reaches(value: number, { operator, value: target, high }: OutlookTarget): boolean {
  if (operator === 'between') return value >= target && value <= (high ?? target)
  if (operator === '>=') return value >= target
  if (operator === '<=') return value <= target
  if (operator === '>') return value > target
  return operator === '<' ? value < target : value === target
}

/** What is said of a chance to reach a target. */
export const standingOf = (chance: number): Exclude<Outlook['standing'], 'no target'> =>
  chance >= ON_TRACK ? 'on track' : chance <= OFF_TRACK ? 'off track' : 'in the balance'

/** How guardianship exits split, seen in the past: special guardianship orders, child arrangements orders. */
export type GuardianshipSplit = { readonly special: number; readonly arrangements: number }

/**
 * Of `n` exits to guardianship in one future those that are special guardianship: a share drawn from what was seen (a beta posterior,
 * uniform before), then each by that share. The simulation does not tell the two apart.
 */
function specialOf(n: number, split: GuardianshipSplit, run: number, seed: number): number {
  const draws = drawsOf(keyOf(seed, 7), run)
  const [a, b] = [draws.gamma(split.special + 1), draws.gamma(split.arrangements + 1)]
  let found = 0
  for (let i = 0; i < n; i++) if (draws.next() < a / (a + b)) found++
  return found
}

/** Sums of a series over the first months of each run. */
function summed(futures: Futures, months: number, values: Float64Array): Float64Array {
  const out = new Float64Array(futures.runs)
  for (let run = 0; run < futures.runs; run++)
    for (let month = 0; month < months; month++)
      out[run] = (out[run] ?? 0) + (values[run * futures.months + month] ?? 0)
  return out
}

export type OutlookFrom = {
  readonly futures: Futures
  /** Equally likely numbers of children in care at the year's end, as they are printed in the forecast itself. */
  readonly inCare: Float64Array
  /** Months from the origin to 31 March: 1 or more, within the futures. */
  readonly months: number
  readonly yearEnd: Day
  readonly split: GuardianshipSplit
  readonly seed: number
}

/** A figure at the year's end in every future. */
function valuesOf({ futures, inCare, months, split, seed }: OutlookFrom, { what, soFar }: OutlookItem): Float64Array {
  const { runs } = futures
  const atEnd = (groups?: readonly number[]): Float64Array => {
    const values = seriesOf(futures, groups ? { of: 'in care', groups } : { of: 'in care' })
    return Float64Array.from({ length: runs }, (_, run) => values?.[run * futures.months + months - 1] ?? 0)
  }
  const flow = (series: Parameters<typeof seriesOf>[1]): Float64Array =>
    summed(futures, months, seriesOf(futures, series) ?? new Float64Array(0))
  const leavers = (
    exit: Exit | undefined,
    part: 'special guardianship' | 'child arrangements' | undefined,
  ): Float64Array => {
    const all = flow(exit ? { of: 'ends', exit } : { of: 'ends' })
    if (part === undefined) return all
    return all.map((n, run) => {
      const special = specialOf(n, split, run, seed)
      return part === 'special guardianship' ? special : n - special
    })
  }
  if (what.of === 'in care') return inCare
  if (what.of === 'share in groups') {
    const total = atEnd()
    const groups = what.groups.map(name => futures.groups.indexOf(name)).filter(position => position !== -1)
    return atEnd(groups).map((n, run) => (total[run] ? n / (total[run] ?? 1) : 0))
  }
  if (what.of === 'starts') return flow({ of: 'starts' }).map(n => soFar.numerator + n)
  if (what.of === 'ends') return leavers(what.exit, what.part).map(n => soFar.numerator + n)
  const ends = flow({ of: 'ends' }).map(n => soFar.denominator + n)
  const numerator = what.of === 'starts over ends' ? flow({ of: 'starts' }) : leavers(what.exit, what.part)
  return numerator.map((n, run) => (ends[run] ? (soFar.numerator + n) / (ends[run] ?? 1) : 0))
}

const shareWhere = (values: Float64Array, holds: (value: number) => boolean): number =>
  values.filter(holds).length / values.length

/** Where figures will stand on 31 March: the range of all futures, and how many of them reach the target. */
export function outlookOf(from: OutlookFrom, items: readonly OutlookItem[]): readonly Outlook[] {
  return items.map(item => {
    const values = valuesOf(from, item)
    const { target, lastYear } = item
    const chance = target ? shareWhere(values, value => reaches(value, target)) : null
    return {
      ...item,
      yearEnd: from.yearEnd,
      range: rangeOf(values),
      chance,
      standing: chance === null ? 'no target' : standingOf(chance),
      aboveLastYear: lastYear === null ? null : shareWhere(values, value => value > lastYear),
    }
  })
}
