import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { at, councils, measureOf } from '../measures/council.fixture.ts'
import { toldBefore } from './as-told.ts'

const all = measureOf(
  'all',
  { kind: 'count' },
  'select period_end, child_id as subject, true as counted from in_care_at',
)

test('a version that cannot be read is named, the fault is told, and the others are read', async () => {
  const session = await councils([all], { Town: { episodes: 'child | decom\nA | 2025-05-01' } })
  const fault = new Error('no such table')
  const heard: unknown[] = []
  const version = (number: number, open: () => Promise<typeof session>) => ({
    number,
    knownOn: day('2026-04-01'),
    submittedOn: null,
    open,
    unread: (what: unknown) => void heard.push(what),
  })
  const told = await toldBefore(
    [version(1, () => Promise.reject(fault)), version(2, () => Promise.resolve(session))],
    all,
    [at('2026-03-31')],
    'Town',
  )
  session.engine.close()
  expect(told.unread).toEqual([1])
  expect(heard).toEqual([fault])
  expect(told.versions.map(({ number, figures }) => [number, figures[0]?.value])).toEqual([[2, 1]])
})
