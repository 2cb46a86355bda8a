import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMeasure } from '../definitions/measure.ts'
import { at, councils } from './council.fixture.ts'
import { members } from './people.ts'
import { isQueried } from './query.ts'
import type { Session } from './session.ts'

const measure = readMeasure(fileURLToPath(new URL('../../measures/plans/visits-in-time.sql', import.meta.url)))

/** At home on an interim care order since 2 March, by 31 March visited 8 days ago: late every week until the first review, in time after. */
const home = {
  episodes: 'child | decom | place | ls\nA | 2026-03-02 | P1 | C1\nB | 2026-03-03 | P1 | C1\nC | 2026-03-04 | P1 | C1',
  visits:
    'cla_visit_id | child_id | cla_visit_date | cla_visit_seen\n1 | A | 2026-03-23 | yes\n2 | B | 2026-03-23 | yes\n3 | C | 2026-03-23 | yes',
}
let session: Session
beforeAll(async () => {
  session = await councils([measure], { E1: home, E2: home })
  await session.engine.run(`delete from reference.return_held where authority = 'E2' and source = 'Reviews'`)
})
afterAll(() => session.engine.close())

const visited = async (authority: string): Promise<readonly string[]> => {
  if (!isQueried(measure)) throw new Error('it has a query')
  const rows = await members(session, measure, [at('2026-03-31')])
  return rows.flatMap(row => (row.authority === authority && row.counted ? [String(row.local_id)] : [])).sort()
}

describe('visits to a child at home on an interim care order', () => {
  it('are due every week until the first review where reviews are held', async () =>
    expect(await visited('E1')).toEqual([]))
  it('are due every four weeks from the 20th working day on where no reviews are held', async () =>
    expect(await visited('E2')).toEqual(['A', 'B']))
})
