import { expect, test } from 'vitest'
import { monthlyOf } from './monthly.ts'
import { methods, studyWorld } from './study.ts'
import { councilOf, type World, worlds } from './worlds.ts'

const world = (name: string): World => worlds.find(one => one.name === name) as World

test('a study sets every method beside naive on the same councils', () => {
  const told: number[] = []
  const rows = studyWorld(world('stable'), { councils: 2, runs: 40, firstSeed: 300, months: 50 }, done =>
    told.push(done),
  )
  expect(told).toEqual([1, 2])
  expect(rows.map(({ method }) => method)).toEqual(methods)
  const [naive, , model] = rows
  expect(naive).toMatchObject({ difference: 0, standardError: 0 })
  expect(model?.difference).toBeCloseTo((model?.crps ?? 0) - (naive?.crps ?? 0), 12)
  expect(model?.coverage80.of).toBe(2)
})

test('of one council it is not known by how much chance could set methods apart', () => {
  const rows = studyWorld(world('stable'), { councils: 1, runs: 20, firstSeed: 300, months: 40 })
  expect(rows.map(({ standardError }) => standardError)).toEqual(methods.map(() => null))
})

test('a council of a world is the same for the same seed, and its totals add up', () => {
  const { truth } = councilOf(world('shocked'), 5, 24, 3)
  expect(councilOf(world('shocked'), 5, 24, 3).truth).toEqual(truth)
  const { total, starts, leavers } = monthlyOf(truth)
  const all = (rows: readonly (readonly number[])[], i: number): number => rows.reduce((n, row) => n + (row[i] ?? 0), 0)
  for (let i = 1; i < total.length; i++)
    expect((total[i] ?? 0) - (total[i - 1] ?? 0)).toBe(all(starts, i) - all(leavers, i))
})
