import { ageBands, ageStarts, YEAR } from '../analysis/forecast/cells.ts'
import type { Fitted } from '../analysis/forecast/fitted.ts'
import type { Futures } from '../analysis/forecast/futures.ts'
import type { Asked } from '../analysis/forecast/plan.ts'
import type { Present } from '../analysis/forecast/present.ts'
import { monthOf, rangeOf } from '../analysis/forecast/ranges.ts'
import { seriesOf } from '../analysis/forecast/series.ts'
import { simulate } from '../analysis/forecast/simulate.ts'
import type { WhatIf } from '../analysis/forecast/what-if.ts'
import { type Day, fromNumber } from '../kit/day.ts'
import { type Scenario, whatIfOf } from './change.ts'
import type { DrawnSeries } from './drawn-series.ts'
import { type Group, groupNames } from './groups.ts'
import type { PlacesHeld } from './places.ts'
import type { WhatIfResult } from './result.ts'
import { placesIn } from './sufficiency.ts'

/** Every value of one less the other, run by run and month by month: the same draws stand behind both. */
const less = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - (b[i] ?? 0))

/** Places that what-ifs add to one group alone, so many months ahead: as many as were said, whatever each future draws. */
const addedTo = (group: number, whatIfs: readonly WhatIf[], month: number): number =>
  whatIfs.reduce((sum, w) => {
    if (w.kind !== 'capacity' || w.who.to?.join() !== String(group)) return sum
    if (month < w.from || month > (w.until ?? month)) return sum
    return sum + w.add * (w.every ? 1 + Math.floor((month - w.from) / w.every) : 1)
  }, 0)

/** The chance of too few places with a what-if and without, where it is known how many are held. */
function shortOf(base: Futures, other: Futures, whatIfs: readonly WhatIf[], places: PlacesHeld): WhatIfResult['short'] {
  return base.groups.flatMap((group, position) => {
    const held = placesIn(group, places)
    const series = { of: 'in care', groups: [position] } as const
    const [before, after] = [seriesOf(base, series), seriesOf(other, series)]
    if (held === null || !before || !after) return []
    const chanceOf = (values: Float64Array, month: number, there: number): number =>
      monthOf(values, base, month).filter(n => n > there).length / base.runs
    return {
      group,
      months: Array.from(base.ends, (end, month) => {
        const there = held.places + addedTo(position, whatIfs, month + 1)
        return {
          periodEnd: fromNumber(end),
          places: there,
          chance: chanceOf(after, month, there),
          without: chanceOf(before, month, held.places),
        }
      }),
    }
  })
}

/** The ages of a band, both included. */
const agesOf = (band: number): readonly [number, number] => {
  const year = (at: number | undefined): number => (at === undefined ? 18 : Math.round(at / YEAR))
  return [year(ageStarts[band]), year(ageStarts[band + 1]) - 1]
}

function resultOf(
  scenario: Scenario,
  base: Futures,
  other: Futures,
  drawn: readonly DrawnSeries[],
): Omit<WhatIfResult, 'short' | 'note'> {
  const told = [
    ...drawn.filter(({ exit }) => exit === null).map(one => ({ ...one, ages: null })),
    ...Array.from({ length: ageBands }, (_, band) => ({
      name: 'in care' as const,
      group: null,
      ages: agesOf(band),
      unit: 'children' as const,
      series: { of: 'in care by age' as const, band },
    })),
  ]
  const series = told.flatMap(({ name, group, ages, unit, series: of }) => {
    const [before, after] = [seriesOf(base, of), seriesOf(other, of)]
    if (!before || !after) return []
    const difference = less(after, before)
    // A group or an age that it does not touch in any future is not listed; the whole always is.
    if ((group !== null || ages !== null) && difference.every(value => value === 0)) return []
    return {
      name,
      group,
      ages,
      unit,
      points: Array.from(base.ends, (end, month) => ({
        periodEnd: fromNumber(end),
        whatIf: rangeOf(monthOf(after, base, month)),
        difference: rangeOf(monthOf(difference, base, month)),
      })),
    }
  })
  return { label: scenario.label, source: scenario.source, series }
}

/** A placement that a what-if names and nobody has lived in, in words; null where all are known. */
function emptyOf({ changes }: Scenario, groups: readonly string[]): string | null {
  const named = changes.flatMap(({ who }) => [who.groups ?? [], who.to ?? []])
  const empty = named.find(list => list.length > 0 && !list.some(group => groups.includes(group)))
  return empty ? empty.map(group => groupNames[group] ?? group).join(' or ') : null
}

/** Placements that would gain places and in which nobody has lived, as a council's first home: one of each list. */
const opened = ({ changes }: Scenario, groups: readonly string[]): readonly Group[] =>
  changes.flatMap(change => {
    const { to = [] } = change.who
    const first =
      change.kind === 'capacity' && change.add > 0 && !to.some(group => groups.includes(group)) ? to[0] : null
    return first ?? []
  })

/** What is said of a what-if where there is no model to try it in. */
export const withoutModel = ({ label, source }: Scenario): WhatIfResult => ({
  label,
  source,
  series: [],
  short: [],
  note: 'There is no model to try it in, so nothing can be said.',
})

/** What a what-if is run on. */
export type RunOn = {
  readonly fitted: Fitted
  readonly present: Present
  readonly asked: Asked
  readonly base: Futures
  readonly drawn: readonly DrawnSeries[]
}

export type WhatIfsAsked = RunOn & {
  readonly at: Day
  readonly places: PlacesHeld
  /** The same with placements beside in which nobody has lived; null where there is no model of them. */
  readonly widened: (groups: readonly Group[]) => Promise<RunOn | null>
}

/** Each what-if run with the same random numbers as the forecast itself, so that the difference is what it changes and nothing else. */
export async function runWhatIfs(
  scenarios: readonly Scenario[],
  given: WhatIfsAsked,
): Promise<readonly WhatIfResult[]> {
  const { at, places } = given
  // A household of ours has as many places as they have on average.
  const placesPerCarer = places.approved && places.households ? places.approved / places.households : 1
  const results: WhatIfResult[] = []
  for (const scenario of scenarios) {
    const added = [...new Set(opened(scenario, given.fitted.groups))]
    const { fitted, present, asked, base, drawn } = (added.length > 0 ? await given.widened(added) : null) ?? given
    const whatIfs = scenario.changes.flatMap(change => whatIfOf(change, at, fitted.groups, placesPerCarer) ?? [])
    const empty = emptyOf(scenario, fitted.groups)
    const note =
      whatIfs.length === 0
        ? 'It is over before the forecast begins.'
        : empty !== null
          ? `No child has lived in ${empty} in the months it learned from, so nothing can be said.`
          : whatIfs.every(({ from }) => from > asked.months)
            ? 'It begins after the last month of the forecast.'
            : null
    const other = note === null ? await simulate(fitted, present, { ...asked, whatIfs }) : base
    const short = note === null ? shortOf(base, other, whatIfs, places) : []
    results.push({ ...resultOf(scenario, base, other, drawn), short, note })
  }
  return results
}
