import { afterAll, beforeAll, expect, test } from 'vitest'
import { exits, OPEN } from '../analysis/forecast/care-history.ts'
import { day, toNumber } from '../kit/day.ts'
import { councils } from '../measures/council.fixture.ts'
import type { Session } from '../measures/measures.ts'
import { careHistory, heldOf, knownSpan } from './exposure.ts'

const UNTIL = day('2026-03-31')
let session: Session
beforeAll(async () => {
  session = await councils(
    [],
    {
      Alder: {
        header: `child | dob
A | 2012-05-05
B | 2008-02-29
C | 2010-01-01
D | 2014-01-01
E | 2009-09-09
F | 2009-09-09`,
        episodes: `child | decom | rne | ls | place | place_provider | home_post | dec | rec
A | 2024-05-01 | S | C2 | U6 | PR1 | AA11AA | 2024-08-01 | X1
A | 2024-08-01 | P | C2 | U4 | PR1 | AA11AA | 2025-01-01 | X1
A | 2025-01-01 | P | C2 | K2 | PR4 | AA11AA | 2026-05-01 | E4A
B | 2024-05-01 | S | C2 | U6 | PR4 | AA11AA | 2025-02-01 | X1
B | 2025-02-01 | P | C2 | T1 | PR4 | AA11AA | 2025-02-10 | X1
B | 2025-02-10 | P | C2 | U6 | PR4 | AA11AA | - | -
C | 2024-05-01 | S | V3 | U6 | PR1 | AA11AA | 2024-05-20 | E8
D | 2024-06-01 | S | C2 | P1 | PR0 | - | 2024-12-01 | E45
E | 2024-06-01 | S | C2 | U6 | - | - | 2025-01-15 | E12
F | 2024-07-01 | S | C2 | Z1 | PR1 | AA11AA | 2024-08-01 | E3`,
        // F was no longer one when care began.
        uasc: 'child | dob | duc\nE | 2009-09-09 | -\nF | 2009-09-09 | 2024-06-15',
      },
      Birch: { episodes: 'child | decom\nZ | 2024-05-01' },
    },
    { from: day('2024-04-01'), to: UNTIL },
  )
})
afterAll(() => session.engine.close())

const held = { authority: 'Alder', from: day('2024-04-01'), until: UNTIL }
const onDay = (n: number | undefined): string | null =>
  n === OPEN ? null : new Date((n ?? 0) * 86_400_000).toISOString().slice(0, 10)

test('periods of care of one council, in order, short breaks left out; what ends later is open still', async () => {
  const { history, specialGuardianship } = await careHistory(session.engine, held)
  const { care } = history
  const rows = Array.from(care.start, (start, i) => [
    onDay(start),
    onDay(care.end[i]),
    exits[care.exit[i] ?? 255] ?? null,
  ])
  expect(rows).toEqual([
    ['2024-05-01', null, null],
    // Born on 29 February: 18 on 1 March 2026, which ends care whatever the return says.
    ['2024-05-01', '2026-03-01', 'eighteen'],
    ['2024-06-01', '2024-12-01', 'guardianship'],
    ['2024-06-01', '2025-01-15', 'adoption'],
    ['2024-07-01', '2024-08-01', 'other'],
  ])
  expect([...specialGuardianship]).toEqual([0, 0, 1, 0, 0])
  expect([...care.stream]).toEqual([0, 0, 0, 1, 0])
})

test('brothers and sisters come together: one home on one day, not on another; a home that is not known is nobody else’s', async () => {
  const { family } = (await careHistory(session.engine, held)).history.care
  expect(family[0]).toBe(family[1])
  expect(new Set(family).size).toBe(4)
})

test('stays are unbroken time in one group: moves within it and temporary ones go on, and all of care is in them', async () => {
  const { history } = await careHistory(session.engine, held)
  const { stay } = history
  const rows = Array.from(stay.care, (care, i) => [
    care,
    onDay(stay.start[i]),
    onDay(stay.end[i]),
    history.groups[stay.group[i] ?? 255],
  ])
  expect(rows).toEqual([
    [0, '2024-05-01', '2025-01-01', 'in_house_foster'],
    [0, '2025-01-01', null, 'external_residential'],
    [1, '2024-05-01', '2026-03-01', 'ifa'],
    [2, '2024-06-01', '2024-12-01', 'placed_with_parents'],
    [3, '2024-06-01', '2025-01-15', 'foster_not_known'],
    [4, '2024-07-01', '2024-08-01', 'other'],
  ])
})

test('what was known earlier has nothing of what came after', async () => {
  const until = day('2024-06-30')
  const { history } = await careHistory(session.engine, { ...held, until })
  expect([...history.care.end]).toEqual([OPEN, OPEN, OPEN, OPEN])
  expect([...history.stay.end]).toEqual([OPEN, OPEN, OPEN, OPEN])
  expect([...history.care.exit]).toEqual([255, 255, 255, 255])
  expect(history.until).toBe(toNumber(until))
  expect(history.care.start).toHaveLength(4)
  // An end on the day itself is known.
  const then = (await careHistory(session.engine, { ...held, until: day('2024-08-01') })).history
  expect(onDay(then.care.end[4])).toBe('2024-08-01')
})

test('a forecast learns from no further back than care is known without a gap', async () => {
  const spans = [
    { first: day('2020-04-01'), last: day('2021-03-31') },
    { first: day('2022-04-01'), last: day('2023-03-31') },
    { first: day('2023-04-01'), last: day('2024-03-31') },
  ]
  expect(knownSpan(spans, day('2024-01-31'))).toEqual({ from: '2022-04-01', until: '2024-01-31' })
  expect(knownSpan(spans, day('2024-04-30'))).toBeNull()
  expect(knownSpan(spans, day('2020-12-31'))).toEqual({ from: '2020-04-01', until: '2020-12-31' })
  expect(knownSpan(await heldOf(session.engine, 'Alder'), UNTIL)?.from).toBe('2024-04-01')
})
