import { expect, test } from 'vitest'
import { measureOf } from '../measures/council.fixture.ts'
import type { Why } from '../measures/measures.ts'
import { sayWhy, wrapped } from './why.ts'

const members = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    subject: `${i}`,
    local_id: `00${1000 + i}`,
    before: 'counted' as const,
    after: 'counted' as const,
  }))
const why: Why = {
  before: { counted: 2, group: 3, unknown: 1, amount: 20 },
  after: { counted: 4, group: 5, unknown: 1, amount: 60 },
  moves: [
    { cause: 'entered', counted: 2, group: 2, unknown: 0, amount: 36, members: members(2) },
    { cause: 'amount changed', counted: 0, group: 0, unknown: 0, amount: 4, members: members(50) },
  ],
}
const average = measureOf('m', { kind: 'average', unit: 'weeks' }, 'select 1 as period_end')

test('of an average each move says how far it moved the mean, in the unit of the figure; they add up to its change', () => {
  const rows = sayWhy(average, '2026-02-28', '2026-03-31', why)
    .split('\n')
    .filter(line => !line.startsWith('    ') || line.includes('figure'))
    .map(line => line.trim().split(/ {2,}/))
  expect(rows.slice(0, 5)).toEqual([
    ['figure (weeks)', 'numerator', 'denominator', 'not known'],
    ['2026-02-28', '10', '20', '2', '1'],
    ['entered', '+4', '+36', '+2', '0'],
    ['amount changed', '+1', '+4', '0', '0'],
    ['2026-03-31', '15', '60', '4', '1'],
  ])
})

test('children stand under their move, in lines that fit a screen, none of them twice', () => {
  const lines = sayWhy(average, 'a', 'b', why).split('\n')
  expect(lines.every(line => line.length <= 100)).toBe(true)
  expect(lines[lines.findIndex(line => line.startsWith('entered')) + 1]).toBe('    001000 001001')
  const ids = members(50).map(({ local_id }) => local_id)
  expect(wrapped(ids).join(' ').trim().split(/ +/)).toEqual(ids)
})
