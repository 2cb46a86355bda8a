import type { Range } from '../analysis/forecast/ranges.ts'
import type { Forecast, ForecastSeries } from '../forecast/result.ts'

const rangeOf = ({ median, mean, p50, p80, p95 }: Range) => ({ median, mean, p50, p80, p95 })

/** A way of leaving is a series of its own, so that `ends` is always all of them. */
const nameOf = ({ name, exit }: Pick<ForecastSeries, 'name' | 'exit'>): string => (exit ? `${name}: ${exit}` : name)

/** A forecast as programs read it: `hearth forecast --format json`. */
export const forecastJson = (
  forecast: Forecast,
  kept: { readonly dataVersion: number; readonly issued: number | null; readonly notKept: string | null },
) => ({
  authority: forecast.authority,
  at: forecast.at,
  horizon: forecast.horizon,
  seed: forecast.seed,
  runs: forecast.runs,
  method: forecast.method,
  dataVersion: kept.dataVersion,
  issued: kept.issued,
  notKept: kept.notKept,
  history: forecast.history,
  standing: forecast.standing,
  leads: forecast.leads,
  series: forecast.series.map(series => ({
    name: nameOf(series),
    group: series.group,
    ...(series.unit === 'children' ? {} : { unit: series.unit }),
    leads: series.leads,
    past: series.past.map(({ periodEnd, value }) => ({ period_end: periodEnd, value })),
    points: series.points.map(({ periodEnd, naive, ...range }) => ({
      period_end: periodEnd,
      ...rangeOf(range),
      naive,
    })),
  })),
  trendLines: forecast.trendLines.map(({ group, span, points }) => ({
    group,
    months: span,
    points: points.map(({ periodEnd, value }) => ({ period_end: periodEnd, value })),
  })),
  backTest: forecast.backTest,
  backTestGroups: forecast.backTestGroups,
  backTestNote: forecast.backTestNote,
  parts: forecast.parts,
  outlook: forecast.outlook.map(({ what: _, yearEnd, ...item }) => ({ period_end: yearEnd, ...item })),
  places: forecast.places,
  sufficiency: forecast.sufficiency.map(({ group, held, months }) => ({
    group,
    held,
    months: months.map(({ periodEnd, needed, chanceShort }) => ({ period_end: periodEnd, needed, chanceShort })),
  })),
  money: forecast.money,
  whatIfs: forecast.whatIfs.map(({ series, ...whatIf }) => ({
    ...whatIf,
    series: series.map(({ name, group, ages, unit, points }) => ({
      name,
      group,
      ...(ages === null ? {} : { ages }),
      ...(unit === 'children' ? {} : { unit }),
      points: points.map(({ periodEnd, whatIf: after, difference }) => ({
        period_end: periodEnd,
        whatIf: after,
        difference,
      })),
    })),
  })),
  assumptions: forecast.assumptions,
  outside: forecast.outside,
})

/** A line a series and month, for a spreadsheet: `hearth forecast --format csv`. */
export function forecastCsv(forecast: Forecast): string {
  const head =
    'series,group,period_end,median,mean,low_50,high_50,low_80,high_80,low_95,high_95,no_change,no_change_low_80,no_change_high_80'
  const lines = forecast.series.flatMap(series =>
    series.points.map(({ periodEnd, median, mean, p50, p80, p95, naive }) =>
      [
        nameOf(series),
        series.group ?? '',
        periodEnd,
        median,
        mean,
        ...p50,
        ...p80,
        ...p95,
        ...(naive ? [naive.median, ...naive.p80] : ['', '', '']),
      ].join(),
    ),
  )
  return [head, ...lines, ''].join('\n')
}
