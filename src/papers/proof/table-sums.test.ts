import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test('a column whose total is not its sum', () => {
  expect(shortly('| Type | Q1 | Q2 |\n| In-house | 21 | 19 |\n| Agency | 74 | 85 |\n| Total | 95 | 103 |')).toEqual([
    'wrong table total: 103 → 104',
  ])
})

test('a row whose total is not its sum', () => {
  expect(
    shortly('| Type | Q1 | Q2 | Q3 | Total |\n| Starts | 41 | 52 | 38 | 131 |\n| Ends | 37 | 44 | 49 | 131 |'),
  ).toEqual(['wrong table total: 131 → 130'])
})

test('a total with a hidden cell above it, an average and percentages that are not of a whole are left alone', () => {
  expect(shortly('| Type | Q1 |\n| In-house | 21 |\n| Agency | c |\n| Other | 4 |\n| Total | 30 |')).toEqual([])
  expect(shortly('| Team | Average caseload |\n| North | 14 |\n| South | 18 |\n| Total | 16 |')).toEqual([])
  expect(shortly('| Team | On time |\n| North | 84% |\n| South | 88% |\n| Total | 86% |')).toEqual([])
})

test('tables drawn with spaces and with tabs are read', () => {
  expect(shortly('Type        Q1    Q2\nIn-house    21    19\nAgency      74    85\nTotal       95    103')).toEqual([
    'wrong table total: 103 → 104',
  ])
  expect(shortly('Type\tQ1\tQ2\nIn-house\t21\t19\nAgency\t74\t85\nTotal\t95\t103')).toEqual([
    'wrong table total: 103 → 104',
  ])
})

test('rows "of which" are within the row above, and not added again', () => {
  expect(shortly('| Type | Q1 |\n| In-house | 21 |\n| of which new | 6 |\n| Agency | 74 |\n| Total | 95 |')).toEqual([])
})

test('a slip in one row is told there, and not again in the total of its column', () => {
  expect(
    shortly(
      '| Home | Boys | Girls | Total |\n| Foster | 84 | 91 | 175 |\n| Residential | 33 | 19 | 54 |\n| Total | 117 | 110 | 227 |',
    ),
  ).toEqual(['wrong table total: 54 → 52'])
})
