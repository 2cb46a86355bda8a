import type { Forecast } from '../forecast/result.ts'
import { sayNumber } from '../kit/text.ts'
import { counted, type Decided, type ForecastPack, likely, pastId, seriesNamed } from './forecast-cells.ts'
import type { Band, FanPoint, FanView } from './forecast-view.ts'
import { named } from './forecast-words.ts'

/** The months before that are drawn. */
const PAST = 24

/** Children in care, all of them: what was and what may come, once the pack is decided. Null where nothing can be forecast. */
export function fanOf(pack: ForecastPack, forecast: Forecast): ((shown: Decided) => FanView) | null {
  const whole = seriesNamed(forecast, 'in care')
  if (!whole || whole.points.length === 0) return null
  const past = whole.past.slice(-PAST).map(({ periodEnd, value }) => ({
    periodEnd,
    id: pack.put(counted(pastId(periodEnd), value)),
  }))
  const put = (what: string, value: number): string => pack.put(likely(`fan ${what}`, value, sayNumber(value)), null)
  const band = (what: string, [low, high]: readonly [number, number]): readonly [string, string] => [
    put(`${what} low`, low),
    put(`${what} high`, high),
  ]
  const ahead = whole.points.map(({ periodEnd, median, p50, p80, p95, naive }) => ({
    periodEnd,
    median: put(`median ${periodEnd}`, Math.round(median)),
    p50: band(`p50 ${periodEnd}`, p50),
    p80: band(`p80 ${periodEnd}`, p80),
    p95: band(`p95 ${periodEnd}`, p95),
    naive: naive && {
      median: put(`naive ${periodEnd}`, naive.median),
      p80: band(`naive p80 ${periodEnd}`, naive.p80),
    },
  }))
  return shown => {
    const both = ([low, high]: readonly [string, string]): Band => [shown(low), shown(high)]
    return {
      title: 'Children in care, and what may come',
      leads: forecast.leads,
      points: [
        ...past.map(({ periodEnd, id }): FanPoint => ({ ...named(periodEnd), figure: shown(id), ahead: null })),
        ...ahead.map(
          ({ periodEnd, median, p50, p80, p95, naive }): FanPoint => ({
            ...named(periodEnd),
            figure: null,
            ahead: {
              median: shown(median),
              p50: both(p50),
              p80: both(p80),
              p95: both(p95),
              naive: naive && { median: shown(naive.median), p80: both(naive.p80) },
            },
          }),
        ),
      ],
    }
  }
}
