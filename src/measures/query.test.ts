import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeasureDefinition, QueriedMeasure } from '../definitions/measure.ts'
import { at, councils, measureOf } from './council.fixture.ts'
import { series } from './series.ts'
import type { Session } from './session.ts'

const care = {
  E1: {
    header: 'child | dob | sex\nA | 2014-06-15 | F\nB | 2020-01-01 | M\nC | 2009-01-01 | M',
    episodes: 'child | decom | place\nA | 2025-05-01 | U6\nB | 2025-05-01 | K2\nC | 2025-05-01 | K2',
  },
}
const plain = 'select period_end, child_id as subject, age > 8 as counted from in_care_at'
let session: Session
beforeAll(async () => {
  session = await councils([], care)
})
afterAll(() => session.engine.close())
const read = (measure: MeasureDefinition) => session.query(measure)

describe('a query looked into', () => {
  it.each([
    ['plain', plain, 'in_care_at'],
    ['with a filter', `${plain} where uasc = 'no'`, 'in_care_at'],
    ['with another name', plain.replace('from in_care_at', 'from in_care_at as c'), 'c'],
    ['with a comment first', `-- why\n/* and how */ ${plain}`, 'in_care_at'],
    [
      'joined from the period',
      'select p.period_end, s.child_id as subject, true as counted from period p join start_of_care s on s.day between p.period_start and p.period_end',
      's',
    ],
    ['with its table first', 'from in_care_at select period_end, child_id as subject, true as counted', null],
    ['with a CTE', `with a as (${plain}) select * from a`, null],
    ['a union', `${plain} union all ${plain}`, null],
    ['grouped', 'select period_end, child_id as subject, max(age) > 8 as counted from in_care_at group by all', null],
    ['distinct', plain.replace('select', 'select distinct'), null],
    ['over another relation', 'select period_end, child_id as subject, true as counted from episode, period', null],
  ])('%s: the relation it is widened over', async (_, sql, alias) => {
    const query = await read(measureOf('m', { slices: '[]' }, sql))
    expect(query.widen?.alias ?? null).toBe(alias)
  })

  it('names what it reads, its own CTEs left out', async () => {
    const sql = `with a as (${plain}) select a.* from a join person p on p.child_id = a.subject left join reference.area r on true`
    expect([...(await read(measureOf('m', {}, sql))).relations].sort()).toEqual([
      'in_care_at',
      'person',
      'reference.area',
    ])
  })

  it.each([
    ['a column that is not there', plain.replace('age > 8', 'agee > 8'), 13, 'Referenced column "agee"'],
    ['broken SQL, on its second line', `${plain}\nwhere where true`, 14, 'not valid SQL'],
    ['counted as text', plain.replace('age > 8', "'yes'"), 13, 'Column "counted" is VARCHAR'],
    [
      'a missing subject',
      plain.replace('as subject', 'as subjects'),
      13,
      'gives no column "subject". Did you mean "subjects"?',
    ],
    [
      'period_end as a time',
      plain.replace('select period_end', 'select period_end::timestamp as period_end'),
      13,
      'Column "period_end" is TIMESTAMP',
    ],
    ['two statements', `${plain}; select 1`, 13, 'more than one statement'],
  ])('refuses %s by file and line', async (_, sql, line, message) => {
    const refused = await read(measureOf('m', {}, sql)).catch((error: unknown) => error)
    expect(refused).toMatchObject({ name: 'DefinitionError', where: { file: '/measures/tests/m.sql', line } })
    expect(String(refused)).toContain(message)
  })
  it('refuses an average without its amount', () =>
    expect(read(measureOf('m', { kind: 'average', unit: 'weeks' }, plain))).rejects.toThrow('gives no column "amount"'))
  it('refuses a slice that is not there, with what was meant', () =>
    expect(read(measureOf('m', { slices: '[age_bnad]' }, plain))).rejects.toThrow(
      'no slice "age_bnad": the query gives no such column. Did you mean "age_band"?',
    ))
  it('has no standard slices for events unless the query gives them: who was in care at the end is another question', async () => {
    const flow = `with s as (select * from start_of_care) select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject, true as counted from s join period p on s.day between p.period_start and p.period_end`
    const header = { at: 'within period', kind: 'count' }
    expect((await read(measureOf('m', header, flow))).slices).toEqual([])
    await expect(read(measureOf('m', { ...header, slices: '[sex]' }, flow))).rejects.toThrow('no slice "sex"')
    const withSex = flow.replace('true as counted', 'true as counted, s.sex')
    expect((await read(measureOf('m', header, withSex))).slices).toEqual(['sex'])
  })
})

describe('slices', () => {
  it('are the same numbers widened, joined, and given by the query', async () => {
    const slices = '[sex, age_band]'
    const ways = [
      measureOf('widened', { slices }, plain),
      measureOf('joined', { slices }, `with a as (${plain}) select * from a`),
      measureOf('given', { slices }, `with a as (${plain.replace('select', 'select sex, age_band,')}) select * from a`),
    ]
    const found = []
    for (const measure of ways) {
      const points = await series(session, {
        measure,
        periods: [at('2026-03-31')],
        slices: [['sex'], ['age_band', 'sex']],
      })
      found.push(points.map(({ slice, numerator, denominator }) => [slice, numerator, denominator]))
    }
    expect(found[0]).toEqual([
      [null, 2, 3],
      [{ sex: 'female' }, 1, 1],
      [{ sex: 'male' }, 1, 2],
      [{ age_band: '10_15', sex: 'female' }, 1, 1],
      [{ age_band: '16_plus', sex: 'male' }, 1, 1],
      [{ age_band: '5_9', sex: 'male' }, 0, 1],
    ])
    expect(found[1]).toEqual(found[0])
    expect(found[2]).toEqual(found[0])
  })
  it('by age take other bands on request; an age outside them is "other"', async () => {
    const measure = measureOf('m', {}, plain)
    const points = await series(session, {
      measure,
      periods: [at('2026-03-31')],
      slices: [['age_band']],
      bands: [
        [5, 11],
        [12, 16],
      ],
    })
    expect(points.slice(1).map(({ slice, denominator }) => [slice?.age_band, denominator])).toEqual([
      ['5_11', 2],
      ['other', 1],
    ])
  })
})

describe('a subject twice in a period', () => {
  it('is refused, naming it, and a query once found sound is not asked again', async () => {
    const twice = measureOf('twice', {}, `${plain} cross join (select unnest([1, 2]))`) as QueriedMeasure
    const once = measureOf('once', {}, `${plain} where true`) as QueriedMeasure
    await expect(series(session, { measure: twice, periods: [at('2026-03-31')] })).rejects.toMatchObject({
      code: 'HEARTH-1214',
      message: expect.stringContaining('2 times in the period that ends on 2026-03-31'),
    })
    expect([session.proven.has(twice.sql, at('2026-03-31')), session.proven.has(once.sql, at('2026-03-31'))]).toEqual([
      false,
      false,
    ])
    await series(session, { measure: once, periods: [at('2026-03-31')] })
    expect(session.proven.has(once.sql, at('2026-03-31'))).toBe(true)
    // What is single in one period may not be in another.
    expect(session.proven.has(once.sql, at('2026-02-28'))).toBe(false)
  })
})
