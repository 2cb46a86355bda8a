import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../kit/day.ts'
import type { Member } from './people.ts'
import { takeApart } from './take-apart.ts'

const member = (subject: string, counted: boolean | null, amount: number | null = null): Member => ({
  authority: 'E1',
  period_end: '2026-03-31' as Day,
  subject,
  local_id: subject,
  counted,
  amount,
})
const keyed = (rows: Readonly<Record<string, boolean | null>>) =>
  Object.entries(rows).map(([key, counted]) => ({ key, member: member(key, counted) }))
const anyGroup = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.constantFrom(true, false, null))

describe('takeApart', () => {
  it('adds up to the change with no remainder, whatever changed', () => {
    fc.assert(
      fc.property(anyGroup, anyGroup, (before, after) => {
        const why = takeApart(keyed(before), keyed(after), (from, to) =>
          from === 'not in the group' ? 'entered' : to === 'not in the group' ? 'left' : 'corrected',
        )
        for (const part of ['counted', 'group', 'unknown', 'amount'] as const) {
          expect(why.before[part] + why.moves.reduce((sum, move) => sum + move[part], 0)).toBe(why.after[part])
        }
        expect(why.after.group).toBe(Object.keys(after).length)
      }),
    )
  })
  it('adds up the amounts of an average too, those of children who stayed included', () => {
    const group = (amounts: readonly number[]) =>
      amounts.map((n, i) => ({ key: `${i}`, member: member(`${i}`, true, n) }))
    const why = takeApart(group([10, 20]), group([12, 20, 5]), (from, to) =>
      from === to ? 'amount changed' : 'entered',
    )
    expect(why.moves.map(({ cause, amount, counted }) => [cause, amount, counted])).toEqual([
      ['amount changed', 2, 0],
      ['entered', 5, 1],
    ])
    expect([why.before.amount, why.after.amount]).toEqual([30, 37])
  })
  it('leaves out whoever did not change', () => {
    const why = takeApart(keyed({ a: true, b: false }), keyed({ a: true, b: true }), () => 'crossed into the count')
    expect(why.moves).toEqual([
      {
        cause: 'crossed into the count',
        counted: 1,
        group: 0,
        unknown: 0,
        amount: 0,
        members: [{ subject: 'b', local_id: 'b', before: 'not counted', after: 'counted' }],
      },
    ])
  })
})
