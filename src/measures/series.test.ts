import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeasureDefinition, QueriedMeasure } from '../definitions/measure.ts'
import { at, councils, measureOf } from './council.fixture.ts'
import { materialise } from './materialise.ts'
import { people, type Which } from './people.ts'
import { series } from './series.ts'
import type { Session } from './session.ts'

const END = at('2026-03-31')
const episodes =
  'child | decom | place\nA | 2025-05-01 | K2\nB | 2025-05-01 | U6\nC | 2025-05-01 | U6\nD | 2025-05-01 | -'
const leaving =
  'child | decom | dec | rec\nA | 2020-05-01 | |\nB | 2020-05-01 | 2026-03-15 | E4A\nC | 2020-05-01 | 2025-06-01 | E4A\nD | 2020-05-01 | 2021-06-01 | E4A'
/** Councils, each an authority of one model. */
const towns = {
  Mixed: { episodes },
  Empty: {},
  Unplaced: { episodes: 'child | decom | place\nD | 2025-05-01 | -' },
  Counted: {
    episodes,
    population:
      'year | age_from | age_to | persons\n2024 | 0 | 17 | 5000\n2025 | 0 | 4 | 3000\n2025 | 5 | 17 | 5000\n2026 | 0 | 17 | 1',
  },
  Later: { episodes, population: 'year | persons\n2026 | 100' },
  Fostering: { episodes: 'child | decom\nA | 2025-05-01' },
  Falling: { episodes: leaving },
  Published: {
    episodes: leaving,
    benchmarks:
      'indicator | period | value | release\nNUM-01 | 2025 | 3 | 2025-11-01\nNUM-01 | 2026 | 9 | 2026-11-01\nNUM-02 | 2025 | 8 | 2025-11-01',
  },
  February: { episodes: 'child | decom\nA | 2025-05-01\nB | 2026-02-15' },
} as const
const residential =
  "select period_end, child_id as subject, case when placement_type is not null then placement_group = 'residential' end as counted from in_care_at"

const all = measureOf(
  'all',
  { kind: 'count', catalogue: 'NUM-01' },
  'select period_end, child_id as subject, true as counted from in_care_at',
)
const homes = measureOf('homes', { kind: 'count' }, residential)

let session: Session
beforeAll(async () => {
  session = await councils([all, homes], towns)
})
afterAll(() => session.engine.close())
const figure = (
  measure: MeasureDefinition,
  authority: keyof typeof towns,
  period = END,
  slices: readonly string[][] = [],
) => series(session, { measure, periods: [period], slices, authority })

describe('a proportion', () => {
  it('leaves the unknown out of the denominator', async () => {
    const [point] = await figure(measureOf('m', {}, residential), 'Mixed')
    expect(point).toMatchObject({ numerator: 1, denominator: 3, value: 1 / 3, unknown: 1, state: 'measured' })
  })
  it('keeps the unknown in, as not counted, where the header says so', async () => {
    const [point] = await figure(measureOf('m', { unknown_is: 'not counted' }, residential), 'Mixed')
    expect(point).toMatchObject({ numerator: 1, denominator: 4, value: 1 / 4, unknown: 1 })
  })
  it('with nobody in the group has no value, and says who was looked for', async () => {
    const [point] = await figure(measureOf('m', { population: 'Children in care' }, residential), 'Empty')
    expect(point).toMatchObject({
      numerator: 0,
      denominator: 0,
      value: null,
      state: 'no one in scope',
      reason: 'No one in scope: there was nobody of "Children in care"',
    })
  })
  it('of whom nothing is known says that', async () => {
    const measure = measureOf('m', { unknown: 'placement not known' }, residential)
    const [point] = await figure(measure, 'Unplaced')
    expect(point).toMatchObject({
      value: null,
      unknown: 1,
      state: 'no one in scope',
      reason: 'No one in scope: for all 1 it is not known: placement not known',
    })
  })
  it('that is a mix has the whole group below each share, and other slices their own', async () => {
    const measure = measureOf('m', { mix: 'placement_group' }, residential.replace(/case when.* end as/, 'true as'))
    const points = await figure(measure, 'Mixed', END, [['placement_group'], ['sex']])
    const shares = points.map(({ slice, numerator, denominator }) => [
      slice?.placement_group ?? slice?.sex ?? 'all',
      numerator,
      denominator,
    ])
    expect(shares).toEqual([
      ['all', 4, 4],
      ['mainstream_foster', 2, 4],
      ['not_known', 1, 4],
      ['residential', 1, 4],
      ['female', 4, 4],
    ])
  })
})

describe('a count', () => {
  it('of nobody is 0 and measured: nothing happened', async () => {
    const measure = measureOf(
      'm',
      { kind: 'count', at: 'within period' },
      "select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject, true as counted from start_of_care s join period p on s.day between p.period_start and p.period_end",
    )
    const [none] = await figure(measure, 'Mixed')
    expect(none).toMatchObject({ numerator: 0, denominator: null, value: 0, state: 'measured' })
    const [year] = await figure(measure, 'Mixed', at('2026-03-31', 'year'))
    expect(year).toMatchObject({ numerator: 4, denominator: null, value: 4 })
  })
})

describe('an average', () => {
  it('is the sum of the counted over their number, those not known apart', async () => {
    const sql =
      "select period_end, child_id as subject, case when placement_type is not null then true end as counted, case placement_type when 'K2' then 10.5 when 'U6' then 3 end as amount from in_care_at"
    const [point] = await figure(measureOf('m', { kind: 'average', unit: 'weeks' }, sql), 'Mixed')
    expect(point).toMatchObject({ numerator: 16.5, denominator: 3, value: 5.5, unknown: 1 })
  })
})

describe('a rate', () => {
  const rate = measureOf(
    'm',
    { kind: 'rate', base: '10000', reference: '{population: resident, from_age: 0, to_age: 17}' },
    'select period_end, child_id as subject, true as counted from in_care_at',
  )
  it('is per the latest 30 June by the day, narrower ages added up', async () => {
    const [point] = await figure(rate, 'Counted')
    expect(point).toMatchObject({ numerator: 4, denominator: 8000, value: 5 })
  })
  it('awaits a population by the day; a later one will not do', async () => {
    const [point] = await figure(rate, 'Later')
    expect(point).toMatchObject({ value: null, state: 'awaiting data' })
  })
  it('by sex there is none: population is not known by sex', async () => {
    const points = await figure(rate, 'Counted', END, [['sex']])
    expect(points[1]).toMatchObject({ slice: { sex: 'female' }, value: null, state: 'not applicable' })
  })
})

describe('a ratio', () => {
  const ratio = measureOf('m', { kind: 'ratio', numerator: 'all', denominator: 'homes' }, '')
  it('is one number over another', async () => {
    const [point] = await figure(ratio, 'Mixed')
    expect(point).toMatchObject({ measure: 'm', numerator: 4, denominator: 1, value: 4, state: 'measured' })
  })
  it('of a mix is a share of everything in each slice; of no mix, of the slice', async () => {
    const share = { kind: 'ratio', numerator: 'homes', denominator: 'all' }
    const values = async (header: Readonly<Record<string, string>>) =>
      (await figure(measureOf('m', { ...share, ...header }, ''), 'Mixed', END, [['placement_group']])).map(
        ({ slice, value }) => [slice?.placement_group ?? 'all', value],
      )
    expect(await values({ mix: 'placement_group' })).toContainEqual(['residential', 0.25])
    expect(await values({})).toContainEqual(['residential', 1])
    expect(await values({ mix: 'sex' })).toContainEqual(['residential', 1])
  })
  it('over nought is not a number', async () => {
    const [point] = await figure(ratio, 'Fostering')
    expect(point).toMatchObject({ numerator: 1, denominator: 0, value: null, state: 'no one in scope' })
  })
})

describe('a total', () => {
  const total = (counted: string) =>
    measureOf(
      'm',
      { kind: 'total', unit: '£' },
      `select period_end, child_id as subject, ${counted} as counted, 100.5 as amount from in_care_at`,
    )
  it('is the sum of the counted', async () => {
    const [point] = await figure(total("placement_type = 'U6'"), 'Mixed')
    expect(point).toMatchObject({ numerator: 201, denominator: 2, value: 201, unknown: 1, state: 'measured' })
  })
  it('of nobody is nought; of nothing known it is not', async () => {
    const [none] = await figure(total('true'), 'Empty')
    expect(none).toMatchObject({ value: 0, state: 'measured' })
    const [unknown] = await figure(total('placement_type is not null or null'), 'Unplaced')
    expect(unknown).toMatchObject({ value: null, unknown: 1, state: 'no one in scope' })
  })
})

describe('a gap', () => {
  const gap = (against: string) => measureOf('m', { kind: 'gap', of: 'all', against }, '')
  it.each([
    ['prior month', -1, 2],
    ['same month last year', -2, 3],
    ['peak', -3, 4],
  ])('against %s is the difference', async (against, value, reference) => {
    const [point] = await figure(gap(against), 'Falling')
    expect(point).toMatchObject({ value, numerator: value, denominator: reference, state: 'measured' })
  })
  it('against the region takes the newest period released by the day', async () => {
    const [point] = await figure(gap('region'), 'Published')
    expect(point).toMatchObject({ value: -2, denominator: 3 })
  })
  it('against a region with no figure awaits it', async () => {
    const [point] = await figure(gap('region'), 'Falling')
    expect(point).toMatchObject({ value: null, state: 'awaiting data' })
  })
})

describe('a series', () => {
  it('has a row for every authority and period, those without data included', async () => {
    const measure = measureOf('m', {}, residential)
    const points = await series(session, { measure, periods: [at('2015-02-28'), END, at('2026-04-30')] })
    expect(points).toHaveLength(Object.keys(towns).length * 3)
    const states = (town: string) => points.filter(({ authority }) => authority === town).map(({ state }) => state)
    expect(states('Mixed')).toEqual(['not measured', 'measured', 'awaiting data'])
    expect(states('Empty')).toEqual(['not measured', 'no one in scope', 'awaiting data'])
  })
  it('of one authority is the same as its part of all', async () => {
    const measure = measureOf('m', {}, residential)
    const every = await series(session, { measure, periods: [END], slices: [['sex']] })
    const one = await figure(measure, 'Fostering', END, [['sex']])
    expect(one).toEqual(every.filter(({ authority }) => authority === 'Fostering'))
    expect(one).toHaveLength(2)
  })
  it('asked for twice at once gives each its own periods', async () => {
    const measure = measureOf('m', {}, residential)
    const asked = ['2026-03-31', '2026-01-31'].map(end => figure(measure, 'February', at(end)))
    const [march, january] = await Promise.all(asked)
    expect([march?.[0]?.denominator, january?.[0]?.denominator]).toEqual([2, 1])
  })
  it('on any day, in the middle of a month too, is the position that day', async () => {
    const measure = measureOf('m', {}, residential)
    const points = await series(session, {
      measure,
      periods: [at('2026-02-14'), at('2026-02-15')],
      authority: 'February',
    })
    expect(points.map(({ denominator }) => denominator)).toEqual([1, 2])
  })
  it('is what the list of children adds up to, side by side', async () => {
    const measure = measureOf('m', {}, residential) as QueriedMeasure
    const [point] = await figure(measure, 'Mixed')
    const list = (which: Which) => people(session, measure, END, which, 'Mixed')
    const sizes = []
    for (const which of ['all', 'counted', 'not counted', 'unknown'] as const) sizes.push((await list(which)).length)
    expect(sizes).toEqual([4, point?.numerator, (point?.denominator ?? 0) - (point?.numerator ?? 0), point?.unknown])
    expect((await list('counted'))[0]).toMatchObject({
      local_id: 'A',
      age: 11,
      placement_type: 'K2',
      placement_start: '2025-05-01',
      care_start: '2025-05-01',
      line: 2,
    })
  })
})

describe('counts written to Parquet', () => {
  it('are those of the series: the whole, each slice and two together, without empty cells', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'materialise-'))
    const file = join(folder, 'm.parquet')
    const measure = measureOf('m', {}, residential) as QueriedMeasure
    const slices = [['sex'], ['placement_group'], ['age_band', 'sex']]
    await materialise(session, { measure, periods: [at('2026-02-28'), END], slices }, file)
    const rows = await session.engine.rows(
      `select * from '${file}' where authority = 'Mixed' and period_end = '2026-03-31' order by slice, code`,
    )
    rmSync(folder, { recursive: true })
    expect(rows.map(({ slice, code, members, counted, unknown }) => [slice, code, members, counted, unknown])).toEqual([
      ['', '', 4, 1, 1],
      ['age_band,sex', '10_15,female', 4, 1, 1],
      ['placement_group', 'mainstream_foster', 2, 0, 0],
      ['placement_group', 'not_known', 1, 0, 1],
      ['placement_group', 'residential', 1, 1, 0],
      ['sex', 'female', 4, 1, 1],
    ])
  })
})
