import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

const table = `| Measure | Q1 | Q2 | Q3 | Q4 | Target | England |
| Visits in time | 88% | 86% | 89% | 91% | 90% | 84% |
| Three or more placements | 11% | 10% | 9% | 12% | 10% | 10% |
| Children in care | 402 | 418 | 431 | 425 | - | - |

`

test.each([
  ['Visits in time were 89% in Q4.', 'wrong reference period: 89% → 91%'],
  ['The number of children in care rose by 15 in Q2.', 'question size of a change: 15 → 16'],
  ['Visits in time have improved in every quarter.', 'question direction of a change: improved → null'],
  ['Visits in time rose in Q2.', 'question direction of a change: rose → null'],
  ['Visits in time have fallen since Q1.', 'question direction of a change: fallen → null'],
  ['Visits in time are below target.', 'question comparison: below → above'],
  ["The share with three or more placements is better than England's.", 'question comparison: better than → above'],
  ['The share with three or more placements met the target.', 'question comparison: met → above'],
])('what a sentence says of a row of a table: %s', (text, expected) => {
  expect(shortly(table + text)).toEqual([expected])
})

test.each([
  'Visits in time were 91% in Q4.',
  'The number of children in care rose by 16 in Q2.',
  'Visits in time fell in Q2 and rose again in Q3.',
  'Visits in time have risen since Q1.',
  'Visits in time were below target in the first three quarters.',
  'Visits in time are above target and better than England.',
  "The share with three or more placements is worse than England's.",
  'Visits in time for children placed out of the area were 81% in Q3.',
  'Visits to children out of the area have improved in every quarter.',
])('nothing is wrong with: %s', text => {
  expect(shortly(table + text)).toEqual([])
})
