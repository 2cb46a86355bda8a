import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { councils, measureOf } from './council.fixture.ts'
import { openSession } from './session.ts'
import { secondBest, sourcesHeld, sourcesUsed } from './sources.ts'

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

test('a reference file that is loaded speaks for every day: nothing stands in for it', async () => {
  const far = measureOf(
    'far',
    { sources: '[distance_from_home]' },
    'select period_end, child_id as subject, true as counted from in_care_at',
  )
  const session = await councils([far], { Alder: { episodes: 'child | decom\nA | 2025-05-01' } }, held)
  const end = day('2026-10-31')
  await session.engine.run(
    `insert into reference.return_held values ('Alder', 'ssd_cla_placement', null, '2020-04-01', '${end}')`,
  )
  const of = async (one: typeof session) => {
    const used = (await sourcesHeld(one, 'Alder', end)).filter(({ feeds }) => feeds.some(({ use }) => use === 'used'))
    const stands = (await secondBest(one, 'Alder', end)).map(({ relation }) => relation)
    const fed = await sourcesUsed(one, far, 'Alder', { window: 'month', start: day('2026-10-01'), end })
    return { used: used.map(({ source }) => source), stands, fed }
  }
  const without = await openSession(session.engine, session.measures)
  expect(await of(without)).toEqual({
    used: ['ssd_cla_placement'],
    stands: ['registered_setting', 'placement_until_18', 'distance_from_home'],
    fed: ['ssd_cla_placement'],
  })
  await session.engine.run(`insert into reference.postcode by name select 'AB1 2CD' as postcode`)
  const loaded = await openSession(session.engine, session.measures)
  expect(await of(loaded)).toEqual({
    used: ['postcodes'],
    stands: ['registered_setting', 'placement_until_18'],
    fed: ['postcodes'],
  })
  session.engine.close()
})

test('published figures and neighbours feed what is compared with them', async () => {
  const seen = measures[0]
  const shy = measureOf(
    'shy',
    { catalogue: 'TST-02', not_compared: 'Nobody publishes the same' },
    'select period_end, child_id as subject, true as counted from in_care_at',
  )
  if (!seen) throw new Error('no measure')
  const session = await councils([seen, shy], { Alder: { episodes: 'child | decom\nA | 2025-05-01' } }, held)
  await session.engine.run(
    `insert into reference.benchmark by name select unnest(['TST-01:percent', 'TST-02']) as indicator, 'la' as comparator`,
  )
  await session.engine.run(`insert into reference.stat_neighbour by name select 'E1' as area_code`)
  const found = await sourcesHeld(await openSession(session.engine, session.measures), 'Alder', held.to)
  const fed = (source: string) => found.find(one => one.source === source)?.feeds.map(({ measure }) => measure)
  expect([fed('benchmarks'), fed('stat_neighbours'), fed('areas')]).toEqual([['in-care'], ['in-care'], []])
  session.engine.close()
})

test('a file of all that was ever known has no first day', async () => {
  const session = await councils(measures, { Alder: { episodes: 'child | decom\nA | 2025-05-01' } }, held)
  await session.engine.run(
    `insert into reference.return_held values ('Alder', 'attainment', null, '1926-11-01', '2026-10-31'), ('Alder', 'visits', null, '2023-04-01', '2026-10-31')`,
  )
  const found = await sourcesHeld(await openSession(session.engine, session.measures), 'Alder', held.to)
  expect(found.find(({ source }) => source === 'attainment')?.held).toEqual({ first: null, last: '2026-10-31' })
  expect(found.find(({ source }) => source === 'visits')?.held).toEqual({ first: '2023-04-01', last: '2026-10-31' })
  session.engine.close()
})
