import { type Day, daysBetween } from '../kit/day.ts'
import type { Limits } from './control-chart.ts'
import { nhsRules, type RuleSettings, type Signal, signalsOf } from './run-rules.ts'
import { place } from './xmr.ts'

/** Days from one event to the next. */
export type Gap = { readonly from: Day; readonly to: Day; readonly days: number; readonly signal: Signal | null }

/** Days since the last event, on the day the chart is drawn: not a gap yet, for it is still growing. */
export type OpenGap = { readonly since: Day; readonly days: number; readonly signal: Signal | null }

export type RareEventChart =
  | { readonly state: 'no events'; readonly days: number }
  | { readonly state: 'too few events'; readonly gaps: readonly Gap[]; readonly open: OpenGap }
  | {
      readonly state: 'drawn'
      readonly gaps: readonly Gap[]
      readonly open: OpenGap
      /** In days. Low gaps are more events, high gaps fewer: `way` of a signal is that of the days, not of the events. */
      readonly limits: Limits
      /** The latest word: of the days since the last event if they are already too many, otherwise of the last gap. */
      readonly latest: Signal | null
    }

const BEYOND_3 = 0.00135
const BEYOND_2 = 0.02275

/** Gaps that limits need, as points on the other charts (statistics.md 1.2). */
const FEWEST_GAPS = 8

/**
 * A t-chart: days between rare events. Gaps of an unchanged process are exponential, so of m gaps adding up to T each is T
 * times beta(1, m − 1): limits come from that exactly, whatever m, with the same tail chances as three sigma; the centre
 * is the median. The open gap is judged as the next one would be, P(gap > d) = (1 + d/T)^−m: it can say "longer than ever
 * expected" before an event ends it, and never "short". Whole days are rounded times, so a gap is below a limit only if
 * the day after is too.
 * `events` in any order, all within [start, drawnOn]; several on a day are several.
 * Sources: Nelson 1994 (J Qual Technol 26:239) for the chart; Pyke 1965 (JRSS B 27:395) for the spacings.
 */
export function rareEventChart(
  events: readonly Day[],
  start: Day,
  drawnOn: Day,
  settings: RuleSettings = nhsRules,
): RareEventChart {
  const days = [...events].sort()
  const last = days.at(-1)
  if (last === undefined) return { state: 'no events', days: daysBetween(start, drawnOn) }
  const bare = days.slice(1).map((to, i): Gap => {
    const from = days[i] ?? to
    return { from, to, days: daysBetween(from, to), signal: null }
  })
  const open: OpenGap = { since: last, days: daysBetween(last, drawnOn), signal: null }
  const m = bare.length
  const total = bare.reduce((sum, gap) => sum + gap.days, 0)
  if (m < FEWEST_GAPS || total === 0) return { state: 'too few events', gaps: bare, open }
  const above = (chance: number): number => total * (1 - chance ** (1 / (m - 1)))
  const limits: Limits = {
    centre: above(0.5),
    low: above(1 - BEYOND_3),
    high: above(BEYOND_3),
    nearLow: above(1 - BEYOND_2),
    nearHigh: above(BEYOND_2),
  }
  const longest = total * (BEYOND_3 ** (-1 / m) - 1)
  const placed = bare.map(gap => {
    const asIs = place(gap.days, limits)
    const later = place(gap.days + 1, limits)
    return {
      ...asIs,
      outside: asIs.outside < 0 ? later.outside : asIs.outside,
      near: asIs.near < 0 ? later.near : asIs.near,
    }
  })
  const signals = signalsOf(placed, settings)
  const gaps = bare.map((gap, i) => ({ ...gap, signal: signals[i] ?? null }))
  const tooLong: Signal | null = open.days > longest ? { rule: 'outside the limits', way: 'high' } : null
  return { state: 'drawn', gaps, open: { ...open, signal: tooLong }, limits, latest: tooLong ?? signals.at(-1) ?? null }
}
