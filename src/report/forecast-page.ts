import { type Audience, isProtected, type Shown } from '../disclosure/shown.ts'
import type { Forecast, RecordLine } from '../forecast/result.ts'
import { day, sayDay } from '../kit/day.ts'
import { sayCount, sayNumber } from '../kit/text.ts'
import {
  type Decided,
  type ForecastPack,
  forecastPack,
  likely,
  monthsTo,
  naiveAt,
  nowId,
  seriesNamed,
} from './forecast-cells.ts'
import { fanOf } from './forecast-fan.ts'
import { linesOn } from './forecast-lines.ts'
import { monthsTable } from './forecast-months.ts'
import { backTestTable, groupTestsTable, partsTable, sayParts, sayRecord, scoresTable } from './forecast-record.ts'
import { flowsTable, groupsTable, outlookTable, placesTable, pricesTable } from './forecast-tables.ts'
import type { ForecastView, ForecastWords } from './forecast-view.ts'
import { whatIfTable } from './forecast-what-if.ts'
import { percent, sayPounds, spanOf, testedTo, testsFor } from './forecast-words.ts'

const isOne = (figure: Shown): boolean => figure.kind === 'number' && figure.value === 1

type Said = (shown: Decided) => readonly ForecastWords[]

/** The answer first: how many there are, and the range a year ahead, of whichever leads. */
function answerOf(pack: ForecastPack, forecast: Forecast): Said {
  const whole = seriesNamed(forecast, 'in care')
  const months = Math.min(12, forecast.horizon)
  const point = whole?.points[months - 1]
  if (!point) return () => []
  const naive = forecast.leads === 'naive' ? point.naive : null
  const [low, high] = naive?.p80 ?? point.p80
  const ends = [low, high].map((value, i) => pack.put(likely(`answer ${i}`, value, sayNumber(Math.round(value))), null))
  const whose = naive
    ? 'With no change, going by how far it has moved before, there is an 8 in 10 chance that between '
    : 'On this model there is an 8 in 10 chance that between '
  return shown => [
    [
      shown(nowId(null)),
      isOne(shown(nowId(null))) ? ' child was' : ' children were',
      ` in care on ${sayDay(forecast.at)}.`,
    ],
    [whose, shown(ends[0] ?? ''), ' and ', shown(ends[1] ?? ''), ` are in care on ${sayDay(point.periodEnd)}.`],
    ...whyFirst(forecast, months),
  ]
}

/** Why no change comes first, or how far ahead the model that does could be tested, where that is not so far. */
function whyFirst(forecast: Forecast, months: number): readonly ForecastWords[] {
  if (forecast.standing.kind !== 'model') return []
  const tests = testsFor(forecast.backTest, months)
  const furthest = testedTo(forecast.backTest)
  if (forecast.leads === 'naive')
    return [
      [
        tests === null
          ? forecast.backTestNote
          : `In ${tests} the model has not beaten the forecast of no change, which is why that is given first.`,
      ],
    ]
  return tests === null || months <= furthest
    ? []
    : [[`The model comes first by ${tests}: how well it does beyond them is not known.`]]
}

const HIDDEN = 'hidden, so that nobody can be identified.'
const moves: Readonly<Record<string, string>> = {
  moved_nearer: 'nearer home',
  moved_foster: 'to foster care',
  moved_home: 'home',
}
/** A saving that is £0 whichever way it is told: nothing to tell. */
const isNone = ({ weekly, fullYear, notPriced }: Forecast['money']['savings'][number]): boolean =>
  notPriced === 0 && [weekly, fullYear].every(value => value !== null && sayPounds(value) === '£0')

/** The year of money, and what was saved. */
function moneyOf(pack: ForecastPack, forecast: Forecast): Said {
  const { year, noCost, savings, inflation } = forecast.money
  if (noCost !== null) return () => [[`No cost is given. ${noCost}`]]
  const put = (what: string, value: number, text: string, people: readonly number[] = []): string =>
    pack.put({ id: `money ${what}`, value, text, people, who: 'children' })
  const pounds = sayPounds
  const ids = year && {
    soFar: put('so far', year.soFar, pounds(year.soFar)),
    mean: put('mean', year.range.mean, pounds(year.range.mean)),
    range: put('range', year.range.median, spanOf(sayPounds, year.range.p80)),
    over: year.chanceOverBudget === null ? null : put('over', year.chanceOverBudget, percent(year.chanceOverBudget)),
  }
  // As many children as now, at what they cost now, for the rest of the year.
  const yearEnd = year && day(`${year.yearEnding}-03-31`)
  const rest = (seriesNamed(forecast, 'cost')?.points ?? []).filter(({ periodEnd }) => yearEnd && periodEnd <= yearEnd)
  const same =
    year && yearEnd && rest.at(-1)?.periodEnd === yearEnd && naiveAt(forecast, yearEnd)
      ? rest.reduce((sum, { naive }) => sum + (naive?.median ?? 0), year.soFar)
      : null
  const sameId = same === null ? null : put('no change', same, pounds(same))
  const better = yearEnd && testsFor(forecast.backTest, monthsTo(forecast, yearEnd))
  const worth = savings.filter(one => !isNone(one))
  const saved = worth.map(({ kind, what, children, fullYear, weekly, rateSource, notPriced }, i) => ({
    words: `${kind === 'avoided' ? `Cost avoided this year, ${what.replaceAll('_', ' ')}` : `Saving this year from moves ${moves[what] ?? `(${what.replaceAll('_', ' ')})`}`}: `,
    children: put(`saved ${i}`, children, sayCount(children, 'child', 'children'), [children]),
    pounds: fullYear === null ? null : put(`saved ${i} £`, fullYear, pounds(fullYear), [children]),
    rate: weekly === null ? null : put(`saved ${i} week`, weekly, pounds(weekly), [children]),
    ends: [
      kind === 'avoided' ? ' to the planned end or the end of the year' : ' in a full year',
      ` (rate: ${rateSource ?? 'the prices before and after'})`,
      notPriced ? '; some without a rate' : '',
      '.',
    ].join(''),
  }))
  return shown => [
    ...(year && ids
      ? [
          [
            'Placements have cost ',
            shown(ids.soFar),
            ` so far in ${year.yearEnding - 1} to ${year.yearEnding}. For the whole year the estimate is `,
            shown(ids.mean),
            ', and in 8 of 10 futures ',
            shown(ids.range),
            '.',
            ...(sameId === null
              ? []
              : [
                  ` That estimate is by the futures of the model, though no change ${better ? `has done better in ${better}` : 'comes first, since nothing could be tested'}: with as many children as now, in the same placements, the year would cost `,
                  shown(sameId),
                  '.',
                ]),
          ],
          ...(year.budget === null
            ? []
            : [
                [
                  `The budget for placements is ${pounds(year.budget)}${year.projected === null ? '' : `, and finance expects ${pounds(year.projected)}`}.`,
                  ...(ids.over === null ? [] : [' ', shown(ids.over), ' of futures cost more than the budget.']),
                ],
              ]),
        ]
      : []),
    // That prices stay as they are is in the list of what is assumed.
    ...(inflation === 0 ? [] : [[`A stated assumption: prices change by ${sayNumber(inflation * 100, 1)}% a year.`]]),
    ...saved.map(({ words, children, pounds: total, rate, ends }) =>
      shown(children).kind === 'hidden'
        ? [`${words}${HIDDEN}`]
        : [
            words,
            shown(children),
            ...(total === null || rate === null
              ? [', without a price.']
              : [', ', shown(rate), ' a week, ', shown(total), ends]),
          ],
    ),
  ]
}

const NOT_BY_GROUP = 'By placement it is not shown, so that no child can be identified.'

/** Whether those in every placement group now may be seen. */
const everyGroupSeen = (forecast: Forecast, shown: Decided): boolean =>
  forecast.series.every(({ name, group }) => name !== 'in care' || shown(nowId(group)).kind === 'number')

/** A sentence without the counts that it ends with, where one of them is of few. */
const withoutFew = (said: string): string =>
  /\b[1-5] (?:child|children|ends?|moves?)\b/.test(said) ? `${said.split(':')[0] ?? ''}.` : said

/**
 * A forecast as an audience may see it: every figure decided in one pack with those in care now, by placement. A board sees nothing of a
 * group whose number now it may not see. Nothing in it is about one child.
 */
export function forecastView(
  forecast: Forecast,
  authority: { readonly code: string; readonly name: string },
  audience: Audience,
  record: readonly RecordLine[],
): ForecastView {
  const pack = forecastPack(forecast, audience)
  const open = !isProtected(audience)
  const said = { answer: answerOf(pack, forecast), money: moneyOf(pack, forecast) }
  const fan = fanOf(pack, forecast)
  const lines = linesOn(pack, forecast)
  const tables = {
    months: monthsTable(pack, forecast),
    flows: flowsTable(pack, forecast, open),
    groups: groupsTable(pack, forecast),
    outlook: outlookTable(pack, forecast, open),
    places: placesTable(pack, forecast),
    prices: pricesTable(pack, forecast),
  }
  const whatIfs = forecast.whatIfs.map((result, n) => ({ result, table: whatIfTable(pack, forecast, result, n) }))
  const shown = pack.decide()
  const { standing, at } = forecast
  const isModel = standing.kind === 'model'
  // One group that may not be seen could be worked out from the others and from the scorecard's own shares: then none is told.
  const byGroup = open || everyGroupSeen(forecast, shown)
  return {
    authority,
    audience,
    at,
    atText: sayDay(at),
    why: isModel ? null : standing.why,
    answer: [...said.answer(shown), ...(byGroup ? [] : [[NOT_BY_GROUP]])],
    fan: fan?.(shown) ?? null,
    months: tables.months(shown),
    flows: tables.flows(shown),
    groups: byGroup ? tables.groups(shown) : null,
    trends: lines.table(shown),
    lines: lines.drawing(shown),
    outlook: tables.outlook(shown, byGroup),
    money: { said: isModel ? said.money(shown) : [], prices: byGroup ? tables.prices(shown) : null },
    places: byGroup ? tables.places(shown) : null,
    record: sayRecord(record),
    backTest: backTestTable(forecast.backTest, forecast.backTestNote),
    scores: scoresTable(forecast.backTest),
    backTestGroups: byGroup ? groupTestsTable(forecast.backTestGroups) : null,
    parts: partsTable(forecast.parts),
    partsNote: isModel ? sayParts(forecast.parts) : null,
    whatIfs: whatIfs.map(({ result, table }) => ({
      label: result.label,
      note: `An assumption, not a finding${result.source === null ? '' : ` (${result.source})`}.${result.note === null ? '' : ` ${result.note}`}`,
      table: byGroup ? table(shown) : null,
    })),
    assumptions: open ? forecast.assumptions : forecast.assumptions.map(withoutFew),
    outside: standing.kind === 'nothing' ? [] : forecast.outside,
    method: isModel
      ? `Method: ${forecast.method}, ${sayNumber(forecast.runs)} futures, seed ${forecast.seed}. No figure here is about one child.`
      : '',
  }
}
