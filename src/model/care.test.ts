import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { addDays, ageOn, anniversary, type Day, day, fromNumber, isMonthEnd, monthEnd, toNumber } from '../kit/day.ts'
import { windowStart } from '../kit/period.ts'
import { buildModel, emptyTables, makeInCareAt, readSettings } from './model.ts'

type Episode = {
  readonly start: Day
  readonly end: Day | null
  readonly rne: string
  readonly ls: string
  readonly place: string
  readonly rec: string | null
}
type Child = { readonly id: string; readonly born: Day; readonly episodes: readonly Episode[] }

const FIRST = toNumber(day('2024-01-15'))
const LAST = toNumber(day('2026-03-31'))
/** Days that rules stumble over more often than others. */
const edges = ['2024-02-29', '2024-03-31', '2025-02-28', '2025-03-31', '2025-04-01', '2026-02-28'].map(text =>
  toNumber(day(text)),
)
const anyDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: FIRST, max: LAST }) },
  { weight: 1, arbitrary: fc.constantFrom(...edges) },
)
const anyEpisode = fc.record({
  start: anyDay,
  days: fc.option(fc.integer({ min: 1, max: 240 }), { freq: 4 }),
  rne: fc.constantFrom('S', 'P', 'L', 'T', 'B', 'U'),
  ls: fc.constantFrom('C1', 'C2', 'C2', 'E1', 'V2', 'V3', 'V4'),
  place: fc.constantFrom('U6', 'U5', 'A5', 'A6', 'K2', 'P1', 'T1'),
  rec: fc.constantFrom('X1', 'X1', 'E4A'),
})
const anyChild = fc.record({
  born: fc.constantFrom(day('2008-02-29'), day('2007-05-20'), day('2015-06-15')),
  episodes: fc.uniqueArray(anyEpisode, { minLength: 1, maxLength: 6, selector: ({ start }) => start }),
})
const anyCouncil = fc.array(anyChild, { minLength: 60, maxLength: 60 }).map(children =>
  children.map(
    ({ born, episodes }, i): Child => ({
      id: `C${i}`,
      born,
      episodes: episodes
        .toSorted((a, b) => a.start - b.start)
        .map(({ start, days, ...rest }) => ({
          ...rest,
          start: fromNumber(start),
          end: days === null ? null : fromNumber(start + days),
          rec: days === null ? null : rest.rec,
        })),
    }),
  ),
)

/** The episode that rules a day, by a plain look through the child's episodes: of those that cover it the one that began last. */
function ruling({ episodes }: Child, d: Day): Episode | null {
  const covers = episodes.filter((episode, i) => {
    const end = episode.end ?? episodes[i + 1]?.start ?? null
    return episode.start <= d && (end === null || end > d)
  })
  return covers.at(-1) ?? null
}
const isCare = (episode: Episode | null): boolean => episode !== null && episode.ls !== 'V3' && episode.ls !== 'V4'
const inCare = (child: Child, d: Day): boolean => isCare(ruling(child, d)) && ageOn(child.born, d) < 18

/** The first day of the unbroken days in care up to d, walked back one by one. */
function since(child: Child, d: Day): Day {
  let first = d
  while (isCare(ruling(child, addDays(first, -1)))) first = addDays(first, -1)
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
  const date = (d: Day | null): string => (d === null ? 'null' : `date ${literal(d)}`)
  const heads = children.map(({ id, born }) => `('E1', 2026, 1, 1, 'used', '${id}', ${date(born)}, 'F')`)
  await engine.run(
    `insert into returned.header (authority, collection_year, file_id, line, use, child, dob, sex) values ${heads.join(', ')}`,
  )
  const rows = children.flatMap(({ id, episodes }) =>
    episodes.map(
      e =>
        `('E1', 2026, 1, 1, 'used', '${id}', ${date(e.start)}, '${e.rne}', '${e.ls}', 'N1', '${e.place}', 'PR1', ${date(e.end)}, ${literal(e.rec)})`,
    ),
  )
  await engine.run(
    `insert into returned.episodes (authority, collection_year, file_id, line, use, child, decom, rne, ls, cin, place, place_provider, dec, rec) values ${rows.join(', ')}`,
  )
  await buildModel(engine, readSettings())
}

describe('children in care on any day', () => {
  it('are those whom a plain look through their episodes finds, with the status of the one that rules the day and the first day of the run', async () => {
    await fc.assert(
      fc.asyncProperty(anyCouncil, fc.uniqueArray(anyDay, { minLength: 6, maxLength: 6 }), async (children, picked) => {
        const days = picked
          .map(n => (n % 2 ? monthEnd(fromNumber(n)) : fromNumber(n)))
          .filter((d, i, all) => all.indexOf(d) === i)
        await load(children)
        await makeInCareAt(engine, days)
        const rows = await engine.rows(
          `select c.period_end, p.local_id, c.legal_status_code, c.continuous_since, c.age, c.in_care_12_months from in_care_at c join person p using (child_id)`,
        )
        const found = rows.map(row => Object.values(row).join(' ')).sort()
        const expected = days.flatMap(d =>
          children
            .filter(child => inCare(child, d))
            .map(child => {
              const run = since(child, d)
              return [
                d,
                child.id,
                ruling(child, d)?.ls,
                run,
                ageOn(child.born, d),
                run <= windowStart('rolling 12 months', d),
              ].join(' ')
            }),
        )
        expect(found).toEqual(expected.sort())
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('have counted placements that begin, one after another, within their periods of care and never overlap', async () => {
    await fc.assert(
      fc.asyncProperty(anyCouncil, async children => {
        await load(children)
        const overlapping = await engine.rows(
          `select 1 from placement a join placement b on a.child_id = b.child_id and a.placement_no < b.placement_no and coalesce(a.end_date, date '9999-12-31') > b.start_date`,
        )
        const outside = await engine.rows(
          `select 1 from placement l left join period_of_care c on c.child_id = l.child_id and c.period_no = l.period_no and c.start_date <= l.start_date and coalesce(c.end_date, date '9999-12-31') >= coalesce(l.end_date, date '9999-12-31') where c.child_id is null`,
        )
        const twice = await engine.rows('select child_id, placement_no from placement group by all having count(*) > 1')
        expect([overlapping, outside, twice]).toEqual([[], [], []])
      }),
      { numRuns: 6 },
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
