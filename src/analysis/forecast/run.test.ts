import { expect, test } from 'vitest'
import { streams } from './care-history.ts'
import { cellsOf, hazards, partsOfCell, YEAR } from './cells.ts'
import { children, coming, nobody, stillFit } from './fitted.fixture.ts'
import type { Fitted } from './fitted.ts'
import type { Futures } from './futures.ts'
import { destinationOf } from './moves.ts'
import { type SeriesOf, seriesOf } from './series.ts'
import { simulateNow } from './simulate.ts'

const values = (futures: Futures, series: SeriesOf): readonly number[] => [...(seriesOf(futures, series) ?? [])]
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const total = (futures: Futures, series: SeriesOf): number => sum(values(futures, series))
/** The mean over runs of one month (from 1). */
const mean = (futures: Futures, series: SeriesOf, month: number): number =>
  sum(values(futures, series).filter((_, at) => at % futures.months === month - 1)) / futures.runs
/** Variance over mean of a series summed in each run. */
const unevenness = (futures: Futures, series: SeriesOf): number => {
  const all = values(futures, series)
  const runs = Array.from({ length: futures.runs }, (_, run) =>
    sum(all.slice(run * futures.months, (run + 1) * futures.months)),
  )
  const middle = sum(runs) / runs.length
  return sum(runs.map(n => (n - middle) ** 2)) / runs.length / middle
}
const years = (n: number): number => Math.round(n * YEAR)
const baby = { ages: [years(1)], groups: [0] }
/** One who leaves soon, on the 18th birthday: where only starts are counted, nobody need be followed for long. */
const grown = { ages: [Math.round(18 * YEAR) - 5], groups: [0] }
const general = (entries: ReturnType<typeof coming>): Partial<Fitted> => ({ entries: [entries, nobody] })

/** Everyone leaves for home at so many a year, in the cells that are said. */
const leaving = (
  perYear: number,
  where: (parts: ReturnType<typeof partsOfCell>) => boolean = () => true,
): Partial<Fitted> => ({
  exitEvents: Array.from({ length: cellsOf(2) * hazards.length }, (_, at) =>
    hazards[at % hazards.length] === 'home' && where(partsOfCell(Math.floor(at / hazards.length), 2))
      ? perYear / 365.25
      : 0,
  ),
})
/** Everyone moves to the other group at so many a year. */
const moving = (perYear: number): Partial<Fitted> => ({
  moveEvents: new Array<number>(cellsOf(2)).fill(perYear / 365.25),
  destinations: Array.from({ length: stillFit().destinations.length }, (_, at) =>
    at % 4 === 1 || at % 4 === 2 ? 1 : 0,
  ),
})

test('one who comes at 17 leaves on the 18th birthday', () => {
  const old = { ages: [Math.round(18 * YEAR) - 30], groups: [0] }
  const futures = simulateNow(stillFit(general(coming(2, [old]))), children(0), { months: 6, runs: 10, seed: 1 })
  // Two a day who stay 30 days each are 60 at any time.
  expect(mean(futures, { of: 'in care' }, 6)).toBeGreaterThan(50)
  expect(mean(futures, { of: 'in care' }, 6)).toBeLessThan(70)
  expect(total(futures, { of: 'ends' })).toBe(total(futures, { of: 'ends', exit: 'eighteen' }))
})

test('who comes is new to care: an exit of the first week is theirs, not of those who have been here long', () => {
  const fit = stillFit({ ...general(coming(1, [baby])), ...leaving(5000, ({ time }) => time === 0) })
  const futures = simulateNow(fit, children(50), { months: 3, runs: 5, seed: 1 })
  expect(total(futures, { of: 'ends' })).toBeGreaterThan(0.99 * total(futures, { of: 'starts' }))
  expect(mean(futures, { of: 'in care' }, 3)).toBeGreaterThanOrEqual(50)
  expect(mean(futures, { of: 'in care' }, 3)).toBeLessThan(52)
})

test('each stream keeps its own: starts, hazards and ends of unaccompanied children are theirs', () => {
  const fit = stillFit({
    entries: [nobody, coming(1, [baby])],
    ...leaving(50, ({ stream }) => stream === streams.indexOf('unaccompanied')),
  })
  const asked = { months: 6, runs: 5, seed: 1 }
  const [unaccompanied, other] = [1, 0].map(stream => simulateNow(fit, children(40, { stream }), asked))
  if (!unaccompanied || !other) throw new Error('no futures')
  expect(total(other, { of: 'starts', stream: 'general' })).toBe(0)
  expect(total(other, { of: 'starts', stream: 'unaccompanied' })).toBeGreaterThan(700)
  // All forty stay who are of the general stream, and all leave who are not.
  expect(total(other, { of: 'ends', stream: 'general' })).toBe(0)
  expect(mean(other, { of: 'in care' }, 6)).toBeGreaterThanOrEqual(40)
  expect(mean(unaccompanied, { of: 'in care' }, 6)).toBeLessThan(15)
  expect(total(unaccompanied, { of: 'ends', stream: 'unaccompanied' })).toBe(total(unaccompanied, { of: 'ends' }))
})

test('who comes does so on any day of the month, and lives half of it in care', () => {
  const futures = simulateNow(stillFit(general(coming(40, [baby]))), children(0), { months: 1, runs: 5, seed: 1 })
  const days = 7 * total(futures, { of: 'care weeks' })
  expect(days / total(futures, { of: 'starts' })).toBeGreaterThan(14.5)
  expect(days / total(futures, { of: 'starts' })).toBeLessThan(16)
})

test('newcomers are drawn as often as their share says, brothers and sisters each to their own placement', () => {
  const alone = { ages: [years(5)], groups: [1] }
  const sisters = { ages: [years(1), years(3)], groups: [0, 1] }
  const fit = stillFit(general(coming(20, [alone, sisters], { donorsBelow: [0.25, 1] })))
  const futures = simulateNow(fit, children(0), { months: 2, runs: 10, seed: 1 })
  const [fostering, residential] = [0, 1].map(group => mean(futures, { of: 'in care', groups: [group] }, 2))
  // Of four entry groups one child alone in the second group, three pairs with one child in each: 3 to 4.
  expect((fostering ?? 0) / (residential ?? 1)).toBeGreaterThan(0.72)
  expect((fostering ?? 0) / (residential ?? 1)).toBeLessThan(0.78)
})

test('fewer come in a shorter month', () => {
  const futures = simulateNow(stillFit(general(coming(20, [grown]))), children(0), { months: 11, runs: 20, seed: 1 })
  // April has 30 days, February 2027 28, January 31.
  const starts = (month: number): number => mean(futures, { of: 'starts' }, month)
  expect(starts(11) / starts(10)).toBeLessThan(0.93)
  expect(starts(10) / starts(1)).toBeGreaterThan(1.01)
})

test('levels of the recent past are applied: of exits to exits, of moves to moves', () => {
  const [exits, moves] = [leaving(0.3), moving(0.3)]
  const asked = { months: 1, runs: 20, seed: 1 }
  const left = (more: Partial<Fitted>): number =>
    total(simulateNow(stillFit({ ...exits, ...more }), children(500), asked), { of: 'ends' })
  const moved = (more: Partial<Fitted>): number =>
    total(simulateNow(stillFit({ ...moves, ...more }), children(500), asked), { of: 'in care', groups: [1] })
  const double = { log: Math.log(2), sd: 0 }
  expect(left({ exitLevel: double }) / left({})).toBeCloseTo(2, 0)
  expect(left({ exitLevel: double }) / left({})).toBeGreaterThan(1.7)
  expect(moved({ moveLevel: double }) / moved({})).toBeGreaterThan(1.7)
  expect(left({ moveLevel: double })).toBe(left({}))
})

test('unevenness, drift and what is not certain widen starts and ends, and move the mean of neither', () => {
  const asked = { months: 12, runs: 150, seed: 2 }
  const starts = (more: Partial<ReturnType<typeof coming>>): Futures =>
    simulateNow(stillFit(general(coming(1, [grown], more))), children(0), asked)
  const ends = (more: Partial<Fitted>): Futures =>
    simulateNow(stillFit({ ...leaving(0.4), ...more }), children(100), asked)
  const plain = { starts: starts({}), ends: ends({}) }
  expect(unevenness(plain.starts, { of: 'starts' })).toBeLessThan(1.4)
  expect(unevenness(plain.ends, { of: 'ends' })).toBeLessThan(1.2)
  // A mean of 365 a year, whose logarithm has 0.15 of standard deviation: 365 × 0.15² = 8.
  expect(unevenness(starts({ sd: 0.15 }), { of: 'starts' })).toBeGreaterThan(5)
  expect(unevenness(starts({ drift: 0.3 }), { of: 'starts' })).toBeGreaterThan(5)
  expect(unevenness(starts({ dispersion: 4 }), { of: 'starts' })).toBeGreaterThan(2.5)
  const uneven = ends({ exitDispersion: 6, basis: { exits: 200, moves: 0, entryGroups: 0, starts: 0 } })
  expect(unevenness(uneven, { of: 'ends' })).toBeGreaterThan(1.5 * unevenness(plain.ends, { of: 'ends' }))
  const drifting = starts({ drift: 0.5 })
  expect(mean(drifting, { of: 'starts' }, 12) / mean(plain.starts, { of: 'starts' }, 12)).toBeGreaterThan(0.9)
  expect(mean(drifting, { of: 'starts' }, 12) / mean(plain.starts, { of: 'starts' }, 12)).toBeLessThan(1.1)
})

test('exits that drift by so much a year are on average as many as they were', () => {
  const asked = { months: 12, runs: 250, seed: 2 }
  const ends = (exitDrift: number): number =>
    mean(
      simulateNow(stillFit({ ...leaving(0.2), ...general(coming(0.5, [baby])), exitDrift }), children(50), asked),
      { of: 'ends' },
      12,
    )
  expect(Math.abs(ends(0.5) / ends(0) - 1)).toBeLessThan(0.08)
})

test('what a few events cannot tell of a hazard is in the range, of a destination too', () => {
  const asked = { months: 1, runs: 200, seed: 1 }
  // Four events in so many days of every cell: a rate that is known to a half of itself.
  const rate = 0.5 / 365.25
  const few = (fit: Partial<Fitted>, without: Fitted['without']): Fitted => stillFit({ ...fit, without })
  const exits = {
    exitEvents: leaving(1).exitEvents?.map(n => (n > 0 ? 4 : 0)) ?? [],
    exitDays: stillFit().exitDays.map(() => 4 / rate),
  }
  const ends = (without: Fitted['without']): number =>
    unevenness(simulateNow(few(exits, without), children(400), asked), { of: 'ends' })
  expect(ends([])).toBeGreaterThan(3 * ends(['draws']))
  const three = (without: Fitted['without']): number => {
    const fit = stillFit({ ...moving(0.5), groups: ['a', 'b', 'c'], without })
    const cells = cellsOf(3)
    const futures = simulateNow(
      {
        ...fit,
        exitEvents: new Array<number>(cells * hazards.length).fill(0),
        exitDays: new Array<number>(cells * hazards.length).fill(1),
        moveEvents: new Array<number>(cells).fill(4000),
        moveDays: new Array<number>(cells).fill(4000 / rate),
        destinations: Array.from({ length: 6 * 9 }, (_, at) => (at % 3 === 0 ? 0 : 1)),
      },
      children(400),
      asked,
    )
    return unevenness(futures, { of: 'in care', groups: [1] })
  }
  expect(three([])).toBeGreaterThan(1.8 * three(['draws']))
})

test('where a child goes is by the age at the move', () => {
  const groups = 3
  const cells = cellsOf(groups)
  const [teenager, small] = [4, 2]
  const destinations = new Array<number>(6 * groups * groups).fill(0)
  destinations[destinationOf(small, 0, 1, groups)] = 1
  destinations[destinationOf(teenager, 0, 2, groups)] = 1
  const fit = stillFit({
    groups: ['a', 'b', 'c'],
    exitEvents: new Array<number>(cells * hazards.length).fill(0),
    exitDays: new Array<number>(cells * hazards.length).fill(1),
    moveEvents: Array.from({ length: cells }, (_, cell) => (partsOfCell(cell, groups).group === 0 ? 0.01 : 0)),
    moveDays: new Array<number>(cells).fill(1),
    destinations,
  })
  const asked = { months: 3, runs: 3, seed: 1 }
  const at = (eighteenth: string): readonly (readonly number[])[] => {
    const futures = simulateNow(fit, children(50, { eighteenth }), asked)
    return [1, 2].map(group => values(futures, { of: 'in care', groups: [group] }))
  }
  const [young, old] = [at('2036-03-31'), at('2030-01-31')]
  expect([sum(young[0] ?? []) > 0, sum(young[1] ?? [])]).toEqual([true, 0])
  expect([sum(old[0] ?? []), sum(old[1] ?? []) > 0]).toEqual([0, true])
})

test('a child who moves on has a new price: one price does not follow a child from placement to placement', () => {
  // Two groups of the same prices: children who move often cost about the mean, children who stay cost one or the other.
  const prices = { weekly: [0, 1].map(() => Array.from({ length: 40 }, (_, i) => (i % 2 ? 1000 : 0))), inflation: 0 }
  const asked = { months: 12, runs: 40, seed: 1, prices }
  const spread = (perYear: number): number =>
    unevenness(simulateNow(stillFit(moving(perYear)), children(1), asked), { of: 'cost' })
  expect(spread(100)).toBeLessThan(0.2 * spread(0))
})
