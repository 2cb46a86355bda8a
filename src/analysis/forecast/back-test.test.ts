import { beforeAll, expect, test } from 'vitest'
import { type BackTest, backTest, skillOfParts } from './back-test.ts'
import { historyOf } from './care-history.fixture.ts'
import type { CareHistory } from './care-history.ts'
import { fitHistory } from './fit.ts'
import { knownBy } from './known-by.ts'
import { monthlyOf } from './monthly.ts'
import { naiveStock } from './naive.ts'
import { presentOf } from './present.ts'
import { monthOf } from './ranges.ts'
import { horizons } from './record.ts'
import { crps } from './score.ts'
import { seriesOf } from './series.ts'
import { simulateNow } from './simulate.ts'
import { stockAndFlow } from './stock-and-flow.ts'
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

test('a wider set of groups is a series of its own, and the set of all is the total', () => {
  const { total, groups } = backTest(history, { ...options, runs: 20, every: 12, sets: [[1], [0, 1, 2, 3], [1, 2]] })
  const scores = ({ horizons: rows }: BackTest['total']) => rows.map(({ stockAndFlow: _, ...row }) => row)
  expect(groups.map(({ group }) => group)).toEqual([0, 1, 2])
  expect(groups[1] && scores(groups[1])).toEqual(scores(total))
  expect(groups[2]?.horizons[0]?.model.crps).not.toBe(groups[0]?.horizons[0]?.model.crps)
})

test('each forecast is of its own day: fitted, begun and scored again from what was known then, as by hand', () => {
  const { total, byGroup, ends } = monthlyOf(history)
  const last = ends.length - 1
  const found = backTest(history, { runs: 20, seed: 2, every: 11, after: 40 })
  const byHand = [last - 12, last - 1].map(origin => {
    const known = knownBy(history, ends[origin] ?? 0)
    const fitted = fitHistory(known)
    if (fitted.kind === 'not fitted') throw new Error(fitted.reason)
    const months = Math.min(12, last - origin)
    const futures = simulateNow(fitted, presentOf(known), { months, runs: 20, seed: 2 + origin })
    const score = (totals: readonly number[], groups: readonly number[] | undefined, horizon: number): number => {
      const values = seriesOf(futures, groups ? { of: 'in care', groups } : { of: 'in care' }) ?? new Float64Array()
      return crps(monthOf(values, futures, horizon - 1).sort(), totals[origin + horizon] ?? 0)
    }
    const plain = stockAndFlow(known, ends.slice(origin + 1, origin + 1 + months))
    return { origin, score, plain, fell: naiveStock(total.slice(0, origin + 1), 12) }
  })
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
  const [early] = byHand
  if (!early) throw new Error('no origin')
  const line = (horizon: number, horizons = found.total.horizons) => horizons.find(one => one.horizon === horizon)
  expect(found.origins).toBe(2)
  expect(line(1)?.model.crps).toBeCloseTo(mean(byHand.map(({ score }) => score(total, undefined, 1))), 9)
  expect(line(12)?.model.crps).toBeCloseTo(early.score(total, undefined, 12), 9)
  expect(line(1, found.groups[2]?.horizons)?.model.crps).toBeCloseTo(
    mean(byHand.map(({ score }) => score(byGroup[2] ?? [], [2], 1))),
    9,
  )
  const due = total[early.origin + 12] ?? 0
  expect(line(12)?.naive.crps).toBeCloseTo(crps(early.fell, due), 9)
  expect(line(12)?.stockAndFlow?.mae).toBeCloseTo(Math.abs((early.plain.total[11] ?? 0) - due), 9)
})
