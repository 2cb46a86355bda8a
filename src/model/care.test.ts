import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { addDays, ageOn, anniversary, type Day, fromNumber, isMonthEnd, monthEnd } from '../kit/day.ts'
import { windowStart } from '../kit/period.ts'
import { buildModel, emptyTables, makeInCareAt, readSettings } from './model.ts'
import {
  anyCouncil,
  anyDay,
  type Child,
  careRules,
  edges,
  FIRST,
  inCare,
  periodsOf,
  position,
  ruling,
  standing,
} from './testing.ts'

/** The first day of the unbroken days in care up to d, walked back one by one. */
function since(child: Child, d: Day): Day {
  let first = d
  while (careRules(child, addDays(first, -1))) first = addDays(first, -1)
  return first
}

let engine: Engine
beforeAll(async () => {
  engine = await Engine.open()
})
afterAll(() => engine.close())

async function load(children: readonly Child[]): Promise<void> {
  for (const schema of ['returned', 'reference']) await engine.run(`drop schema if exists ${schema} cascade`)
  for (const statement of emptyTables()) await engine.run(statement)
  const text = (cell: string | null): string => (cell === null ? 'null' : literal(cell))
  const date = (d: Day | null): string => (d === null ? 'null' : `date ${literal(d)}`)
  const heads = children.map(({ id, born }) => `('E1', 2026, 1, 1, 'used', '${id}', ${date(born)}, 'F')`)
  await engine.run(
    `insert into returned.header (authority, collection_year, file_id, line, use, child, dob, sex) values ${heads.join(', ')}`,
  )
  const rows = children.flatMap(({ id, episodes }) =>
    episodes.map(
      e =>
        `('E1', 2026, 1, 1, 'used', '${id}', ${date(e.start)}, '${e.rne}', '${e.ls}', 'N1', ${text(e.place)}, ${text(e.postcode)}, 'PR1', ${date(e.end)}, ${text(e.rec)})`,
    ),
  )
  await engine.run(
    `insert into returned.episodes (authority, collection_year, file_id, line, use, child, decom, rne, ls, cin, place, pl_post, place_provider, dec, rec) values ${rows.join(', ')}`,
  )
  await buildModel(engine, readSettings())
}

/** Two lists of rows as text, in one order, so that a row that differs is seen by itself. */
const rowsOf = (rows: readonly (readonly unknown[])[]): readonly string[] =>
  rows.map(row => row.map(cell => String(cell ?? '-')).join(' ')).sort()

const asked = async (query: string): Promise<readonly string[]> =>
  rowsOf((await engine.rows(query)).map(row => Object.values(row)))

describe('children in care on any day', () => {
  it('are those whom a plain look through their episodes finds, with the status, placement and spells that it finds', async () => {
    await fc.assert(
      fc.asyncProperty(anyCouncil, fc.uniqueArray(anyDay, { minLength: 6, maxLength: 6 }), async (children, picked) => {
        const days = picked
          .map(n => (n % 2 ? monthEnd(fromNumber(n)) : fromNumber(n)))
          .filter((d, i, all) => all.indexOf(d) === i)
        await load(children)
        await makeInCareAt(engine, days)
        const found = await asked(
          `select c.period_end, p.local_id, c.legal_status_code, c.placement_type, c.placement_start_date, c.placements_in_year,
             c.days_in_care, c.continuous_since, c.age, c.in_care_12_months from in_care_at c join person p using (child_id)`,
        )
        const expected = days.flatMap(d =>
          children
            .filter(child => inCare(child, d))
            .map(child => {
              const run = since(child, d)
              const yearStart = windowStart('rolling 12 months', d)
              const { placement, placementSince, placementsInYear, daysInCare } = position(child, d, yearStart)
              return [
                ...[d, child.id, ruling(child, d)?.ls, placement, placementSince, placementsInYear],
                ...[daysInCare, run, ageOn(child.born, d), run <= yearStart],
              ]
            }),
        )
        expect(found).toEqual(rowsOf(expected))
      }),
      { numRuns: 12, endOnFailure: true },
    )
  }, 120_000)
})

describe('periods of care and counted placements', () => {
  it('are those that walking through each child finds, with what is known of their starts and ends', async () => {
    await fc.assert(
      fc.asyncProperty(anyCouncil, async children => {
        await load(children)
        const walked = children.flatMap(child => periodsOf(child).map(period => ({ child, period })))
        expect(
          await asked(
            `select p.local_id, c.start_date, c.end_date, c.started, c.start_known, c.ended from period_of_care c join person p using (child_id)`,
          ),
        ).toEqual(
          rowsOf(
            walked.map(({ child, period }) => {
              const { started, startKnown, ended } = standing(child, period)
              return [child.id, period.start, period.end, started, startKnown, ended]
            }),
          ),
        )
        expect(
          await asked(
            `select p.local_id, l.start_date, l.end_date, l.first_placement_type, l.last_placement_type, l.first_in_period, l.followed
             from placement l join person p using (child_id)`,
          ),
        ).toEqual(
          rowsOf(
            walked.flatMap(({ child, period: { placements } }) =>
              placements.map(({ start, end, types }, i) => [
                ...[child.id, start, end, types[0], types.at(-1), i === 0, i < placements.length - 1],
              ]),
            ),
          ),
        )
      }),
      { numRuns: 10, endOnFailure: true },
    )
  }, 120_000)
})

describe('anniversary and months_back', () => {
  it('say in SQL what kit says', async () => {
    const days = [...edges, ...Array.from({ length: 300 }, (_, i) => FIRST + i * 3)].map(fromNumber)
    const asked = days.flatMap(d => [1, 6, 12, 30, 36].map(n => [d, n] as const))
    await engine.run(
      `create or replace temp table asked as select * from (values ${asked.map(([d, n]) => `(date ${literal(d)}, ${n})`).join(', ')}) t(d, n)`,
    )
    const rows = await engine.rows(
      'select d, n, anniversary(d, n) as later, months_back(d, 12) as earlier from asked order by d, n',
    )
    expect(rows.map(({ later }) => later)).toEqual(rows.map(({ d, n }) => anniversary(d as Day, Number(n))))
    expect(rows.map(({ earlier }) => earlier)).toEqual(rows.map(({ d }) => windowStart('rolling 12 months', d as Day)))
    expect(days.some(isMonthEnd)).toBe(true)
  })
})
