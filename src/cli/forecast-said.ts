import type { Range } from '../analysis/forecast/ranges.ts'
import { groupNames } from '../forecast/groups.ts'
import type { Outlook } from '../forecast/outlook.ts'
import type { Forecast, ForecastSeries, RecordLine } from '../forecast/result.ts'
import { type Day, isMonthEnd, sayDay, sayMonth } from '../kit/day.ts'
import { capitalised, roundHalfUp, sayCount, sayNumber } from '../kit/text.ts'
import { plainTable } from './plain-table.ts'

type Cell = string | number | null

const places: Readonly<Record<string, number>> = { children: 0, ratio: 2, weeks: 0, '£': 0 }
const saying =
  (unit: string) =>
  (value: number): string =>
    unit === 'share'
      ? `${sayNumber(value * 100, 1)}%`
      : `${unit === '£' ? '£' : ''}${sayNumber(value, places[unit] ?? 0)}`
/** `598 to 627`. */
const span = ([low, high]: readonly [number, number], unit: string): string =>
  `${saying(unit)(low)} to ${saying(unit)(high)}`
const percent = (chance: number): string => `${sayNumber(chance * 100)}%`
const groupOf = (group: string | null): string => capitalised(group === null ? 'all' : (groupNames[group] ?? group))

const named = (
  forecast: Forecast,
  name: ForecastSeries['name'],
  group: string | null = null,
): ForecastSeries | undefined =>
  forecast.series.find(series => series.name === name && series.group === group && series.exit === null)

/** A month end as its month, any other day as itself. */
const monthSaid = (d: Day): string => (isMonthEnd(d) ? sayMonth(d) : sayDay(d))

/** The months shown: every third, and the last. */
const shownMonths = (horizon: number): readonly number[] => [
  ...new Set([...Array.from({ length: Math.floor(horizon / 3) }, (_, i) => i * 3 + 2), horizon - 1]),
]

const heading = (words: string): string => `\n${words}\n`

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

function groups(forecast: Forecast): string {
  const at = [11, 23, 35].filter(month => month < forecast.horizon)
  const chosen = at.length > 0 ? at : [forecast.horizon - 1]
  const of = forecast.series.filter(({ name, group }) => name === 'in care' && group !== null)
  const rows = of.map(({ group, past, points }): readonly Cell[] => [
    groupOf(group),
    past.at(-1)?.value ?? null,
    ...chosen.map(month => {
      const point = points[month]
      return point ? `${sayNumber(point.median)} (${span(point.p80, 'children')})` : ''
    }),
  ])
  const ends = chosen.map(month => monthSaid(of[0]?.points[month]?.periodEnd ?? forecast.at))
  return rows.length === 0
    ? ''
    : heading('By placement: the median, and 8 in 10 futures. Medians of groups do not add up to that of all.') +
        plainTable([['placement', 'now', ...ends], ...rows])
}

const standing = ({ standing: word, chance }: Outlook): string =>
  chance === null ? '' : `${word} (${percent(chance)} of futures reach it)`
const sayTarget = ({ target, unit }: Outlook): string => {
  if (!target) return ''
  const say = saying(unit)
  return target.operator === 'between'
    ? `${say(target.value)} to ${say(target.high ?? target.value)}`
    : `${target.operator} ${say(target.value)}`
}

function outlook({ outlook: items }: Forecast): string {
  const [first] = items
  if (!first) return ''
  const rows = items.map((item): readonly Cell[] => [
    item.title,
    saying(item.unit)(item.range.median),
    span(item.range.p80, item.unit),
    item.lastYear === null ? '' : saying(item.unit)(item.lastYear),
    sayTarget(item),
    standing(item),
  ])
  return (
    heading(
      `Where the year will end, on ${sayDay(first.yearEnd)}. "On track": at least 80% of futures reach the target.`,
    ) + plainTable([['figure', 'median', '8 in 10', 'last year', 'target', 'standing'], ...rows])
  )
}

function money({ money: { year, prices, noCost, savings, inflation } }: Forecast): string {
  if (noCost !== null) return heading(`Cost: none is given. ${noCost}`)
  const lines = [
    year
      ? `Placements have cost ${saying('£')(year.soFar)} so far in ${year.yearEnding - 1}/${String(year.yearEnding).slice(2)}; for the whole year the estimate is ${saying('£')(year.range.mean)}, and in 8 of 10 futures ${span(year.range.p80, '£')}.`
      : '',
    year && year.budget !== null
      ? `The budget for placements is ${saying('£')(year.budget)}${year.projected === null ? '' : `, and finance expects ${saying('£')(year.projected)}`}. ${percent(year.chanceOverBudget ?? 0)} of futures cost more than the budget.`
      : '',
    inflation === 0
      ? 'Prices stay as they are.'
      : `Stated assumption: prices change by ${sayNumber(inflation * 100, 1)}% a year.`,
  ].filter(line => line !== '')
  const table = plainTable([
    ['placement', 'mean a week', 'lowest', 'highest', 'children priced', 'from'],
    ...prices.map(price => [
      groupOf(price.group),
      ...[price.mean, price.lowest, price.highest].map(saying('£')),
      price.children,
      price.source === 'unit_costs' ? 'rate card' : price.source,
    ]),
  ])
  const saved = savings.map(
    ({ kind, what, children, fullYear, weekly, rateSource, notPriced }) =>
      `${kind === 'avoided' ? 'Cost avoided' : 'Saving from moves'} this year, ${what.replaceAll('_', ' ')}: ${sayCount(children, 'child', 'children')}, ${fullYear === null || weekly === null ? 'no price' : `${saying('£')(weekly)} a week, ${saying('£')(fullYear)} ${kind === 'avoided' ? 'to the planned end or the end of the year' : 'in a full year'}`}${rateSource ? ` (rate: ${rateSource})` : kind === 'move' ? ' (rate: the prices before and after)' : ''}${notPriced ? `; ${notPriced} without a rate` : ''}.`,
  )
  return `${heading('Cost')}${[...lines, ...saved].map(line => `${line}\n`).join('')}\n${table}`
}

function sufficiency({ sufficiency: all, horizon }: Forecast): string {
  const rows = all.flatMap(({ group, held, months: list }) => {
    if (!held) return []
    return shownMonths(horizon).flatMap(month => {
      const found = list[month]
      return found
        ? [
            [
              groupOf(group),
              monthSaid(found.periodEnd),
              held.places,
              span(found.needed.p80, 'children'),
              percent(found.chanceShort ?? 0),
            ],
          ]
        : []
    })
  })
  return rows.length === 0
    ? ''
    : heading('Places needed against places held today (in use and vacant)') +
        plainTable([['placement', 'month', 'held', 'needed, 8 in 10', 'chance of too few'], ...rows])
}

/** `+3`, `−£2,000`, `0`. */
function signed(value: number, unit: string): string {
  const size = saying(unit)(Math.abs(value))
  return size === saying(unit)(0) ? size : `${value > 0 ? '+' : '−'}${size}`
}
const signedSpan = ([low, high]: readonly [number, number], unit: string): string =>
  `${signed(low, unit)} to ${signed(high, unit)}`

function whatIfs({ at: start, whatIfs: all, horizon }: Forecast): string {
  return all
    .map(({ label, source, series, note }) => {
      const at = [11, 23, 35].filter(month => month < horizon)
      const chosen = at.length > 0 ? at : [horizon - 1]
      const rows = series
        .filter(({ name, group }) => (name === 'in care' || name === 'cost') && (group === null || name === 'in care'))
        .map(({ name, group, unit, points }): readonly Cell[] => [
          name === 'cost' ? 'Cost of the month' : groupOf(group),
          ...chosen.map(month => {
            const found: { difference: Range } | undefined = points[month]
            return found ? `${signed(found.difference.mean, unit)} (${signedSpan(found.difference.p80, unit)})` : ''
          }),
        ])
      const ends = chosen.map(month => monthSaid(series[0]?.points[month]?.periodEnd ?? start))
      return `${heading(`What if: ${label}`)}An assumption, not a finding${source ? ` (${source})` : ''}. ${note ?? 'The difference from the forecast: the mean, and 8 in 10 futures.'}\n${note === null ? plainTable([['', ...ends], ...rows]) : ''}`
    })
    .join('')
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
    sayNumber(line.mase ?? 0, 2),
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
    outlook(forecast),
    how.kind === 'model' ? money(forecast) : '',
    sufficiency(forecast),
    whatIfs(forecast),
    list('The record of forecasts made before', sayRecord(record)),
    backTest(forecast),
    list('What it assumes', assumptions),
    how.kind === 'nothing' ? '' : list('What it does not know of', outside),
    how.kind === 'model'
      ? `\nMethod: ${forecast.method}, ${sayNumber(runs)} futures, seed ${seed}. No figure here is about one child.\n`
      : '',
  ].join('')
}
