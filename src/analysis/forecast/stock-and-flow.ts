/**
 * The open demand model's method, plainly done again for comparison (statistics.md 3.1): children by age bin and placement group,
 * daily rates of moving and leaving as the mean of a window, ageing at one over the bin's length, daily newcomers constant, no chance
 * but a variance that is added up. Source: the published method of data-to-insight's cs-demand-model and its regional successor; no
 * line of either is here.
 */
import { type CareHistory, OPEN } from './care-history.ts'
import { bornOf, YEAR } from './cells.ts'

/** Years at which its age bins begin, and where the last ends. */
const bins = [0, 1, 5, 10, 16, 18]
const BINS = bins.length - 1

export type StockAndFlow = {
  /** Expected children by month ahead, then by group. */
  readonly byGroup: readonly (readonly number[])[]
  readonly total: readonly number[]
  /** The method's standard deviation of the total by month ahead; its band is two of them either way. */
  readonly sd: readonly number[]
}

const binOf = (ageDays: number): number => {
  const bin = bins.findIndex(years => ageDays < years * YEAR) - 1
  return bin < 0 ? BINS - 1 : bin
}

/** Days of a state, and days at which each state was left for another or for good, and entered from outside, in a window. */
function flowsOf(history: CareHistory, from: number, to: number) {
  const groups = history.groups.length
  const states = BINS * groups
  const lived = new Float64Array(states)
  const moved = new Float64Array(states * groups)
  const left = new Float64Array(states)
  const came = new Float64Array(states)
  const stock = new Float64Array(states)
  const { care, stay } = history
  for (let i = 0; i < stay.start.length; i++) {
    const row = stay.care[i] ?? 0
    const [start, end, group] = [stay.start[i] ?? 0, stay.end[i] ?? OPEN, stay.group[i] ?? 0]
    const born = bornOf(care.eighteenth[row] ?? 0)
    const stateOn = (day: number): number => binOf(day - born) * groups + group
    for (let bin = 0; bin < BINS; bin++) {
      const low = bin === 0 ? from : Math.max(from, born + (bins[bin] ?? 0) * YEAR)
      const high = bin === BINS - 1 ? to : Math.min(to, born + (bins[bin + 1] ?? 0) * YEAR)
      const days = Math.min(end, high) - Math.max(start, low)
      if (days > 0) lived[bin * groups + group] = (lived[bin * groups + group] ?? 0) + days
    }
    if (start >= from && start < to && start === care.start[row]) came[stateOn(start)] = (came[stateOn(start)] ?? 0) + 1
    if (start < to && end >= to) stock[stateOn(to - 1)] = (stock[stateOn(to - 1)] ?? 0) + 1
    if (end < from || end >= to) continue
    const state = stateOn(end)
    if (stay.care[i + 1] === row && stay.start[i + 1] === end) {
      const at = state * groups + (stay.group[i + 1] ?? 0)
      moved[at] = (moved[at] ?? 0) + 1
    } else left[state] = (left[state] ?? 0) + 1
  }
  return { lived, moved, left, came, stock }
}

/** The forecast from a window of so many months (its users choose; 24 is the better of those tried). `ends` are the months' last days. */
export function stockAndFlow(history: CareHistory, ends: readonly number[], window = 24): StockAndFlow {
  const groups = history.groups.length
  const states = BINS * groups
  const to = history.until + 1
  const from = Math.max(history.from, to - Math.round((window * YEAR) / 12))
  const { lived, moved, left, came, stock } = flowsOf(history, from, to)
  const rate = (n: number, state: number): number => ((lived[state] ?? 0) > 0 ? n / (lived[state] ?? 1) : 0)
  const step = (now: Float64Array): { readonly next: Float64Array; readonly variance: number } => {
    const next = Float64Array.from(now)
    let variance = 0
    const flow = (p: number, state: number, into: number): void => {
      const n = (now[state] ?? 0) * Math.min(1, p)
      next[state] = (next[state] ?? 0) - n
      if (into >= 0) next[into] = (next[into] ?? 0) + n
      else variance += n * (1 - Math.min(1, p))
    }
    for (let state = 0; state < states; state++) {
      const [bin, group] = [Math.floor(state / groups), state % groups]
      for (let g = 0; g < groups; g++)
        if (g !== group) flow(rate(moved[state * groups + g] ?? 0, state), state, bin * groups + g)
      const ageing = 1 / (((bins[bin + 1] ?? 18) - (bins[bin] ?? 0)) * YEAR)
      // Leaving at 18 is seen in the rates of the last bin, so only the younger bins age.
      if (bin < BINS - 1) flow(ageing, state, state + groups)
      flow(rate(left[state] ?? 0, state), state, -1)
      const entrants = (came[state] ?? 0) / (to - from)
      next[state] = (next[state] ?? 0) + entrants
      variance += entrants
    }
    return { next, variance }
  }
  let now: Float64Array = stock
  let variance = 0
  let day = history.until
  const byGroup: number[][] = []
  const sd: number[] = []
  for (const end of ends) {
    for (; day < end; day++) {
      const { next, variance: more } = step(now)
      now = next
      variance += more
    }
    byGroup.push(
      Array.from({ length: groups }, (_, g) => now.reduce((sum, n, state) => sum + (state % groups === g ? n : 0), 0)),
    )
    sd.push(Math.sqrt(variance))
  }
  return { byGroup, total: byGroup.map(row => row.reduce((a, b) => a + b, 0)), sd }
}
