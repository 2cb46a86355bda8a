import { expect, test } from 'vitest'
import { knownBy } from './known-by.ts'
import { monthlyOf } from './monthly.ts'
import { methods, studyWorld } from './study.ts'
import { studyLines } from './study-lines.ts'
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

test('the lines of a study end where the change of the last months leads, on the same councils', () => {
  const found = studyLines(world('drifting'), { councils: 2, firstSeed: 300, months: 40, ahead: 6 })
  const byHand = [300, 301].map(seed => {
    const { truth, origin } = councilOf(world('drifting'), seed, 40, 6)
    const { total } = monthlyOf(knownBy(truth, origin))
    const came = monthlyOf(truth).total.at(-1) ?? 0
    const now = total.at(-1) ?? 0
    const ends = [3, 6, 12, 24, 36].map(span => now + (6 * (now - (total.at(-1 - span) ?? 0))) / span)
    return { now, came, ends }
  })
  const mean = (errors: readonly number[]): number => errors.reduce((a, b) => a + b, 0) / errors.length
  expect(found.noChange).toBeCloseTo(mean(byHand.map(({ now, came }) => Math.abs(now - came))), 9)
  expect(found.lines.map(({ span }) => span)).toEqual([3, 6, 12, 24, 36])
  for (const [i, { mae }] of found.lines.entries())
    expect(mae).toBeCloseTo(mean(byHand.map(({ ends, came }) => Math.abs((ends[i] ?? 0) - came))), 9)
  expect(found.between).toMatchObject({
    of: 2,
    held: byHand.filter(({ ends, came }) => came >= Math.min(...ends) && came <= Math.max(...ends)).length,
  })
})
