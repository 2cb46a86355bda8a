import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readMeasures } from '../definitions/measure.ts'
import { at } from '../measures/council.fixture.ts'
import { emptySession, isQueried, type Session } from '../measures/measures.ts'
import { keptColumns, returnNames } from '../model/model.ts'
import { returnedTables } from './rule-tables.ts'
import { type Feed, feedsOf, readingsIn, touching } from './touches.ts'

const folder = fileURLToPath(new URL('../../measures/', import.meta.url))
const touches = touching([folder])

describe('cells and the measures they feed', () => {
  test.each([
    [
      'a placement feeds where children live, and how often they move',
      'PLACE',
      ['PLC-01', 'PLC-05', 'STB-01'],
      ['NUM-01', 'NUM-13'],
    ],
    [
      'a first day says who is in care, which all else hangs on',
      'DECOM',
      ['NUM-01', 'PLC-01', 'STB-01', 'PRM-01'],
      ['QA-02', 'FOS-01'],
    ],
    ['a postcode of the home feeds distances', 'HOME_POST', ['PLC-01'], ['NUM-01', 'PLC-05']],
    [
      'why a placement changed feeds breakdowns only',
      'REASON_PLACE_CHANGE',
      ['STB-04', 'STB-04:number'],
      ['STB-01', 'PLC-01'],
    ],
  ])('%s', (_, field, fed, others) => {
    const found = touches('episodes', [field])
    expect(found).toEqual(expect.arrayContaining(fed))
    for (const other of others) expect(found).not.toContain(other)
  })

  test('the sex of a child by which a figure is only cut does not touch it; one that is made of it is touched', () => {
    const found = touches('header', ['SEX'])
    expect(found).toContain('NUM-09')
    expect(found).not.toContain('NUM-01')
    expect(found).not.toContain('CL-05')
  })

  test('a measure made from others is touched by what feeds them', () => {
    const reason = readFileSync(`${folder}stability/placement-breakdown-rate.sql`, 'utf8')
    expect(reason).toContain('numerator: placement-breakdowns')
    expect(touches('episodes', ['REASON_PLACE_CHANGE'])).toContain('STB-04')
  })

  test('a row as a whole touches what any of its cells does', () => {
    const whole = new Set(touches('episodes', ['CHILD']))
    for (const field of Object.keys(keptColumns('episodes')))
      for (const one of touches('episodes', [field.toUpperCase()])) expect(whole).toContain(one)
  })

  test('what only rules read touches nothing', () => {
    expect(touches('episodes', ['PL_DISTANCE'])).toEqual([])
    expect(touches('dolo', ['DOLO_START'])).toEqual([])
  })

  test('a child marked beside another column says whose row it is; alone it is the row as a whole', () => {
    const rule = { fields: ['DUC', 'CHILD'], tables: ['UASC'] }
    expect(touches('uasc', ['DUC', 'CHILD'], rule)).toEqual(touches('uasc', ['DUC']))
    expect(touches('episodes', ['CHILD', 'CIN'], rule)).toEqual(touches('episodes', ['CIN']))
    expect(touches('episodes', ['CHILD'], { fields: ['CHILD'], tables: ['Episodes'] })).toContain('NUM-01')
  })

  test('a column that stands in another table of the rule is what it touches, and not all that the row feeds', () => {
    const mother = { fields: ['MOTHER'], tables: ['Header', 'Episodes'] }
    expect(touches('episodes', ['CHILD'], mother)).toEqual(touches('header', ['MOTHER']))
    expect(touches('episodes', ['CHILD'], mother)).not.toContain('NUM-01')
  })

  test('whether a child is unaccompanied touches figures of unaccompanied children, and not who is in care', () => {
    const found = touches('header', ['UASC'])
    expect(found).toEqual(touches('uasc', ['DUC']))
    expect(found.length).toBeGreaterThan(0)
    expect(found).not.toContain('NUM-01')
  })

  test('references are sorted, each once', () => {
    const found = touches('episodes', ['PLACE', 'DECOM'])
    expect(found).toEqual([...new Set(found)].sort())
  })
})

test('of every field of the return it is said what it feeds', () => {
  const told = parse(readFileSync(new URL('../../returns/ssda903/touches.yaml', import.meta.url), 'utf8')).tables
  for (const table of returnedTables)
    expect([table, ...Object.keys({ CHILD: [], ...told[returnNames[table]] }).sort()]).toEqual([
      table,
      ...Object.keys(keptColumns(table))
        .map(name => name.toUpperCase())
        .sort(),
    ])
})

describe('beside the model and the measures', () => {
  let session: Session
  beforeAll(async () => {
    session = await emptySession(readMeasures(folder))
  })
  afterAll(() => session.engine.close())

  test('every relation and column that a field feeds is there', async () => {
    await session.during([at('2026-03-31')], async () => {
      const feeds = returnedTables.flatMap(table => feedsOf(table, ['CHILD']))
      const wrong: string[] = []
      for (const [relation, own] of Map.groupBy(feeds, one => one.relation)) {
        const columns = new Set((await session.engine.columns(`from ${relation}`)).map(({ name }) => name))
        for (const name of own.flatMap(one => (typeof one.columns === 'string' ? [] : one.columns)))
          if (!columns.has(name)) wrong.push(`${relation}.${name}`)
      }
      expect(wrong).toEqual([])
    })
  })

  test('a measure is found to read the relations that its query reads, and to have its reference', async () => {
    const readings = readingsIn([folder])
    const relations = new Set(returnedTables.flatMap(table => feedsOf(table, ['CHILD']).map(one => one.relation)))
    const asked: readonly Feed[] = [...relations].map(relation => ({ relation, columns: 'rows' }))
    for (const measure of session.measures.values()) {
      if (!isQueried(measure)) continue
      const query = await session.query(measure)
      const found = readings.read(measure.id, asked).map(one => one.relation)
      expect([measure.id, ...found.sort()]).toEqual([
        measure.id,
        ...query.relations.filter(name => relations.has(name)).sort(),
      ])
    }
    const touched = readings.touched(asked)
    const known = new Set([...session.measures.values()].map(({ catalogue }) => catalogue))
    expect(touched.filter(name => !known.has(name))).toEqual([])
    expect(touched.length).toBeGreaterThan(200)
  })
})
