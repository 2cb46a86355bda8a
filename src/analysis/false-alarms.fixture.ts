import { addDays, day } from '../kit/day.ts'
import { type Chance, type Council, months, runCouncil } from './council.fixture.ts'
import type { Look } from './expected-signals.ts'
import { shareChange, stockChange } from './paired-change.ts'
import { chartOf, type MeasureSeries } from './series-chart.ts'
import { signalOfFlows } from './signal-of-flows.ts'
import { yearOnYear } from './year-on-year.ts'

/**
 * One kind of measure of a council: `draw` makes its series for so many months, `shiftFrom` on with a real change planted
 * (Infinity for none), and says whether the latest point signals. Kinds of numbers are those councils have.
 */
export type Scenario = {
  readonly name: string
  readonly chart: Look['chart']
  /** A planted change comes after so many months and must be found within so many more; 36 and 8 if left out. */
  readonly found?: { readonly before: number; readonly within: number }
  readonly signals: (chance: Chance, length: number, shiftFrom: number) => boolean
}

const charted =
  (make: (chance: Chance, length: number, shiftFrom: number) => MeasureSeries) =>
  (chance: Chance, length: number, shiftFrom: number): boolean =>
    chartOf(make(chance, length, shiftFrom)).signal !== null

const proportion = (name: string, from: number, to: number, before: number, after: number): Scenario => ({
  name,
  chart: 'p',
  signals: charted((chance, length, shiftFrom) => ({
    kind: 'proportion',
    points: months(length).map((at, i) => {
      const n = chance.between(from, to)
      return { at, n, x: chance.binomial(n, i < shiftFrom ? before : after) }
    }),
  })),
})

/** Few children a month, so a run must be waited for: of six years, within 10 months. */
const FEW = { before: 72, within: 10 }

const count = (name: string, chart: 'xmr' | 'c', before: number, after: number): Scenario => ({
  name,
  chart,
  ...(chart === 'c' ? { found: FEW } : {}),
  signals: charted((chance, length, shiftFrom) => ({
    kind: 'count',
    points: months(length).map((at, i) => ({ at, value: chance.poisson(i < shiftFrom ? before : after) })),
    events: null,
  })),
})

const rate = (name: string, siblings: number, before: number, after: number): Scenario => ({
  name,
  chart: 'u',
  signals: charted((chance, length, shiftFrom) => ({
    kind: 'rate',
    per: 1000,
    points: months(length).map((at, i) => {
      const exposure = chance.between(300, 400)
      const mean = exposure * (i < shiftFrom ? before : after) * Math.exp(siblings * chance.normal())
      return { at, exposure, x: chance.poisson(mean) }
    }),
  })),
})

const mean = (name: string, from: number, to: number, spread: number, longer: number): Scenario => ({
  name,
  chart: 'mean xmr',
  ...(from < 5 ? { found: FEW } : {}),
  signals: charted((chance, length, shiftFrom) => ({
    kind: 'mean',
    points: months(length).map((at, i) => {
      const n = chance.between(from, to)
      const total = Array.from({ length: n }, () => Math.exp(spread * chance.normal())).reduce((a, b) => a + b, 0)
      return { at, n, mean: (total / n) * (i < shiftFrom ? 1 : longer) }
    }),
  })),
})

const rare = (name: string, before: number, after: number): Scenario => ({
  name,
  chart: 't',
  found: { before: 72, within: 12 },
  signals: charted((chance, length, shiftFrom) => {
    const start = day('2014-01-01')
    const [end, turn] = [length * 30, shiftFrom * 30]
    const days = []
    for (let at = chance.wait(before / 30), turned = false; at < end; ) {
      if (!turned && at >= turn) {
        turned = true
        at = turn + chance.wait(after / 30)
        continue
      }
      days.push(addDays(start, Math.floor(at)))
      at += chance.wait((turned ? after : before) / 30)
    }
    return { kind: 'count_rare', points: [], events: { days, start, drawnOn: addDays(start, end) } }
  }),
})

/** A share of the children in care, from its flows and the same month last year. */
const share = (name: string, council: Council, shift: { share: number; gain: number }): Scenario => ({
  name,
  chart: 'flows and same month last year',
  found: { before: 36, within: 12 },
  signals: (chance, length, shiftFrom) => {
    const { flows, change } = runCouncil({ ...council, shift: { ...shift, from: shiftFrom } }, length, chance)
    return (
      signalOfFlows(
        flows,
        yearOnYear(confidence => shareChange(change, confidence)),
      ).signals.length > 0
    )
  },
})

/** The number of children in care, from starts, ends and those here now and not a year ago. */
const stock = (name: string, children: number, more: number): Scenario => ({
  name,
  chart: 'flows and same month last year',
  found: { before: 36, within: 12 },
  signals: (chance, length, shiftFrom) => {
    const everyone = { children, turnover: 0.05, share: 1, gain: 0, lose: 0 }
    const shift = { from: shiftFrom, share: 1, gain: 0, more }
    const { flows, change } = runCouncil({ ...everyone, shift }, length, chance)
    const bare = flows.map(({ at, entered, left }) => ({ at, entered, left }))
    const lastYear = yearOnYear(confidence => stockChange(change.entered.n, change.left.n, confidence))
    return signalOfFlows(bare, lastYear).signals.length > 0
  },
})

export const scenarios: readonly Scenario[] = [
  proportion('reviews on time, 30 to 60 a month at 75%', 30, 60, 0.75, 0.5),
  proportion('assessments on time, 6 to 14 a month at 90%', 6, 14, 0.9, 0.5),
  proportion('visits on time, 400 to 600 a month at 95%', 400, 600, 0.95, 0.9),
  proportion('nearly always on time, 6 to 14 a month at 98%', 6, 14, 0.98, 0.6),
  proportion('seldom, 3 to 8 a month at 30%', 3, 8, 0.3, 0.9),
  count('starts, 15 a month', 'xmr', 15, 27),
  count('ends, 8 a month', 'xmr', 8, 16),
  count('remands, 2 a month', 'c', 2, 6),
  rate('missing episodes for each child', 0, 0.05, 0.09),
  rate('missing episodes, a few children going often', 0.4, 0.05, 0.15),
  mean('weeks of proceedings, 8 to 20 a month', 8, 20, 0.5, 1.6),
  mean('days to adoption, 1 to 6 a month', 1, 6, 0.8, 2.5),
  rare('serious incidents, one in three months', 0.33, 3),
  rare('secure placements, one in two months', 0.5, 3),
  share(
    'placed far away, 18% of 250',
    { children: 250, turnover: 0.05, share: 0.18, gain: 0.005, lose: 0.02 },
    { share: 0.6, gain: 0.05 },
  ),
  share(
    'with a plan, 90% of 250',
    { children: 250, turnover: 0.04, share: 0.9, gain: 0.1, lose: 0.008 },
    { share: 0.2, gain: 0.01 },
  ),
  stock('children in care, 250', 250, 2),
]

/** Whether the latest point signals, in any of so many months after a real change. */
export function foundWithin(scenario: Scenario, seedOf: () => Chance, before: number, after: number): boolean {
  for (let length = before + 1; length <= before + after; length++)
    if (scenario.signals(seedOf(), length, before)) return true
  return false
}
