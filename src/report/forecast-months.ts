import type { Forecast } from '../forecast/result.ts'
import { roundHalfUp, sayNumber } from '../kit/text.ts'
import { type ForecastPack, likely, seriesNamed } from './forecast-cells.ts'
import type { Made } from './forecast-tables.ts'
import { monthSaid, shownMonths, span, testedTo, testsFor } from './forecast-words.ts'

const MODEL = 'The model'
const NO_CHANGE = 'No change'

/** By what it is settled which comes first, month by month. */
function sayFirst({ backTest, horizon }: Forecast): string {
  const furthest = testsFor(backTest, horizon)
  if (furthest === null) return 'no change, since nothing could be tested'
  const near = 'whichever has done better in tests so far ahead'
  return horizon <= testedTo(backTest) ? near : `${near}, and later than that in ${furthest}`
}

/**
 * Every third month: the whole, by whichever leads so many months ahead with the other beside it; starts, ends and cost, which go by the
 * model, with what no change comes to where that leads.
 */
export function monthsTable(pack: ForecastPack, forecast: Forecast): Made {
  const whole = seriesNamed(forecast, 'in care')
  if (!whole || whole.points.length === 0) return () => null
  const beside = (['starts', 'ends', 'cost'] as const).flatMap(name => {
    const own = seriesNamed(forecast, name)
    return own && own.points.length > 0 ? own : []
  })
  const isModel = forecast.standing.kind === 'model'
  const chosen = shownMonths(forecast.horizon)
  const someNaive = isModel && chosen.some(month => whole.leads[month] === 'naive')
  const cost = beside.find(({ name }) => name === 'cost')
  const rows = chosen.flatMap(month => {
    const point = whole.points[month]
    if (!point) return []
    const put = (what: string, value: number, text: string): string =>
      pack.put(likely(`${what} ${point.periodEnd}`, value, text), null)
    const { naive } = point
    const leads = naive && whole.leads[month] === 'naive' ? naive : point
    const other = leads === naive ? point : naive
    const costs = cost?.points[month]?.naive
    return [
      {
        label: monthSaid(point.periodEnd),
        ids: [
          put('median', leads.median, sayNumber(roundHalfUp(leads.median))),
          put('p50', leads.median, span(leads.p50, 'children')),
          put('p80', leads.median, span(leads.p80, 'children')),
          put('p95', leads.median, span(leads.p95, 'children')),
          ...(isModel
            ? [
                other
                  ? put(
                      'the other',
                      other.median,
                      `${sayNumber(roundHalfUp(other.median))} (${span(other.p80, 'children')})`,
                    )
                  : null,
              ]
            : []),
          ...beside.map(({ name, points, unit }) => {
            const own = points[month]
            return own ? put(name, own.median, span(own.p80, unit)) : null
          }),
          ...(someNaive && cost ? [costs ? put('cost of no change', costs.median, span(costs.p80, '£')) : null] : []),
        ],
        first: leads === point ? MODEL : NO_CHANGE,
      },
    ]
  })
  // No change is the same in every month for what comes and goes.
  const flows = beside.flatMap(({ name, points }) => {
    const naive = points[0]?.naive
    return name === 'cost' || !naive
      ? []
      : { name, id: pack.put(likely(`no change in ${name}`, naive.median, span(naive.p80, 'children')), null) }
  })
  const names = { starts: 'Starts in the month', ends: 'Ends in the month', cost: 'Cost of the month' } as const
  return shown => ({
    caption: `Children in care: the middle${isModel ? ' future' : ''} and ranges`,
    columns: [
      'Month',
      ...(someNaive ? ['Comes first'] : []),
      'Middle',
      '5 in 10',
      '8 in 10',
      '95 in 100',
      ...(isModel ? [someNaive ? 'The other (8 in 10)' : 'No change (8 in 10)'] : []),
      ...beside.map(({ name }) => names[name as keyof typeof names]),
      ...(someNaive && cost ? ['Cost, no change'] : []),
    ],
    rows: rows.map(({ label, first, ids }) => ({
      label,
      cells: [...(someNaive ? [first] : []), ...ids.map(id => (id === null ? '' : shown(id)))],
    })),
    note: isModel
      ? [
          someNaive ? `Comes first: ${sayFirst(forecast)}. ` : '',
          `${beside.length > 2 ? 'Starts, ends and cost' : 'Starts and ends'}: 8 in 10 futures of the model, which is not tested on them. `,
          ...(flows.length > 0
            ? [`With no change, in a month: ${flows.map(({ name, id }) => `${shown(id).text} ${name}`).join(', ')}.`]
            : []),
        ]
          .join('')
          .trim()
      : 'If nothing changes but as it has before: 8 in 10.',
  })
}
