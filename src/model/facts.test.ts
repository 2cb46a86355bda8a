import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Engine, type Row } from '../engine/engine.ts'
import { buildModel, emptyTables, readSettings } from './model.ts'

let engine: Engine
beforeAll(async () => {
  engine = await Engine.open()
  for (const statement of emptyTables()) await engine.run(statement)
  const row = (table: string, year: number, line: number, cells: Readonly<Record<string, string | null>>) =>
    engine.run(
      `insert into returned.${table} (authority, collection_year, file_id, line, use, ${Object.keys(cells)})
       values ('E06', ${year}, 1, ${line}, 'used', ${Object.values(cells).map(cell => (cell === null ? 'null' : `'${cell}'`))})`,
    )
  const missing = (
    year: number,
    line: number,
    mis_start: string,
    mis_end: string | null,
    mis_end_text: string | null,
  ) => row('missing', year, line, { child: 'A', missing: 'M', mis_start, mis_end, mis_end_text })
  await missing(2025, 1, '2025-03-30', null, null)
  await missing(2026, 2, '2025-03-30', '2025-04-02', '02/04/2025')
  await missing(2026, 3, '2025-06-01', '2025-06-01', '01/06/2025')
  await missing(2026, 4, '2025-06-01', '2025-06-03', '03/06/2025')
  await missing(2026, 5, '2025-07-01', null, '31/06/2025')
  await missing(2026, 6, '2025-08-01', null, null)
  const leaver = (child: string, dec: string | null, rec: string | null, decom = '2024-01-10', rne = 'S') =>
    row('episodes', 2026, 1, { child, decom, rne, ls: 'C2', place: 'U6', dec, rec })
  for (const [line, child] of ['B', 'C', 'D'].entries())
    await row('oc3', 2026, line, { child, dob: '2007-03-31', in_touch: 'YES', activ: 'F3', accom: 'X1' })
  await row('oc3', 2026, 9, { child: 'B', dob: '2007-03-31', in_touch: 'NO', activ: 'F4', accom: '0' })
  await leaver('B', '2025-03-01', 'E6')
  await leaver('C', '2025-03-01', 'E3')
  await leaver('D', '2025-02-01', 'E3')
  await leaver('D', null, null, '2025-02-10')
  await buildModel(engine, readSettings())
})
afterAll(() => engine.close())
const of = (child: string, query: string): Promise<Row[]> =>
  engine.rows(query.replace('where', `join person p using (child_id) where p.local_id = '${child}' and`))

describe('missing incidents', () => {
  it('that stand open in one return and end in the next are one, by the next', async () => {
    expect(await of('A', `select end_date from missing_incident where start_date = '2025-03-30'`)).toEqual([
      { end_date: '2025-04-02' },
    ])
  })
  it('that begin on one day in one return are each their own', async () => {
    expect(await of('A', `select end_date from missing_incident where start_date = '2025-06-01'`)).toHaveLength(2)
  })
  it('with an end that is not a day are not taken to be open', async () => {
    const ends = await of('A', `select end_known from missing_incident where end_date is null order by start_date`)
    expect(ends).toEqual([{ end_known: false }, { end_known: true }])
  })
})

describe('care leavers', () => {
  it('have the age that the birthday in the year brought, 31 March included, and the last row of the return', async () => {
    expect(await of('B', 'select age, in_touch, activity, accommodation from care_leaver_position where true')).toEqual(
      [{ age: 19, in_touch: 'NO', activity: 'F4', accommodation: null }],
    )
  })
  it('have no activity by a code of other years, and no suitable home in custody', async () => {
    expect(await of('D', 'select activity, suitable from care_leaver_position where true')).toEqual([
      { activity: null, suitable: false },
    ])
  })
  it('are out of the cohort where another authority took over the last care, not where care came after it', async () => {
    expect(await of('C', 'select in_cohort from care_leaver_position where true')).toEqual([{ in_cohort: false }])
    expect(await of('D', 'select in_cohort from care_leaver_position where true')).toEqual([{ in_cohort: true }])
  })
})
