import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day, day, fromNumber, toNumber } from '../kit/day.ts'
import { councils } from '../measures/council.fixture.ts'
import type { Session } from '../measures/measures.ts'
import { continuedForecasts } from './continued.ts'
import { type ForecastAsked, makeForecast } from './forecast.ts'
import type { Forecast } from './result.ts'
import { scenarioSaid } from './what-if-file.ts'

const FIRST = day('2021-04-01')
const LAST = day('2026-03-31')
const EARLIER = day('2024-09-30')

/**
 * Ninety children who come every 20 days, stay a year or two with our carers or an agency's, and leave for home or guardianship, which
 * was by a child arrangements order until two years ago and by special guardianship since.
 */
function plainCouncil({ known = LAST, unborn = -1 }: { readonly known?: Day; readonly unborn?: number } = {}) {
  const children = Array.from({ length: 90 }, (_, i) => {
    // What is not known yet is noise: others come, much younger and later, and nobody leaves when they would have.
    const later = addDays(FIRST, i * 20) > known
    const start = addDays(FIRST, i * 20 + (later ? 9 : 0))
    const planned = addDays(start, 300 + (i % 7) * 70)
    const end = planned > known ? addDays(planned, known < LAST ? 45 : 0) : planned
    const open = end > LAST
    return {
      header: `C${i} | ${i === unborn ? '-' : fromNumber(toNumber(start) - 365 * (later ? 1 : 2 + (i % 12)))}`,
      episode: `C${i} | ${start} | S | U6 | ${i % 3 === 0 ? 'PR4' : 'PR1'} | ${open ? '-' : end} | ${open ? '-' : i % 2 === 0 ? 'E4A' : end < '2024-04-01' ? 'E41' : 'E45'}`,
      placement: `C${i} | P${i} | ${start} | ${open ? '-' : end} | in_care | U6 | ${i % 3 === 0 ? 'PR4' : 'PR1'} | ${i % 3 > 0 ? 400 : unborn < 0 ? 1000 : '-'}`,
    }
  })
  const lines = (of: (child: (typeof children)[number]) => string): string => children.map(of).join('\n')
  return {
    header: `child | dob\n${lines(({ header }) => header)}`,
    episodes: `child | decom | rne | place | place_provider | dec | rec\n${lines(({ episode }) => episode)}`,
    placements: `child_id | cla_placement_id | start_date | end_date | child_group | cla_placement_type | cla_placement_provider | weekly_cost\n${lines(({ placement }) => placement)}`,
    // Two households of two places, and a connected carer’s three, who are no recruits.
    foster_households: `household_id | valid_from | valid_to | approval_date | care_type | approved_places
H1 | 2020-01-01 | - | 2020-01-01 | short_term | 2
H2 | 2020-01-01 | - | 2020-01-01 | long_term | 2
H3 | 2020-01-01 | - | 2020-01-01 | connected | 3`,
    budget: `financial_year | as_at | budget_line | line_type | net_budget | projected\n2025/26 | 2025-04-01 | placements | subtotal | 800000 | 900000`,
  }
}

/** Forty-five children in care since 2022, of whom one leaves each month from June 2025 on: who left before is in no return. */
const whoStayed = `child | decom | rne | dec | rec\n${Array.from({ length: 45 }, (_, i) =>
  i < 10 ? `F${i} | 2022-01-01 | S | ${addDays(day('2025-06-15'), i * 30)} | E4A` : `F${i} | 2022-01-01 | S | - | -`,
).join('\n')}`

let session: Session
beforeAll(async () => {
  session = await councils(
    [],
    {
      Alder: plainCouncil(),
      Dale: plainCouncil({ unborn: 50 }),
      Elder: plainCouncil({ unborn: 50, known: EARLIER }),
      Fern: { episodes: whoStayed },
      Birch: { episodes: 'child | decom\nB | 2024-05-01' },
      Cedar: { episodes: 'child | decom | dec | rec\nC | 2018-05-01 | 2018-06-01 | E4A' },
    },
    { from: FIRST, to: LAST },
  )
}, 60_000)
afterAll(() => session.engine.close())

const make = (changes: Partial<ForecastAsked> = {}): Promise<Forecast> =>
  makeForecast(session.engine, {
    authority: 'Alder',
    horizon: 12,
    runs: 100,
    seed: 3,
    inflation: 0,
    scenarios: [],
    ...changes,
  })
const series = (forecast: Forecast, name: string, group: string | null = null) =>
  forecast.series.find(one => one.name === name && one.group === group && one.exit === null)

describe('a council with five years of care', () => {
  let forecast: Forecast
  beforeAll(async () => {
    const scenarios = [
      '20% fewer children enter',
      '1% (0% to 2%) more children enter until March 2026',
      '10 more in-house carers from April 2030',
      'reunification from residential doubles',
      '3 more in-house carers',
      '6 more in-house places',
      '4 more places in our own homes instead of agency carers',
    ].map(scenarioSaid)
    const item = {
      measure: 'children-in-care',
      title: 'Children in care',
      unit: 'children',
      what: { of: 'in care' },
      soFar: { numerator: 0, denominator: 0 },
      target: { operator: '<=', value: 1000, high: null },
      lastYear: 10,
    } as const
    forecast = await make({
      scenarios,
      outlook: async (_at, _yearEnd, inCare) => [{ ...item, lastYear: inCare(['ifa', 'in_house_foster']) }],
    })
  }, 60_000)

  test('starts from the last month end, and its past is what was', () => {
    expect([forecast.at, forecast.standing.kind, forecast.method]).toEqual([
      '2026-03-31',
      'model',
      'population simulation 2',
    ])
    const past = series(forecast, 'in care')?.past
    expect([past?.[0], past?.length]).toEqual([{ periodEnd: '2021-03-31', value: 0 }, 61])
    expect(
      series(forecast, 'in care')
        ?.points.map(({ periodEnd }) => periodEnd)
        .at(-1),
    ).toBe('2027-03-31')
    expect(series(forecast, 'starts')?.past.reduce((sum, { value }) => sum + value, 0)).toBe(90)
  })

  test('weeks and pounds of the groups add up to those of all', () => {
    for (const name of ['care weeks', 'cost'])
      for (const month of [0, 11]) {
        const mean = (group: string | null): number => series(forecast, name, group)?.points[month]?.mean ?? Number.NaN
        expect(mean('ifa') + mean('in_house_foster')).toBeCloseTo(mean(null), 6)
        expect(mean('mainstream_foster')).toBeNaN()
        expect(mean('foster')).toBeCloseTo(mean(null), 6)
      }
  })

  test('children in care, of a wider group too, are averaged with no change as their record asks; starts are the futures as they are', () => {
    const halves = (name: string): readonly boolean[] =>
      series(forecast, name)?.points.map(({ median }) => Number.isInteger(2 * median)) ?? []
    expect(halves('starts').every(Boolean)).toBe(true)
    expect(halves('in care').every(Boolean)).toBe(false)
    // All live in foster care: the same children in the same futures, with the same record.
    expect(series(forecast, 'in care', 'foster')?.past).toEqual(series(forecast, 'in care')?.past)
    expect(series(forecast, 'in care', 'foster')?.points).toEqual(series(forecast, 'in care')?.points)
    expect(forecast.backTestGroups.filter(({ group }) => group === 'foster')).toEqual(
      forecast.backTest.map(line => ({ ...line, group: 'foster', stockAndFlow: null })),
    )
  })

  test('who leads is told month by month, by the record nearest to it; the answer goes by that a year ahead', () => {
    const tested = forecast.backTest.map(({ leads }) => leads)
    const [one, three, six, twelve] = tested
    const told = series(forecast, 'in care')?.leads ?? []
    expect(told).toEqual([one, one, three, three, six, six, six, six, six, twelve, twelve, twelve])
    expect(forecast.leads).toBe(twelve)
    expect(series(forecast, 'starts')?.leads).toEqual(told.map(() => 'model'))
  })

  test('no change has weeks and pounds too: as many children, at what they cost now', () => {
    const { naive } = series(forecast, 'in care')?.points[5] ?? {}
    const days = 30
    expect(series(forecast, 'care weeks')?.points[5]?.naive?.p80[1]).toBeCloseTo(((naive?.p80[1] ?? 0) * days) / 7, 6)
    const now = (group: string): number => series(forecast, 'in care', group)?.past.at(-1)?.value ?? 0
    expect(series(forecast, 'cost')?.points[5]?.naive?.median).toBeCloseTo(
      ((400 * now('in_house_foster') + 1000 * now('ifa')) * days) / 7,
      4,
    )
    expect(series(forecast, 'cost', 'ifa')?.points[5]?.naive?.median).toBeCloseTo((1000 * now('ifa') * days) / 7, 4)
  })

  test('the lines of a wider group are those of its groups together', () => {
    const lines = (group: string | null) => forecast.trendLines.filter(line => line.group === group)
    expect(lines('foster').map(({ span, points }) => [span, points])).toEqual(
      lines(null).map(({ span, points }) => [span, points]),
    )
    expect(lines('ifa')[0]?.points).not.toEqual(lines(null)[0]?.points)
  })

  test('a range holds the narrower ones and the median', () => {
    for (const { p50, p80, p95, median } of series(forecast, 'in care')?.points ?? [])
      expect([p95[0], p80[0], p50[0], median, p50[1], p80[1], p95[1]].toSorted((a, b) => a - b)).toEqual([
        p95[0],
        p80[0],
        p50[0],
        median,
        p50[1],
        p80[1],
        p95[1],
      ])
  })

  test('has no change beside it, a back-test with its note, and says what it assumes', () => {
    expect(series(forecast, 'in care')?.points[0]?.naive?.median).toBe(series(forecast, 'in care')?.past.at(-1)?.value)
    expect(forecast.backTest.map(({ horizon }) => horizon)).toEqual([1, 3, 6, 12])
    // To January: 58 months, of which the first 36 are learned from.
    expect(forecast.backTest[0]?.origins).toBe(22)
    expect(forecast.backTestNote).toMatch(
      /^From \d+ earlier month ends, by the dates of events, the last 8 weeks left out/,
    )
    expect(forecast.assumptions[0]).toContain('60 months: 90 children who started')
  })

  test('the year-end figure of children in care is that of the forecast itself', () => {
    const [item] = forecast.outlook
    const { median, mean, p50, p80, p95 } = series(forecast, 'in care')?.points[11] ?? {}
    expect(item?.range).toEqual({ median, mean, p50, p80, p95 })
    expect([item?.standing, item?.yearEnd, item?.lastYear]).toEqual([
      'on track',
      '2027-03-31',
      series(forecast, 'in care')?.past.at(-1)?.value,
    ])
  })

  test('a what-if changes what it names and, where it comes too early or too late, nothing', () => {
    const [fewer, over, later, nowhere] = forecast.whatIfs
    const difference = (name: string) =>
      fewer?.series.find(one => one.name === name && one.group === null)?.points[11]?.difference.mean ?? 0
    expect(difference('in care')).toBeLessThan(0)
    expect(difference('starts')).toBeLessThan(0)
    expect(difference('cost')).toBeLessThan(0)
    expect([over?.note, later?.note]).toEqual([
      'It is over before the forecast begins.',
      'It begins after the last month of the forecast.',
    ])
    expect(nowhere?.note).toMatch(/^No child has lived in our own children’s homes or /)
    expect(
      later?.series.every(one => one.points.every(point => point.difference.p95.every(value => value === 0))),
    ).toBe(true)
  })

  test('a first home, where nobody has lived, fills; without a price nothing is said of its cost', () => {
    const home = forecast.whatIfs[6]
    const difference = (group: string | null) =>
      home?.series.find(one => one.name === 'in care' && one.group === group)?.points[11]?.difference
    expect(home?.note).toBeNull()
    expect(difference('internal_residential')?.mean).toBeGreaterThan(0)
    expect(difference('internal_residential')?.p95[1]).toBeLessThanOrEqual(4)
    expect(difference('ifa')?.mean).toBeLessThan(0)
    expect(home?.series.some(({ name }) => name === 'cost')).toBe(false)
  })

  test('carers are as many places as ours have on average, connected carers left out', () => {
    const [carers, places] = forecast.whatIfs.slice(4)
    expect([forecast.places.approved, forecast.places.households]).toEqual([4, 2])
    expect(carers?.series).toEqual(places?.series)
    expect(carers?.series.find(({ group }) => group === 'ifa')?.points[11]?.difference.mean).toBeLessThan(0)
  })

  test('the financial year to come has cost nothing yet on 31 March', () => {
    expect(forecast.money.year).toMatchObject({ yearEnding: 2027, soFar: 0, budget: null, chanceOverBudget: null })
  })

  test('guardianship splits as it has in the last two years', async () => {
    const part = (words: 'special guardianship' | 'child arrangements') =>
      ({
        measure: words,
        title: words,
        unit: 'children',
        what: { of: 'ends', exit: 'guardianship', part: words },
        soFar: { numerator: 0, denominator: 0 },
        target: null,
        lastYear: null,
      }) as const
    const { outlook } = await make({ outlook: async () => [part('special guardianship'), part('child arrangements')] })
    const [special = 0, arrangements = 0] = outlook.map(({ range }) => range.mean)
    expect(special).toBeGreaterThan(4 * arrangements)
  }, 60_000)

  test('prices are what was paid, and a year of them is set against the budget', async () => {
    expect(forecast.money.prices.map(({ group, mean, lowest }) => [group, mean, lowest])).toEqual([
      ['in_house_foster', 400, 400],
      ['ifa', 1000, 1000],
    ])
    const earlier = await make({ at: day('2025-10-31'), inflation: 0.1 })
    const { year, inflation } = earlier.money
    expect([year?.yearEnding, year?.budget, year?.projected, inflation]).toEqual([2026, 800_000, 900_000, 0.1])
    const [paid] = await session.engine.rows(
      `select sum(weekly_cost / 7.0 * (least(coalesce(end_date, date '2025-11-01'), date '2025-11-01') - greatest(start_date, date '2025-04-01'))) as pounds
       from placement_price where authority = 'Alder' and start_date < date '2025-11-01' and coalesce(end_date, date '2025-11-01') > date '2025-04-01'`,
    )
    expect(year?.soFar).toBeCloseTo(Number(paid?.pounds), 4)
    // The rest of the year is its five months in the forecast itself.
    const rest = series(earlier, 'cost')?.points.slice(0, 5) ?? []
    expect(year?.range.mean).toBeCloseTo(
      rest.reduce((sum, { mean }) => sum + mean, year?.soFar ?? 0),
      4,
    )
  }, 60_000)

  test('the same seed gives the same forecast, another seed another', async () => {
    const plain = await make()
    expect(plain.series).toEqual(forecast.series)
    expect(plain.history).toBe(forecast.history)
    expect((await make({ seed: 4 })).series).not.toEqual(plain.series)
  }, 60_000)

  test('a back-test is made once for the same history and seed, and the forecast is the same', async () => {
    const kept = new Map<string, string>()
    const read: string[] = []
    const store = {
      read: (mark: string) => {
        read.push(mark)
        return JSON.parse(kept.get(mark) ?? 'null')
      },
      write: (mark: string, tested: unknown) => void kept.set(mark, JSON.stringify(tested)),
    }
    const [first, again] = [await make({ kept: store }), await make({ kept: store })]
    expect([kept.size, new Set(read).size]).toEqual([1, 1])
    expect(again).toEqual(first)
    await make({ kept: store, seed: 5 })
    await make({ kept: store, at: day('2026-02-28') })
    expect(kept.size).toBe(3)
    // What data versions of the time knew goes into it, so which they are is part of what it is known by.
    const open = () => Promise.reject(new Error('not to be opened'))
    await make({ kept: store, earlier: [{ number: 1, madeOn: day('2025-07-09'), reaches: null, open }] })
    expect(kept.size).toBe(4)
  }, 60_000)

  test('the trend lines of the catalogue are the last value and the average change of k months continued', async () => {
    const totals = series(forecast, 'in care')?.past.map(({ value }) => value) ?? []
    const [last = 0, before = 0] = [totals.at(-1), totals.at(-13)]
    const lines = await continuedForecasts(session.engine, {
      authority: 'Alder',
      from: LAST,
      to: LAST,
      byGroup: true,
      catalogues: new Set(['FCT-02', 'FCT-03', 'FCT-04', 'FCT-01:months_36']),
      timeInCare: new Map([
        [day('2025-03-31'), 40],
        [LAST, 52],
      ]),
    })
    const values = (catalogue: string, group: string | null = null) =>
      lines.filter(line => line.catalogue === catalogue && line.group === group).map(({ value }) => value)
    expect(values('FCT-02')[5]).toBeCloseTo(last + (6 * (last - before)) / 12)
    // To the end of the financial year after the next: two years from 31 March.
    expect(values('FCT-02')).toHaveLength(24)
    expect(values('FCT-04').slice(0, 2)).toEqual([53, 54])
    expect(values('FCT-01:months_36', 'ifa')).toHaveLength(24)
    // A year of 52 weeks at what each group costs a week, for as many as its own line has.
    const line = (group: string): number => {
      const past = series(forecast, 'in care', group)?.past.map(({ value }) => value) ?? []
      return (past.at(-1) ?? 0) + ((past.at(-1) ?? 0) - (past.at(-13) ?? 0)) / 12
    }
    expect(values('FCT-03')[0]).toBeCloseTo(52 * (400 * line('in_house_foster') + 1000 * line('ifa')), 4)
  })
})

test('what placements would cost says how many children have no price', async () => {
  const until = day('2026-03-31')
  const lines = await continuedForecasts(session.engine, {
    authority: 'Dale',
    from: until,
    to: until,
    byGroup: false,
    catalogues: new Set(['FCT-02', 'FCT-03']),
    timeInCare: new Map(),
  })
  const { series: all } = await make({ authority: 'Dale', horizon: 1 })
  const now = (group: string) => all.find(one => one.name === 'in care' && one.group === group)?.past.at(-1)?.value
  const unknown = (catalogue: string) => [
    ...new Set(lines.filter(one => one.catalogue === catalogue).map(one => one.unknown)),
  ]
  expect(now('ifa')).toBeGreaterThan(0)
  expect([unknown('FCT-03'), unknown('FCT-02')]).toEqual([[now('ifa')], [0]])
})

test('rows after the day it starts from change nothing in a forecast, whatever they are', async () => {
  const asked = { at: EARLIER, horizon: 6, scenarios: [scenarioSaid('20% fewer children enter')] }
  const [plain, noisy] = [await make({ ...asked, authority: 'Dale' }), await make({ ...asked, authority: 'Elder' })]
  expect(series(plain, 'in care')?.points).toHaveLength(6)
  expect({ ...noisy, authority: 'Dale' }).toEqual(plain)
  const later = await make({ ...asked, authority: 'Elder', at: day('2024-11-30') })
  expect(series(later, 'in care')?.past.at(-1)).not.toEqual(
    series(await make({ ...asked, authority: 'Dale', at: day('2024-11-30') }), 'in care')?.past.at(-1),
  )
}, 60_000)

test('one child is too few to learn from: no change, with a simple range and no cost', async () => {
  const forecast = await make({ authority: 'Birch' })
  expect(forecast.standing).toEqual({ kind: 'naive only', why: expect.stringContaining('Too few children') })
  expect(series(forecast, 'in care')?.points).toHaveLength(12)
  expect([series(forecast, 'cost'), forecast.leads, forecast.outlook]).toEqual([undefined, 'naive', []])
})

test('with under 24 months there is no change and a simple range; with nobody there is nothing', async () => {
  const short = await make({ at: day('2022-10-31'), scenarios: [scenarioSaid('20% fewer children enter')] })
  // A what-if is answered that it cannot be, and so are cost and the year's end.
  expect(short.whatIfs).toEqual([
    {
      label: '20% fewer children enter',
      source: null,
      series: [],
      short: [],
      note: expect.stringContaining('no model'),
    },
  ])
  expect(short.standing).toMatchObject({ why: expect.stringContaining('nothing is said of weeks, cost') })
  expect(short.standing).toMatchObject({ kind: 'naive only', why: expect.stringContaining('Under 24 months') })
  expect(series(short, 'in care')?.points[0]?.median).toBe(series(short, 'in care')?.past.at(-1)?.value)
  const none = await make({ authority: 'Cedar' })
  expect([none.standing.kind, none.series]).toEqual(['nothing', []])
})

test('years of which only those who stayed are known are not learned from, and it says so', async () => {
  const { standing, series: all } = await make({ authority: 'Fern' })
  expect(standing.kind === 'model' ? '' : standing.why).toMatch(
    /^Under 24 months .* No end of care is known in 50 months before 1 June 2025, where about 4\d would be usual/,
  )
  expect(all[0]?.past).toHaveLength(11)
})

test('a day of which nothing is known is refused, with the days that are', async () => {
  await expect(make({ at: day('2027-01-31') })).rejects.toMatchObject({
    code: 'HEARTH-2003',
    fix: expect.stringContaining('from 1 April 2021 to 31 March 2026'),
  })
  await expect(make({ authority: 'Elm' })).rejects.toMatchObject({ code: 'HEARTH-1409' })
})
