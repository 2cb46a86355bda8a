import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { councils } from '../measures/council.fixture.ts'
import type { Session } from '../measures/measures.ts'
import { careHistory } from './exposure.ts'
import { budgetLines, placementBudget, savings, spentSoFar } from './money.ts'
import { placesHeld } from './places.ts'
import { priceBook } from './prices.ts'

const UNTIL = day('2026-03-31')
let session: Session
beforeAll(async () => {
  session = await councils([], {
    Alder: {
      episodes: `child | decom | place | place_provider
A | 2025-04-01 | U6 | PR1
B | 2025-04-01 | K2 | PR4
C | 2025-04-01 | U1 | PR1
D | 2026-03-28 | H5 | PR4
E | 2026-03-01 | U6 | PR1`,
      placements: `child_id | cla_placement_id | start_date | end_date | child_group | cla_placement_type | cla_placement_provider | weekly_cost
A | P1 | 2025-04-01 | 2026-01-06 | in_care | U6 | PR1 | 400
A | P1 | 2026-01-06 | 2026-02-03 | in_care | U6 | PR1 | 900
A | P2 | 2026-02-03 | - | in_care | K2 | PR4 | 5000
B | P3 | 2024-01-01 | 2025-04-01 | in_care | K2 | PR4 | 9000
L | P4 | 2025-04-01 | - | care_leaver | U6 | PR1 | 7000`,
      unit_costs: `item_type | item | weekly_cost | from
placement | connected | 300 | 2020-04-01
placement | supported | 480 | 2020-04-01
placement | in_house_foster | 450 | 2020-04-01`,
      budget: `financial_year | as_at | budget_line | line_type | net_budget | projected
2024/25 | 2024-04-01 | placements_ifa | line | 1 | 1
2025/26 | 2025-04-01 | children_in_care | subtotal | 99 | 99
2025/26 | 2025-04-01 | placements_ifa | line | 10 | 12
2025/26 | 2025-04-01 | placements_connected | line | 20 | 22`,
      foster_places: `as_at | household_id | place_status | places
2025-12-01 | H1 | vacant | 9
2026-03-31 | H1 | filled | 2
2026-03-31 | H2 | vacant | 1`,
    },
    Birch: { episodes: 'child | decom\nZ | 2025-04-01' },
  })
}, 60_000)
afterAll(() => session.engine.close())

const groups = ['in_house_foster', 'external_residential', 'connected', 'foster_not_known', 'ifa', 'other']

test('every price of the last year is kept, drawn as often as it was paid; leavers’ and older prices are not', async () => {
  const book = await priceBook(session.engine, { authority: 'Alder', until: UNTIL, groups, inflation: 0.02 })
  if (book.kind === 'none') throw new Error(book.why)
  const [ours, homes, connected, unknown, agency] = book.prices.weekly
  // 280 days at £400 and 28 at £900.
  expect([ours?.filter(price => price === 400).length, ours?.filter(price => price === 900).length]).toEqual([10, 1])
  expect([new Set(homes), new Set(connected), agency]).toEqual([new Set([5000]), new Set([300]), []])
  // Whose foster carers they are is not known: what those of our own and of agencies cost.
  expect(unknown).toEqual(ours)
  expect(book.groups.map(({ group, source, children }) => [group, source, children])).toEqual([
    ['in_house_foster', 'placements', 1],
    ['external_residential', 'placements', 1],
    ['connected', 'unit_costs', 1],
    ['foster_not_known', 'like groups', 1],
  ])
  expect(book.groups[0]?.mean).toBeCloseTo((280 * 400 + 28 * 900) / 308)
  expect([book.unpriced, book.prices.inflation]).toEqual([['ifa', 'other'], 0.02])
})

test('prices of our own placements go before the rate card, and a price of a few days is still a price', async () => {
  const asked = { authority: 'Alder', until: UNTIL, groups: ['in_house_foster', 'supported'], inflation: 0 }
  const book = await priceBook(session.engine, asked)
  if (book.kind === 'none') throw new Error(book.why)
  const [ours, supported] = book.prices.weekly
  expect(new Set(ours)).toEqual(new Set([400, 900]))
  expect(supported).toEqual([480])
})

test('without any price there is no cost, and it says what is missing', async () => {
  const asked = { authority: 'Birch', until: UNTIL, groups: ['in_house_foster'], inflation: 0 }
  expect(await priceBook(session.engine, asked)).toEqual({
    kind: 'none',
    why: expect.stringContaining('placements.csv'),
  })
  expect(await spentSoFar(session.engine, 'Birch', UNTIL)).toBeNull()
})

test('what has been spent since April is each price for its days, the last day included', async () => {
  expect(await spentSoFar(session.engine, 'Alder', day('2025-04-07'))).toBeCloseTo(400)
  expect(await spentSoFar(session.engine, 'Alder', UNTIL)).toBeCloseTo((280 * 400 + 28 * 900 + 57 * 5000) / 7)
})

test('the budget is that of the year of the day; placements are their line, else those that are parts of it', async () => {
  const lines = await budgetLines(session.engine, 'Alder', UNTIL)
  expect(lines).toHaveLength(3)
  expect(placementBudget(lines)).toEqual({ budget: 30, projected: 34 })
  const whole = lines.map(line => (line.line === 'children_in_care' ? { ...line, line: 'placements' } : line))
  expect(placementBudget(whole)).toEqual({ budget: 99, projected: 99 })
  expect(placementBudget([])).toEqual({ budget: null, projected: null })
  expect(await savings(session.engine, 'Alder', UNTIL)).toEqual([])
})

test('places held are those of the latest picture, 92 days old at most', async () => {
  expect(await placesHeld(session.engine, 'Alder', UNTIL)).toMatchObject({
    asAt: '2026-03-31',
    filled: 2,
    vacant: 1,
    unavailable: 0,
    approved: null,
  })
  expect(await placesHeld(session.engine, 'Alder', day('2026-03-30'))).toMatchObject({ asAt: null, filled: null })
  expect(await placesHeld(session.engine, 'Alder', day('2026-02-28'))).toMatchObject({
    asAt: '2025-12-01',
    vacant: 9,
    filled: 0,
  })
})

test('where finance expects nothing of a part, nothing is expected of the whole', () => {
  const line = { kind: 'line', asAt: UNTIL, yearEnding: 2026, actual: null }
  expect(
    placementBudget([
      { ...line, line: 'placements_ifa', budget: 10, projected: null },
      { ...line, line: 'placements_connected', budget: 20, projected: 22 },
    ]),
  ).toEqual({ budget: 30, projected: null })
})

test('the price of a placement that goes on is its own, as it is on the day; a placement that has ended has none', async () => {
  const weekly = async (until: typeof UNTIL): Promise<readonly number[]> => [
    ...(await careHistory(session.engine, { authority: 'Alder', from: day('2025-04-01'), until })).weekly,
  ]
  // A, B and C, then E and D: of B only a price from before is known, of the others none.
  expect(await weekly(UNTIL)).toEqual([5000, NaN, NaN, NaN, NaN])
  expect(await weekly(day('2026-01-05'))).toEqual([400, NaN, NaN])
  expect(await weekly(day('2026-01-06'))).toEqual([900, NaN, NaN])
})
