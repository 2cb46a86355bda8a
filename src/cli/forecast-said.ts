import type { Range } from '../analysis/forecast/ranges.ts'
import type { Forecast, ForecastSeries, RecordLine } from '../forecast/result.ts'
import { sayDay } from '../kit/day.ts'
import { roundHalfUp, sayCount, sayNumber } from '../kit/text.ts'
import { sayMoney, sayOutlook, saySufficiency, sayWhatIfs } from './forecast-said-beside.ts'
import { type Cell, groupOf, heading, monthSaid, percent, shownMonths, span, yearsAhead } from './forecast-words.ts'
import { plainTable } from './plain-table.ts'

const named = (
  forecast: Forecast,
  name: ForecastSeries['name'],
  group: string | null = null,
): ForecastSeries | undefined =>
  forecast.series.find(series => series.name === name && series.group === group && series.exit === null)

function answer(forecast: Forecast): string {
  const whole = named(forecast, 'in care')
  const point = whole?.points[Math.min(11, forecast.horizon - 1)]
  if (!whole || !point) return ''
  const now = whole.past.at(-1)?.value
  const [range, whose] =
    forecast.leads === 'naive' && point.naive
      ? [point.naive.p80, 'With no change, going by how far it has moved before,']
      : [point.p80, 'On this model']
  return `${now === undefined ? '' : `${sayCount(now, 'child was', 'children were')} in care on ${sayDay(forecast.at)}. `}${whose} there is an 8 in 10 chance that between ${span(range, 'children')} are in care on ${sayDay(point.periodEnd)}.\n`.replace(
    / to (?=[\d,]+ are in care)/,
    ' and ',
  )
}

function months(forecast: Forecast): string {
  const whole = named(forecast, 'in care')
  const [starts, ends, cost] = (['starts', 'ends', 'cost'] as const).map(name => named(forecast, name))
  if (!whole) return ''
  const rows = shownMonths(forecast.horizon).flatMap((month): readonly (readonly Cell[])[] => {
    const point = whole.points[month]
    if (!point) return []
    const at = (series: ForecastSeries | undefined): string => {
      const found = series?.points[month]
      return found ? span(found.p80, series?.unit ?? '') : ''
    }
    return [
      [
        monthSaid(point.periodEnd),
        roundHalfUp(point.median),
        span(point.p50, 'children'),
        span(point.p80, 'children'),
        span(point.p95, 'children'),
        point.naive ? `${sayNumber(point.naive.median)} (${span(point.naive.p80, 'children')})` : '',
        at(starts),
        at(ends),
        ...(cost ? [at(cost)] : []),
      ],
    ]
  })
  const head = [
    'month',
    'median',
    '5 in 10',
    '8 in 10',
    '95 in 100',
    'no change (8 in 10)',
    'starts in the month',
    'ends in the month',
  ]
  return (
    heading('Children in care, with the range of futures. Starts, ends and cost: 8 in 10.') +
    plainTable([[...head, ...(cost ? ['cost of the month'] : [])], ...rows])
  )
}

/** The lines that boards ask for: never the forecast. */
function trends({ trendLines, horizon }: Forecast): string {
  const lines = trendLines.filter(({ group }) => group === null)
  const chosen = yearsAhead(horizon)
  const rows = lines.map(({ span: months, points }): readonly Cell[] => [
    `the last ${sayCount(months, 'month')}`,
    ...chosen.map(month => (points[month] ? sayNumber(points[month].value) : '')),
  ])
  const ends = chosen.flatMap(month => {
    const end = lines[0]?.points[month]?.periodEnd
    return end ? monthSaid(end) : []
  })
  return rows.length === 0
    ? ''
    : heading(
        'What if the average change of some months went on? A line drawn on, no forecast: such lines are further out than no change.',
      ) + plainTable([['if this went on', ...ends], ...rows])
}

/** A median with its range; of few children the range alone (statistics.md 3.3). */
const saidPoint = ({ median, p80 }: Pick<Range, 'median' | 'p80'>): string =>
  median < FEW ? span(p80, 'children') : `${sayNumber(median)} (${span(p80, 'children')})`
const FEW = 10

function groups(forecast: Forecast): string {
  const chosen = yearsAhead(forecast.horizon)
  const of = forecast.series.filter(({ name, group }) => name === 'in care' && group !== null)
  const rows = of.map(({ group, past, points }): readonly Cell[] => [
    groupOf(group),
    past.at(-1)?.value ?? null,
    ...chosen.map(month => {
      const point = points[month]
      return point ? saidPoint(point) : ''
    }),
  ])
  const ends = chosen.map(month => monthSaid(of[0]?.points[month]?.periodEnd ?? forecast.at))
  return rows.length === 0
    ? ''
    : heading(
        'By placement: the median, and 8 in 10 futures; the range alone where that is under 10. Medians of groups do not add up to that of all.',
      ) + plainTable([['placement', 'now', ...ends], ...rows])
}

/** What is said of a record: "In the last N forecasts made 6 months ahead, the outturn fell inside the 80% range k times." */
export const sayRecord = (record: readonly RecordLine[]): readonly string[] =>
  record.map(
    ({ horizon, forecasts, inside80, meanError }) =>
      `In the last ${sayCount(forecasts, 'forecast')} made ${sayCount(horizon, 'month')} ahead, the outturn fell inside the 80% range ${sayCount(inside80, 'time')}; the median was ${sayNumber(meanError, 1)} children out on average.`,
  )

function backTest({ backTest: lines, backTestNote }: Forecast): string {
  const whole = lines.filter(({ group }) => group === null)
  const rows = whole.map((line): readonly Cell[] => [
    sayCount(line.horizon, 'month'),
    line.origins,
    sayNumber(line.mae, 1),
    sayNumber(line.naiveMae, 1),
    line.mase === null ? '' : sayNumber(line.mase, 2),
    sayNumber(line.crps, 1),
    sayNumber(line.naiveCrps, 1),
    `${percent(line.coverage80.value)} (${percent(line.coverage80.low)} to ${percent(line.coverage80.high)})`,
    line.leads === 'model' ? 'the model' : 'no change',
  ])
  const head = [
    'ahead',
    'origins',
    'error',
    'no-change error',
    'MASE',
    'CRPS',
    'no-change CRPS',
    '80% range held',
    'better',
  ]
  return rows.length === 0
    ? backTestNote && heading(backTestNote)
    : `${heading('How forecasts like this one would have done')}${backTestNote}\n${plainTable([head, ...rows])}`
}

/** A forecast as people read it in a terminal. */
export function sayForecast(forecast: Forecast, council: string, record: readonly RecordLine[]): string {
  const { at, horizon, runs, seed, standing: how, assumptions, outside } = forecast
  const list = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : heading(title) + lines.map(line => `- ${line}\n`).join('')
  return [
    `${council}: children in care from ${sayDay(at)}, ${sayCount(horizon, 'month')} ahead\n`,
    how.kind === 'model' ? '' : `${how.why}\n`,
    answer(forecast),
    forecast.leads === 'naive' && how.kind === 'model'
      ? 'In the back-test the model has not beaten the forecast of no change, which is why that is given first.\n'
      : '',
    months(forecast),
    groups(forecast),
    trends(forecast),
    sayOutlook(forecast),
    how.kind === 'model' ? sayMoney(forecast) : '',
    saySufficiency(forecast),
    sayWhatIfs(forecast),
    list('The record of forecasts made before', sayRecord(record)),
    backTest(forecast),
    list('What it assumes', assumptions),
    how.kind === 'nothing' ? '' : list('What it does not know of', outside),
    how.kind === 'model'
      ? `\nMethod: ${forecast.method}, ${sayNumber(runs)} futures, seed ${seed}. No figure here is about one child.\n`
      : '',
  ].join('')
}
