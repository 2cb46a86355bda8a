import { type BlendAt, blendFor } from '../analysis/forecast/blend.ts'
import { type CareHistory, exits } from '../analysis/forecast/care-history.ts'
import { fitHistory } from '../analysis/forecast/fit.ts'
import type { Fitted, NotFitted } from '../analysis/forecast/fitted.ts'
import { monthsFrom } from '../analysis/forecast/month-ends.ts'
import { type Monthly, monthlyOf } from '../analysis/forecast/monthly.ts'
import { presentOf } from '../analysis/forecast/present.ts'
import { simulate } from '../analysis/forecast/simulate.ts'
import { trendLines } from '../analysis/forecast/trend-lines.ts'
import type { Engine } from '../engine/engine.ts'
import { addDays, type Day, day, financialYearEnding, fromNumber, isMonthEnd, sayDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { monthsAfter, type Scenario } from './change.ts'
import { type DrawnSeries, drawnSeries, groupSets } from './drawn-series.ts'
import { careHistory, type Exposure, heldOf, knownSpan } from './exposure.ts'
import { historyMark } from './history-mark.ts'
import { type EarlierVersion, knownThen as knownThenBy } from './known-versions.ts'
import { likelyValues } from './likely-values.ts'
import { budgetLines, savings, spentSoFar } from './money.ts'
import { type GuardianshipSplit, type Outlook, type OutlookItem, outlookOf } from './outlook.ts'
import { type PartsTested, partsTold } from './parts.ts'
import { placesHeld } from './places.ts'
import { naivePoints, pointsOf } from './points.ts'
import { priceBook } from './prices.ts'
import type { Forecast, TrendOf } from './result.ts'
import { assumptionsOf, outside, sayMissed } from './said.ts'
import { sufficiencyOf } from './sufficiency.ts'
import { type KeptTests, type Tested, testHistory } from './tested.ts'
import { runWhatIfs, withoutModel } from './what-if-runs.ts'
import { widenedBy } from './widened.ts'
import { yearOfMoney } from './year-of-money.ts'

/** The method and its version: a forecast made otherwise has another. */
export const METHOD = 'population simulation 2'
export const MOST_MONTHS = 36
/** Futures at each origin of the back-test: enough to score by, and no more. */
const TEST_RUNS = 200

export type ForecastAsked = {
  readonly authority: string
  /** Absent: the last month end of which it is known who is in care. */
  readonly at?: Day
  /** Months ahead, 1 to 36. */
  readonly horizon: number
  readonly runs: number
  readonly seed: number
  /** A year's growth of prices: 0.03. */
  readonly inflation: number
  readonly scenarios: readonly Scenario[]
  /** Data versions made before: what was known when, for the back-test. */
  readonly earlier?: readonly EarlierVersion[]
  /** Back-tests made before. */
  readonly kept?: KeptTests
  /** The last test of what each part of the method is worth. */
  readonly parts?: PartsTested | null
  /** The figures whose year-end is asked for, once the day, a month end, is known, and who is in care on it. */
  readonly outlook?: (at: Day, yearEnd: Day, inCare: InCareOn) => Promise<readonly OutlookItem[]>
}

/** How many children were in care on the day, of these placement groups. */
export type InCareOn = (groups: readonly string[]) => number

/** The last day known, brought back to a month end. */
const lastMonthEnd = (last: Day): Day => (isMonthEnd(last) ? last : addDays(day(`${last.slice(0, 8)}01`), -1))

/** The day to start from and the time to learn from. Throws HEARTH-1409 or HEARTH-2003. */
export async function forecastSpan(
  engine: Engine,
  authority: string,
  asked: Day | undefined,
): Promise<{ from: Day; until: Day }> {
  const held = await heldOf(engine, authority)
  const last = held
    .map(one => one.last)
    .sort()
    .at(-1)
  if (last === undefined)
    throw new UserError(
      'HEARTH-1409',
      'Nothing has been imported that tells who is in care.',
      'Run `hearth import FOLDER` with the SSDA903 files of a year, Annex A, or the tables of the Standard Safeguarding Dataset.',
    )
  const at = asked ?? lastMonthEnd(last)
  const span = knownSpan(held, at)
  if (span) return span
  const first = held.map(one => one.first).sort()[0] ?? last
  throw new UserError(
    'HEARTH-2003',
    `A forecast cannot start from ${sayDay(at)}: it is not known who was in care then.`,
    `Care is known from ${sayDay(first)} to ${sayDay(last)}. Leave --at out to start from ${sayDay(lastMonthEnd(last))}.`,
  )
}

const whyNot: Readonly<Record<NotFitted['reason'], string>> = {
  'under 24 months':
    'Under 24 months of care are known, too few to learn from: the forecast is that nothing changes, with a simple range. Without a model nothing is said of weeks, cost or the year’s end.',
  'no children':
    'No child was in care on the day and none has been in the months before: there is nothing to forecast.',
  'too few children':
    'Too few children have been in care to learn from: the forecast is that nothing changes, with a simple range. Without a model nothing is said of weeks, cost or the year’s end.',
}

const standingOf = (fitted: Fitted | NotFitted, { total }: Monthly, more: readonly string[]): Forecast['standing'] => {
  if (fitted.kind === 'fitted') return { kind: 'model' }
  const nobody = fitted.reason === 'no children' || total.every(n => n === 0)
  return nobody
    ? { kind: 'nothing', why: whyNot['no children'] }
    : { kind: 'naive only', why: [whyNot[fitted.reason], ...more].join(' ') }
}

/** How guardianship has split in the two years before. */
function splitOf({ history, specialGuardianship }: Exposure): GuardianshipSplit {
  const { care, until } = history
  const split = { special: 0, arrangements: 0 }
  for (let i = 0; i < care.start.length; i++)
    if (care.exit[i] === exits.indexOf('guardianship') && (care.end[i] ?? 0) > until - 731)
      split[specialGuardianship[i] ? 'special' : 'arrangements']++
  return split
}

/** The trend lines of the whole and of each group. */
function trendsOf(monthly: Monthly, groups: readonly string[], ends: readonly Day[]): readonly TrendOf[] {
  const lines = (group: string | null, totals: readonly number[]): readonly TrendOf[] =>
    trendLines(totals, ends.length).map(({ span, values }) => ({
      group,
      span,
      points: values.map((value, i) => ({ periodEnd: ends[i] ?? day('1970-01-31'), value })),
    }))
  return [
    ...lines(null, monthly.total),
    ...groupSets(groups).flatMap(([name, positions]) =>
      lines(
        name,
        monthly.total.map((_, i) => positions.reduce((sum, group) => sum + (monthly.byGroup[group]?.[i] ?? 0), 0)),
      ),
    ),
  ]
}

const toldOf = ({ series: _, stand: __, ...told }: DrawnSeries): Omit<DrawnSeries, 'series' | 'stand'> => told

/** The back-test of a history, made before or now. What data versions of the time knew is told by which they are. */
async function testedOf(asked: ForecastAsked, history: CareHistory, historyIs: string): Promise<Tested> {
  const { authority, seed, earlier = [], kept } = asked
  const mark = [METHOD, historyIs, seed, TEST_RUNS, ...earlier.map(({ number }) => number)].join(' ')
  const before = kept?.read(mark)
  if (before) return before
  const knownThen = await knownThenBy(earlier, history, authority)
  const tested = testHistory(history, { runs: TEST_RUNS, seed, knownThen })
  kept?.write(mark, tested)
  return tested
}

/** How a series is blended: children in care, all and by group, by their records; nothing else has one. */
function blendsOf(
  { name, group }: DrawnSeries,
  groups: readonly string[],
  { blends }: Tested,
): readonly BlendAt[] | null {
  if (name !== 'in care') return null
  return blends[group === null ? 0 : groupSets(groups).findIndex(([set]) => set === group) + 1] ?? null
}

/** The month ahead that the answer is about. */
const ANSWERED = 12

/**
 * A forecast of one council from the model of a data version. The same data, day, seed and number of runs give the same forecast.
 * Throws HEARTH-1409 where nothing is known of care, HEARTH-2003 where nothing is known of the day.
 */
export async function makeForecast(engine: Engine, asked: ForecastAsked): Promise<Forecast> {
  const { authority, horizon, runs, seed, inflation } = asked
  const { from, until } = await forecastSpan(engine, authority, asked.at)
  const exposure = await careHistory(engine, { authority, from, until })
  const { history } = exposure
  const missed = exposure.missed ? [sayMissed(exposure.missed)] : []
  const monthly = monthlyOf(history)
  const fitted = fitHistory(history)
  const book = await priceBook(engine, { authority, until, groups: history.groups, inflation })
  const places = await placesHeld(engine, authority, until)
  const yearEnd = day(`${financialYearEnding(addDays(until, 1))}-03-31`)
  const toYearEnd = isMonthEnd(until) ? monthsAfter(until, yearEnd) : null
  const ends = monthsFrom(history.until, horizon).map(fromNumber)
  const mark = historyMark(history)
  const common = {
    authority,
    at: until,
    horizon,
    seed,
    runs,
    method: METHOD,
    history: mark,
    parts: partsTold(asked.parts, { history: mark, method: METHOD }),
    standing: standingOf(fitted, monthly, missed),
    trendLines: trendsOf(monthly, history.groups, ends),
    places,
    outside,
  }
  const money = {
    prices: book.kind === 'priced' ? book.groups : [],
    unpriced: book.kind === 'priced' ? book.unpriced : [],
    noCost: book.kind === 'none' ? book.why : null,
    inflation,
    budget: await budgetLines(engine, authority, until),
    savings: await savings(engine, authority, until),
  }
  if (fitted.kind === 'not fitted')
    return {
      ...common,
      leads: 'naive',
      series:
        common.standing.kind === 'nothing'
          ? []
          : drawnSeries({ groups: history.groups, cost: null }, monthly)
              .filter(({ name }) => name !== 'care weeks')
              .map(one => ({
                ...toldOf(one),
                leads: ends.map(() => 'naive' as const),
                points: naivePoints(one, ends),
              })),
      backTest: [],
      backTestGroups: [],
      backTestNote: 'There is no model to test.',
      outlook: [],
      sufficiency: [],
      money: { ...money, year: null },
      whatIfs: asked.scenarios.map(withoutModel),
      assumptions: [],
    }
  const present = presentOf(history, exposure.weekly)
  const months = Math.max(horizon, toYearEnd ?? 0)
  // From 31 March on the year to come has held nothing yet.
  const spent = toYearEnd === 12 ? 0 : ((await spentSoFar(engine, authority, until)) ?? 0)
  const ages = asked.scenarios.length > 0
  const simulated = { months, runs, seed, ages, ...(book.kind === 'priced' ? { prices: book.prices } : {}) }
  const futures = await simulate(fitted, present, simulated)
  const drawn = drawnSeries(futures, monthly, {
    weeks: monthsFrom(history.until, months).map((end, i, all) => (end - (all[i - 1] ?? history.until)) / 7),
    weekly: history.groups.map(group => money.prices.find(price => price.group === group)?.mean ?? 0),
    inflation,
  })
  const tested = await testedOf(asked, history, common.history)
  const likely = drawn.map(one => {
    const blends = blendsOf(one, history.groups, tested)
    return {
      one,
      leads: ends.map((_, month) => (blends ? blendFor(blends, month + 1).leads : ('model' as const))),
      values: likelyValues(one, futures, months, blends),
    }
  })
  const valuesOf = (group: string | null): readonly Float64Array[] =>
    likely.find(({ one }) => one.name === 'in care' && one.group === group)?.values ?? []
  const allAtYearEnd = valuesOf(null)[(toYearEnd ?? 0) - 1] ?? new Float64Array(0)
  const inCare: InCareOn = names =>
    history.groups.reduce((sum, name, i) => sum + (names.includes(name) ? (monthly.byGroup[i]?.at(-1) ?? 0) : 0), 0)
  const items = toYearEnd === null ? [] : ((await asked.outlook?.(until, yearEnd, inCare)) ?? [])
  const outlook: readonly Outlook[] =
    toYearEnd === null
      ? []
      : outlookOf({ futures, inCare: allAtYearEnd, months: toYearEnd, yearEnd, split: splitOf(exposure), seed }, items)
  return {
    ...common,
    leads: blendFor(tested.blends[0] ?? [], Math.min(ANSWERED, horizon)).leads,
    series: likely.map(({ one, leads, values }) => ({ ...toldOf(one), leads, points: pointsOf(one, values, ends) })),
    backTest: tested.total,
    backTestGroups: tested.groups,
    backTestNote: tested.note,
    outlook,
    sufficiency: sufficiencyOf(
      history.groups.map(group => ({
        group,
        months: ends.map((periodEnd, month) => ({ periodEnd, values: valuesOf(group)[month] ?? new Float64Array(0) })),
      })),
      places,
    ),
    money: {
      ...money,
      year:
        toYearEnd === null
          ? null
          : yearOfMoney(futures, toYearEnd, financialYearEnding(addDays(until, 1)), spent, money.budget),
    },
    whatIfs: await runWhatIfs(asked.scenarios, {
      at: until,
      fitted,
      present,
      asked: simulated,
      base: futures,
      drawn,
      places,
      widened: added =>
        widenedBy(
          engine,
          { authority, from: fromNumber(history.from), until, groups: history.groups, inflation, asked: simulated },
          added,
        ),
    }),
    assumptions: [...missed, ...assumptionsOf(fitted, book, inflation)],
  }
}
