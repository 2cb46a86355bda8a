import { describe, expect, test } from 'vitest'
import { type Day, day } from '../kit/day.ts'
import { someForecast } from '../report/forecast.fixture.ts'
import {
  type KeptForecast,
  keptOf,
  outlookRecordOf,
  outlookScoresOf,
  outturnsOf,
  recordOf,
  scoresOf,
} from './record.ts'

/** A forecast from a day, which says 90 to 110 and 100 in every month; `shift` moves it. */
function issued(at: string, shift = 0): KeptForecast {
  const ends = ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31'].filter(
    end => end > at,
  )
  return {
    authority: 'E06000999',
    at: day(at),
    horizon: ends.length,
    seed: 1,
    runs: 100,
    method: 'population simulation 1',
    history: 'a',
    standing: { kind: 'model' },
    leads: 'model',
    inflation: 0,
    series: [
      {
        name: 'in care',
        group: null,
        exit: null,
        unit: 'children',
        points: ends.map(end => ({
          periodEnd: day(end),
          median: 100 + shift,
          mean: 100 + shift,
          p50: [95, 105],
          p80: [90 + shift, 110 + shift],
          p95: [80, 120],
          naive: null,
        })),
      },
    ],
    outlook: [],
  }
}
const past = (
  values: Readonly<Record<string, number>>,
  group: string | null = null,
  name = 'in care' as 'in care' | 'starts',
) => ({
  name,
  group,
  exit: null,
  past: Object.entries(values).map(([end, value]) => ({ periodEnd: day(end), value })),
})
const outturn = outturnsOf([past({ '2026-02-28': 90, '2026-03-31': 110, '2026-04-30': 111 })])

test('a forecast is held against each outturn that has come: both ends of the range are inside', () => {
  expect(
    scoresOf([issued('2026-01-31')], outturn).map(({ horizon, came, inside80 }) => [horizon, came, inside80]),
  ).toEqual([
    [1, 90, true],
    [3, 111, false],
  ])
  expect(scoresOf([issued('2026-02-28')], outturn).map(({ horizon, inside80 }) => [horizon, inside80])).toEqual([
    [1, true],
  ])
})

const all = { name: 'in care', group: null }

test('the record counts, by months ahead, how many outturns fell inside the 80% range', () => {
  expect(recordOf([issued('2026-01-31'), issued('2026-02-28'), issued('2026-03-31')], outturn)).toEqual([
    { ...all, horizon: 1, forecasts: 3, inside80: 2, meanError: (10 + 10 + 11) / 3, naiveError: null },
    { ...all, horizon: 3, forecasts: 1, inside80: 0, meanError: 11, naiveError: null },
  ])
})

test('of several forecasts from one day the first issued counts', () => {
  expect(recordOf([issued('2026-03-31'), issued('2026-03-31', 10)], outturn)).toMatchObject([
    { forecasts: 1, inside80: 0 },
  ])
  expect(recordOf([issued('2026-03-31', 10), issued('2026-03-31')], outturn)).toMatchObject([
    { forecasts: 1, inside80: 1 },
  ])
})

test('a short forecast does not stand in the way of a longer one from the same day: each horizon counts the first that looks so far', () => {
  const long = issued('2026-01-31')
  const short = {
    ...long,
    horizon: 2,
    series: long.series.map(one => ({ ...one, points: one.points.slice(0, 2) })),
  }
  expect(recordOf([short, long], outturn).map(({ horizon, forecasts }) => [horizon, forecasts])).toEqual([
    [1, 1],
    [3, 1],
  ])
  // One that was made later counts only where the first looked less far.
  expect(
    recordOf([short, issued('2026-01-31', 10)], outturn).map(({ horizon, meanError }) => [horizon, meanError]),
  ).toEqual([
    [1, 10],
    [3, 1],
  ])
})

test('two years ahead counts, and a forecast is held against what came of its own group', () => {
  const long = issued('2026-01-31')
  const [all] = long.series
  if (!all?.points[0]) throw new Error('no points')
  const points = Array.from({ length: 24 }, (_, i) => ({
    ...(all.points[0] as (typeof all.points)[number]),
    periodEnd: day(`${2030 + i}-01-31`),
  }))
  const far = {
    ...long,
    series: [
      { ...all, group: 'ifa', points: all.points },
      { ...all, points },
    ],
  }
  expect(scoresOf([far], outturnsOf([past({ '2053-01-31': 100 })])).map(({ horizon }) => horizon)).toEqual([24])
  expect(scoresOf([far], outturn)).toEqual([])
})

test('what is kept of a forecast are its options and points, its prices’ growth among them, and never its past', () => {
  const forecast = someForecast(40, 30, 20)
  const kept = keptOf({ ...forecast, money: { ...forecast.money, inflation: 0.03 } })
  expect(kept).toMatchObject({ at: forecast.at, seed: 1, runs: 2000, inflation: 0.03, leads: 'model' })
  expect(kept.series.map(({ group }) => group)).toEqual(forecast.series.map(({ group }) => group))
  expect(kept.series[0]?.points).toEqual(forecast.series[0]?.points)
  expect(JSON.stringify(kept)).not.toContain('past')
  expect(kept.outlook[0]).toEqual({
    measure: 'children-adopted',
    yearEnd: '2027-03-31',
    range: forecast.outlook[0]?.range,
    chance: null,
    target: null,
    lastYear: forecast.outlook[0]?.lastYear,
  })
})

test('groups and flows have a record of their own, after that of all, each with the error of no change', () => {
  const one = issued('2026-01-31')
  const [whole] = one.series
  if (!whole) throw new Error('no series')
  const still = (median: number) => ({
    median,
    p50: [95, 105] as const,
    p80: [90, 110] as const,
    p95: [80, 120] as const,
  })
  const series = [
    { ...whole, name: 'starts' as const },
    { ...whole, group: 'ifa', points: whole.points.map(point => ({ ...point, naive: still(104) })) },
    whole,
    // A way of leaving is not all who left.
    { ...whole, name: 'starts' as const, exit: 'home' as const, points: [] },
  ]
  const came = outturnsOf([
    past({ '2026-02-28': 107 }, 'ifa'),
    past({ '2026-02-28': 120 }, null, 'starts'),
    past({ '2026-02-28': 99 }),
    { ...past({ '2026-02-28': 1 }, null, 'starts'), exit: 'home' },
  ])
  expect(recordOf([{ ...one, series }], came)).toEqual([
    { ...all, horizon: 1, forecasts: 1, inside80: 1, meanError: 1, naiveError: null },
    { name: 'starts', group: null, horizon: 1, forecasts: 1, inside80: 0, meanError: 20, naiveError: null },
    { name: 'in care', group: 'ifa', horizon: 1, forecasts: 1, inside80: 1, meanError: 7, naiveError: 3 },
  ])
})

describe('where the year was to end', () => {
  const told = (at: string, measure: string, chance: number | null, value: number) => ({
    ...issued(at),
    outlook: [
      {
        measure,
        yearEnd: day('2026-03-31'),
        range: { median: 10, mean: 10, p50: [9, 11], p80: [8, 12], p95: [7, 13] } as const,
        chance,
        target: chance === null ? null : ({ operator: '<=', value, high: null } as const),
        lastYear: 14,
      },
    ],
  })
  const known = new Map([
    ['a', 12],
    ['b', 13],
  ])
  const yearEnds = (measure: string, yearEnd: Day) => (yearEnd === '2026-03-31' ? known.get(measure) : undefined)

  test('each figure stands beside what came, last year’s and whether its target was reached', () => {
    const scores = outlookScoresOf([told('2025-10-31', 'a', 0.9, 12), told('2025-10-31', 'c', null, 0)], yearEnds)
    expect(scores).toMatchObject([
      { at: '2025-10-31', measure: 'a', came: 12, inside80: true, lastYear: 14, chance: 0.9, reached: true },
    ])
    expect(outlookScoresOf([told('2025-10-31', 'b', null, 0)], yearEnds)).toMatchObject([
      { came: 13, inside80: false, reached: null },
    ])
  })

  test('of what was said to be on track, in the balance and off track it is counted how much reached its target', () => {
    const issuedThen = [
      told('2025-10-31', 'a', 0.8, 12),
      told('2025-11-30', 'a', 0.85, 11),
      // Of two from one day the first counts.
      told('2025-11-30', 'a', 0.1, 12),
      told('2025-10-31', 'b', 0.2, 13),
      told('2025-11-30', 'b', 0.5, 12),
      told('2025-12-31', 'b', null, 0),
    ]
    expect(outlookRecordOf(outlookScoresOf(issuedThen, yearEnds))).toEqual([
      { standing: 'on track', told: 2, reached: 1 },
      { standing: 'in the balance', told: 1, reached: 0 },
      { standing: 'off track', told: 1, reached: 1 },
    ])
  })
})
