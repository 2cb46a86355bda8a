import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { QueriedMeasure } from '../definitions/measure.ts'
import { addDays, day } from '../kit/day.ts'
import { at, councils, measureOf, type Tables } from './council.fixture.ts'
import { series } from './series.ts'
import type { Session } from './session.ts'
import type { Why } from './take-apart.ts'
import { diffDefinitions, whyMoved, whyRestated } from './why.ts'

const opened: Session[] = []
afterAll(() => {
  for (const { engine } of opened) engine.close()
})
async function open(tables: Readonly<Record<string, Tables>>): Promise<Session> {
  const session = await councils([], tables)
  opened.push(session)
  return session
}
const residential = measureOf(
  'm',
  {},
  "select period_end, child_id as subject, case when placement_type is not null then placement_group = 'residential' end as counted from in_care_at where age >= 10 and uasc = 'no'",
) as QueriedMeasure
const [FEBRUARY, MARCH] = [at('2026-02-28'), at('2026-03-31')]
const said = (why: Why): Readonly<Record<string, string>> =>
  Object.fromEntries(why.moves.map(({ cause, members }) => [cause, members.map(one => one.local_id).join(' ')]))

describe('what moved a figure', () => {
  it('names each child once, by what befell them', async () => {
    const session = await open({
      E1: {
        header: [
          'child | dob',
          ...['Enters', 'Leaves', 'Stays', 'Moves', 'Back', 'Known', 'Lost', 'Asylum'].map(
            child => `${child} | 2014-06-15`,
          ),
          'Ten | 2016-03-10',
          'Eighteen | 2008-03-10',
        ].join('\n'),
        episodes: `child | decom | place | dec | rec
          Enters | 2026-03-01 | K2 | |
          Leaves | 2025-05-01 | K2 | 2026-03-31 | E4A
          Stays | 2025-05-01 | K2 | |
          Moves | 2025-05-01 | U6 | 2026-03-05 | X1
          Moves | 2026-03-05 | K2 | |
          Back | 2025-05-01 | K2 | 2026-03-05 | X1
          Back | 2026-03-05 | U6 | |
          Known | 2025-05-01 | - | 2026-03-05 | X1
          Known | 2026-03-05 | K2 | |
          Lost | 2025-05-01 | U6 | 2026-03-05 | X1
          Lost | 2026-03-05 | - | |
          Asylum | 2025-05-01 | K2 | |
          Ten | 2025-05-01 | U6 | |
          Eighteen | 2025-05-01 | K2 | 2026-03-10 | E7`,
        uasc: 'child | duc\nAsylum | 2026-03-20',
      },
    })
    const why = await whyMoved(session, residential, FEBRUARY, MARCH, 'E1')
    expect(said(why)).toEqual({
      entered: 'ASYLUM ENTERS',
      left: 'LEAVES',
      'aged in': 'TEN',
      'aged out': 'EIGHTEEN',
      'crossed into the count': 'MOVES',
      'crossed out of the count': 'BACK',
      'became known': 'KNOWN',
      'became unknown': 'LOST',
    })
    expect(why.before).toEqual({ counted: 4, group: 7, unknown: 1, amount: 0 })
  })

  it('adds up to the change in the figures with no remainder, whatever the histories', async () => {
    const spell = fc.record({
      born: fc.integer({ min: 0, max: 6600 }),
      from: fc.integer({ min: 0, max: 420 }),
      days: fc.option(fc.integer({ min: 1, max: 200 })),
      place: fc.constantFrom('K2', 'U6', '-'),
      later: fc.constantFrom('K2', 'U6', '-'),
    })
    const rows = fc.sample(fc.array(spell, { minLength: 5, maxLength: 25 }), { numRuns: 12, seed: 7 })
    const tables = Object.fromEntries(
      rows.map((spells, n) => [
        `E${n}`,
        {
          header: ['child | dob', ...spells.map(({ born }, i) => `C${i} | ${addDays(day('2008-03-20'), born)}`)].join(
            '\n',
          ),
          episodes: [
            'child | decom | place | dec | rec',
            ...spells.flatMap(({ from, days, place, later }, i) => {
              const start = addDays(day('2025-02-01'), from)
              const move = addDays(start, 30)
              const end = days === null ? '' : addDays(start, days + 30)
              return [
                `C${i} | ${start} | ${place} | ${move} | X1`,
                `C${i} | ${move} | ${later} | ${end} | ${end ? 'E4A' : ''}`,
              ]
            }),
          ].join('\n'),
        },
      ]),
    )
    const session = await open(tables)
    let changes = 0
    for (const [from, to] of [
      [FEBRUARY, MARCH],
      [at('2025-06-30'), MARCH],
    ] as const) {
      const points = await series(session, { measure: residential, periods: [from, to] })
      for (const authority of session.authorities) {
        const [before, after] = points.filter(point => point.authority === authority)
        const why = await whyMoved(session, residential, from, to, authority)
        const sum = (part: 'counted' | 'group' | 'unknown') => why.moves.reduce((total, move) => total + move[part], 0)
        expect((before?.numerator ?? 0) + sum('counted')).toBe(after?.numerator)
        expect((before?.denominator ?? 0) + sum('group') - sum('unknown')).toBe(after?.denominator)
        expect((before?.unknown ?? 0) + sum('unknown')).toBe(after?.unknown)
        changes += why.moves.length
      }
    }
    expect(changes).toBeGreaterThan(20)
  })
})

describe('between two data versions', () => {
  it('a child is matched by the council and its own id: recorded late, withdrawn or corrected', async () => {
    const older = await open({
      E1: { episodes: 'child | decom | place\nB | 2025-05-01 | K2\nC | 2025-05-01 | K2\nD | 2025-05-01 | K2' },
    })
    const newer = await open({
      E0: { episodes: 'child | decom\nB | 2025-05-01' },
      E1: { episodes: 'child | decom | place\nA | 2025-05-01 | K2\nB | 2025-05-01 | K2\nC | 2025-05-01 | U6' },
    })
    const why = await whyRestated(older, newer, residential, MARCH, 'E1')
    expect(said(why)).toEqual({ 'recorded late': 'A', corrected: 'C', withdrawn: 'D' })
    expect([why.before.counted, why.after.counted]).toEqual([3, 2])
  })
})

describe('two texts of one measure', () => {
  it('move children in and out, and across the line', async () => {
    const session = await open({
      E1: {
        header: 'child | dob\nA | 2014-06-15\nB | 2020-01-01\nC | 2014-06-15',
        episodes: 'child | decom | place\nA | 2025-05-01 | K2\nB | 2025-05-01 | K2\nC | 2025-05-01 | U6',
      },
    })
    const wider = measureOf(
      'm',
      {},
      "select period_end, child_id as subject, placement_type = 'U6' as counted from in_care_at",
    ) as QueriedMeasure
    expect(said(await diffDefinitions(session, residential, wider, MARCH))).toEqual({
      entered: 'B',
      'crossed out of the count': 'A',
      'crossed into the count': 'C',
    })
  })
})
