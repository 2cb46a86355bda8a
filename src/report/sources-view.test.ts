import { expect, it } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import { day } from '../kit/day.ts'
import { councils } from '../measures/council.fixture.ts'
import { openSession } from '../measures/measures.ts'
import { sourcesView } from './sources-view.ts'

it('a board is told that rows were set aside, not how many, and only what is late or missing is listed', async () => {
  const first = await councils([], { A: { episodes: 'child | decom\nX | 2025-05-01' } })
  await first.engine.run(
    `insert into reference.set_aside (authority, source, collection_year, rows) values ('A', 'Episodes', 2026, 3)`,
  )
  const session = await openSession(first.engine, new Map())
  const said = async (audience: Audience): Promise<readonly unknown[]> => {
    const { groups, inFull } = await sourcesView(session, { code: 'A', name: 'A' }, day('2026-03-31'), audience)
    const episodes = groups.flatMap(({ sources }) => sources).find(({ source }) => source === 'Episodes')
    return [episodes?.setAsideText, inFull]
  }
  expect([await said('analyst'), await said('board'), await said('public')]).toEqual([
    ['3 rows set aside', true],
    ['some rows set aside', false],
    ['some rows set aside', false],
  ])
  session.engine.close()
})
