import { afterAll, beforeAll, expect, it } from 'vitest'
import type { QueriedMeasure } from '../definitions/measure.ts'
import { numeratorFlows } from './change.ts'
import { at, councils, measureOf } from './council.fixture.ts'
import type { Session } from './session.ts'

// In a home in June; A comes in July, B stays, C goes in August and is there again in September.
const episodes = `child | decom | place | dec | rec | rne
A | 2025-05-01 | U6 | 2025-07-10 | X1 | S
A | 2025-07-10 | K2 | | | P
B | 2025-05-01 | K2 | | | S
C | 2025-05-01 | K2 | 2025-08-10 | X1 | S
C | 2025-08-10 | U6 | 2025-09-10 | X1 | P
C | 2025-09-10 | K2 | | | P
D | 2025-09-01 | U6 | | | S`
const inHomes = measureOf(
  'in-homes',
  { slices: '[]' },
  "select period_end, child_id as subject, case when age < 5 then null else placement_type = 'K2' end as counted from in_care_at",
) as QueriedMeasure
const unknownToo = { ...inHomes, id: 'unknown-too', unknown_is: 'not counted' } as QueriedMeasure

let session: Session
beforeAll(async () => {
  session = await councils([inHomes, unknownToo], {
    E1: {
      header: 'child | dob | sex\nA | 2014-06-15 | F\nB | 2013-01-01 | M\nC | 2009-01-01 | M\nD | 2024-01-01 | M',
      episodes,
    },
  })
})
afterAll(() => session.engine.close())

const months = ['2025-06-30', '2025-07-31', '2025-08-31', '2025-09-30', '2025-10-31'].map(end => at(end))
const told = async (measure: QueriedMeasure) =>
  (await numeratorFlows(session, measure, months, 'E1')).map(({ end, entered, left, group }) => [
    end.slice(5),
    entered,
    left,
    group,
  ])

it('who came into a numerator and who went out of it since the month before, and how many were in the group then', async () => {
  expect(await told(inHomes)).toEqual([
    ['07-31', 1, 0, 3],
    ['08-31', 0, 1, 3],
    ['09-30', 1, 0, 3],
    ['10-31', 0, 0, 3],
  ])
})

it('one who is not known is in the group where the measure leaves none out', async () => {
  expect((await told(unknownToo)).map(([, , , group]) => group)).toEqual([3, 3, 3, 4])
})
