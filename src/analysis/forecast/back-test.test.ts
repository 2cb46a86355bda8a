import { beforeAll, expect, test } from 'vitest'
import { type BackTest, backTest, skillOfParts } from './back-test.ts'
import { historyOf } from './care-history.fixture.ts'
import type { CareHistory } from './care-history.ts'
import { knownBy } from './known-by.ts'
import { monthlyOf } from './monthly.ts'
import { horizons } from './record.ts'
import { councilOf, worlds } from './worlds.ts'

let history: CareHistory
let record: BackTest
const options = { runs: 40, seed: 2, every: 8 }

beforeAll(() => {
  const { truth, origin } = councilOf(worlds[0] as (typeof worlds)[number], 81, 60)
  history = knownBy(truth, origin)
  record = backTest(history, options)
})

test('origins are every so many months from three years on, and the newest has an outturn of one month', () => {
  expect(record.origins).toBe(3)
  expect(record.total.horizons.map(({ horizon, origins }) => [horizon, origins])).toEqual([
    [1, 3],
    [3, 2],
    [6, 2],
    [12, 1],
  ])
  expect(record.total.horizons[3]?.effective).toBeCloseTo(8 / 12, 12)
})

test('every group has its record, and every record its scores', () => {
  expect(record.groups.map(({ group }) => group)).toEqual([0, 1, 2, 3])
  for (const { horizons: rows } of [record.total, ...record.groups])
    for (const { issued, model, naive, pit } of rows) {
      for (const { crps, mae, interval80 } of [issued, model, naive]) {
        expect(crps).toBeGreaterThanOrEqual(-1)
        expect(crps).toBeLessThanOrEqual(mae + 5)
        expect(interval80).toBeGreaterThan(0)
      }
      expect(pit.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    }
  expect(record.total.horizons[0]?.stockAndFlow?.mae).toBeGreaterThanOrEqual(0)
  expect(record.groups[0]?.horizons[0]?.stockAndFlow).toBeNull()
})

test('the naive error one month ahead is the mean change from those months', () => {
  const { total } = monthlyOf(history)
  const last = total.length - 1
  const errors = [last - 1, last - 9, last - 17].map(origin =>
    Math.abs((total[origin + 1] ?? 0) - (total[origin] ?? 0)),
  )
  expect(record.total.horizons[0]?.naive.mae).toBeCloseTo(errors.reduce((a, b) => a + b, 0) / 3, 6)
})

test('a record is by event dates, and said to be optimistic, unless what was known is given', () => {
  expect(record.optimistic).toBe(true)
  let asked = 0
  const told = backTest(history, {
    ...options,
    knownOn: day => {
      asked++
      return knownBy(history, day)
    },
  })
  expect(told.optimistic).toBe(false)
  expect(asked).toBe(3)
  expect(told.total).toEqual(record.total)
})

test('a history too short to look back on has an empty record', () => {
  const short = backTest(historyOf([{ start: '2024-01-01' }]), options)
  expect(short).toMatchObject({ origins: 0, total: { group: null, horizons: [] } })
})

test('each part of the method is switched off in turn, at every horizon', () => {
  const skills = skillOfParts(history, { ...options, runs: 20, every: 12 })
  const parts = [...new Set(skills.map(({ part }) => part))]
  expect(parts).toEqual(['duration', 'shrinkage', 'draws', 'drift', 'weighting', 'siblings', 'conformal', 'pooling'])
  expect(skills).toHaveLength(parts.length * horizons.length)
  for (const { part, with: on, without: off, skill } of skills) {
    expect(skill).toBeCloseTo(1 - on / off, 12)
    if (part === 'draws' || part === 'duration') expect(on).not.toBe(off)
  }
})
