import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

const table =
  '| Measure | September 2025 | June 2025 |\n| Plan agreed by the second review | 71% | 74% |\n| Reviews held on time | 91% | 93% |'

test('a figure of one column under the date of another', () => {
  expect(shortly(`${table}\n\nIn June 2025 71% had a plan agreed by the second review.`)).toEqual([
    'wrong reference period: 71% → 74%',
  ])
  expect(shortly(`${table}\n\nIn June 2025 74% had a plan agreed by the second review.`)).toEqual([])
})

test('a figure in no column of its date is asked about', () => {
  expect(shortly(`${table}\n\nIn June 2025 70% had a plan agreed by the second review.`)).toEqual([
    'question two values for one thing: 70% → 74%',
  ])
})

test('a label of a date before all its columns is asked about', () => {
  expect(shortly('| Measure | 2023/24 | 2024/25 |\n| Children in care as at September 2022 | 601 | 612 |')).toEqual([
    'question reference period: September 2022 → null',
  ])
})
