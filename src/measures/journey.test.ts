import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { councils } from './council.fixture.ts'
import { journeyChildren, journeyLegs } from './journey.ts'

const held = { from: day('2020-04-01'), to: day('2026-10-31') }
const episodes = [
  'child | decom      | dec        | rec | ls | place',
  'A     | 2024-05-01 | -          |     | C2 | U6', // there all the time
  'B     | 2025-12-01 | -          |     | V2 | K2', // came in, still here
  'C     | 2024-05-01 | 2026-03-01 | E45 | C2 | U1', // left to special guardians
  'D     | 2025-11-05 | 2026-02-01 | E4A | V2 | U6', // came and went home
  'E     | 2025-11-01 | 2026-10-31 | E11 | E1 | A3', // came on the first day, left on the last
  'F     | 2024-01-01 | 2025-10-31 | E4A | V2 | U6', // left before it began
  'G     | 2026-01-01 | 2026-01-20 | E4A | V4 | U6', // a short break
].join('\n')

test('each child in care at some time is counted once: from where they were or how they came, to where they are or how they left', async () => {
  const session = await councils([], { Alder: { episodes } }, held)
  const [start, end] = [day('2025-11-01'), day('2026-10-31')]
  const legs = await journeyLegs(session, 'Alder', start, end)
  expect(Object.fromEntries(legs.map(({ from, to, children }) => [`${from} > ${to}`, children]))).toEqual({
    'in:mainstream_foster > in:mainstream_foster': 1,
    'came:section_20 > in:residential': 1,
    'in:connected > left:special_guardianship': 1,
    'came:section_20 > left:home_planned': 1,
    'came:placement_order > left:adoption': 1,
  })
  expect(await journeyChildren(session, 'Alder', start, end, 'came:section_20', 'in:residential')).toMatchObject([
    { local_id: 'B' },
  ])
  session.engine.close()
})
