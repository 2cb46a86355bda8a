import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../kit/day.ts'
import type { Member } from './people.ts'
import { takeApart } from './why.ts'

const member = (subject: string, counted: boolean | null): Member => ({
  authority: 'E1',
  period_end: '2026-03-31' as Day,
  subject,
  local_id: subject,
  counted,
  amount: null,
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
        for (const part of ['counted', 'group', 'unknown'] as const) {
          expect(why.before[part] + why.moves.reduce((sum, move) => sum + move[part], 0)).toBe(why.after[part])
        }
        expect(why.after.group).toBe(Object.keys(after).length)
      }),
    )
  })
  it('leaves out whoever did not change', () => {
    const why = takeApart(keyed({ a: true, b: false }), keyed({ a: true, b: true }), () => 'crossed into the count')
    expect(why.moves).toEqual([
      {
        cause: 'crossed into the count',
        counted: 1,
        group: 0,
        unknown: 0,
        members: [{ subject: 'b', local_id: 'b', before: 'not counted', after: 'counted' }],
      },
    ])
  })
})
