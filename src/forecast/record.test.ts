import { expect, test } from 'vitest'
import { type Day, day } from '../kit/day.ts'
import { someForecast } from '../report/forecast.fixture.ts'
import { type KeptForecast, keptOf, recordOf, scoresOf } from './record.ts'

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
const outturn = new Map<Day, number>([
  [day('2026-02-28'), 90],
  [day('2026-03-31'), 110],
  [day('2026-04-30'), 111],
])

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

test('the record counts, by months ahead, how many outturns fell inside the 80% range', () => {
  expect(recordOf([issued('2026-01-31'), issued('2026-02-28'), issued('2026-03-31')], outturn)).toEqual([
    { horizon: 1, forecasts: 3, inside80: 2, meanError: (10 + 10 + 11) / 3 },
    { horizon: 3, forecasts: 1, inside80: 0, meanError: 11 },
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

test('two years ahead counts, and only the forecast of all children in care', () => {
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
  expect(scoresOf([far], new Map([[day('2053-01-31'), 100]])).map(({ horizon }) => horizon)).toEqual([24])
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
  })
})
