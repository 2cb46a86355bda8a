import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Engine } from '../engine/engine.ts'
import { addDays, type Day, day, fromNumber, toNumber } from '../kit/day.ts'
import { buildModel, emptyTables, readSettings } from './model.ts'

const build = async (given: readonly Day[] = []): Promise<Engine> => {
  const engine = await Engine.open()
  for (const statement of emptyTables()) await engine.run(statement)
  for (const d of given) await engine.run(`insert into reference.bank_holiday values ('${d}', 'Given')`)
  await buildModel(engine, readSettings())
  return engine
}
const holidays = async (engine: Engine, year: number): Promise<readonly unknown[]> =>
  (await engine.rows(`select day from english_holiday where year(day) = ${year} order by day`)).map(row => row.day)
const workingDaysAfter = async (
  engine: Engine,
  pairs: readonly (readonly [Day, number])[],
): Promise<readonly unknown[]> =>
  (
    await engine.rows(`select b.day from (values ${pairs.map(([d, n], i) => `(${i}, date '${d}', ${n})`).join(', ')}) as asked(i, d, n)
      join working_day a on a.day = asked.d join working_day b on b.working and b.number = a.number + asked.n order by i`)
  ).map(row => row.day)

describe('English bank holidays', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await build()
  })
  afterAll(() => engine.close())

  // As published on GOV.UK (bank holidays, England and Wales); the oldest from the Royal Proclamations.
  it.each([
    [2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
    [2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
    [2015, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2016, '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('of %i are those published', async (year, days) => {
    expect(await holidays(engine, year)).toEqual(days.split(' ').map(md => `${year}-${md}`))
  })

  it('have eight regular days in every other year, all on weekdays', async () => {
    const rows = await engine.rows(
      'select year(day)::integer as y, count(*) as n, min(isodow(day)) as a, max(isodow(day)) as b from english_holiday group by y order by y',
    )
    expect(rows).toHaveLength(41)
    const extra = new Set([2011, 2012, 2022, 2023])
    expect(rows.filter(({ y, n }) => n !== 8 && !extra.has(Number(y)))).toEqual([])
    expect(rows.every(({ a, b }) => Number(a) >= 1 && Number(b) <= 5)).toBe(true)
  })
})

describe('working days', () => {
  it('agree with counting days one by one', async () => {
    const engine = await build()
    const off = new Set((await engine.rows('select day from english_holiday')).map(row => String(row.day)))
    const oneByOne = (start: Day, n: number): Day => {
      let d = start
      for (let left = n; left > 0; ) {
        d = addDays(d, 1)
        const weekday = (toNumber(d) + 4) % 7 // 1 January 1970 was a Thursday; Sunday is 0
        if (weekday !== 0 && weekday !== 6 && !off.has(d)) left -= 1
      }
      return d
    }
    const from = fc.integer({ min: toNumber(day('2005-01-01')), max: toNumber(day('2044-12-31')) }).map(fromNumber)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(from, fc.integer({ min: 1, max: 60 })), { minLength: 40, maxLength: 40 }),
        async pairs => {
          expect(await workingDaysAfter(engine, pairs)).toEqual(pairs.map(([d, n]) => oneByOne(d, n)))
        },
      ),
      { numRuns: 10 },
    )
    engine.close()
  })

  it('begin with the working day after: from a Thursday before Good Friday, day 1 is the Tuesday', async () => {
    const engine = await build()
    expect(await workingDaysAfter(engine, [[day('2026-04-02'), 1]])).toEqual(['2026-04-07'])
    expect(await workingDaysAfter(engine, [[day('2026-04-01'), 1]])).toEqual(['2026-04-02'])
    engine.close()
  })

  it('follow the file of bank holidays for the years it has, and only for those', async () => {
    const engine = await build([day('2026-07-01'), day('2026-12-25')])
    expect(await holidays(engine, 2026)).toEqual(['2026-07-01', '2026-12-25'])
    expect(await workingDaysAfter(engine, [[day('2026-06-30'), 1]])).toEqual(['2026-07-02'])
    expect(await workingDaysAfter(engine, [[day('2026-04-02'), 1]])).toEqual(['2026-04-03'])
    expect((await holidays(engine, 2027)).length).toBe(8)
    engine.close()
  })
})
