import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, councils, measureOf } from './council.fixture.ts'
import { members } from './people.ts'
import { isQueried } from './query.ts'
import type { Session } from './session.ts'

const inCare = (ids: string): string =>
  ['child | decom', ...[...ids].map(id => `${id} | 2024-05-01`)].join('\n').trimEnd()
const INVOLVED =
  'invo_involvements_id | invo_person_id | invo_professional_role_id | invo_professional_team | invo_involvement_start_date | invo_involvement_end_date'
const LIST = 'child_id | as_at | started_on | disability | team'

const tables = {
  /** Involvements whose roles say who holds the case, beside a list 8 that says otherwise. */
  E1: {
    episodes: inCare('ABCDEF'),
    ssd_involvements: `${INVOLVED}
1 | A | Allocated Case Worker | North | 2024-05-01 | 2026-03-31
2 | A | Allocated Case Worker | South | 2026-03-31 |
3 | B | Allocated Case Worker | North | 2024-05-01 |
4 | B | Independent Reviewing Officer | Reviewing | 2025-05-01 |
5 | C | Allocated Case Worker | North | 2024-05-01 |
6 | C | Social Worker | West | 2026-02-10 | 2026-03-10
7 | D | Allocated Case Worker | North | 2024-05-01 | 2026-03-01
8 | E | Allocated Case Worker | | 2024-05-01 |
9 | F | Allocated Case Worker | East | 2024-05-01 |
10 | F | Allocated Case Worker | North | 2024-05-01 |`,
    annex_a_list_8: `${LIST}\nA | 2026-03-31 | 2024-05-01 | yes | List\nD | 2026-03-31 | 2024-05-01 | no | List`,
  },
  /** Roles that say nothing. */
  E2: { episodes: inCare('A'), ssd_involvements: `${INVOLVED}\n1 | A | R17 | North | 2024-05-01 |` },
  /** List 8 only: three pictures. */
  E3: {
    episodes: inCare('ABC'),
    annex_a_list_8: `${LIST}
A | 2026-01-31 | 2024-05-01 | no  | North
A | 2026-02-28 | 2024-05-01 | no  | North
A | 2026-03-31 | 2024-05-01 | yes | South
B | 2026-01-31 | 2024-05-01 | yes | North
B | 2026-03-31 | 2024-05-01 | yes | North
B | 2026-03-31 | 2023-05-01 | no  | Old
C | 2026-03-31 | 2024-05-01 | -   | -`,
  },
  /** A disability table that says NONE of somebody, and one that says it of nobody. */
  E4: { episodes: inCare('ABC'), ssd_disability: 'disa_person_id | disa_disability_code\nA | AUT\nB | NONE' },
  E5: { episodes: inCare('AB'), ssd_disability: 'disa_person_id | disa_disability_code\nA | AUT' },
  E6: { episodes: inCare('A') },
  /** Care that began, moved and ended, with a worker for each part, and a home in another ward after the move. */
  E7: {
    episodes: `child | decom | dec | rne | rec | reason_place_change | home_post | pl_post | place
A | 2025-05-01 | 2025-09-10 | S | X1 | CREQB | AA1 1AA | AA3 3AA | U6
A | 2025-09-10 | 2026-02-20 | P | E4A | | AA2 2AA | AA3 3AA | K2`,
    postcodes:
      'postcode | easting | northing | la_code | ward_code\nAA1 1AA | 1000 | 1000 | E7 | W1\nAA2 2AA | 2000 | 1000 | E7 | W2\nAA3 3AA | 3000 | 1000 | E7 | W3',
    ssd_involvements: `${INVOLVED}
1 | A | Allocated Case Worker | First | 2025-05-01 | 2025-09-10
2 | A | Allocated Case Worker | Second | 2025-09-10 | 2026-02-20`,
    ssd_disability: 'disa_person_id | disa_disability_code\nA | AUT',
  },
}
const everyone = measureOf('m', {}, 'select period_end, child_id as subject, true as counted from in_care_at')
let session: Session
beforeAll(async () => {
  session = await councils([everyone], tables)
})
afterAll(() => session.engine.close())

/** What a slice says of each child of a council on a day, as "A North, B West". */
async function said(slice: 'team' | 'disability', authority: string, day: string): Promise<string> {
  if (!isQueried(everyone)) throw new Error('it has a query')
  await members(session, everyone, [at(day)])
  const rows = await session.engine.rows(
    `select p.local_id, s.${slice} as says from in_care_at s join person p using (child_id) where s.authority = '${authority}' and s.period_end = '${day}' order by all`,
  )
  return rows.map(({ local_id, says }) => `${local_id} ${says}`).join(', ')
}

describe('the team of a child', () => {
  it('is that of the worker who holds the case, from the day it began to the day before it ended, the later of two', async () =>
    expect(await said('team', 'E1', '2026-02-28')).toBe('A North, B North, C West, D North, E not_known, F North'))
  it('goes back to the earlier worker where the later one has gone, and is not known where nobody holds the case', async () =>
    expect(await said('team', 'E1', '2026-03-31')).toBe('A South, B North, C North, D not_known, E not_known, F North'))
  it('is that of any worker where no role says who holds cases', async () =>
    expect(await said('team', 'E2', '2026-03-31')).toBe('A North'))
  it('is that of the latest list 8 where no involvements are held, the later period of two', async () => {
    expect(await said('team', 'E3', '2026-02-28')).toBe('A North, B not_known, C not_known')
    expect(await said('team', 'E3', '2026-03-31')).toBe('A South, B North, C not_known')
  })
  it('is not known without a source', async () => expect(await said('team', 'E6', '2026-03-31')).toBe('A not_known'))
})

describe('the disability of a child', () => {
  it('is any code but NONE; without a row not known where the table says NONE of somebody, and none where of nobody', async () => {
    expect(await said('disability', 'E4', '2026-03-31')).toBe('A yes, B no, C not_known')
    expect(await said('disability', 'E5', '2026-03-31')).toBe('A yes, B no')
  })
  it('is that of the latest list 8 where no table is held, yes in either of two periods', async () => {
    expect(await said('disability', 'E3', '2026-02-28')).toBe('A no, B not_known, C not_known')
    expect(await said('disability', 'E3', '2026-03-31')).toBe('A yes, B yes, C not_known')
  })
  it('is not known where the only list is of later or of more than 31 days before', async () => {
    expect(await said('disability', 'E3', '2026-01-30')).toBe('A not_known, B not_known, C not_known')
    expect(await said('disability', 'E3', '2026-01-31')).toBe('A no, B yes, C not_known')
  })
})

describe('a flow', () => {
  const flow = async (view: string): Promise<string> =>
    (
      await session.engine.rows(
        `select day, team, disability, ward from ${view} where authority = 'E7' and day >= '2025-05-01' order by day`,
      )
    )
      .map(({ day, team, disability, ward }) => `${day} ${team} ${disability} ${ward}`)
      .join(', ')
  it('that begins has the team, disability and ward of the day', async () => {
    expect(await flow('start_of_care')).toBe('2025-05-01 First yes W1')
    expect(await flow('placement_start')).toBe('2025-05-01 First yes W1, 2025-09-10 Second yes W2')
  })
  it('that ends has those of the last day before', async () => {
    expect(await flow('end_of_care')).toBe('2026-02-20 Second yes W2')
    expect(await flow('placement_end')).toBe('2025-09-10 First yes W1, 2026-02-20 Second yes W2')
  })
})
