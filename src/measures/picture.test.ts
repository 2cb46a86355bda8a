import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { at, councils, measureOf } from './council.fixture.ts'
import type { Holding } from './holding.ts'
import { pictureOf } from './picture.ts'
import { series } from './series.ts'
import { openSession } from './session.ts'
import { standingOf } from './state.ts'

const inCare = measureOf('in-care', {}, 'select period_end, child_id as subject, true as counted from in_care_at')
const list = {
  episodes: 'child | decom\nA | 2025-05-01',
  annex_a_list_8: 'child_id | as_at | started_on\nA | 2026-03-31 | 2025-05-01',
}

test('a picture of who is in care speaks for no day after the end of its month', async () => {
  const session = await councils([inCare], { Alder: list }, { from: day('2020-04-01'), to: day('2025-12-31') })
  const periods = [at('2026-03-31'), at('2026-04-30')]
  expect((await series(session, { measure: inCare, periods })).map(({ state, value }) => [state, value])).toEqual([
    ['measured', 1],
    ['awaiting data', null],
  ])
  session.engine.close()
})

test('a version made when such a picture spoke for 31 days is read as one that ends with its month', async () => {
  const session = await councils([inCare], { Alder: list }, { from: day('2020-04-01'), to: day('2025-12-31') })
  await session.engine.run(`update reference.return_held set last_day = first_day + 31 where source = 'annex_a_list_8'`)
  const again = await openSession(session.engine, session.measures)
  const [point] = await series(again, { measure: inCare, periods: [at('2026-04-30')] })
  expect(point?.state).toBe('awaiting data')
  session.engine.close()
})

const held = (source: string, first: string, last: string): Holding => ({
  authority: 'E1',
  source,
  year: null,
  first: day(first),
  last: day(last),
})

test('nothing is measured for a period that is not over', () => {
  const workers = [held('workers', '2026-10-31', '2026-12-01')]
  const standing = (today: string) =>
    standingOf(inCare, [['workers']], new Set(), workers, at('2026-11-30'), day(today))
  expect(standing('2026-11-29')).toEqual({ state: 'awaiting data', reason: '30 November 2026 has not come yet' })
  expect(standing('2026-11-30')).toBeNull()
  // A clock that is behind the files says nothing of what is over.
  expect(standing('2026-10-30')).toBeNull()
})

test('a figure says which picture tells it where that is older than its period, and whether nothing else does', () => {
  const holdings = [
    held('budget', '2026-06-30', '2027-07-01'),
    held('budget', '2026-09-30', '2027-10-01'),
    held('Episodes', '2020-04-01', '2026-10-31'),
  ]
  const of = (needs: readonly (readonly string[])[], end: string) => pictureOf(needs, holdings, at(end))
  expect(of([['budget']], '2026-10-31')).toEqual({ asAt: '2026-09-30', alone: true })
  expect(of([['budget'], ['unit_costs'], ['postcodes']], '2026-10-31')).toEqual({ asAt: '2026-09-30', alone: true })
  expect(of([['budget'], ['Episodes']], '2026-10-31')).toEqual({ asAt: '2026-09-30', alone: false })
  expect(of([['budget']], '2026-09-30')).toBeNull()
  expect(of([['Episodes']], '2026-10-31')).toBeNull()
})

test('the picture of a figure comes with it', async () => {
  const workers = measureOf(
    'workers',
    { sources: '[workers]' },
    `select period_end, 'W' as subject, true as counted, 'Alder' as authority from period`,
  )
  const session = await councils(
    [workers],
    { Alder: { ...list, workers: 'as_at | worker_id\n2026-03-31 | W' } },
    { from: day('2020-04-01'), to: day('2026-04-30') },
  )
  const points = await series(session, { measure: workers, periods: [at('2026-03-31'), at('2026-04-30')] })
  expect(points.map(({ picture }) => picture ?? null)).toEqual([null, { asAt: '2026-03-31', alone: true }])
  session.engine.close()
})
