import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { councils, measureOf } from './council.fixture.ts'
import { sourcesHeld } from './sources.ts'

const measures = [
  measureOf('in-care', {}, 'select period_end, child_id as subject, true as counted from in_care_at'),
  measureOf(
    'seen',
    { sources: '[Episodes, visits]' },
    'select period_end, child_id as subject, true as counted from in_care_at',
  ),
  measureOf(
    'health',
    { windows: '[year]' },
    'select p.period_end, h.child_id as subject, h.dental_check as counted from health_check h join period p on p.period_end = h.year_end',
  ),
  measureOf('gap', { kind: 'gap', of: 'in-care', against: 'region' }, ''),
]
const held = { from: day('2020-04-01'), to: day('2026-10-31') }
const visit = 'child_id | cla_visit_date\nA | 2026-05-04'

test('each source says what is held of it and which measures it feeds, or would feed', async () => {
  const session = await councils(
    measures,
    { Alder: { episodes: 'child | decom\nA | 2025-05-01' }, Birch: { visits: visit } },
    held,
  )
  const of = async (authority: string, source: string) =>
    (await sourcesHeld(session, authority, day('2026-10-31'))).find(one => one.source === source)
  expect(await of('Alder', 'Episodes')).toMatchObject({
    held: { first: '2020-04-01', last: '2026-10-31' },
    feeds: [
      { measure: 'gap', use: 'used' },
      { measure: 'in-care', use: 'used' },
      { measure: 'seen', use: 'used' },
    ],
  })
  expect(await of('Alder', 'visits')).toMatchObject({ held: null, feeds: [{ measure: 'seen', use: 'missing' }] })
  expect(await of('Birch', 'visits')).toMatchObject({
    held: { last: '2026-10-31' },
    feeds: [{ measure: 'seen', use: 'used' }],
  })
  // A table that comes once a year feeds the last year that has closed.
  expect(await of('Alder', 'OC2')).toMatchObject({ feeds: [{ measure: 'health', use: 'used' }] })
  expect(await of('Alder', 'benchmarks')).toMatchObject({ held: null, feeds: [{ measure: 'gap', use: 'missing' }] })
  session.engine.close()
})
