import { beforeAll, expect, test } from 'vitest'
import { historyOf, type Told } from './care-history.fixture.ts'
import { type CareHistory, OPEN, streams } from './care-history.ts'
import { ageBands, cellOf, hazards, timeBands } from './cells.ts'
import { exposureOf } from './exposure.ts'
import { fitHistory } from './fit.ts'
import type { Fitted } from './fitted.ts'
import { knownBy } from './known-by.ts'
import { destinationsOf } from './moves.ts'
import { councilOf, worlds } from './worlds.ts'

const stable = worlds[0] as (typeof worlds)[number]
let history: CareHistory
let fitted: Fitted

beforeAll(() => {
  const { truth, origin } = councilOf(stable, 77)
  history = knownBy(truth, origin)
  const made = fitHistory(history)
  if (made.kind !== 'fitted') throw new Error(made.reason)
  fitted = made
})

test('every day of care in the window is in one cell, and every exit and move is counted once', () => {
  const from = history.until + 1 - 1826
  const table = exposureOf(history, from, history.until + 1)
  let days = 0
  let moves = 0
  const { care, stay } = history
  for (let i = 0; i < stay.start.length; i++) {
    const end = Math.min(stay.end[i] ?? OPEN, history.until + 1)
    days += Math.max(0, end - Math.max(stay.start[i] ?? 0, from))
    if (stay.care[i + 1] === stay.care[i] && (stay.end[i] ?? 0) > from && end <= history.until) moves++
  }
  let exits = 0
  for (let i = 0; i < care.end.length; i++)
    if ((care.end[i] ?? 0) > from && (care.end[i] ?? OPEN) <= history.until && care.exit[i] !== 4) exits++
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)
  expect(sum(table.days)).toBe(days)
  expect(sum(table.exits)).toBe(exits)
  expect(sum(table.moves)).toBe(moves)
})

test('a child passes to the next band of age and of time in care on the day', () => {
  // Turns 16 on 15 June 2025 and has been in care a year on 1 March 2025.
  const one = historyOf([{ start: '2024-03-01', eighteenth: '2027-06-15' }], {
    from: '2025-01-01',
    until: '2025-12-31',
  })
  const { days } = exposureOf(one, one.from, one.until + 1)
  expect(days[cellOf(0, 4, 4, 0, 3)]).toBe(59)
  expect((days[cellOf(0, 4, 5, 0, 3)] ?? 0) + (days[cellOf(0, 5, 5, 0, 3)] ?? 0)).toBe(365 - 59)
  expect(Math.abs((days[cellOf(0, 4, 5, 0, 3)] ?? 0) - 106)).toBeLessThan(2)
})

test('expected exits under the fitted shape are those that happened', () => {
  const table = exposureOf(history, history.until + 1 - 1826, history.until + 1)
  const expected = table.days.reduce((sum, days, cell) => {
    const rate = hazards.reduce((all, _, hazard) => {
      const at = cell * hazards.length + hazard
      return all + (fitted.exitEvents[at] ?? 0) / (fitted.exitDays[at] ?? 1)
    }, 0)
    return sum + rate * days
  }, 0)
  expect(Math.abs(expected / fitted.basis.exits - 1)).toBeLessThan(0.05)
})

test('known rates are found again: children home in the first months, none adopted as teenagers', () => {
  const rate = (age: number, time: number, hazard: (typeof hazards)[number]): number => {
    const at = cellOf(0, age, time, 0, history.groups.length) * hazards.length + hazards.indexOf(hazard)
    return ((fitted.exitEvents[at] ?? 0) / (fitted.exitDays[at] ?? 1)) * 365.25
  }
  // Truth: 1.1 a year in the first quarter, 0.05 after two years.
  expect(rate(2, 2, 'home')).toBeGreaterThan(0.6)
  expect(rate(2, 2, 'home')).toBeLessThan(1.7)
  expect(rate(2, 7, 'home')).toBeLessThan(0.12)
  // Truth: 0.4 a year for the youngest between 10 months and three years, none from six on.
  expect(rate(1, 5, 'adoption')).toBeGreaterThan(0.2)
  expect(rate(4, 5, 'adoption')).toBeLessThan(0.05)
})

test('entries are those of the window, brothers and sisters drawn together', () => {
  const { entries, basis } = fitted
  const general = entries[streams.indexOf('general')]
  expect(general?.perMonth).toBeGreaterThan(0.6 * (basis.entryGroups / 60))
  expect(general?.perMonth).toBeLessThan(1.6 * (basis.entryGroups / 60))
  expect(general?.donors.some(({ ages }) => ages.length === 3)).toBe(true)
  expect(general?.donorsBelow.at(-1)).toBe(1)
  expect(entries[streams.indexOf('unaccompanied')]?.perDay).toBe(0)
})

test('a fit is plain data, the same after a journey as JSON', () => {
  expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted)
  expect(fitted.exitEvents).toHaveLength(streams.length * ageBands * timeBands * 4 * hazards.length)
})

test('a part left out is left out', () => {
  const without = (part: Fitted['without'][number]): Fitted => fitHistory(history, { without: [part] }) as Fitted
  const at = (fit: Fitted, time: number): number => {
    const cell = cellOf(0, 2, time, 0, history.groups.length) * hazards.length
    return (fit.exitEvents[cell] ?? 0) / (fit.exitDays[cell] ?? 1)
  }
  expect(at(without('duration'), 1)).toBeCloseTo(at(without('duration'), 7), 12)
  expect(at(fitted, 1)).toBeGreaterThan(3 * at(fitted, 7))
  expect(without('drift').exitDrift).toBe(0)
  expect(without('draws').exitLevel.sd).toBe(0)
  expect(without('siblings').entries[0]?.donors.every(({ ages }) => ages.length === 1)).toBe(true)
  expect(without('weighting').exitLevel.log).not.toBe(fitted.exitLevel.log)
  expect(without('shrinkage').exitEvents.some(events => events === 0)).toBe(true)
})

test('no model is fitted without children, with hardly any, or from under 24 months', () => {
  const many = Array.from({ length: 30 }, () => ({ start: '2025-01-01' }))
  expect(fitHistory(historyOf([]))).toMatchObject({ kind: 'not fitted', reason: 'no children' })
  expect(fitHistory(historyOf([{ start: '2020-01-01' }]))).toMatchObject({
    kind: 'not fitted',
    reason: 'too few children',
  })
  expect(fitHistory(historyOf(many, { from: '2024-06-01' }))).toMatchObject({ reason: 'under 24 months', months: 22 })
  expect(fitHistory(historyOf(many, { from: '2024-04-01' })).kind).toBe('fitted')
})

test('an end on the 18th birthday is no event, whatever the return calls it; nor is an exit a move', () => {
  const grown = historyOf([
    { start: '2024-01-01', end: '2025-06-15', eighteenth: '2025-06-15', exit: 'home' },
    { start: '2024-01-01', end: '2025-06-15', exit: 'home' },
    {
      start: '2024-01-01',
      stays: [
        ['2024-01-01', 0],
        ['2025-01-01', 2],
      ],
    },
  ])
  const { exits, moves } = exposureOf(grown, grown.from, grown.until + 1)
  expect(exits.reduce((a, b) => a + b, 0)).toBe(1)
  expect(moves.reduce((a, b) => a + b, 0)).toBe(1)
  const weights = destinationsOf(grown, grown.from, grown.until + 1)
  // Eight of the prior for each age and group left, and the one move.
  expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(ageBands * 3 * 8 + 1, 9)
})

test('newcomers are drawn from the last three years', () => {
  const old = Array.from({ length: 20 }, () => ({ start: '2022-01-10' }))
  const late = Array.from({ length: 5 }, () => ({ start: '2025-01-10' }))
  const made = fitHistory(historyOf([...old, ...late], { from: '2021-04-01' })) as Fitted
  expect(made.basis.entryGroups).toBe(25)
  expect(made.entries[0]?.donors).toHaveLength(5)
})

test('exits are as uneven as their months were, and moves have a level of their own', () => {
  // Four a month come and stay a year; all who leave do so in every other month, and moves begin with the last year.
  const children = Array.from({ length: 140 }, (_, i): Told => {
    const [begun, month] = [2023 + Math.floor(i / 48), Math.floor(i / 4) % 12]
    const [left, other] = [begun + 1, Math.floor(month / 2) * 2]
    const day = (year: number, of: number): string => `${year}-${String(of + 1).padStart(2, '0')}-10`
    const end = day(left, other)
    const start = day(begun, month)
    return {
      start,
      ...(end <= '2026-03-31' && end > start ? { end } : {}),
      ...(begun === 2025
        ? { stays: [[start, 0] as const, [day(2025, month).replace(/-10$/, '-25'), 1] as const] }
        : {}),
    }
  })
  const made = fitHistory(historyOf(children, { from: '2023-01-01' })) as Fitted
  expect(made.exitDispersion).toBeGreaterThan(2.5)
  expect(made.moveLevel.log - made.exitLevel.log).toBeGreaterThan(0.3)
})
