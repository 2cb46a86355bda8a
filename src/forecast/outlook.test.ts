import { expect, test } from 'vitest'
import { exits, streams } from '../analysis/forecast/care-history.ts'
import type { Futures } from '../analysis/forecast/futures.ts'
import { day, toNumber } from '../kit/day.ts'
import { type OutlookFrom, type OutlookItem, outlookOf } from './outlook.ts'
import { sufficiencyOf } from './sufficiency.ts'

/** Ten futures of three months: in run r there are 10 + r children with our carers and 10 elsewhere at every month end; each month one
 * child starts, and r children leave, to guardianship. */
const runs = 10
const months = 3
const cell = (i: number) => Math.floor(i / months)
const futures: Futures = {
  runs,
  months,
  groups: ['in_house_foster', 'ifa'],
  ends: Int32Array.from(['2027-01-31', '2027-02-28', '2027-03-31'], text => toNumber(day(text))),
  inCare: Int32Array.from({ length: runs * months * 2 }, (_, i) => (i % 2 === 0 ? 10 + cell(i >> 1) : 10)),
  starts: Int32Array.from({ length: runs * months * streams.length }, (_, i) => (i % streams.length === 0 ? 1 : 0)),
  leavers: Int32Array.from({ length: runs * months * exits.length * streams.length }, (_, i) => {
    const parts = exits.length * streams.length
    return i % parts === exits.indexOf('guardianship') * streams.length ? cell(Math.floor(i / parts)) : 0
  }),
  careDays: new Float64Array(runs * months * 2),
  cost: null,
}
const from: OutlookFrom = {
  futures,
  inCare: Float64Array.from({ length: runs }, (_, run) => 20 + run),
  months: 3,
  yearEnd: day('2027-03-31'),
  split: { special: 1e6, arrangements: 0 },
  seed: 1,
}
const item = (changes: Partial<OutlookItem>): OutlookItem => ({
  measure: 'children-in-care',
  title: 'Children in care',
  unit: 'children',
  what: { of: 'in care' },
  soFar: { numerator: 0, denominator: 0 },
  target: null,
  lastYear: null,
  ...changes,
})
const outlook = (changes: Partial<OutlookItem>, given = from) => {
  const [found] = outlookOf(given, [item(changes)])
  if (!found) throw new Error('no outlook')
  return found
}

test('on track is said only where at least 80% of the futures reach the target', () => {
  const target = (value: number) => ({ operator: '<=', value, high: null }) as const
  expect(outlook({ target: target(27) })).toMatchObject({ chance: 0.8, standing: 'on track' })
  expect(outlook({ target: target(26) })).toMatchObject({ chance: 0.7, standing: 'in the balance' })
  expect(outlook({ target: target(21) })).toMatchObject({ chance: 0.2, standing: 'off track' })
  expect(outlook({})).toMatchObject({ chance: null, standing: 'no target', range: { median: 24.5 } })
  expect(outlook({ target: { operator: 'between', value: 20, high: 21 } }).chance).toBe(0.2)
})

test('a flow is what the year has held so far and the months to come; what stands on the day is not added to', () => {
  const soFar = { numerator: 40, denominator: 60 }
  expect(outlook({ what: { of: 'starts' }, soFar }).range.p95).toEqual([43, 43])
  expect(outlook({ what: { of: 'ends' }, soFar }).range.mean).toBe(40 + 3 * 4.5)
  expect(outlook({ what: { of: 'ends', exit: 'home' }, soFar }).range.mean).toBe(40)
  expect(outlook({ soFar }).range.mean).toBe(24.5)
  expect(outlook({ lastYear: 25 }).aboveLastYear).toBe(0.4)
})

test('shares are worked out in each future: of children in care, of leavers, and starts over ends', () => {
  const soFar = { numerator: 30, denominator: 60 }
  const mean = (of: (run: number) => number) =>
    Array.from({ length: runs }, (_, run) => of(run)).reduce((a, b) => a + b) / runs
  expect(outlook({ what: { of: 'share in groups', groups: ['in_house_foster'] } }).range.mean).toBeCloseTo(
    mean(r => (10 + r) / (20 + r)),
  )
  expect(outlook({ what: { of: 'share of leavers', exit: 'guardianship' }, soFar }).range.mean).toBeCloseTo(
    mean(r => (30 + 3 * r) / (60 + 3 * r)),
  )
  expect(outlook({ what: { of: 'starts over ends' }, soFar }).range.mean).toBeCloseTo(mean(r => 33 / (60 + 3 * r)))
})

test('special guardianship is the share of guardianship that it has been, and child arrangements the rest', () => {
  const special = outlook({ what: { of: 'ends', exit: 'guardianship', part: 'special guardianship' } })
  expect(special.range.mean).toBeCloseTo(13.5, 1)
  expect(outlook({ what: { of: 'ends', exit: 'guardianship', part: 'child arrangements' } }).range.mean).toBeCloseTo(
    0,
    1,
  )
  const even = outlook(
    { what: { of: 'ends', exit: 'guardianship', part: 'special guardianship' } },
    { ...from, split: { special: 500, arrangements: 500 } },
  )
  expect(even.range.mean).toBeGreaterThan(4)
  expect(even.range.mean).toBeLessThan(10)
})

test('the chance of running short is the share of futures that need more places than are held', () => {
  const places = {
    asAt: day('2026-12-31'),
    filled: 11,
    vacant: 4,
    respite: 3,
    unavailable: 2,
    approved: 20,
    households: 12,
  }
  const needs = futures.groups.map((group, g) => ({
    group,
    months: ['2027-01-31', '2027-02-28', '2027-03-31'].map(text => ({
      periodEnd: day(text),
      values: Float64Array.from({ length: runs }, (_, run) => (g === 0 ? 10 + run : 10)),
    })),
  }))
  const [own, agency] = sufficiencyOf(needs, places)
  expect(own?.held).toEqual({ places: 15, from: 'pictured places' })
  expect(own?.months.map(({ chanceShort }) => chanceShort)).toEqual([0.4, 0.4, 0.4])
  expect([agency?.held, agency?.months[0]?.chanceShort, agency?.months[2]?.periodEnd]).toEqual([
    null,
    null,
    '2027-03-31',
  ])
  const approved = sufficiencyOf(needs, { ...places, asAt: null, filled: null, vacant: null })
  expect(approved[0]?.held).toEqual({ places: 20, from: 'approvals' })
})

test('a target is reached as its operator says, on the figure itself too', () => {
  const chance = (operator: '>=' | '<=' | '>' | '<' | '=' | 'between', high: number | null = null) =>
    outlook({ target: { operator, value: 25, high } }).chance
  // Twenty to 29: one future of ten is 25, four are above it and five below.
  expect([chance('>='), chance('>'), chance('<='), chance('<'), chance('=')]).toEqual([0.5, 0.4, 0.6, 0.5, 0.1])
  expect([chance('between', 27), chance('between')]).toEqual([0.3, 0.1])
})

test('where no guardianship has been seen either kind is as likely; a share of leavers may be of one kind', () => {
  const none = { ...from, split: { special: 0, arrangements: 0 } }
  const special = (given: OutlookFrom) =>
    outlook({ what: { of: 'ends', exit: 'guardianship', part: 'special guardianship' } }, given).range.mean
  expect(special(none)).toBeGreaterThan(13.5 * 0.2)
  expect(special(none)).toBeLessThan(13.5 * 0.8)
  const share = (part: 'special guardianship' | 'child arrangements') =>
    outlook({ what: { of: 'share of leavers', exit: 'guardianship', part }, soFar: { numerator: 0, denominator: 100 } })
      .range.mean
  expect(share('special guardianship')).toBeGreaterThan(0.1)
  expect(share('child arrangements')).toBeCloseTo(0, 2)
})
