import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { inForce, readRules } from '../definitions/rule.ts'
import { keptColumns } from '../model/model.ts'
import { collectionOf } from './collection.ts'
import { columnsRead, type TableColumn, withoutCarried } from './columns-read.ts'
import { returnedTables, ruleTable } from './rule-tables.ts'

const collection = collectionOf(2026, { authority: 'E06000001' })
const rules = [...readRules(fileURLToPath(new URL('../../rules/ssda903/', import.meta.url))).values()].filter(rule =>
  inForce(rule, collection.year),
)
const every: readonly TableColumn[] = returnedTables.flatMap(table =>
  [false, true].flatMap(lastYear => Object.keys(keptColumns(table)).map(column => ({ table, column, lastYear }))),
)
let read: ReadonlyMap<string, readonly string[]>
beforeAll(async () => {
  const found = await columnsRead(rules, collection, every)
  read = new Map(
    [...found].map(([code, own]) => [
      code,
      own.map(({ table, column, lastYear }) => `${ruleTable(table, lastYear)}.${column}`).sort(),
    ]),
  )
})

test.each<readonly [code: string, columns: readonly string[], says: string]>([
  ['143', ['episodes.rne'], 'its own column and no other'],
  ['567', ['missing.mis_end', 'missing.mis_start'], 'not the column that is called as the table is'],
  ['564', ['missing.mis_start', 'missing.missing'], 'the column that is called as the table is'],
  ['INT18', ['header.child', 'header.dob', 'uasc.child', 'uasc.dob'], 'a column of two tables in each'],
  [
    '1000',
    ['episodes.child', 'episodes.rec', 'episodes_last.child', 'episodes_last.rec', 'oc3.child'],
    'not what it only marks',
  ],
  [
    '431',
    ['episodes.child', 'episodes.dec', 'episodes.decom', 'episodes.rne'],
    'not what the order of episodes hands on',
  ],
  [
    '503A',
    [
      'episodes.child',
      'episodes.dec',
      'episodes.decom',
      'episodes.rne',
      'episodes_last.child',
      'episodes_last.dec',
      'episodes_last.decom',
      'episodes_last.rne',
    ],
    'what it asks of last year’s episode',
  ],
  [
    '187',
    every
      .filter(({ table, column, lastYear }) => !lastYear && column !== 'dob' && (table === 'oc3' || table === 'ad1'))
      .map(({ table, column }) => `${table}.${column}`)
      .concat(
        ['child', 'dec', 'decom', 'ls', 'rec', 'rne'].map(name => `episodes.${name}`),
        ['oc2.child'],
      )
      .sort(),
    'what the whole year is made of',
  ],
])('rule %s reads %j: %s', (code, columns) => {
  expect(read.get(code)).toEqual(columns)
})

test('every rule reads a column, and only of tables that its header names', () => {
  const names = new Map<string, string>(
    returnedTables.flatMap(table => [
      [table, table],
      [`${table}_last`, table],
    ]),
  )
  expect(rules.filter(({ code }) => !read.has(code)).map(({ code }) => code)).toEqual([])
  expect([...read.values()].flat().every(name => names.has(name.split('.')[0] ?? ''))).toBe(true)
})

test('what a relation only hands on is left out of it, wherever it stands, and nothing else', () => {
  const sql = `select id, urn, urn_text, struct_pack(ls, urn) as e from t window w as (order by urn)`
  expect(withoutCarried(sql, ['urn', 'urn_text'])).toBe(
    'select id, struct_pack(ls) as e from t window w as (order by urn)',
  )
  expect(withoutCarried('select id, row, urn from t', ['urn'])).toBe('select id, row from t')
  expect(withoutCarried('select urn is null from t', ['urn'])).toBe('select urn is null from t')
})
