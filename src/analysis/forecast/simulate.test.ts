import { beforeAll, expect, test } from 'vitest'
import { dayNumber } from './care-history.fixture.ts'
import { exits, streams } from './care-history.ts'
import { fitHistory } from './fit.ts'
import type { Fitted } from './fitted.ts'
import { type Futures, leaverParts, startParts } from './futures.ts'
import { knownBy } from './known-by.ts'
import type { Asked } from './plan.ts'
import { type Present, presentOf } from './present.ts'
import { rangesOf } from './ranges.ts'
import { seriesOf } from './series.ts'
import { simulate, simulateNow } from './simulate.ts'
import { councilOf, worlds } from './worlds.ts'

let fitted: Fitted
let present: Present
let base: Futures
const asked: Asked = { months: 12, runs: 60, seed: 5 }

beforeAll(() => {
  const { truth, origin } = councilOf(worlds[1] as (typeof worlds)[number], 78)
  const known = knownBy(truth, origin)
  fitted = fitHistory(known) as Fitted
  present = presentOf(known)
  base = simulateNow(fitted, present, asked)
})

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0)
const meanOf = (futures: Futures, series: Parameters<typeof seriesOf>[1]): number => {
  const values = seriesOf(futures, series) ?? []
  return sum(values) / futures.runs
}

test('in every run the change of the total is starts less ends, and the total is the sum of its groups', () => {
  const total = seriesOf(base, { of: 'in care' }) ?? new Float64Array()
  const starts = seriesOf(base, { of: 'starts' }) ?? []
  const ends = seriesOf(base, { of: 'ends' }) ?? []
  const groups = base.groups.map((_, group) => seriesOf(base, { of: 'in care', groups: [group] }) ?? [])
  for (let at = 0; at < base.runs * base.months; at++) {
    const before = at % base.months === 0 ? present.start.length : (total[at - 1] ?? 0)
    expect(total[at]).toBe(before + (starts[at] ?? 0) - (ends[at] ?? 0))
    expect(total[at]).toBe(groups.reduce((all, values) => all + (values[at] ?? 0), 0))
  }
})

test('care weeks are what so many children can have lived in the month', () => {
  const days = sum(base.careDays) / base.runs
  const mean = meanOf(base, { of: 'in care' }) / 12
  expect(Math.abs(days / 365 / mean - 1)).toBeLessThan(0.02)
})

test('the same seed gives the same futures however the runs are shared out, another seed others', async () => {
  const more = { ...asked, runs: 200 }
  expect((await simulate(fitted, present, more, 1)).inCare).toEqual(simulateNow(fitted, present, more).inCare)
  expect(simulateNow(fitted, present, { ...asked, seed: 6 }).inCare).not.toEqual(base.inCare)
  const few = simulateNow(fitted, present, { ...asked, runs: 10 })
  expect(few.inCare).toEqual(base.inCare.slice(0, few.inCare.length))
})

test('threads give the futures that one gives', async () => {
  // Just large enough to be shared out: over three million child-months.
  const large: Asked = { months: 6, runs: Math.ceil(3_100_000 / 6 / present.start.length), seed: 9 }
  const shared = await simulate(fitted, present, large, 2)
  expect(shared.inCare).toEqual(simulateNow(fitted, present, large).inCare)
}, 60_000)

test('the model goes on from the recent past: entries as fitted, ends as the past year', () => {
  const perMonth = fitted.entries[0]?.perMonth ?? 0
  const donors = fitted.entries[0]?.donors ?? []
  const size = sum(donors.map(({ ages }) => ages.length)) / donors.length
  expect(Math.abs(meanOf(base, { of: 'starts' }) / 12 / (perMonth * size) - 1)).toBeLessThan(0.1)
})

test('a child leaves on the 18th birthday and not a day later', () => {
  const alone: Present = {
    day: present.day,
    start: Int32Array.of(present.day - 4000, present.day - 4000),
    eighteenth: Int32Array.of(dayNumber('2025-05-31'), dayNumber('2025-06-01')),
    stream: new Uint8Array(2),
    group: new Uint8Array(2),
  }
  const nobody: Fitted = {
    ...fitted,
    entries: fitted.entries.map(entries => ({ ...entries, perDay: 0, donors: [], donorsBelow: [] })),
    exitEvents: fitted.exitEvents.map(() => 0),
    moveEvents: fitted.moveEvents.map(() => 0),
  }
  const futures = simulateNow(nobody, alone, { months: 3, runs: 1, seed: 1 })
  // The origin is 31 March 2025: month ends are 30 April, 31 May and 30 June.
  expect([...(seriesOf(futures, { of: 'in care' }) ?? [])]).toEqual([2, 1, 0])
  expect([...(seriesOf(futures, { of: 'ends', exit: 'eighteen' }) ?? [])]).toEqual([0, 1, 1])
  expect([...(seriesOf(futures, { of: 'care weeks' }) ?? [])].map(weeks => Math.round(weeks * 7))).toEqual([60, 61, 0])
})

test('cost is each child’s days at a price of its group, with prices rising by the month', () => {
  const weekly = base.groups.map((_, group) => (group === 3 ? [] : [700]))
  const priced = simulateNow(fitted, present, { ...asked, prices: { weekly, inflation: 0.03 } })
  expect(priced.inCare).toEqual(base.inCare)
  for (let at = 0; at < priced.runs * priced.months; at++) {
    const days = priced.careDays[at * 4] ?? 0
    expect(priced.cost?.[at * 4]).toBeCloseTo(days * 100 * 1.03 ** (((at % 12) + 1) / 12), 4)
    expect(priced.cost?.[at * 4 + 3]).toBe(0)
  }
})

test('a placement that goes on costs what it does, and one whose price is not known a price like others', () => {
  const still: Fitted = {
    ...fitted,
    entries: fitted.entries.map(entries => ({ ...entries, perDay: 0, donors: [], donorsBelow: [] })),
    exitEvents: fitted.exitEvents.map(() => 0),
    moveEvents: fitted.moveEvents.map(() => 0),
  }
  const two: Present = {
    day: present.day,
    start: Int32Array.of(present.day - 400, present.day - 400),
    eighteenth: new Int32Array(2).fill(present.day + 4000),
    stream: new Uint8Array(2),
    group: new Uint8Array(2),
    weekly: Float64Array.of(7000, Number.NaN),
  }
  const prices = { weekly: base.groups.map(() => [700]), inflation: 0 }
  const cost = (of: Present) => simulateNow(still, of, { months: 1, runs: 1, seed: 1, prices }).cost?.[0]
  // April has 30 days.
  expect(cost(two)).toBeCloseTo(30 * (1000 + 100), 6)
  expect(cost({ ...two, weekly: Float64Array.of(0, 700) })).toBeCloseTo(30 * 100, 6)
  expect(simulateNow(still, two, { months: 1, runs: 1, seed: 1 }).cost).toBeNull()
})

test('prices seen are drawn as often as they were seen, dear ones too', () => {
  const weekly = base.groups.map(() => [500, 500, 500, 4500])
  const priced = simulateNow(fitted, present, { ...asked, prices: { weekly, inflation: 0 } })
  const perWeek = meanOf(priced, { of: 'cost' }) / meanOf(priced, { of: 'care weeks' })
  expect(Math.abs(perWeek / 1500 - 1)).toBeLessThan(0.25)
  const spread = rangesOf(priced, { of: 'cost' })?.[0]
  expect((spread?.p80[1] ?? 0) / (spread?.p80[0] ?? 1)).toBeGreaterThan(1.2)
})

test('ranges are nested, and there is no cost without prices', () => {
  for (const { median, p50, p80, p95 } of rangesOf(base, { of: 'in care' }) ?? []) {
    const ends = [p95[0], p80[0], p50[0], median, p50[1], p80[1], p95[1]]
    expect(ends).toEqual([...ends].sort((a, b) => a - b))
  }
  expect(rangesOf(base, { of: 'cost' })).toBeNull()
})

test('tables have a place for every run, month and part', () => {
  expect(base.starts).toHaveLength(base.runs * base.months * startParts)
  expect(base.leavers).toHaveLength(base.runs * base.months * leaverParts)
  expect(leaverParts).toBe(exits.length * streams.length)
})

test('drift and unevenness widen what they are of', () => {
  const width = (change: Partial<Fitted>, series: Parameters<typeof seriesOf>[1]): number => {
    const ranges = rangesOf(simulateNow({ ...fitted, ...change }, present, { ...asked, runs: 150 }), series) ?? []
    const { p80 } = ranges.at(-1) ?? { p80: [0, 0] }
    return p80[1] - p80[0]
  }
  const ends = { of: 'in care' } as const
  expect(width({ exitDrift: 0.4 }, ends)).toBeGreaterThan(1.15 * width({ exitDrift: 0 }, ends))
  expect(width({ exitDrift: 0.4 }, ends)).toBeLessThan(2.5 * width({ exitDrift: 0 }, ends))
  const entries = (dispersion: number): Partial<Fitted> => ({
    entries: fitted.entries.map(e => ({ ...e, dispersion })),
  })
  expect(width(entries(6), { of: 'starts' })).toBeGreaterThan(1.4 * width(entries(1), { of: 'starts' }))
}, 20_000)
