import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { addDays, anniversary, type Day, day, fromNumber, toNumber } from '../kit/day.ts'
import { buildModel, emptyTables, readSettings } from './model.ts'

/** One child: one period of care, and the reviews held in it. */
type Case = {
  readonly start: Day
  readonly end: Day | null
  readonly reviews: readonly Day[]
  readonly dob: Day
  readonly started?: boolean
  readonly status?: string
}
type Due = { readonly due: string; readonly held: string | null; readonly on_time: boolean }

/** Reviews due of each child, by the model. The authority's first return begins on `first`. */
async function byModel(
  cases: readonly Case[],
  first: Day,
): Promise<{ readonly due: readonly (readonly Due[])[]; readonly off: ReadonlySet<string> }> {
  const engine = await Engine.open()
  for (const statement of emptyTables()) await engine.run(statement)
  await engine.run(`insert into reference.return_held values ('E06', 'Reviews', 2017, '${first}', '2026-03-31')`)
  const cell = (text: string | null): string => literal(text)
  const headers = cases.map(({ dob }, i) => `('E06', 2026, 1, ${i}, 'used', 'C${i}', date ${cell(dob)})`)
  await engine.run(
    `insert into returned.header (authority, collection_year, file_id, line, use, child, dob) values ${headers}`,
  )
  const episodes = cases.map(
    ({ start, end, started = true, status = 'C2' }, i) =>
      `('E06', 2026, 1, ${i}, 'used', 'C${i}', date ${cell(start)}, ${cell(started ? 'S' : 'P')}, ${cell(status)}, 'U6', ${cell(end)}::date, ${cell(end && 'E4A')})`,
  )
  await engine.run(
    `insert into returned.episodes (authority, collection_year, file_id, line, use, child, decom, rne, ls, place, dec, rec) values ${episodes}`,
  )
  const reviews = cases.flatMap(({ reviews }, i) =>
    reviews.map(d => `('E06', 2026, 1, ${i}, 'used', 'C${i}', date ${cell(d)}, 'PN1')`),
  )
  if (reviews.length)
    await engine.run(
      `insert into returned.reviews (authority, collection_year, file_id, line, use, child, review, review_code) values ${reviews}`,
    )
  await buildModel(engine, readSettings())
  const rows = await engine.rows(
    'select p.local_id, due_date as due, held_date as held, on_time from review_due join person p using (child_id) order by review_no',
  )
  const off = new Set((await engine.rows('select day from english_holiday')).map(row => String(row.day)))
  engine.close()
  return {
    off,
    due: cases.map((_, i) =>
      rows
        .filter(row => row.local_id === `C${i}`)
        .map(({ due, held, on_time }) => ({
          due: String(due),
          held: held === null ? null : String(held),
          on_time: on_time === true,
        })),
    ),
  }
}

const twentyWorkingDays = (start: Day, off: ReadonlySet<string>): Day => {
  let d = start
  for (let n = 0; n < 20; ) {
    d = addDays(d, 1)
    const weekday = (toNumber(d) + 4) % 7
    if (weekday !== 0 && weekday !== 6 && !off.has(d)) n += 1
  }
  return d
}

/** The same by walking through the reviews one by one. */
function byHand({ start, end, reviews, dob }: Case, first: Day, off: ReadonlySet<string>): readonly Due[] {
  const held = [...new Set(reviews)].sort().filter(d => d >= start && (end === null || d < end))
  const found: Due[] = []
  const inCare = (d: Day): boolean => (end === null || d < end) && d < anniversary(dob, 216)
  const owe = (due: Day, by: Day | undefined): void => {
    if (inCare(due)) found.push({ due, held: by ?? null, on_time: by !== undefined && by <= due })
  }
  const whole = start >= first
  if (whole) owe(twentyWorkingDays(start, off), held[0])
  held.forEach((d, i) => {
    if (whole || i >= 1) owe(anniversary(d, i === 0 ? 3 : 6), held[i + 1])
  })
  return found
}

const FIRST = day('2016-04-01')
const between = (from: string, to: string) =>
  fc.integer({ min: toNumber(day(from)), max: toNumber(day(to)) }).map(fromNumber)
const aCase: fc.Arbitrary<Case> = fc
  .record({
    start: between('2015-12-01', '2019-12-31'),
    days: fc.option(fc.integer({ min: 1, max: 1200 }), { nil: null }),
    gaps: fc.array(fc.integer({ min: 0, max: 250 }), { maxLength: 7 }),
    dob: between('2000-01-01', '2012-12-31'),
  })
  .map(({ start, days, gaps, dob }) => {
    let d = start
    return {
      start,
      end: days === null ? null : addDays(start, days),
      reviews: gaps.map(gap => {
        d = addDays(d, gap)
        return d
      }),
      dob,
    }
  })

const child: Case = { start: day('2025-04-07'), end: null, reviews: [], dob: day('2014-06-15') }
const dueOf = async (one: Case, first = FIRST): Promise<readonly Due[]> => (await byModel([one], first)).due[0] ?? []

describe('reviews due', () => {
  it('are those that walking through each child finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aCase, { minLength: 60, maxLength: 60 }), async cases => {
        const { due, off } = await byModel(cases, FIRST)
        expect(due).toEqual(cases.map(one => byHand(one, FIRST, off)))
      }),
      { numRuns: 5 },
    )
  }, 30_000)

  it('are 20 working days after the start, 3 months after the first review and 6 after each later one', async () => {
    // 20 working days after 7 April 2025, with Good Friday, Easter Monday and the early May bank holiday left out: 8 May.
    const reviews = [day('2025-05-08'), day('2025-08-08'), day('2026-02-09')]
    expect(await dueOf({ ...child, reviews })).toEqual([
      { due: '2025-05-08', held: '2025-05-08', on_time: true },
      { due: '2025-08-08', held: '2025-08-08', on_time: true },
      { due: '2026-02-08', held: '2026-02-09', on_time: false },
      { due: '2026-08-09', held: null, on_time: false },
    ])
  })

  it('do not fall due on the day that care ends, nor on the 18th birthday', async () => {
    expect(await dueOf({ ...child, end: day('2025-05-08') })).toEqual([])
    expect(await dueOf({ ...child, end: day('2025-05-09') })).toHaveLength(1)
    expect(await dueOf({ ...child, dob: day('2007-05-08') })).toEqual([])
    expect(await dueOf({ ...child, dob: day('2007-05-09') })).toHaveLength(1)
  })

  it('start at the second known review where the first may lie before the first return', async () => {
    const reviews = [day('2025-05-20'), day('2025-07-20'), day('2026-02-20')]
    const third = { due: '2026-01-20', held: '2026-02-20', on_time: false }
    const fourth = { due: '2026-08-20', held: null, on_time: false }
    expect(await dueOf({ ...child, reviews }, day('2025-04-08'))).toEqual([third, fourth])
    expect(await dueOf({ ...child, reviews }, day('2025-04-07'))).toHaveLength(4)
    expect(await dueOf({ ...child, reviews, started: false })).toEqual([third, fourth])
    expect(await dueOf({ ...child, reviews: [day('2025-05-20')], started: false })).toEqual([])
  })

  it('are none for short breaks', async () => {
    expect(await dueOf({ ...child, status: 'V4', reviews: [day('2025-05-20')] })).toEqual([])
  })
})
