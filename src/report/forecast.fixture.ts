import type { Range } from '../analysis/forecast/ranges.ts'
import type { Forecast, ForecastSeries } from '../forecast/result.ts'
import { addMonths, type Day, day, monthEnd } from '../kit/day.ts'

const at = day('2026-10-31')
const ahead = (month: number): Day => monthEnd(addMonths(at, month + 1))
const range = (middle: number, out: number): Range => ({
  median: middle,
  mean: middle,
  p50: [middle - out, middle + out],
  p80: [Math.max(0, middle - 2 * out), middle + 2 * out],
  p95: [Math.max(0, middle - 3 * out), middle + 3 * out],
})

/** A series that stands still, a year ahead. */
const series = (group: string | null, now: number): ForecastSeries => ({
  name: 'in care',
  group,
  exit: null,
  unit: 'children',
  past: [-2, -1, 0].map(month => ({ periodEnd: monthEnd(addMonths(at, month)), value: now })),
  leads: new Array<'model'>(12).fill('model'),
  points: Array.from({ length: 12 }, (_, month) => ({
    ...range(now, 1 + month / 6),
    periodEnd: ahead(month),
    naive: { median: now, p50: [now - 1, now + 1], p80: [now - 2, now + 2], p95: [now - 3, now + 3] },
  })),
})

/** A forecast for a council of `own` children with our carers, `agency` with an agency's and `kin` with connected carers. */
export function someForecast(own: number, agency: number, kin: number, more: Partial<Forecast> = {}): Forecast {
  return {
    authority: 'E06990001',
    at,
    horizon: 12,
    seed: 1,
    runs: 2000,
    method: 'population simulation 1',
    history: 'x',
    standing: { kind: 'model' },
    leads: 'model',
    series: [
      series(null, own + agency + kin),
      series('in_house_foster', own),
      series('ifa', agency),
      series('connected', kin),
      series('foster', own + agency + kin),
      series('mainstream_foster', own + agency),
    ],
    trendLines: [],
    backTest: [],
    backTestGroups: [],
    backTestNote: 'None.',
    parts: null,
    outlook: [
      {
        measure: 'children-adopted',
        title: 'Children adopted',
        unit: 'children',
        what: { of: 'ends', exit: 'adoption' },
        soFar: { numerator: 4, denominator: 0 },
        target: null,
        lastYear: 12,
        yearEnd: day('2027-03-31'),
        range: range(7, 1),
        chance: null,
        standing: 'no target',
        aboveLastYear: 0.1,
      },
    ],
    places: {
      asAt: null,
      filled: null,
      vacant: null,
      respite: null,
      unavailable: null,
      approved: null,
      households: null,
    },
    sufficiency: [],
    money: {
      prices: [{ group: 'ifa', mean: 1000, lowest: 801, highest: 1299, children: 30, source: 'placements' }],
      unpriced: [],
      noCost: null,
      inflation: 0,
      budget: [],
      savings: [],
      year: null,
    },
    whatIfs: [],
    assumptions: ['Nothing changes.'],
    outside: ['changes of policy'],
    ...more,
  }
}
