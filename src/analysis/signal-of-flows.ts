import type { Day } from '../kit/day.ts'
import type { ChartSettings, ControlChart } from './control-chart.ts'
import type { Rebase } from './rebase.ts'
import type { Rule, Way } from './run-rules.ts'
import { uChart } from './u-chart.ts'
import type { YearOnYear } from './year-on-year.ts'

/** Children who came into and went out of the numerator in a period; null where the figure is due. */
export type Flow = {
  readonly at: Day
  readonly entered: number | null
  readonly left: number | null
  /** Children in care at the start of the period, so that a growing council is not flagged for growing. Left out: the same. */
  readonly inCare?: number
}

export type FlowSignal =
  | { readonly from: 'entered' | 'left'; readonly rule: Rule; readonly pushes: Way }
  | { readonly from: 'same month last year'; readonly pushes: Way }

export type SignalOfFlows = {
  readonly entered: ControlChart
  readonly left: ControlChart
  readonly lastYear: YearOnYear | null
  readonly signals: readonly FlowSignal[]
  /** Which way the signals push the stock: null without any, 'both ways' where they disagree. */
  readonly pushes: Way | 'both ways' | null
  readonly state: 'judged' | 'awaiting data' | 'not enough data'
}

/**
 * Three looks at one figure would cry wolf three times as often: flows need a run of 8, which keeps latest points of an
 * unchanging council under 5% signalling, the year on year included (the test simulates it).
 */
const FLOW_RUN = 8

/**
 * The signal of a stock, or of a share of one, which can have no limits of its own: from the children who came into and
 * went out of it each period, each flow on its own chart (exact Poisson limits, wider where siblings come together), and
 * from the same month last year by an interval that allows for children counted twice (`shareChange`, `stockChange`,
 * `meanChange` through `yearOnYear`). More children leaving pushes the stock down. Source: statistics.md 1.4, correction.
 */
export function signalOfFlows(
  flows: readonly Flow[],
  lastYear: YearOnYear | null,
  rebases: readonly Rebase[] = [],
  options: Partial<ChartSettings> = {},
): SignalOfFlows {
  const chart = (x: (flow: Flow) => number | null): ControlChart =>
    uChart(
      flows.map(flow => {
        const count = x(flow)
        return count === null
          ? { at: flow.at, x: null, exposure: null }
          : { at: flow.at, x: count, exposure: flow.inCare ?? 1 }
      }),
      rebases,
      { runLength: FLOW_RUN, ...options },
    )
  const entered = chart(flow => flow.entered)
  const left = chart(flow => flow.left)
  const signals: FlowSignal[] = []
  if (entered.latest.state === 'special cause')
    signals.push({ from: 'entered', rule: entered.latest.signal.rule, pushes: entered.latest.signal.way })
  if (left.latest.state === 'special cause')
    signals.push({ from: 'left', rule: left.latest.signal.rule, pushes: other(left.latest.signal.way) })
  if (lastYear?.signal) signals.push({ from: 'same month last year', pushes: lastYear.signal })
  const ways = new Set(signals.map(signal => signal.pushes))
  const [first] = ways
  const states = [entered.latest.state, left.latest.state]
  const judged =
    lastYear !== null || states.some(s => s === 'special cause' || s === 'no special cause' || s === 'no variation')
  const state = states.includes('awaiting data') ? 'awaiting data' : judged ? 'judged' : 'not enough data'
  return { entered, left, lastYear, signals, pushes: ways.size > 1 ? 'both ways' : (first ?? null), state }
}

const other = (way: Way): Way => (way === 'high' ? 'low' : 'high')
