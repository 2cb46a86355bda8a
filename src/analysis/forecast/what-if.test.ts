import { beforeAll, expect, test } from 'vitest'
import type { Exit } from './care-history.ts'
import { fitHistory } from './fit.ts'
import type { Fitted } from './fitted.ts'
import type { Futures } from './futures.ts'
import { knownBy } from './known-by.ts'
import { type Present, presentOf } from './present.ts'
import { drawnFrom } from './run-what-ifs.ts'
import { seriesOf } from './series.ts'
import { simulateNow } from './simulate.ts'
import type { WhatIf } from './what-if.ts'
import { councilOf, worlds } from './worlds.ts'

/** Groups of the made-up world. */
const [FOSTERING, CONNECTED, RESIDENTIAL, OTHER] = [0, 1, 2, 3]
let fitted: Fitted
let present: Present
let base: Futures

const futuresWith = (...whatIfs: readonly WhatIf[]): Futures =>
  simulateNow(fitted, present, { months: 12, runs: 60, seed: 3, whatIfs })

beforeAll(() => {
  const { truth, origin } = councilOf(worlds[1] as (typeof worlds)[number], 79)
  const known = knownBy(truth, origin)
  fitted = fitHistory(known) as Fitted
  present = presentOf(known)
  base = futuresWith()
})

const values = (futures: Futures, series: Parameters<typeof seriesOf>[1]): readonly number[] => [
  ...(seriesOf(futures, series) ?? []),
]
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const change = (futures: Futures, series: Parameters<typeof seriesOf>[1]): number =>
  sum(values(futures, series)) / sum(values(base, series)) - 1

test('a what-if that changes nothing makes no difference in any run', () => {
  const nothing = futuresWith(
    { kind: 'entries', from: 1, who: {}, factor: 1 },
    { kind: 'exits', from: 1, who: {}, factor: 1 },
    { kind: 'moves', from: 1, who: {}, factor: 1 },
    { kind: 'capacity', from: 1, who: { groups: [RESIDENTIAL], to: [FOSTERING] }, add: 0 },
  )
  expect(nothing.inCare).toEqual(base.inCare)
  expect(nothing.starts).toEqual(base.starts)
  expect(nothing.leavers).toEqual(base.leavers)
  for (const [at, days] of nothing.careDays.entries()) expect(days).toBe(base.careDays[at])
})

test('a fifth fewer starts are a fifth fewer starts from that month on, and nothing before', () => {
  const fewer = futuresWith({ kind: 'entries', from: 7, who: {}, factor: 0.8 })
  const half = (futures: Futures, second: boolean): number =>
    sum(values(futures, { of: 'starts' }).filter((_, at) => at % 12 >= 6 === second))
  expect(half(fewer, false)).toBe(half(base, false))
  expect(half(fewer, true) / half(base, true)).toBeCloseTo(0.8, 1)
  for (const [at, starts] of values(fewer, { of: 'starts' }).entries())
    expect(starts).toBeLessThanOrEqual(values(base, { of: 'starts' })[at] ?? 0)
}, 20_000)

test('fewer entrants of one first placement leave the number of all other entrants as it was', () => {
  const fewer = futuresWith({ kind: 'entries', from: 1, who: { groups: [RESIDENTIAL] }, factor: 0 })
  const came = (futures: Futures): number => sum(values(futures, { of: 'starts' }))
  const share =
    sum(fitted.entries[0]?.donors.map(({ groups }) => groups.filter(group => group === RESIDENTIAL).length) ?? []) /
    sum(fitted.entries[0]?.donors.map(({ groups }) => groups.length) ?? [])
  expect(came(fewer) / came(base)).toBeCloseTo(1 - share, 1)
  expect(came(fewer)).toBeLessThan(came(base))
})

test('more entrants are more like those who come', () => {
  const more = futuresWith({ kind: 'entries', from: 1, who: { ages: [0, 4] }, factor: 1.5 })
  expect(change(more, { of: 'starts' })).toBeGreaterThan(0.1)
  expect(change(more, { of: 'starts' })).toBeLessThan(0.35)
})

test('an exit named is the one that rises', () => {
  const home = futuresWith({ kind: 'exits', from: 1, who: { exit: 'home' }, factor: 1.5 })
  expect(change(home, { of: 'ends', exit: 'home' })).toBeGreaterThan(0.25)
  for (const exit of ['adoption', 'guardianship', 'other'] satisfies Exit[])
    expect(Math.abs(change(home, { of: 'ends', exit }))).toBeLessThan(0.06)
  expect(home.starts).toEqual(base.starts)
})

test('an exit of an age and a group leaves others alone', () => {
  const nobody = futuresWith({ kind: 'exits', from: 1, who: { ages: [40, 50] }, factor: 5 })
  expect(nobody.leavers).toEqual(base.leavers)
  const residential = futuresWith({ kind: 'exits', from: 1, who: { groups: [RESIDENTIAL] }, factor: 3 })
  expect(change(residential, { of: 'in care', groups: [RESIDENTIAL] })).toBeLessThan(-0.05)
  expect(Math.abs(change(residential, { of: 'in care', groups: [CONNECTED] }))).toBeLessThan(0.02)
})

test('moves into a group that are stopped do not happen, and the total stays', () => {
  const stopped = futuresWith({ kind: 'moves', from: 1, who: { to: [RESIDENTIAL] }, factor: 0 })
  expect(change(stopped, { of: 'in care', groups: [RESIDENTIAL] })).toBeLessThan(-0.1)
  expect(Math.abs(change(stopped, { of: 'in care' }))).toBeLessThan(0.02)
  const none = futuresWith({ kind: 'moves', from: 1, who: {}, factor: 0 })
  expect(stopped.inCare).not.toEqual(none.inCare)
})

test('more places fill as children begin a placement elsewhere, and no more than there are', () => {
  const places = futuresWith({
    kind: 'capacity',
    from: 1,
    who: { groups: [RESIDENTIAL, OTHER], to: [FOSTERING] },
    add: 4,
    every: 3,
  })
  const gained = values(places, { of: 'in care', groups: [FOSTERING] }).map(
    (n, at) => n - (values(base, { of: 'in care', groups: [FOSTERING] })[at] ?? 0),
  )
  const inMonth = (month: number): number => sum(gained.filter((_, at) => at % 12 === month)) / 60
  expect(inMonth(11)).toBeGreaterThan(6)
  expect(inMonth(11)).toBeLessThan(17)
  expect(inMonth(1)).toBeLessThan(5)
  expect(change(places, { of: 'in care', groups: [RESIDENTIAL, OTHER] })).toBeLessThan(0)
}, 20_000)

test('fewer places send children who would begin there elsewhere', () => {
  const lost = futuresWith({ kind: 'capacity', from: 1, who: { groups: [FOSTERING], to: [RESIDENTIAL] }, add: -5 })
  expect(change(lost, { of: 'in care', groups: [RESIDENTIAL] })).toBeLessThan(0)
  expect(change(lost, { of: 'in care', groups: [FOSTERING] })).toBeGreaterThan(0)
})

test('a stated range is the middle 80% of what runs draw, each side its own width', () => {
  expect(drawnFrom(0.8, 0.7, 0.95, -1.2815515655446004)).toBeCloseTo(0.7, 12)
  expect(drawnFrom(0.8, 0.7, 0.95, 1.2815515655446004)).toBeCloseTo(0.95, 12)
  expect(drawnFrom(0.8, 0.8, 0.8, 2)).toBe(0.8)
})
