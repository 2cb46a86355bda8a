import { expect, test } from 'vitest'
import { cellsOf, hazards, YEAR } from './cells.ts'
import { children, coming, stillFit } from './fitted.fixture.ts'
import type { Fitted } from './fitted.ts'
import type { Futures } from './futures.ts'
import { type SeriesOf, seriesOf } from './series.ts'
import { simulateNow } from './simulate.ts'
import type { WhatIf } from './what-if.ts'

const [FOSTERING, RESIDENTIAL] = [0, 1]
const years = (n: number): number => Math.round(n * YEAR)
/** Two a day of each stream, of ten years and a half; a homely hazard of leaving; nothing is uncertain. */
const child = (age: number) => ({ ages: [years(age) + 180], groups: [FOSTERING] })
const steady = (more: Partial<Fitted> = {}): Fitted =>
  stillFit({ entries: [coming(2, [child(10)]), coming(2, [child(10)])], ...more })
const futuresWith = (fitted: Fitted, ...whatIfs: readonly WhatIf[]): Futures =>
  simulateNow(fitted, children(0), { months: 6, runs: 20, seed: 1, whatIfs })
/** The sum over runs of each month. */
const byMonth = (futures: Futures, series: SeriesOf): readonly number[] =>
  Array.from({ length: futures.months }, (_, month) =>
    [...(seriesOf(futures, series) ?? [])]
      .filter((_, at) => at % futures.months === month)
      .reduce((sum, n) => sum + n, 0),
  )
const starts = (futures: Futures, stream: 'general' | 'unaccompanied' = 'general'): readonly number[] =>
  byMonth(futures, { of: 'starts', stream })

test('a what-if holds from its first month to its last, and no longer', () => {
  const base = starts(futuresWith(steady()))
  const changed = starts(futuresWith(steady(), { kind: 'entries', from: 2, until: 4, who: {}, factor: 0 }))
  expect(changed).toEqual(base.map((n, month) => (month >= 1 && month <= 3 ? 0 : n)))
})

test('a what-if about one stream leaves the other alone', () => {
  const base = futuresWith(steady())
  const none = futuresWith(steady(), { kind: 'entries', from: 1, who: { stream: 'unaccompanied' }, factor: 0 })
  expect(starts(none, 'unaccompanied')).toEqual([0, 0, 0, 0, 0, 0])
  expect(starts(none)).toEqual(starts(base))
})

test('ages are completed years, the last one included', () => {
  const base = starts(futuresWith(steady()))
  const without = (from: number, to: number): readonly number[] =>
    starts(futuresWith(steady(), { kind: 'entries', from: 1, who: { ages: [from, to] }, factor: 0 }))
  const none = base.map(() => 0)
  expect([without(8, 10), without(10, 12), without(8, 9), without(11, 12)]).toEqual([none, none, base, base])
})

test('every run draws its own factor from a range: the runs scatter by it, about its middle', () => {
  const shares = (low: number, high: number): readonly number[] => {
    const changed = futuresWith(steady(), { kind: 'entries', from: 1, who: {}, factor: 0.5, low, high })
    const base = seriesOf(futuresWith(steady()), { of: 'starts' }) ?? []
    const own = seriesOf(changed, { of: 'starts' }) ?? []
    const sum = (values: ArrayLike<number>, run: number): number =>
      Array.from({ length: 6 }, (_, month) => values[run * 6 + month] ?? 0).reduce((a, b) => a + b)
    return Array.from({ length: 20 }, (_, run) => sum(own, run) / sum(base, run))
  }
  const [narrow, wide] = [shares(0.5, 0.5), shares(0.1, 0.9)]
  expect(Math.max(...narrow) - Math.min(...narrow)).toBeLessThan(0.15)
  expect(Math.max(...wide) - Math.min(...wide)).toBeGreaterThan(0.4)
})

test('a factor that is drawn below nought is none: nobody leaves fewer than never', () => {
  const leaving = steady({ exitEvents: stillFit().exitEvents.map(() => 0.01) })
  const ends = byMonth(futuresWith(leaving, { kind: 'exits', from: 1, who: {}, factor: -3 }), { of: 'ends' })
  expect(ends).toEqual([0, 0, 0, 0, 0, 0])
})

/** All move to a children's home within weeks, and leave care from there or stay. */
const moving = (leaving: number): Fitted =>
  steady({
    moveEvents: Array.from({ length: cellsOf(2) }, (_, cell) => (cell % 2 === FOSTERING ? 0.05 : 0)),
    destinations: Array.from({ length: stillFit().destinations.length }, (_, at) => (at % 4 === 1 ? 1 : 0)),
    exitEvents: Array.from({ length: cellsOf(2) * hazards.length }, (_, at) =>
      hazards[at % hazards.length] === 'home' ? leaving : 0,
    ),
  })
/** So many children in a month in foster care more than without. */
const gained = (fitted: Fitted, whatIf: WhatIf): readonly number[] => {
  const count = (futures: Futures): readonly number[] => byMonth(futures, { of: 'in care', groups: [FOSTERING] })
  const [base, changed] = [count(futuresWith(fitted)), count(futuresWith(fitted, whatIf))]
  return changed.map((n, month) => (n - (base[month] ?? 0)) / 20)
}

test('places that come again every two months are so many more each time', () => {
  // Who is sent to stay with foster carers moves on as all do, and the place is filled again at once.
  const more = (every: number): WhatIf => ({
    kind: 'capacity',
    from: 1,
    who: { groups: [RESIDENTIAL], to: [FOSTERING] },
    add: 10,
    every,
  })
  const gain = gained(moving(0), more(2))
  expect(gain.map(n => Math.round(n / 10))).toEqual([1, 1, 2, 2, 3, 3])
})

test('a place whose child has left is filled again', () => {
  const whatIf: WhatIf = { kind: 'capacity', from: 1, who: { groups: [RESIDENTIAL], to: [FOSTERING] }, add: 10 }
  // Nobody stays longer than a few weeks: ten places kept for half a year are held by many children one after another.
  const gain = gained(moving(0.05), whatIf)
  expect(Math.min(...gain.slice(2))).toBeGreaterThan(6)
  expect(Math.max(...gain)).toBeLessThan(13)
})

test('two what-ifs on the same children are both counted', () => {
  const half: WhatIf = { kind: 'entries', from: 1, who: {}, factor: 0.5 }
  const [once, twice] = [starts(futuresWith(steady(), half)), starts(futuresWith(steady(), half, half))]
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b)
  expect(sum(twice) / sum(once)).toBeGreaterThan(0.45)
  expect(sum(twice) / sum(once)).toBeLessThan(0.55)
})
