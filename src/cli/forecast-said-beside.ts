import type { Range } from '../analysis/forecast/ranges.ts'
import type { Outlook } from '../forecast/outlook.ts'
import type { Forecast } from '../forecast/result.ts'
import { sayDay } from '../kit/day.ts'
import { sayCount, sayNumber } from '../kit/text.ts'
import {
  type Cell,
  groupOf,
  heading,
  monthSaid,
  percent,
  saying,
  shownMonths,
  span,
  yearsAhead,
} from './forecast-words.ts'
import { plainTable } from './plain-table.ts'

const standing = ({ standing: word, chance }: Outlook): string =>
  chance === null ? '' : `${word} (${percent(chance)} of futures reach it)`
/** How a target is said. */
const operators = { '>=': 'at least', '<=': 'at most', '>': 'over', '<': 'under', '=': '' } as const
const sayTarget = ({ target, unit }: Outlook): string => {
  if (!target) return ''
  const say = saying(unit)
  return target.operator === 'between'
    ? `${say(target.value)} to ${say(target.high ?? target.value)}`
    : `${operators[target.operator]} ${say(target.value)}`
}

/** Where figures will stand on 31 March. */
export function sayOutlook({ outlook: items }: Forecast): string {
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

/** Cost, the budget and what was saved. */
export function sayMoney({ money: { year, prices, noCost, savings, inflation } }: Forecast): string {
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

/** Places needed against places held. */
export function saySufficiency({ sufficiency: all, horizon }: Forecast): string {
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

/** What-ifs, each with the difference it makes. */
export function sayWhatIfs({ at: start, whatIfs: all, horizon }: Forecast): string {
  return all
    .map(({ label, source, series, note }) => {
      const chosen = yearsAhead(horizon)
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
