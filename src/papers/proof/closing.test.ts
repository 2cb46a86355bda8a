import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  [
    'At 1 April the service had 118 approved households. Over the year 14 were approved and 19 left. At 31 March there were therefore 115 households.',
    'question opening, in, out and closing: 115 → 113',
  ],
  [
    'As at 30 June the team held 210 cases. In the quarter 45 new referrals were accepted and 52 were closed. The number held at 30 September was therefore 205.',
    'question opening, in, out and closing: 205 → 203',
  ],
  [
    'There were 186 children in care at the start of the year. During the year 74 came into care and 68 left, so that there were 196 at the year end.',
    'wrong opening, in, out and closing: 196 → 192',
  ],
  [
    'On 1 April there were 142 carers. 18 were recruited and 11 left in the year. On 31 March there were 151.',
    'question opening, in, out and closing: 151 → 149',
  ],
])('opening, in and out, and a number that is said to follow: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  'At 1 April the service had 118 approved households. Over the year 14 were approved and 19 left. At 31 March there were therefore 113 households.',
  'On 1 April there were 310 children in care. 40 came in and 22 of them were under five. On 30 June there were 305.',
  'At the start of the year 60 cases were open. 20 new referrals and 14 closures followed in Q1. At the end of Q2 there were 71.',
  'There were 52 vacancies on 1 June. 12 posts were filled and 9 left. The establishment on 30 June was 410.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
