import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { MeasureDefinition } from '../definitions/measure.ts'
import type { Period } from '../kit/period.ts'
import { at, councils, measureOf } from './council.fixture.ts'
import { series } from './series.ts'
import type { Session } from './session.ts'

const tables = {
  E1: {
    header: 'child | dob | sex\nA | 2014-06-15 | F\nB | 2020-01-01 | M\nC | 2009-01-01 | M',
    episodes: 'child | decom | place\nA | 2025-05-01 | U6\nB | 2025-07-01 | K2\nC | 2025-06-01 | K2',
  },
}
const inCare = measureOf(
  'in-care',
  { kind: 'count', slices: '[standard]' },
  'select period_end, child_id as subject, true as counted from in_care_at',
)
const months = ['2025-05-31', '2025-06-30', '2025-07-31', '2025-08-31'].map(end => at(end))
let session: Session
beforeAll(async () => {
  session = await councils([inCare], tables)
})
afterAll(() => session.engine.close())

const told = async (
  measure: MeasureDefinition,
  periods: readonly Period[],
  by: readonly (readonly string[])[] = [],
) => {
  const rows = vi.spyOn(session.engine, 'rows')
  const points = await series(session, { measure, periods, slices: by, authority: 'E1' })
  const asked = rows.mock.calls.filter(([sql]) => sql.startsWith('from (select authority')).length
  rows.mockRestore()
  return {
    asked,
    told: points.map(({ period_end, slice, value }) => [period_end.slice(5), ...Object.values(slice ?? {}), value]),
  }
}

it('a period that was counted before is not counted again, and tells the same beside others that were not', async () => {
  const measure = { ...inCare, id: 'once' }
  const [may, june, july, august] = months as [Period, Period, Period, Period]
  expect(await told(measure, [june])).toEqual({ asked: 1, told: [['06-30', 2]] })
  expect(await told(measure, [may, june, july])).toEqual({
    asked: 1,
    told: [
      ['05-31', 1],
      ['06-30', 2],
      ['07-31', 3],
    ],
  })
  expect(await told(measure, [june, july])).toEqual({
    asked: 0,
    told: [
      ['06-30', 2],
      ['07-31', 3],
    ],
  })
  expect(await told(measure, [august, june])).toEqual({
    asked: 1,
    told: [
      ['08-31', 3],
      ['06-30', 2],
    ],
  })
})

it('a period in which nobody is counted is known to be empty', async () => {
  const measure = { ...inCare, id: 'empty' }
  expect(await told(measure, [at('2025-04-30')])).toEqual({ asked: 1, told: [['04-30', 0]] })
  expect(await told(measure, [at('2025-04-30')])).toEqual({ asked: 0, told: [['04-30', 0]] })
})

it('windows that end on one day, and cuts, are counted each by itself', async () => {
  const measure = { ...inCare, id: 'cuts' }
  expect((await told(measure, [at('2025-06-30')])).asked).toBe(1)
  expect((await told(measure, [at('2025-06-30', 'quarter')])).asked).toBe(1)
  const cut = await told(measure, [at('2025-06-30')], [['sex']])
  expect(cut).toEqual({
    asked: 1,
    told: [
      ['06-30', 2],
      ['06-30', 'female', 1],
      ['06-30', 'male', 1],
    ],
  })
  expect(await told(measure, [at('2025-06-30')], [['sex']])).toEqual({ ...cut, asked: 0 })
})
