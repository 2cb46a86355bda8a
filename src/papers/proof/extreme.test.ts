import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

const table = `| Measure | Q1 | Q2 | Q3 | Q4 | Target | England |
| Visits in time | 88% | 86% | 89% | 91% | 90% | 84% |
| Three or more placements | 11% | 10% | 9% | 12% | 10% | 10% |
| Children in care | 402 | 418 | 431 | 425 | - | - |

`

test.each([
  ['Visits in time were at their lowest in Q1.', 'question comparison: lowest … Q1 → Q2'],
  ['The number of children in care was highest in Q4.', 'question comparison: highest … Q4 → Q3'],
  ['In June 89% were seen, the best of the three months (86%, 91% and 89%).', 'wrong comparison: best → null'],
])('the most and the least of a series: %s', (text, expected) => {
  expect(shortly(table + text)).toEqual([expected])
})

test.each([
  'Visits in time were at their lowest in Q2.',
  'The number of children in care was highest in Q3.',
  'In May 91% were seen, the best of the three months (86%, 91% and 89%).',
  'At most 12 children in care in Q1 had no visit.',
])('nothing is wrong with: %s', text => {
  expect(shortly(table + text)).toEqual([])
})

test('two columns taken for each other', () => {
  const homes = '| Placement | Boys | Girls |\n| Agency | 58 | 71 |\n| Own | 84 | 91 |\n\n'
  expect(shortly(`${homes}Agencies look after 71 boys and 58 girls.`)).toEqual([
    'wrong two values for one thing: 71 and 58 → 58 and 71',
  ])
  expect(shortly(`${homes}Agencies look after 58 boys and 71 girls.`)).toEqual([])
})
