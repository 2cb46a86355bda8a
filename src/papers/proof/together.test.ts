import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  ['Between them, the North team (142) and the South team (155) hold 307 cases.', 'wrong parts and whole: 307 → 297'],
  ['With 44 in Q1 and 51 in Q2, there have been 97 in the half year.', 'wrong parts and whole: 97 → 95'],
  ['Eleven babies and 14 toddlers came in: 26 children under five.', 'wrong parts and whole: 26 → 25'],
  ['Boys (214) and girls (186) together number 410.', 'wrong parts and whole: 410 → 400'],
  ['The four homes have 5, 4, 4 and 6 places, 21 in all.', 'wrong parts and whole: 21 → 19'],
])('what numbers come to together: %s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  'Between them, the North team (142) and the South team (155) hold 297 cases.',
  'With 44 in Q1 and 51 in Q2, there have been 95 in the half year.',
  'The four homes have 5, 4, 4 and 6 places, 19 in all.',
  'The service has 12 carers approved for one child, 9 for two and 4 for three, 30 places in all between them.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})
