import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { type PartsTested, partsTold } from './parts.ts'

const tested: PartsTested = {
  on: day('2026-11-28'),
  at: day('2026-10-31'),
  history: 'a',
  method: 'one',
  runs: 300,
  skills: [],
}

test('a test of the parts is of the same only where history and method are', () => {
  const same = (history: string, method: string) => partsTold(tested, { history, method })?.same
  expect([same('a', 'one'), same('b', 'one'), same('a', 'two')]).toEqual([true, false, false])
  expect(partsTold(null, { history: 'a', method: 'one' })).toBeNull()
})
