import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import { day } from '../kit/day.ts'
import { periodEnding } from '../kit/period.ts'
import { measureOf } from '../measures/council.fixture.ts'
import type { Cause, Tally, Why } from '../measures/measures.ts'
import { effectOf, showMoves } from './moves-view.ts'

const tally = fc.record({
  counted: fc.integer({ min: 1, max: 50 }),
  group: fc.integer({ min: 1, max: 60 }),
  unknown: fc.integer({ min: 0, max: 9 }),
  amount: fc.integer({ min: 0, max: 5_000 }),
})
const less = (a: Tally, b: Tally): Tally => ({
  counted: a.counted - b.counted,
  group: a.group - b.group,
  unknown: a.unknown - b.unknown,
  amount: a.amount - b.amount,
})

describe('what a move did to an average', () => {
  it('adds up over the moves to the change of the mean, with no remainder', () => {
    fc.assert(
      fc.property(tally, tally, fc.array(tally, { maxLength: 4 }), (before, after, some) => {
        // Any moves, and one more that makes up the rest of the change.
        const rest = some.reduce(less, less(after, before))
        const why = { before, after, moves: [] }
        const effects = [...some, rest].map(move => effectOf('average', why, move) ?? Number.NaN)
        const change = after.amount / after.counted - before.amount / before.counted
        expect(effects.reduce((sum, one) => sum + one, 0)).toBeCloseTo(change, 6)
      }),
    )
  })
  it('is what a child with less than the mean takes from it by coming', () => {
    const [before, after] = [
      { counted: 1, group: 1, unknown: 0, amount: 10 },
      { counted: 2, group: 2, unknown: 0, amount: 14 },
    ]
    expect(effectOf('average', { before, after, moves: [] }, less(after, before))).toBe(-3)
  })
  it('is nothing where there was no mean, and for a share', () => {
    const some = { counted: 1, group: 1, unknown: 0, amount: 10 }
    const why = { before: { ...some, counted: 0, amount: 0 }, after: some, moves: [] }
    expect([effectOf('average', why, some), effectOf('proportion', { ...why, before: some }, some)]).toEqual([
      null,
      null,
    ])
  })
})

const count = measureOf('m', { kind: 'count' }, 'select 1 as period_end')
const months = [periodEnding('month', day('2026-09-30')), periodEnding('month', day('2026-10-31'))] as const
/** Moves of so many people each, in or out. */
const moved = (sizes: readonly number[]): Why => {
  const causes: readonly Cause[] = ['entered', 'left', 'aged out', 'corrected', 'withdrawn']
  const moves = sizes.map((n, i) => ({
    cause: causes[i] ?? 'left',
    counted: n,
    group: n,
    unknown: 0,
    amount: 0,
    members: Array.from({ length: Math.abs(n) }, (_, k) => ({
      subject: `${i}.${k}`,
      local_id: null,
      before: 'counted' as const,
      after: 'counted' as const,
    })),
  }))
  const net = sizes.reduce((sum, n) => sum + n, 0)
  const before = { counted: 100, group: 100, unknown: 0, amount: 0 }
  return { before, after: { ...before, counted: 100 + net, group: 100 + net }, moves }
}
const hiddenLines = (audience: Audience, ...sizes: readonly number[]): readonly boolean[] | null =>
  showMoves(count, moved(sizes), months, audience)?.lines.map(({ counted }) => counted.kind === 'hidden') ?? null

describe('what a board is told of moves, whose sum it knows from the two figures', () => {
  it('a line of fewer than six is never the only one hidden, though the whole is small too', () => {
    expect(hiddenLines('board', 3, -8)).toEqual([true, true])
    expect(hiddenLines('board', 12, -3, -9)).toEqual([true, true, false])
    expect(hiddenLines('board', 12, -9)).toEqual([false, false])
    expect(hiddenLines('analyst', 3, -8)).toEqual([false, false])
  })
  it('one line that may not be seen is not told at all: the two figures say what it is', () => {
    expect(hiddenLines('board', -3)).toBeNull()
    expect(hiddenLines('analyst', -3)).toEqual([false])
  })
  it('whatever moved, no hidden line can be worked out from the others', () => {
    const size = fc.integer({ min: -20, max: 20 }).filter(n => n !== 0)
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 5 }), sizes => {
        const hidden = hiddenLines('public', ...sizes)?.filter(Boolean).length
        expect(hidden).not.toBe(1)
        if (sizes.some(n => Math.abs(n) < 6)) expect(hidden === undefined || hidden > 1).toBe(true)
      }),
    )
  })
})
