import { expect, test } from 'vitest'
import { shortly } from './read-text.fixture.ts'

test.each([
  [
    '38 challenges were raised, of which 29 were settled at once, five later and two not at all.',
    'wrong parts and whole: 38 → 36',
  ],
  ['Of the 35, 22 came from fostering, eight from relatives and six from home.', 'wrong parts and whole: 35 → 36'],
  ['19 were adopted, five went to guardians and two to relatives, 25 in total.', 'wrong parts and whole: 25 → 26'],
  ['Complaints: eleven, of which seven were upheld and five were not.', 'wrong parts and whole: eleven → 12'],
  ['57 of the 60 stayed. The remaining five left.', 'wrong parts and whole: five → 3'],
  ['Of the 60 children 57 were seen. Four were not.', 'wrong parts and whole: Four → 3'],
])('%s', (text, expected) => {
  expect(shortly(text)).toEqual([expected])
})

test.each([
  '38 challenges were raised, of which 31 were settled at once, five later and two not at all.',
  '60 children came in, of whom 12 were babies.',
  '60 children came in, of whom 12 were babies and nine had a disability.',
  'Of 20 homes 17 were good. 5 were inspected and 4 were good. The remaining 3 were not.',
  '57 of the 60 stayed and all but three are settled.',
  'Of 5 homes inspected, 3 were good and 1 outstanding, with 1 report awaited; 2 more are due by 31 March.',
  'Of the other 83, 31 are studying and 12 are looking for work.',
  'The service received 64 complaints: 41 stage one, 15 stage two and 8 stage three.',
])('nothing is wrong with: %s', text => {
  expect(shortly(text)).toEqual([])
})

test('a list that comes near to the whole it is led by, and is not it, is asked about', () => {
  expect(shortly('Of the 40 children:\n- 21 are at home\n- 11 are with relatives\n- 7 are in foster care')).toEqual([
    'question parts and whole: 40 → 39',
  ])
  expect(shortly('Of the 40 children:\n- 21 are at home\n- 11 are with relatives\n- 8 are in foster care')).toEqual([])
  expect(shortly('Of the 40 children:\n- 31 have waited a year\n- 20 have waited two\n- 8 have waited three')).toEqual(
    [],
  )
})

test('what is left over, and parts of a number of the sentence before', () => {
  expect(
    shortly('Of the 231, 139 are in work. The other 92 include 24 who are parents and 27 who are ill. That leaves 43.'),
  ).toEqual(['question parts and whole: 43 → 41'])
  expect(
    shortly(
      'There were 88 informal and 23 formal challenges, 111 in all. Of these, 74 were settled at once, 26 later and 13 not at all.',
    ),
  ).toEqual(['wrong parts and whole: 111 → 113'])
  expect(shortly('The 14 approvals comprised nine mainstream, three connected and one short break.')).toEqual([
    'wrong parts and whole: 14 → 13',
  ])
  expect(shortly('18 homes were inspected in the year, of which 12 were good; 8 are due next year.')).toEqual([])
})
