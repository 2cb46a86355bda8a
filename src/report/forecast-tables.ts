import type { Exit } from '../analysis/forecast/care-history.ts'
import type { Outlook } from '../forecast/outlook.ts'
import type { Forecast } from '../forecast/result.ts'
import { type Day, monthOf, sayDay } from '../kit/day.ts'
import { sayNumber } from '../kit/text.ts'
import {
  counted,
  type Decided,
  type ForecastPack,
  likely,
  monthsTo,
  naiveAt,
  nowId,
  nowIn,
  sayRange,
} from './forecast-cells.ts'
import type { ForecastTable } from './forecast-view.ts'
import {
  groupOf,
  monthSaid,
  NOTHING,
  percent,
  saying,
  shownMonths,
  span,
  testsFor,
  yearsAhead,
} from './forecast-words.ts'

/** A table in two steps: its cells go into the pack, and once that is decided it is made. */
export type Made = (shown: Decided) => ForecastTable | null

const nothing: Made = () => null

const leaving: Readonly<Record<Exit, string>> = {
  home: 'Return home',
  guardianship: 'Guardianship',
  adoption: 'Adoption',
  other: 'Another way',
  eighteen: '18th birthday',
}

/**
 * Every third month: weeks of care, and ends by way of leaving. Only for those who may see all (`open`): an 18th birthday to come is a fact
 * of one child, whatever is forecast.
 */
export function flowsTable(pack: ForecastPack, { series, horizon }: Forecast, open: boolean): Made {
  const whole = series.filter(({ group, points }) => group === null && points.length > 0)
  const chosen = [
    ...whole.filter(({ name }) => name === 'care weeks'),
    ...whole.filter(({ name, exit }) => name === 'ends' && exit !== null),
  ]
  const [first] = chosen
  if (!first || !open) return nothing
  const rows = shownMonths(horizon).flatMap(month => {
    const periodEnd = first.points[month]?.periodEnd
    if (periodEnd === undefined) return []
    const ids = chosen.map(({ name, exit, unit, points }) => {
      const point = points[month]
      const id = `flow ${exit ?? name} ${periodEnd}`
      return point ? pack.put(likely(id, point.median, span(point.p80, unit)), null) : null
    })
    return [{ label: monthSaid(periodEnd), ids }]
  })
  return shown => ({
    caption: 'Weeks of care, and ends by way of leaving, in the month',
    columns: ['Month', ...chosen.map(({ exit }) => (exit === null ? 'Weeks of care' : leaving[exit]))],
    rows: rows.map(({ label, ids }) => ({ label, cells: ids.map(id => (id === null ? '' : shown(id))) })),
    note: '8 in 10 futures. Guardianship: special guardianship and child arrangements.',
  })
}

/** By placement group: now, and a year or more ahead, by whichever leads for that group so far ahead. */
export function groupsTable(pack: ForecastPack, forecast: Forecast): Made {
  const chosen = yearsAhead(forecast.horizon)
  const all = forecast.series.filter(({ name, group, points }) => name === 'in care' && group !== null && points.length)
  if (all.length === 0) return nothing
  const rows = all.map(({ group, points, leads }) => ({
    label: groupOf(group),
    now: nowId(group),
    byNaive: chosen.some(month => leads[month] === 'naive'),
    ids: chosen.map(month => {
      const point = points[month]
      if (!point) return null
      const first = leads[month] === 'naive' && point.naive ? point.naive : point
      return pack.put(likely(`${group} ${point.periodEnd}`, first.median, sayRange(first, 'children')), group)
    }),
  }))
  const ends = chosen.map(month => monthSaid(all[0]?.points[month]?.periodEnd ?? forecast.at))
  const naive = rows.filter(({ byNaive }) => byNaive).map(({ label }) => label)
  const isModel = forecast.standing.kind === 'model'
  const tests = testsFor(forecast.backTestGroups, Math.max(...chosen) + 1)
  const why = tests === null ? 'since nothing could be tested' : `which has done better in ${tests} or is not tested`
  return shown => ({
    caption: 'By placement',
    columns: ['Placement', 'Now', ...ends],
    rows: rows.map(({ label, now, ids }) => ({
      label,
      cells: [shown(now), ...ids.map(id => (id === null ? '' : shown(id)))],
    })),
    note: [
      'The middle and 8 in 10; the range alone where the middle is under 10. Middles of groups do not add up to that of all.',
      ...(isModel && naive.length > 0 ? [`By no change, ${why}: ${naive.join('; ')}.`] : []),
    ].join(' '),
  })
}

const operators = { '>=': 'at least', '<=': 'at most', '>': 'more than', '<': 'less than', '=': '' } as const
const sayTarget = ({ target, unit }: Outlook): string => {
  if (!target) return NOTHING
  const say = saying(unit)
  return target.operator === 'between'
    ? `${say(target.value)} to ${say(target.high ?? target.value)}`
    : `${operators[target.operator]} ${say(target.value)}`.trim()
}
const sayStanding = (standing: Outlook['standing'], chance: number): string =>
  `${standing.charAt(0).toUpperCase()}${standing.slice(1)}: ${percent(chance)} of futures`

/**
 * The children that a figure of the year so far counts: a range on so few would tell how many. None so far is as few as 1 to 5, for a
 * range from 0 says so, and with last year's number the last 12 months, hidden elsewhere, would follow; on 31 March it says nothing.
 */
function peopleOf({ what, soFar }: Outlook, forecast: Forecast): readonly number[] {
  if (what.of === 'in care') return []
  if (what.of === 'share in groups') return [what.groups.reduce((sum, group) => sum + nowIn(forecast, group), 0)]
  const none = soFar.numerator === 0 && monthOf(forecast.at) !== 3
  return [none ? 1 : soFar.numerator, soFar.denominator].filter(n => n > 0)
}

/** Said where no change comes first at the year's end. */
function byTheModel(forecast: Forecast, yearEnd: Day): string {
  const tests = testsFor(forecast.backTest, monthsTo(forecast, yearEnd))
  const first = tests === null ? 'comes first, since nothing could be tested,' : `has done better in ${tests}`
  return `No change ${first} for children in care; these go by the futures of the model all the same.`
}

/** Where figures will stand on 31 March, against target and last year. */
export function outlookTable(
  pack: ForecastPack,
  forecast: Forecast,
  open: boolean,
): (shown: Decided, byGroup: boolean) => ForecastTable | null {
  const [first] = forecast.outlook
  if (!first) return nothing
  const rows = forecast.outlook.map(item => {
    const { measure, title, unit, range, lastYear } = item
    const people = peopleOf(item, forecast)
    const put = (what: string, value: number, text: string, of: readonly number[]): string =>
      pack.put({ id: `outlook ${measure} ${what}`, value, text, people: of, who: 'children' }, null)
    return {
      item,
      label: title,
      ids: [
        put('median', range.median, saying(unit)(range.median), people),
        put('range', range.median, span(range.p80, unit), people),
        // How many of last year a share was of is not known here: it is for those who may see all.
        lastYear === null || (!open && unit !== 'children')
          ? null
          : put('last year', lastYear, saying(unit)(lastYear), unit === 'children' ? [lastYear, ...people] : people),
      ],
      standing:
        item.chance === null ? null : put('standing', item.chance, sayStanding(item.standing, item.chance), people),
    }
  })
  return (shown, byGroup) => ({
    caption: `Where the year may end, on ${sayDay(first.yearEnd)}`,
    columns: ['Figure', 'Middle', '8 in 10', 'Last year', 'Target', 'Standing'],
    rows: rows
      .filter(({ item }) => byGroup || item.what.of !== 'share in groups')
      .map(({ item, label, ids, standing }) => ({
        label,
        cells: [
          ...ids.map(id => (id === null ? NOTHING : shown(id))),
          sayTarget(item),
          standing === null ? NOTHING : shown(standing),
        ],
      })),
    note: [
      '“On track” is said only where at least 80% of futures reach the target, “off track” where at most 20% do.',
      ...(naiveAt(forecast, first.yearEnd) ? [byTheModel(forecast, first.yearEnd)] : []),
    ].join(' '),
  })
}

/** Places needed against places held. */
export function placesTable(pack: ForecastPack, { sufficiency, horizon, places }: Forecast): Made {
  const rows = sufficiency.flatMap(({ group, held, months }) =>
    held === null
      ? []
      : shownMonths(horizon).flatMap(month => {
          const found = months[month]
          if (!found) return []
          const put = (what: string, value: number, text: string): string =>
            pack.put(likely(`places ${group} ${what} ${found.periodEnd}`, value, text), group)
          return [
            {
              label: `${groupOf(group)}, ${monthSaid(found.periodEnd)}`,
              held: sayNumber(held.places),
              ids: [
                put('needed', found.needed.median, span(found.needed.p80, 'children')),
                put('short', found.chanceShort ?? 0, percent(found.chanceShort ?? 0)),
              ],
            },
          ]
        }),
  )
  if (rows.length === 0) return nothing
  const idle = [
    places.vacant === null ? '' : `${sayNumber(places.vacant)} vacant`,
    places.unavailable === null ? '' : `${sayNumber(places.unavailable)} not to be had`,
    places.respite === null ? '' : `${sayNumber(places.respite)} kept for short breaks`,
  ].filter(Boolean)
  return shown => ({
    caption: 'Foster places needed against places held',
    columns: ['Placement and month', 'Held', 'Needed, 8 in 10', 'Chance of too few'],
    rows: rows.map(({ label, held, ids }) => ({ label, cells: [held, ...ids.map(shown)] })),
    note: `Held: in use and vacant today${places.asAt === null ? '' : `, by the picture of ${sayDay(places.asAt)}`}.${idle.length ? ` Of all places ${idle.join(', ')}.` : ''}`,
  })
}

/** What a week costs, by placement. The lowest and highest price are of one child each: never for a board. */
export function pricesTable(pack: ForecastPack, { money: { prices } }: Forecast): Made {
  if (prices.length === 0) return nothing
  const rows = prices.map(({ group, mean, lowest, highest, children, source }) => {
    const put = (what: string, value: number, text: string, of: number): string =>
      pack.put({ id: `price ${group} ${what}`, value, text, people: [of], who: 'children' })
    return {
      label: groupOf(group),
      ids: [
        put('mean', mean, saying('£')(mean), children),
        put('lowest', lowest, saying('£')(lowest), 1),
        put('highest', highest, saying('£')(highest), 1),
        pack.put(counted(`price ${group} children`, children)),
      ],
      from: source === 'unit_costs' ? 'Rate card' : 'Placements',
    }
  })
  return shown => ({
    caption: 'What a week costs',
    columns: ['Placement', 'Mean', 'Lowest', 'Highest', 'Children priced', 'From'],
    rows: rows.map(({ label, ids, from }) => ({ label, cells: [...ids.map(shown), from] })),
    note: null,
  })
}
