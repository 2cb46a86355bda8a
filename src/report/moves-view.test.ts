import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tally } from '../measures/measures.ts'
import { effectOf } from './moves-view.ts'

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
