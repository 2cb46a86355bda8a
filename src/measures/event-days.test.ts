import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type QueriedMeasure, readMeasure } from '../definitions/measure.ts'
import { day } from '../kit/day.ts'
import { at, councils, measureOf } from './council.fixture.ts'
import { eventDays } from './event-days.ts'
import { series } from './series.ts'
import type { Session } from './session.ts'

const folder = fileURLToPath(new URL('../../measures', import.meta.url))
const shipped = (name: string) =>
  readMeasure(
    join(folder, readdirSync(folder).find(theme => readdirSafe(theme).includes(`${name}.sql`)) ?? '', `${name}.sql`),
  )
const readdirSafe = (theme: string): readonly string[] => (theme.includes('.') ? [] : readdirSync(join(folder, theme)))

const ceasing = shipped('children-ceasing')
const starting = shipped('children-starting')
const first = shipped('different-children-starting')
const once = measureOf(
  'once',
  { kind: 'count', at: 'within period' },
  `with moved as (
     select p.period_end, s.child_id, s.child_id as subject, true as counted from start_of_care s
     join period p on s.day between p.period_start and p.period_end
   ) select * from moved`,
)
const some = measureOf(
  'some',
  { kind: 'count', at: 'within period' },
  `select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject, s.age > 3 as counted from start_of_care s
   join period p on s.child_id > 0 and s.day between p.period_start and p.period_end`,
)
const months = ['2025-05-31', '2025-06-30', '2025-07-31'].map(end => at(end))
let session: Session
beforeAll(async () => {
  session = await councils([ceasing, starting, first, once, some], {
    Here: {
      header: 'child | dob\nA | 2015-01-01\nB | 2023-01-01\nC | 2015-01-01',
      episodes: 'child | decom | dec | rec\nA | 2025-05-03 | 2025-07-09 | E4A\nB | 2025-05-20 | |\nC | 2025-07-31 | |',
    },
    There: { episodes: 'child | decom\nZ | 2025-06-15' },
  })
})
afterAll(() => session.engine.close())
const days = (measure: unknown, authority = 'Here') => eventDays(session, measure as QueriedMeasure, months, authority)

describe('eventDays', () => {
  it('gives the day that the query holds against the period, of each row counted in one authority', async () => {
    expect(await days(starting)).toEqual(['2025-05-03', '2025-05-20', '2025-07-31'].map(day))
    expect(await days(ceasing)).toEqual([day('2025-07-09')])
    expect(await days(starting, 'There')).toEqual([day('2025-06-15')])
  })
  it('leaves out the rows that are not counted', async () =>
    expect(await days(some)).toEqual(['2025-05-03', '2025-07-31'].map(day)))
  it('takes a query that keeps one row for each child', async () => expect(await days(first)).toHaveLength(3))
  it('gives as many days as the figures of the months add up to', async () => {
    const points = await series(session, { measure: some, periods: months, authority: 'Here' })
    expect((await days(some))?.length).toBe(points.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0))
  })
  it('gives none where the last select holds no day against the period, nor for a position', async () => {
    expect(await days(once)).toBeNull()
    expect(await days({ ...starting, at: 'period end' })).toBeNull()
  })
})
